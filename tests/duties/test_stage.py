"""办法第二十八条：共同被告各自立卷，全部归档后案件才算归档。"""

from yingsu.docket.models import Case, Entry
from yingsu.duties.stage import stage_of

NAMED = [Entry(kind="defendant-named", organ_id=one, values={}) for one in (1, 2)]
DECIDED = Entry(kind="decision-made", values={})


def archived(organ: int) -> Entry:
    """One defendant's volume is closed."""
    return Entry(kind="archived", organ_id=organ, values={})


def test_28_one_of_two_volumes_closed_does_not_close_the_case() -> None:
    assert stage_of([*NAMED, DECIDED, archived(1)]) == Case.Stage.DECISION


def test_28_both_volumes_closed_close_the_case() -> None:
    assert stage_of([*NAMED, DECIDED, archived(1), archived(2)]) == Case.Stage.ARCHIVED
