"""The city of invented cases: every stage is shown, the desks are alive, what is projected is stable."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from yingsu.access.models import Account
from yingsu.access.queries import actor_for
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.demonstration.cases.loading import load_cases
from yingsu.demonstration.cases.stories import Story, stories
from yingsu.docket.models import Case, CaseRelation, CourtPaper, Decision, Entry, Hearing
from yingsu.documents.models import Document
from yingsu.documents.queries import missing
from yingsu.duties.models import Duty
from yingsu.duties.queries import bands, desk
from yingsu.duties.reconcile import reconcile
from yingsu.files.actions import read_bytes
from yingsu.hearings.models import Appearance, HearingRecord, Inability
from yingsu.judgments.models import CaseReport, PerformanceItem, RecommendationReply, SelfCorrection
from yingsu.response.models import CourtFiling, HandlingOpinion, RiskAssessment, Transfer, UnitDecision

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROWS = {
    "opinion-put-up": HandlingOpinion,
    "unit-decided": UnitDecision,
    "risk-assessed": RiskAssessment,
    "appearance-planned": Appearance,
    "inability-stated": Inability,
    "hearing-recorded": HearingRecord,
    "case-report-submitted": CaseReport,
    "performance-ordered": PerformanceItem,
    "recommendation-answered": RecommendationReply,
    "self-corrected": SelfCorrection,
    "decision-made": Decision,
}
PROJECTIONS = (Duty, Hearing, Decision, CaseRelation)


@pytest.fixture(scope="module")
def told(loaded: Callable[..., AbstractContextManager[None]]) -> Iterator[list[Story]]:
    """The stories, once they were told."""
    with loaded():
        load_cases()
        yield stories(clock.today())


def test_the_stages_of_the_path_are_all_shown(told: list[Story]) -> None:
    stages = Counter(Case.objects.values_list("stage", flat=True))
    assert sum(stages.values()) == len(told) == 60
    assert set(stages) == set(Case.Stage.values)
    assert stages[Case.Stage.ARCHIVED] == 5


def test_each_case_has_the_facts_of_its_story(told: list[Story]) -> None:
    for story in told:
        number = next(iter(story.instances.values())).case_number
        case = Case.objects.get(instances__case_number=number)
        entries = Entry.objects.filter(case=case).select_related("instance")
        wanted = Counter((fact.kind, fact.on, fact.known, fact.instance) for fact in story.facts)
        found = Counter(
            (entry.kind, entry.happened_on, entry.known_on, entry.instance.label if entry.instance else "1")
            for entry in entries
        )
        assert _without_the_day_of_record(found) == _without_the_day_of_record(wanted), story.key


def test_facts_and_rows_agree(told: list[Story]) -> None:
    facts = Counter(fact.kind for story in told for fact in story.facts)
    for kind, model in ROWS.items():
        extra = (
            1 if model is Appearance else 0
        )  # lawyers alone came to one hearing for which nobody was planned
        assert model._default_manager.count() == facts[kind] + extra, kind
    assert Transfer.objects.filter(passed_on__isnull=False).count() == facts["passed-on"]
    assert CourtFiling.objects.exclude(what="extension").count() >= facts["answer-filed"]


def test_papers_can_be_opened_and_documents_have_no_gap(told: list[Story]) -> None:
    for paper in CourtPaper.objects.select_related("file"):
        text = read_bytes(paper.file).decode()
        assert "{" not in text
        assert len(text) > 80
    assert not [document for document in Document.objects.all() if missing(document)]


@pytest.mark.parametrize(
    ("account", "lively"),
    [
        ("clerk", ("late", "later")),
        ("unit", ("soon", "later")),
        ("nrb-unit", ("late", "later")),
        ("dz-bureau", ("soon", "later")),
        ("dc-unit", ("late", "later")),
    ],
)
def test_the_desks_are_alive(told: list[Story], account: str, lively: tuple[str, ...]) -> None:
    rows = bands(list(desk(_actor(account))))
    assert all(rows[band] for band in lively), {band: len(found) for band, found in rows.items()}


def test_reconciling_again_changes_no_row(told: list[Story]) -> None:
    before = [_snapshot(model) for model in PROJECTIONS]
    for case in Case.objects.all():
        reconcile(case)
    assert [_snapshot(model) for model in PROJECTIONS] == before


def test_loading_again_adds_nothing(told: list[Story]) -> None:
    entries = Entry.objects.count()
    assert load_cases() == 60
    assert (Case.objects.count(), Entry.objects.count()) == (60, entries)


def _without_the_day_of_record(facts: Counter[tuple[Any, ...]]) -> Counter[tuple[Any, ...]]:
    """A hearing becomes known here with its record."""
    kept: Counter[tuple[Any, ...]] = Counter()
    for (kind, on, known, instance), count in facts.items():
        kept[kind, on, None if kind == "hearing-held" else known, instance] += count
    return kept


def _snapshot(model: Any) -> list[dict[str, Any]]:
    return list(model._default_manager.order_by("pk").values())


def _actor(account: str) -> Actor:
    return actor_for(Account.objects.get(name=account))
