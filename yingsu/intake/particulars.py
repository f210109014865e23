"""What a person confirms about a paper: plain values, first filled from what was read."""

import tomllib
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The particulars of one paper.

    *served_on* is the day of service on the party, *office_on* the office's receipt (default the same).
    *case_pk* names the case to join, *separate* asks for a new case; neither: found by number and parties.
    *act_by* is the code of the unit that did the act, *reconsidered_by* the defendant that decided on
    reconsideration; *accept_warnings* says that the clerk looked at the doubtful places and keeps them.
    """

    kind: str
    served_on: date | None = None
    office_on: date | None = None
    doc_type: str = ""
    case_number: str = ""
    prior_case_number: str = ""
    related_case: str = ""
    court: str = ""
    plaintiffs: tuple[str, ...] = ()
    defendants: tuple[str, ...] = ()
    third_parties: tuple[str, ...] = ()
    stage: str = ""
    route: str = ""
    reconsidered_by: str = ""
    act_by: str = ""
    cause: str = ""
    management_field: str = ""
    act_name: str = ""
    act_number: str = ""
    act_date: date | None = None
    doc_date: date | None = None
    accepted_on: date | None = None
    procedure: str = ""
    deadline_days: int | None = None
    complaint_enclosed: bool = False
    head_required: str = ""
    hearing_day: date | None = None
    hearing_time: str = ""
    hearing_place: str = ""
    another_hearing: bool = False
    results: tuple[str, ...] = ()
    lost: bool = False
    appealable: bool = False
    final: bool = False
    performance_days: int | None = None
    reply_days: int | None = None
    reply_by: date | None = None
    about: str = ""
    judge: str = ""
    phone: str = ""
    case_pk: int | None = None
    separate: bool = False
    accept_warnings: bool = False

    @property
    def received_on(self) -> date | None:
        """The day the office received the paper."""
        return self.office_on or self.served_on

    @property
    def is_decision(self) -> bool:
        """Whether the paper decides (判决、裁定、调解)."""
        return self.kind in ("judgment", "ruling", "mediation")

    @property
    def is_reconsideration(self) -> bool:
        """Whether the paper begins a reconsideration case in which an organ of ours answers (办法第四十二条)."""
        return self.kind == "reconsideration-notice"

    def plain(self) -> dict[str, Any]:
        """The values that are not empty, as JSON keeps them with the registered paper."""
        kept = {name: value for name, value in asdict(self).items() if value not in ("", None, (), False)}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


@cache
def paper_kinds() -> dict[str, Any]:
    """The table of kinds: which particulars each asks for."""
    with (DATA / "papers.toml").open("rb") as file:
        return tomllib.load(file)


def fields_of(kind: str) -> tuple[str, ...]:
    """The particulars asked for a kind of paper, in the order of the page."""
    table = paper_kinds()
    return tuple(table.get(kind, table["other"])["fields"])


def needs_number(kind: str) -> bool:
    """Whether a paper of this kind carries the case number of its instance."""
    table = paper_kinds()
    return bool(table.get(kind, table["other"])["number"])
