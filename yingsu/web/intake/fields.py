"""The field of each particular, in the words of the page."""

import re
from collections.abc import Callable
from typing import Any

from django import forms

from yingsu import law
from yingsu.base.actor import Actor
from yingsu.conduct.queries import fields
from yingsu.docket.models import Case
from yingsu.intake.particulars import paper_kinds
from yingsu.intake.queries import units_under
from yingsu.intake.results import result_choices

SPLIT = re.compile(r"[\n;；、]+")
UNSAID = ("", "（未写明）")


class DayInput(forms.DateInput):
    """The browser's date field."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class NamesField(forms.CharField):
    """Names, one a line; marks between names are understood too."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(required=False, max_length=2000, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        """Lines."""
        return "\n".join(value) if isinstance(value, (tuple, list)) else value

    def to_python(self, value: Any) -> Any:
        """A tuple of names without empty ones."""
        words = (word.strip() for word in SPLIT.split(super().to_python(value)))
        return tuple(dict.fromkeys(word for word in words if word))


def _text(label: str, longest: int = 120, words: str = "") -> Callable[[Actor], forms.Field]:
    return lambda actor: forms.CharField(label=label, required=False, max_length=longest, help_text=words)


def _day(label: str, words: str = "") -> Callable[[Actor], forms.Field]:
    return lambda actor: forms.DateField(label=label, required=False, widget=DayInput(), help_text=words)


def _days(label: str, words: str = "") -> Callable[[Actor], forms.Field]:
    return lambda actor: forms.IntegerField(
        label=label, required=False, min_value=1, max_value=730, help_text=words
    )


def _tick(label: str, words: str = "") -> Callable[[Actor], forms.Field]:
    return lambda actor: forms.BooleanField(label=label, required=False, help_text=words)


def _names(label: str, words: str = "每行一个") -> Callable[[Actor], forms.Field]:
    return lambda actor: NamesField(label=label, help_text=words)


def _choice(label: str, choices: list[tuple[str, str]], words: str = "") -> Callable[[Actor], forms.Field]:
    return lambda actor: forms.ChoiceField(label=label, required=False, choices=choices, help_text=words)


def _act_by(actor: Actor) -> forms.Field:
    units = [(organ.code, organ.name) for organ in units_under(actor)]
    words = "政府为被告时，选实际承办该行政行为的部门或者乡镇（办法第十二条）；不清楚的可以不选"
    return forms.ChoiceField(
        label="行政行为承办单位", required=False, choices=[UNSAID, *units], help_text=words
    )


def _results(actor: Actor) -> forms.Field:
    return forms.MultipleChoiceField(
        label="裁判结果",
        required=False,
        choices=result_choices(),
        widget=forms.CheckboxSelectMultiple,
        help_text="对照主文选择，可以多选",
    )


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of court papers with their words."""
    return [(code, law.word_of("receipt", "paper", code)) for code in paper_kinds()["order"]]


FIELDS: dict[str, Callable[[Actor], forms.Field]] = {
    "doc_type": _text("文书名称", 60),
    "case_number": _text("案号", 80),
    "prior_case_number": _text("原审案号", 80, "二审、再审文书载明的前一审案号"),
    "related_case": _text("所涉案号", 80, "建议书中提到的案件"),
    "court": _text("法院"),
    "plaintiffs": _names("原告"),
    "defendants": _names("被告", "机构全称，每行一个"),
    "third_parties": _names("第三人"),
    "cause": _text("案由", 200),
    "management_field": _choice("行政管理领域", [UNSAID, *fields().items()]),
    "act_name": _text("被诉行政行为", 200),
    "act_number": _text("行政行为文号", 120),
    "act_date": _day("行政行为日期"),
    "doc_date": _day("落款日期"),
    "accepted_on": _day("立案日期"),
    "route": _choice("起诉途径", [("", "按当事人判断"), *Case.Route.choices]),
    "reconsidered_by": _text("复议机关", 120, "被告中作出复议决定的机关；一般由系统判断，可以不填"),
    "act_by": _act_by,
    "procedure": _choice("审理程序", [UNSAID, ("ordinary", "普通程序"), ("simplified", "简易程序")]),
    "deadline_days": _days("答辩举证期限（日）"),
    "complaint_enclosed": _tick(
        "随文送达了起诉状副本", "答辩、举证期限自收到起诉状副本之日起算（行政诉讼法第六十七条）"
    ),
    "head_required": _choice("负责人出庭", [UNSAID, ("head", "负责人"), ("main-head", "主要负责人")]),
    "hearing_day": _day("开庭日期"),
    "hearing_time": _text("开庭时间", 5, "如 09:00"),
    "hearing_place": _text("开庭地点"),
    "another_hearing": _tick("另行一次开庭", "不勾选时，视为原定开庭改期"),
    "results": _results,
    "lost": _tick("行政机关败诉"),
    "appealable": _tick("可以上诉"),
    "final": _tick("终审、已生效"),
    "performance_days": _days("履行期限（日）", "主文写明的，如“六十日内重新作出行政行为”"),
    "reply_days": _days("答复期限（日）"),
    "reply_by": _day("答复截止日"),
    "about": _choice("建议事项", [("conduct", "行政执法活动"), ("normative-document", "规范性文件")]),
    "judge": _text("审判人员"),
    "phone": _text("法院联系电话", 60),
}
# What the list of duties depends on; asked for again when one of them changes. No names of persons.
WEIGHED = frozenset(
    {
        "kind",
        "served_on",
        "office_on",
        "accepted_on",
        "doc_date",
        "procedure",
        "deadline_days",
        "complaint_enclosed",
        "head_required",
        "hearing_day",
        "hearing_time",
        "results",
        "lost",
        "appealable",
        "final",
        "performance_days",
        "reply_days",
        "reply_by",
        "about",
        "act_by",
        "route",
        "case_number",
        "prior_case_number",
        "related_case",
        "defendants",
        "join",
        "another_hearing",
    }
)
FULL = frozenset({"results", "complaint_enclosed", "another_hearing", "act_by"})
