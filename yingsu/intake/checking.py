"""What is looked at before a paper is confirmed: faults refuse, doubts are kept only when a person says so."""

import re
from dataclasses import dataclass
from datetime import date

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import CourtPaper
from yingsu.intake.destination import Destination
from yingsu.intake.numbers import court_code, court_name, see_number
from yingsu.intake.particulars import Particulars, needs_number
from yingsu.intake.sides import defendants_of, ours_in

TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
CHECK = "请对照原件核对后改正。"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a field. A *doubt* may be kept by the clerk; anything else must be mended."""

    field: str
    text: str
    doubt: bool = False


def problems_of(data: Particulars, place: Destination, *, by: Actor) -> list[Problem]:
    """Everything that is wrong with the particulars, faults before doubts."""
    found = [
        *_number(data, place),
        *_days(data),
        *_order(data, place),
        *_content(data),
        *_parties(data, place, by),
        *_doubts(data, place, by),
    ]
    return sorted(found, key=lambda problem: problem.doubt)


def refuse_problems(data: Particulars, place: Destination, *, by: Actor) -> None:
    """Refuse with the first fault, or the first doubt that nobody accepted."""
    for problem in problems_of(data, place, by=by):
        if not (problem.doubt and data.accept_warnings):
            remedy = "核对无误的，勾选“已对照原件核对，仍按所填登记”后再确认。" if problem.doubt else ""
            raise Refused(problem.text, remedy, field=problem.field)


def _number(data: Particulars, place: Destination) -> list[Problem]:
    if not data.case_number:
        if needs_number(data.kind) and place.is_new:
            return [Problem("case_number", "没有案号，不能立为新案件。请填写案号，或者选定要并入的案件。")]
        return []
    seen = see_number(data.case_number)
    if seen is None:
        return [Problem("case_number", "案号的写法不对，应当像“（2025）鲁1402行初9001号”。" + CHECK)]
    found = [Problem("case_number", text) for text in seen.faults]
    found += [Problem("case_number", text, doubt=True) for text in seen.doubts]
    code = court_code(data.court)
    if seen.court and code and code != seen.court_code and court_name(data.court) != seen.court:
        found.append(
            Problem(
                "court",
                f"案号中的法院代字“{seen.court_code}”是{seen.court}，与所填法院不一致。{CHECK}",
                doubt=True,
            )
        )
    return found


def _days(data: Particulars) -> list[Problem]:
    today = clock.today()
    if data.served_on is None:
        return [Problem("served_on", "没有填写送达日期。请按送达回证或者收文章填写，期限从这一天起算。")]
    found = []
    for name, day, label in (
        ("served_on", data.served_on, "送达日期"),
        ("office_on", data.office_on, "办公室收到日期"),
        ("doc_date", data.doc_date, "落款日期"),
        ("accepted_on", data.accepted_on, "立案日期"),
    ):
        if day and day > today:
            found.append(Problem(name, f"{label}{_cn(day)}晚于今天。{CHECK}"))
        if day and name not in {"doc_date", "accepted_on"} and data.doc_date and day < data.doc_date:
            found.append(
                Problem(
                    name,
                    f"{label}{_cn(day)}早于文书落款日期{_cn(data.doc_date)}。请对照收文章或者送达回证核对。",
                )
            )
    return found


def _order(data: Particulars, place: Destination) -> list[Problem]:
    known = place.instance.accepted_on if place.instance else None
    accepted = known or data.accepted_on
    found = []
    if data.is_decision and data.doc_date and accepted and data.doc_date < accepted:
        found.append(
            Problem(
                "doc_date",
                f"裁判日期{_cn(data.doc_date)}早于法院立案日期{_cn(accepted)}。请对照落款日期和立案日期核对。",
            )
        )
    if data.hearing_day and accepted and data.hearing_day < accepted:
        found.append(
            Problem(
                "hearing_day",
                f"开庭日期{_cn(data.hearing_day)}早于法院立案日期{_cn(accepted)}。请对照传票核对。",
            )
        )
    if known and data.accepted_on and known != data.accepted_on:
        found.append(
            Problem(
                "accepted_on", f"立案日期与已登记的{_cn(known)}不同，已登记的不会改动。{CHECK}", doubt=True
            )
        )
    return found


def _content(data: Particulars) -> list[Problem]:
    found = []
    if data.is_decision and not data.doc_date:
        found.append(Problem("doc_date", "没有填写裁判文书的落款日期。请对照文书末页填写。"))
    if data.is_decision and not data.results:
        found.append(Problem("results", "没有选择裁判结果。请对照判决（裁定）主文选择，可以多选。"))
    if data.kind == "summons" and not data.hearing_day:
        found.append(Problem("hearing_day", "没有填写开庭日期。请对照传票“应到时间”填写。"))
    if data.hearing_time and not TIME.fullmatch(data.hearing_time):
        found.append(Problem("hearing_time", "开庭时间的写法不对，应当像“09:00”或者“14:30”。"))
    if data.kind == "head-notice" and not data.head_required:
        found.append(
            Problem("head_required", "没有选择法院通知谁出庭。请对照通知书选择负责人或者主要负责人。")
        )
    return found


def _parties(data: Particulars, place: Destination, by: Actor) -> list[Problem]:
    if place.case is not None:
        ours = bool(ours_in(place.case, by)) or any(one.ours for one in defendants_of(data, by))
        text = "所并入案件的被告不在本单位收文范围。请核对要并入的案件，或者把文书交给被告单位的办公室登记。"
        return [] if ours else [Problem("defendants", text)]
    if data.kind == "recommendation":
        return [Problem("related_case", "所涉案件还没有登记。请填写所涉案号，或者选定要并入的案件。")]
    found = (
        []
        if data.plaintiffs
        else [Problem("plaintiffs", "没有填写原告（申请人）。请对照文书填写，每行一个。")]
    )
    if not any(one.ours for one in defendants_of(data, by)):
        text = "本案被告不在本单位收文范围，机构名录中也没有由本单位代收的被告。请核对被告全称；确属其他单位的，把文书转交该单位。"
        found.append(Problem("defendants", text))
    return found


def _doubts(data: Particulars, place: Destination, by: Actor) -> list[Problem]:
    found = []
    if data.court and not court_name(data.court) and not data.is_reconsideration:
        found.append(Problem("court", f"法院名录中没有“{data.court}”。{CHECK}", doubt=True))
    if place.case is not None and place.instance is not None and data.doc_date:
        # A co-defendant's own copy is no repetition: only what this office has received already counts.
        same = CourtPaper.objects.filter(
            case=place.case,
            instance=place.instance,
            kind=data.kind,
            dated=data.doc_date,
            entries__kind="receipt",
            entries__organ_id__in=by.reach,
        ).exists()
        if same and data.kind not in ("other", "summons"):
            found.append(
                Problem(
                    "doc_date", "本案已经登记过同一日期的同种文书，可能是重复收文。请先查看案件。", doubt=True
                )
            )
    return found


def _cn(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
