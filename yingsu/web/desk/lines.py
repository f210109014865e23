"""A duty as the pages show it: the row, its reasons, and where its work is done."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.urls import reverse

from yingsu import law
from yingsu.duties.models import Duty
from yingsu.duties.queries import Explained, explain_rows

COURT = "court"


@dataclass(frozen=True, slots=True)
class Line:
    """What `duty_line` draws: dates, sentence, matter, article, ruler, one action."""

    due: date | None
    careful: date | None
    state: str
    met_on: date | None
    nature: str
    title: str
    matter: str
    matter_url: str
    case_number: str
    cite: str
    url: str
    count: law.Count | None
    who: str
    moved_because: str
    provisional: bool
    action: dict[str, str]


def lines(rows: Iterable[Duty], *, acting: bool = True, matter: bool = True, who: bool = False) -> list[Line]:
    """Lines for rows of any cases. *acting* shows the button, *matter* the case, *who* the organ that must act."""
    return [line(one, acting=acting, matter=matter, who=who) for one in explain_rows(rows)]


def line(explained: Explained, *, acting: bool = True, matter: bool = True, who: bool = False) -> Line:
    """One line."""
    row, reason = explained.row, explained.reason
    label, name = way(row.rule)
    return Line(
        due=reason.due,
        careful=reason.careful,
        state=reason.state,
        met_on=reason.met_on,
        nature=reason.nature,
        title=row.title,
        matter=row.case.title if matter else "",
        matter_url=reverse("case", args=[row.case_id]),
        case_number=row.case.case_number if matter else "",
        cite=row.cite,
        url=reverse("duty", args=[row.pk]),
        count=reason.count or reason.count_before,
        who=_who(row) if who else "",
        moved_because=moved(row, reason),
        provisional=reason.provisional,
        action={"label": label, "url": reverse(name, args=[row.case_id])}
        if acting and row.role != COURT
        else {},
    )


def _who(row: Duty) -> str:
    return (row.instance.court if row.instance else "人民法院") if row.role == COURT else row.organ.name


def moved(row: Duty, reason: law.Duty) -> str:
    """“原为3月6日，因……” when the day has moved."""
    before = row.moved_from or reason.moved_from
    if before is None or before == reason.due:
        return ""
    return f"原为{before.month}月{before.day}日：{row.moved_because or reason.moved_because}"


def way(rule: str) -> tuple[str, str]:
    """The words on a duty's button and the name of the page where its work is done."""
    label, name = _ways().get(rule, ["查看", "case"])
    return label, name


@cache
def _ways() -> dict[str, list[str]]:
    with (Path(__file__).parent / "ways.toml").open("rb") as file:
        return tomllib.load(file)
