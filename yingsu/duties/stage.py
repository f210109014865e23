"""The stage of a case, read from its entries: how far along the path it has come."""

from collections.abc import Iterable

from yingsu.docket.models import Case, Entry

S = Case.Stage
# The furthest fact decides; a later instance begins again at “答辩举证”.
STEPS = (
    (S.ARCHIVED, {"archived"}),
    (S.PERFORMANCE, {"performance-ordered", "performance-done", "effective", "case-report-submitted"}),
    (S.DECISION, {"decision-made"}),
    (S.HEARING, {"hearing-set", "hearing-held", "appearance-planned"}),
    (S.ANSWERING, {"preparation-finished", "answer-filed", "evidence-filed", "risk-assessed"}),
    (S.TRANSFER, {"opinion-approved", "passed-on", "unit-decided"}),
    (S.HANDLING, {"opinion-put-up", "opinion-returned"}),
)


def stage_of(entries: Iterable[Entry]) -> str:
    """The stage by the facts of the latest instance that stand uncorrected."""
    entries = list(entries)
    gone = {entry.corrects_id for entry in entries if entry.corrects_id}
    standing = [e for e in entries if e.pk not in gone and not e.values.get("withdrawn")]
    latest = max((e.instance.ordinal for e in standing if e.instance), default=1)
    kinds = {e.kind for e in standing if e.instance is None or e.instance.ordinal == latest}
    signed = any(
        e.kind == "receipt"
        and e.values.get("receiver") == "unit"
        and (not e.instance or e.instance.ordinal == latest)
        for e in standing
    )
    for stage, wanted in STEPS:
        if stage == S.ARCHIVED and not _all_archived(standing):
            continue
        if stage == S.TRANSFER and (signed or latest > 1):
            return S.ANSWERING
        if kinds & wanted:
            return stage
    return S.RECEIVED


def _all_archived(standing: list[Entry]) -> bool:
    """Whether every defendant of ours has closed its volume; co-defendants archive each its own."""
    named = {entry.organ_id for entry in standing if entry.kind == "defendant-named"}
    done = {entry.organ_id for entry in standing if entry.kind == "archived"}
    return bool(done) and (None in done or named <= done)
