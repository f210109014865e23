"""The mouth: the only way a fact enters a case."""

from yingsu.audit.actions import record
from yingsu.base.actor import Actor
from yingsu.base.tx import writes
from yingsu.docket.actions import append
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Entry
from yingsu.docket.plausibility import check_plausible
from yingsu.duties.reconcile import reconcile
from yingsu.law import read_fact


@writes
def enter(case: Case, *happenings: Happening, by: Actor | None) -> list[Entry]:
    """Enter facts: append to the docket, ask the law, reconcile the duties, write the audit, in one transaction.

    The right to enter is asked by the calling room. A fact the law's vocabulary does not know, or one that
    cannot be true, is refused and nothing is stored.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    entries = []
    for happening in happenings:
        check_plausible(locked, happening)
        entry = append(locked, happening, by=by)
        read_fact(entry.as_fact())
        record("docket.enter", by=by, on=locked, kind=happening.kind, seq=entry.seq)
        entries.append(entry)
    reconcile(locked, because=entries)
    case.refresh_from_db()
    return entries
