"""From what was read to the particulars a person is shown first, and where each was found."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from yingsu.base.numbers import number_in
from yingsu.docket.queries import instance_by_number
from yingsu.intake.models import Proposal
from yingsu.intake.numbers import court_name, normal_number, see_number
from yingsu.intake.particulars import Particulars, fields_of
from yingsu.intake.results import loses, result_codes
from yingsu.organs.queries import find_organ

# Particulars ← the names courtpapers gives its fields; the first that was read counts.
SOURCES: dict[str, tuple[str, ...]] = {
    "kind": ("doc_type",),
    "doc_type": ("doc_type",),
    "case_number": ("case_no",),
    "prior_case_number": ("prior_case_no",),
    "related_case": ("related_case",),
    "court": ("court",),
    "plaintiffs": ("plaintiff",),
    "defendants": ("defendant", "summoned", "addressee"),
    "third_parties": ("third_party",),
    "cause": ("cause",),
    "act_number": ("act_no",),
    "act_date": ("act_date",),
    "doc_date": ("doc_date",),
    "accepted_on": ("accepted",),
    "deadline_days": ("deadline_days",),
    "reply_days": ("deadline_days",),
    "head_required": ("head_required",),
    "hearing_day": ("hearing",),
    "hearing_time": ("hearing",),
    "hearing_place": ("hearing_place",),
    "results": ("result_class", "result"),
    "lost": ("lost", "result_class"),
    "appealable": ("appeal_days",),
    "judge": ("judge",),
    "phone": ("phone",),
}
MANY = ("plaintiffs", "defendants", "third_parties")
DAYS = ("act_date", "doc_date", "accepted_on", "hearing_day")
NUMBERS = ("deadline_days", "reply_days")
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Found:
    """Where a particular was found: the places read, how, and how sure the reading is (0 to 1)."""

    places: tuple[dict[str, Any], ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether the paper says it."""
        return bool(self.places)

    @property
    def is_sure(self) -> bool:
        """Whether every place was read clearly."""
        return all(float(place.get("confidence", 0)) >= SURE for place in self.places)

    @property
    def how(self) -> str:
        """How the first place was found."""
        return str(self.places[0].get("how", "")) if self.places else ""


def found(proposal: Proposal, name: str) -> Found:
    """Where the particular *name* was found in the paper."""
    for source in SOURCES.get(name, ()):
        places = proposal.fields.get(source)
        if places:
            return Found(tuple(places))
    return Found()


def read_values(proposal: Proposal) -> dict[str, Any]:
    """The particulars as read: only what the paper says, in the types of `Particulars`."""
    values: dict[str, Any] = {"kind": proposal.kind, "doc_type": proposal.doc_type}
    for name in fields_of(proposal.kind):
        words = [str(place.get("value", "")) for place in found(proposal, name).places]
        if words and name not in values:
            value = _value(name, words)
            if value not in (None, "", ()):
                values[name] = value
    return values | _composed(proposal, values)


def _value(name: str, words: list[str]) -> Any:
    first = words[0]
    if name in MANY:
        return tuple(_organ_name(word) if name == "defendants" else word for word in words)
    if name in DAYS:
        return _day(first[:10])
    if name in NUMBERS:
        return number_in(first)
    if name in ("case_number", "prior_case_number", "related_case"):
        numbers = [normal_number(word) for word in words]
        return next((number for number in numbers if instance_by_number(number)), numbers[0])
    plain = {
        "court": lambda: court_name(first) or first,
        "hearing_time": lambda: _time(first[10:].strip()),
        "head_required": lambda: "main-head" if "主要负责人" in first else "head",
        "results": lambda: result_codes("；".join(words)),
        "lost": lambda: first == "是" if first in ("是", "否", "部分") else loses(result_codes(first)),
        "appealable": first.isdigit,
    }
    return plain[name]() if name in plain else first


def _composed(proposal: Proposal, values: dict[str, Any]) -> dict[str, Any]:
    """What follows from several fields: an enclosed complaint, a final decision, a mediation's result."""
    more: dict[str, Any] = {}
    text = "\n".join(str(page.get("text", "")) for page in proposal.pages)
    if proposal.kind == "notice-to-respond":
        more["complaint_enclosed"] = "起诉状副本" in text
    if proposal.kind == "mediation" and "results" not in values:
        more["results"] = ("mediate",)
    if proposal.kind == "recommendation":
        more["about"] = "normative-document" if "规范性文件" in text else "conduct"
    seen = see_number(values.get("case_number", ""))
    if proposal.kind in ("judgment", "ruling") and seen is not None:
        more["final"] = seen.stage in ("second", "retrial") and "remit" not in values.get("results", ())
    return more


def _organ_name(word: str) -> str:
    organ = find_organ(word)
    return organ.name if organ else word


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _time(word: str) -> str:
    try:
        return time.fromisoformat(word).strftime("%H:%M")
    except ValueError:
        return ""


def particulars_read(proposal: Proposal, **said: Any) -> Particulars:
    """The particulars as read, with what a person says besides (at least *served_on*)."""
    return Particulars(**(read_values(proposal) | said))
