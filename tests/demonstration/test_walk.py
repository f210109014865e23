"""The walk: from the first paper to the closed volume, fact by fact and day by day."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pypdfium2
import pytest

from yingsu.archive.models import Volume
from yingsu.demonstration.walk.steps import walk_data
from yingsu.demonstration.walk.walking import walk_the_case
from yingsu.docket.models import Case, Entry
from yingsu.documents.models import Document
from yingsu.documents.queries import missing
from yingsu.duties.models import Duty
from yingsu.files.actions import read_bytes

pytestmark = pytest.mark.django_db
DUE = {
    "answer": date(2025, 3, 6),
    "evidence": date(2025, 3, 6),
    "sign-off-answer": date(2025, 3, 6),
    "prepare": date(2025, 2, 26),
    "file-appearance": date(2025, 3, 25),
    "head-appears": date(2025, 3, 27),
    "identity-certificate": date(2025, 3, 27),
    "report": date(2025, 5, 13),
    "file-report": date(2025, 5, 13),
    "decide-appeal": date(2025, 5, 21),
    "archive": date(2025, 6, 5),
    "answer-recommendation": date(2025, 7, 14),
    "perform": date(2025, 7, 21),
}


@pytest.fixture(scope="module")
def told(loaded: Callable[..., AbstractContextManager[None]]) -> Iterator[tuple[Case, list[str]]]:
    """The walk taken once, and what it said."""
    lines: list[str] = []
    with loaded():
        yield walk_the_case(lines.append), lines


def test_every_step_leaves_the_facts_it_must(told: tuple[Case, list[str]]) -> None:
    wanted = [_wanted(step, fact) for step in walk_data()["step"] for fact in step["leaves"]]
    found = [
        _found(entry) for entry in Entry.objects.filter(case=told[0]).select_related("organ").order_by("seq")
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_the_duties_fall_due_on_the_days_the_articles_give(told: tuple[Case, list[str]]) -> None:
    rows = {row.rule: row for row in told[0].duties.all()}
    assert {rule: rows[rule].due for rule in DUE} == DUE
    left = [row for row in rows.values() if row.state in Duty.STANDING or row.state == Duty.State.MET_LATE]
    assert not left, f"Not met in time: {[row.title for row in left]}"


def test_no_paper_has_a_gap_and_every_one_is_signed(told: tuple[Case, list[str]]) -> None:
    documents = Document.objects.filter(case=told[0])
    kinds = {"answer", "evidence_catalogue", "head_identity_certificate", "case_report"}
    assert {document.kind for document in documents} == kinds
    assert all(document.is_signed and not missing(document) for document in documents)


def test_the_volume_is_bound_numbered_and_closed(told: tuple[Case, list[str]]) -> None:
    volume = Volume.objects.get(case=told[0])
    assert (volume.number, volume.state, volume.explanations) == ("2025年第0001号", "closed", {})
    with pypdfium2.PdfDocument(read_bytes(volume.file)) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "待补" not in text
    assert "林景澄" in text
    assert told[0].closed
    assert (
        told[1][-1]
        == f"案卷 2025年第0001号：卷内文书 {len(volume.contents)} 件，共 {volume.pages} 页，已归档。"
    )


def test_each_paper_read_and_each_day_is_told(told: tuple[Case, list[str]]) -> None:
    words = "\n".join(told[1])
    assert words.count("    识读 ") == 6
    assert "期限 2025年3月6日前　提交答辩状（行政诉讼法第六十七条第一款）" in words


def test_a_second_walk_says_and_adds_nothing(told: tuple[Case, list[str]]) -> None:
    entries, said = Entry.objects.count(), list(told[1])
    assert walk_the_case(told[1].append) == told[0]
    assert (Entry.objects.count(), told[1]) == (entries, said)


def _wanted(step: dict[str, Any], fact: dict[str, Any]) -> tuple[Any, ...]:
    values = {k: v.isoformat() if isinstance(v, date) else v for k, v in fact.get("values", {}).items()}
    organ = "" if fact.get("case") else "QHX-PSB"
    return fact["kind"], fact.get("on", step["on"]), step["on"], organ, sorted(values.items())


def _found(entry: Entry) -> tuple[Any, ...]:
    organ = entry.organ.code if entry.organ else ""
    return entry.kind, entry.happened_on, entry.known_on, organ, sorted(entry.values.items())
