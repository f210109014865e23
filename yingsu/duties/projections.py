"""Hearings and decisions as rows, kept in step with the docket's facts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from yingsu.docket.models import Case, Decision, Entry, Hearing


def project_hearings(case: Case, entries: list[Entry]) -> None:
    """One row for each hearing label of an instance: its latest day, and whether it was held or cancelled."""
    wanted: dict[tuple[int, str], dict[str, Any]] = {}
    for entry in standing(entries):
        if entry.instance is None or "hearing" not in entry.values:
            continue
        key = (entry.instance.pk, str(entry.values["hearing"]))
        if entry.kind == "hearing-set":
            state = wanted.get(key, {}).get("state", Hearing.State.SET)
            wanted[key] = {
                "day": date.fromisoformat(entry.values["day"]),
                "time": entry.values.get("time", ""),
                "place": entry.values.get("place", ""),
                "state": Hearing.State.SET if state == Hearing.State.CANCELLED else state,
            }
        elif entry.kind in ("hearing-held", "hearing-cancelled") and key in wanted:
            wanted[key]["state"] = (
                Hearing.State.HELD if entry.kind == "hearing-held" else Hearing.State.CANCELLED
            )
    for (instance, label), facts in wanted.items():
        Hearing.objects.update_or_create(instance_id=instance, label=label, defaults={"case": case, **facts})
    stale = [row.pk for row in case.hearings.all() if (row.instance_id, row.label) not in wanted]
    Hearing.objects.filter(pk__in=stale).update(state=Hearing.State.CANCELLED)


def project_decisions(case: Case, entries: list[Entry]) -> None:
    """One row for each decision, following its corrections."""
    roots: dict[int, int] = {}
    for entry in entries:
        if entry.kind != "decision-made" or entry.instance is None:
            continue
        first = roots.get(entry.corrects.seq, entry.seq) if entry.corrects else entry.seq
        roots[entry.seq] = first
        values = entry.values
        Decision.objects.update_or_create(
            case=case,
            first_seq=first,
            defaults={
                "instance": entry.instance,
                "form": values["form"],
                "decided_on": entry.happened_on,
                "results": values.get("results", []),
                "lost": bool(values.get("lost")),
                "appealable": bool(values.get("appealable")),
                "final": bool(values.get("final")),
                "withdrawn": bool(values.get("withdrawn")),
            },
        )


def standing(entries: list[Entry]) -> Iterable[Entry]:
    """The entries that no later entry corrects or withdraws, in their order."""
    gone = {entry.corrects_id for entry in entries if entry.corrects_id}
    return (e for e in entries if e.pk not in gone and not e.values.get("withdrawn"))
