"""What stands beside each field: whether it was read clearly, where it was found, what it was matched with."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from yingsu.intake.first_reading import Found, found
from yingsu.intake.models import Proposal
from yingsu.intake.numbers import cause_of, court_name, see_number
from yingsu.organs.queries import find_organ
from yingsu.web.intake.fields import FULL
from yingsu.web.intake.forms import ConfirmForm

CLEAR, MATCHED, LOOK, ABSENT = ("清晰", "green"), ("已匹配", "blue"), ("请核对", "amber"), ("文书未载", "")
FILL = ("请填写", "blue")
# Seldom asked for: folded away while they are empty.
RARE = frozenset(
    {
        "third_parties",
        "route",
        "reconsidered_by",
        "management_field",
        "act_by",
        "procedure",
        "prior_case_number",
        "act_name",
        "hearing_day",
        "hearing_time",
        "hearing_place",
        "another_hearing",
        "head_required",
        "judge",
        "phone",
        "performance_days",
        "reply_by",
    }
)
ALWAYS = {
    "summons": frozenset({"hearing_day", "hearing_time", "hearing_place"}),
    "head-notice": frozenset({"hearing_day", "hearing_time", "hearing_place", "head_required"}),
    "notice-to-respond": frozenset({"head_required", "hearing_day"}),
    "judgment": frozenset({"performance_days"}),
    "mediation": frozenset({"performance_days"}),
}
JUDGED = frozenset(
    {
        "route",
        "reconsidered_by",
        "management_field",
        "act_by",
        "procedure",
        "complaint_enclosed",
        "another_hearing",
        "final",
        "lost",
        "appealable",
        "about",
        "performance_days",
        "reply_by",
        "doc_type",
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the page with its mark."""

    field: BoundField
    mark: str
    tone: str
    note: str
    full: bool
    rare: bool = False

    @property
    def look(self) -> bool:
        """Whether to draw the eye to it."""
        return self.tone == "amber"


def rows_of(form: ConfirmForm) -> list[Row]:
    """The fields in the order of the page."""
    return [_row(form, name) for name in ("kind", *form.names)]


def _row(form: ConfirmForm, name: str) -> Row:
    place = found(form.proposal, name)
    value = form[name].value()
    mark, tone = _mark(name, value, place)
    if (mark, tone) == ABSENT and not form.proposal.doc_type:
        mark, tone = FILL
    asked = name in ALWAYS.get(str(form["kind"].value()), frozenset())
    rare = (
        name in RARE
        and not asked
        and value in (None, "", False)
        and not form[name].errors
        and not _wanted(form, name)
    )
    return Row(form[name], mark, tone, _note(name, value, place), name in FULL, rare)


def _wanted(form: ConfirmForm, name: str) -> bool:
    """The unit that did the act is asked at once where a government is sued."""
    return name == "act_by" and "人民政府" in str(
        form["defendants"].value() if "defendants" in form.fields else ""
    )


def _mark(name: str, value: Any, place: Found) -> tuple[str, str]:
    if name == "kind":
        return (CLEAR if place.is_sure else LOOK) if place.is_read else LOOK
    if not place.is_read:
        return ("", "") if name in JUDGED else ABSENT
    if not place.is_sure:
        return LOOK
    if name in ("court", "cause", "defendants"):
        return MATCHED if _matched(name, value) else LOOK
    return CLEAR


def _matched(name: str, value: Any) -> bool:
    if name == "court":
        return bool(court_name(str(value or "")))
    if name == "cause":
        return bool(cause_of(str(value or ""))[1])
    names = value.split("\n") if isinstance(value, str) else list(value or ())
    return bool(names) and all(find_organ(one) for one in names if one.strip())


def _note(name: str, value: Any, place: Found) -> str:
    words = f"据{place.how}" if place.how else ""
    if name == "case_number" and value:
        seen = see_number(str(value))
        return f"法院代字“{seen.court_code}”是{seen.court}" if seen and seen.court else words
    if name == "cause" and value:
        codes = cause_of(str(value))[1]
        return f"案由名录 {codes.replace(';', '、')}　{words}".strip() if codes else "案由名录中没有，请核对"
    if name == "defendants" and value:
        return f"机构名录　{words}".strip() if _matched(name, value) else "机构名录中没有全部被告，请核对全称"
    return words


def sheets_of(form: ConfirmForm) -> list[dict[str, Any]]:
    """The pages of the paper with the places values were read from, each leading to its field."""
    proposal = form.proposal
    marks: dict[int, list[dict[str, Any]]] = {}
    for row in rows_of(form):
        name = row.field.name
        for place in found(proposal, name).places:
            marks.setdefault(int(place.get("page", 1)), []).append(
                {
                    "box": place.get("box", ()),
                    "span": place.get("span", ()),
                    "target": row.field.id_for_label or f"field-{name}",
                    "label": row.field.label,
                    "look": row.look,
                }
            )
    return [_sheet(proposal, page, marks.get(int(page["number"]), [])) for page in proposal.pages]


def _sheet(proposal: Proposal, page: dict[str, Any], marks: list[dict[str, Any]]) -> dict[str, Any]:
    image = reverse("intake_page", args=[proposal.pk, page["number"]]) if page.get("has_image") else ""
    width = float(page.get("width") or 0)
    height = round(1200 * float(page.get("height") or 0) / width) if width else 0
    shown = {
        "number": page["number"],
        "text": page.get("text", ""),
        "width": 1200 if height else 0,
        "height": height,
    }
    return {"page": shown, "marks": marks, "image_url": image}
