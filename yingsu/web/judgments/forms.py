"""Forms of what follows a decision."""

from typing import Any

from django import forms

from yingsu.base import clock
from yingsu.docket.models import Case, Decision
from yingsu.intake.results import result_choices
from yingsu.judgments.actions import Received
from yingsu.judgments.models import AppealDecision
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import heads_of
from yingsu.web.docket.forms import DayInput

DAY = {"invalid": "请按 2025-03-18 的样式填写日期。"}
SIDES = [("other", "对方当事人"), ("us", "我方（被诉行政机关）")]
YES_NO = [("yes", "是"), ("no", "否")]


def _day(label: str, *, required: bool = True, today: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=DayInput(),
        initial=clock.today if today else None,
        error_messages=DAY,
        help_text=help_text,
    )


def _yes_no(label: str, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
        help_text=help_text,
    )


def _text(
    label: str, *, most: int = 2000, rows: int = 3, required: bool = True, help_text: str = ""
) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=area, required=required, help_text=help_text)


class DayForm(forms.Form):
    """A form whose only question is the day it happened."""

    on = _day("日期")


class DecisionForm(forms.Form):
    """A decision by structured choice (never free text), with the days it was received."""

    instance = forms.ModelChoiceField(label="审级", queryset=None, empty_label=None)
    form = forms.ChoiceField(label="裁判形式", choices=Decision.Form.choices, widget=forms.RadioSelect)
    decided_on = _day("裁判日期", today=False, help_text="裁判文书落款日期。")
    results = forms.MultipleChoiceField(
        label="裁判结果",
        choices=result_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="按裁判主文逐项勾选，可以多选。",
        error_messages={"required": "请按裁判主文勾选裁判结果。"},
    )
    lost = _yes_no(
        "是否败诉", "行政行为被撤销、变更、确认违法或者无效，被判决履行、给付、赔偿、采取补救措施的，为败诉。"
    )
    final = _yes_no("是否终审", "第二审裁判以及裁定书写明不得上诉的，选“是”。")
    party = _day("送达被诉行政机关日期", help_text="上诉期限自送达的次日起算。")
    office = _day("办公室收到日期", required=False, today=False, help_text="与送达同日的，可以不填。")
    unit = _day(
        "承办单位收到日期",
        required=False,
        today=False,
        help_text="本单位签收的日期，报告和归档的期限自此起算。",
    )

    def __init__(self, *args: Any, case: Case, in_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        instances = case.instances.order_by("-ordinal")
        self.fields["instance"].queryset = instances
        self.fields["instance"].initial = instances.first()
        if not in_unit:
            del self.fields["unit"]

    def told(self) -> dict[str, Any]:
        """The checked answers as the action takes them."""
        known = dict(self.cleaned_data)
        days = {name: known.pop(name, None) for name in ("party", "office", "unit")}
        return {**known, "received": Received(**days)}


class AppealForm(forms.Form):
    """Whether to appeal, or to apply for retrial."""

    choice = forms.ChoiceField(label="决定", widget=forms.RadioSelect)
    head = forms.ModelChoiceField(
        label="作出决定的负责人",
        queryset=Post.objects.none(),
        empty_label="请选择",
        help_text="由被诉行政机关决定，承办单位据此登记（办法第二十五条第三款）。",
    )
    reason = _text("理由", help_text="写明研究经过和主要理由。")
    on = _day("决定日期")

    def __init__(self, *args: Any, appealable: bool, defendant: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["head"].queryset = heads_of(defendant)
        kinds = AppealDecision.Choice
        offered = (kinds.APPEAL, kinds.ACCEPT) if appealable else (kinds.RETRIAL, kinds.NONE)
        self.fields["choice"].choices = [(one.value, one.label) for one in offered]


class LodgedForm(forms.Form):
    """An appeal lodged or a retrial applied for."""

    what = forms.ChoiceField(
        label="事项", choices=[("appeal", "提起上诉"), ("retrial", "申请再审")], widget=forms.RadioSelect
    )
    side = forms.ChoiceField(label="由谁提起", choices=SIDES, widget=forms.RadioSelect)
    on = _day("提起日期", help_text="我方提起的，以向人民法院递交上诉状、再审申请书之日为准。")


class PerformanceForm(forms.Form):
    """One thing the decision orders."""

    what = _text(
        "履行内容", most=300, help_text="按裁判主文写，一项一条，如：对林景澄的申请重新作出处理决定。"
    )
    days = forms.IntegerField(
        label="履行期限（日）",
        required=False,
        min_value=1,
        max_value=3650,
        help_text="主文写“自判决生效之日起六十日内”的，填 60，自裁判生效之日起计算。",
    )
    until = _day(
        "履行日期",
        required=False,
        today=False,
        help_text="主文写明具体日期的填写；没有确定期限的两项都不填，但应当及时履行。",
    )


class ProgressForm(forms.Form):
    """A dated line of progress."""

    text = _text("进展情况", most=500)
    on = _day("日期")


class DoneForm(forms.Form):
    """The item is performed."""

    proof = forms.CharField(
        label="履行凭据",
        max_length=300,
        help_text="写明能够证明履行完毕的材料，如重新作出的决定书文号、付款凭证、送达回证。",
    )
    on = _day("履行完毕日期")


class OpinionForm(forms.Form):
    """The written opinion on a recommendation."""

    opinion = _text("书面意见", most=5000, rows=8, help_text="逐项说明采纳情况、整改措施和完成时间。")


class AnswerForm(forms.Form):
    """The answer to the court."""

    proof = forms.CharField(label="回复凭据", max_length=300, help_text="写明复函文号、送达方式和签收情况。")
    on = _day("回复日期")


class SelfCorrectionForm(forms.Form):
    """What was corrected and when."""

    what = _text("纠正情况", rows=5, help_text="写明被诉行政行为有何违法或者明显不当，以及如何纠正。")
    on = _day("纠正日期")
