"""What cannot be true of a fact, whoever enters it. Refused before anything is stored."""

from datetime import date

from yingsu.base import clock
from yingsu.base.refusal import Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Entry

PLANNED = frozenset({"hearing-set", "performance-ordered", "period-fixed", "extension-granted"})


def check_plausible(case: Case, happening: Happening) -> None:
    """Refuse a day in the future, a decision before the suit, a receipt before its paper, and the like."""
    today = clock.today()
    if happening.on > today:
        raise Refused(
            f"日期{_cn(happening.on)}晚于今天。", "请核对日期；尚未发生的事项，待发生后再登记。", field="on"
        )
    accepted = happening.instance.accepted_on if happening.instance else None
    if happening.kind == "decision-made" and accepted and happening.on < accepted:
        raise Refused(
            f"裁判日期{_cn(happening.on)}早于法院立案日期{_cn(accepted)}。",
            "请对照裁判文书落款日期核对；立案日期有误的，请先更正立案登记。",
            field="doc_date",
        )
    paper = happening.paper
    if happening.kind == "receipt" and paper and paper.dated and happening.on < paper.dated:
        raise Refused(
            f"收到日期{_cn(happening.on)}早于文书落款日期{_cn(paper.dated)}。",
            "请对照收文章或者送达回证核对收到日期。",
            field="received_on",
        )
    day = happening.values.get("day")
    if happening.kind == "hearing-set" and isinstance(day, date) and accepted and day < accepted:
        raise Refused(
            f"开庭日期{_cn(day)}早于法院立案日期{_cn(accepted)}。",
            "请对照传票核对开庭时间。",
            field="hearing",
        )
    _check_correction(case, happening.corrects)


def _check_correction(case: Case, corrected: Entry | None) -> None:
    if corrected is None:
        return
    if corrected.case_id != case.pk:
        raise Refused("要更正的登记不在本案。", "请回到本案日志，从要更正的那一条进入。")
    if Entry.objects.filter(corrects=corrected).exists():
        raise Refused("这一条已经更正过。", "请刷新页面，对最新的一条再作更正。", status=409)


def _cn(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
