"""Forms of the response pages."""

from typing import Any

from django import forms

from yingsu.base import clock
from yingsu.organs.models import Organ
from yingsu.response.models import CourtFiling, EvidenceItem, RiskAssessment
from yingsu.web.docket.forms import DayInput
from yingsu.web.response.side import units_to_choose

DAY = {"invalid": "请按 2025-03-18 的样式填写日期。", "required": "请填写日期。"}
NO_SECRETS = "不得上传国家秘密。可上传 PDF、DOCX、TXT 或者图片。"


def day_field(label: str, **more: Any) -> forms.DateField:
    """A day, today unless another is written."""
    return forms.DateField(
        **{"label": label, "widget": DayInput(), "initial": clock.today, "error_messages": DAY, **more}
    )


def text_field(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        **{
            "label": label,
            "max_length": 4000,
            "widget": forms.Textarea(attrs={"rows": rows}),
            "required": False,
            **more,
        }
    )


def unit_field(label: str, **more: Any) -> forms.ModelChoiceField:
    """A choice of organs; the form fills it."""
    return forms.ModelChoiceField(
        **{
            "label": label,
            "queryset": Organ.objects.none(),
            "empty_label": "请选择",
            "error_messages": {
                "required": "请选择承办单位。",
                "invalid_choice": "请从列表中选择本级的单位。",
            },
            **more,
        }
    )


class OfDefendant(forms.Form):
    """A form that chooses among the organs that may respond for a defendant."""

    def __init__(self, *args: Any, defendant: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_to_choose(defendant)


class OpinionForm(OfDefendant):
    """A handling opinion."""

    unit = unit_field("拟定承办单位")
    reason = text_field(
        "拟办理由", help_text="与规定推算的单位一致时可以不填，系统引用条文作为理由；不一致的必须写明。"
    )
    on = day_field("提出日期")


class DirectForm(OfDefendant):
    """How a head directs."""

    decision = forms.ChoiceField(
        choices=[("approve", "批准"), ("change", "改由"), ("return", "退回")],
        widget=forms.HiddenInput,
        required=True,
        error_messages={"required": "请点“批准”“改由所选单位承办”或者“退回”。"},
    )
    unit = unit_field("改由以下单位承办", required=False, help_text="只在改由其他单位承办时选择。")
    direction = text_field("批办意见", help_text="批准可以不写；改由其他单位承办、退回的，请写明理由。")


class DecideForm(OfDefendant):
    """The unit decided together."""

    unit = unit_field("会商确定的承办单位")
    reason = text_field(
        "会商情况", required=True, help_text="写明办公室与司法行政机关何时、由谁会商，以及确定的理由。"
    )
    on = day_field("确定日期")


class DayForm(forms.Form):
    """Only the day."""

    on = day_field("日期")


class TickForm(forms.Form):
    """One line of the checklist."""

    code = forms.CharField(max_length=40)
    done = forms.BooleanField(required=False)


class ItemForm(forms.Form):
    """A further thing to prepare."""

    text = forms.CharField(label="法院另外要求准备的事项", max_length=300)
    basis = forms.CharField(label="依据", max_length=200, required=False, help_text="如：举证通知书第二项。")


class FinishForm(forms.Form):
    """Preparation is finished."""

    reason = text_field("未完成事项的原因", rows=2, help_text="清单全部完成的不必填写。")
    on = day_field("完成日期")


class RiskForm(forms.Form):
    """The risk assessment."""

    level = forms.ChoiceField(
        label="风险等级", choices=RiskAssessment.Level.choices, widget=forms.RadioSelect
    )
    points = text_field("主要风险点", help_text="每行一项，可对照主体、事实、证据、程序、法律适用五个方面。")
    text = text_field("评估意见和应对建议")

    def clean_points(self) -> list[str]:
        """One point a line."""
        return [line.strip() for line in self.cleaned_data["points"].splitlines() if line.strip()]


class EvidenceForm(forms.Form):
    """One piece of evidence."""

    name = forms.CharField(label="证据名称", max_length=200)
    kind = forms.ChoiceField(
        label="证据种类",
        choices=[("", "请选择"), *EvidenceItem.Kind.choices],
        help_text="行政诉讼法第三十三条。",
    )
    source = forms.CharField(label="证据来源", max_length=200)
    form = forms.ChoiceField(label="原件或者复制件", choices=EvidenceItem.Form.choices, initial="copy")
    page_count = forms.IntegerField(
        label="页数", min_value=1, max_value=9999, help_text="起止页码按目录顺序自动接续。"
    )
    purpose = text_field("证明目的", required=True, help_text="办法第十六条：注明证明目的。")
    file = forms.FileField(label="证据文件", required=False, help_text=f"可以不上传。{NO_SECRETS}")


class FilingForm(forms.Form):
    """What goes to the court."""

    what = forms.ChoiceField(
        label="提交内容", choices=CourtFiling.What.choices[:3], initial="both", widget=forms.RadioSelect
    )
    way = forms.ChoiceField(label="提交方式", choices=CourtFiling.Way.choices)
    proof = forms.CharField(
        label="提交凭证", max_length=300, help_text="法院收件回执编号、邮件单号或者网上提交的受理号。"
    )
    on = day_field("提交日期")
    file = forms.FileField(
        label="凭证文件", required=False, help_text=f"回执扫描件，可以不上传。{NO_SECRETS}"
    )
    override_reason = text_field(
        "未经审签提交的原因", rows=2, help_text="只在尚未审签而已先行提交时填写，原因记入案件日志。"
    )


class ExtensionForm(forms.Form):
    """The written application for more time."""

    reason = text_field("不能按期提供证据的正当事由", required=True)
    way = forms.ChoiceField(label="提交方式", choices=CourtFiling.Way.choices)
    proof = forms.CharField(label="提交凭证", max_length=300, help_text="回执编号或者邮件单号。")
    on = day_field("提交日期")
    late_reason = text_field("期限届满后才提出的原因", rows=2, help_text="在举证期限届满前提出的不必填写。")


class ExtensionAnswerForm(forms.Form):
    """What the court said of it."""

    granted = forms.TypedChoiceField(
        label="法院的答复",
        choices=[("yes", "准许延期"), ("no", "不准许")],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    until = day_field("准许延至", required=False, initial=None, help_text="法院写明截止日的，填这里。")
    cause_ended = day_field(
        "正当事由消除之日",
        required=False,
        initial=None,
        help_text="法院没有写明截止日的，填这里，期限由此推算。",
    )
    on = day_field("收到答复日期")
    note = text_field("说明", rows=2)
