"""Forms around a hearing."""

from typing import Any

from django import forms

from yingsu.base import clock
from yingsu.conduct.queries import fields
from yingsu.hearings.models import Inability
from yingsu.hearings.queries import heads_to_choose
from yingsu.organs.models import Organ, Post
from yingsu.web.docket.forms import DayInput

DAY = {"invalid": "请按 2025-03-18 的样式填写日期。"}
MARKS = [
    ("public-interest", "涉及重大公共利益"),
    ("attention", "社会关注度高"),
    ("mass-incident", "可能引发群体性事件"),
    ("other", "其他应当由主要负责人出庭的"),
]
HEADINGS = {
    "standing": "主体资格和权限",
    "facts": "行政行为认定的事实",
    "evidence": "证据效力",
    "procedure": "行政程序",
    "law": "适用法律",
}


class NoteForm(forms.Form):
    """A form whose only question is the day it happened."""

    on = forms.DateField(label="日期", widget=DayInput(), initial=clock.today, error_messages=DAY)


class HearingForm(forms.Form):
    """A hearing as the summons gives it."""

    day = forms.DateField(label="开庭日期", widget=DayInput(), error_messages=DAY)
    time = forms.TimeField(
        label="开庭时间",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "请按 09:00 的样式填写时间。"},
    )
    place = forms.CharField(label="开庭地点", max_length=100)

    def clean_time(self) -> str:
        """The time as the docket keeps it."""
        return f"{self.cleaned_data['time']:%H:%M}"


class MarkForm(forms.Form):
    """The ground on which the main head must appear (办法第十九条)."""

    ground = forms.ChoiceField(label="标注情形", choices=MARKS, widget=forms.RadioSelect)


class PlanForm(forms.Form):
    """Who appears."""

    head = forms.ModelChoiceField(
        label="拟出庭负责人",
        queryset=Post.objects.none(),
        required=False,
        empty_label="负责人不能出庭",
        help_text="包括正职、副职负责人和参与分管的负责人；下级机关、受委托组织的负责人不能作为被诉行政机关负责人出庭。",
    )
    staff = forms.CharField(
        label="出庭工作人员",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="每行一人，写姓名和职务，如：尹归舟 法制大队民警。",
    )
    lawyers = forms.CharField(
        label="委托律师",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="每行一人，写姓名和律师事务所。不得仅委托律师出庭。",
    )

    def __init__(self, *args: Any, defendant: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["head"].queryset = heads_to_choose(defendant)
        self.fields["head"].label_from_instance = _head_words

    def clean_staff(self) -> list[str]:
        """One person a line."""
        return _lines(self.cleaned_data["staff"])

    def clean_lawyers(self) -> list[str]:
        """One person a line."""
        return _lines(self.cleaned_data["lawyers"])


class InabilityForm(forms.Form):
    """Why the head cannot appear."""

    ground = forms.ChoiceField(label="情形", choices=Inability.Ground.choices, widget=forms.RadioSelect)
    statement = forms.CharField(label="情况说明", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    proof = forms.CharField(
        label="证明材料", required=False, max_length=300, help_text="写明材料名称和份数。"
    )
    sealed = forms.BooleanField(label="已加盖行政机关印章，或者由主要负责人签字认可", required=False)
    on = forms.DateField(label="提交法院日期", widget=DayInput(), initial=clock.today, error_messages=DAY)


class RecordForm(forms.Form):
    """What happened at the hearing."""

    head_appeared = forms.TypedChoiceField(
        label="负责人是否到庭",
        choices=[("yes", "到庭"), ("no", "未到庭")],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    head = forms.ModelChoiceField(
        label="到庭负责人",
        queryset=Post.objects.none(),
        required=False,
        empty_label="没有负责人到庭",
        help_text="以庭审笔录、裁判文书载明的为准；与报备的不是同一人的，选实际到庭的负责人。",
    )
    head_spoke = forms.BooleanField(label="负责人参与庭审发言", required=False)
    proof = forms.CharField(
        label="出庭凭据",
        required=False,
        max_length=300,
        help_text="庭审笔录页码，或者载明负责人出庭的裁判文书。",
    )
    resolution = forms.CharField(
        label="就实质性解决行政争议发表的意见",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    dispute = forms.CharField(
        label="争议焦点", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    settlement = forms.CharField(
        label="和解、调解情况及结果",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    left_early = forms.BooleanField(label="有出庭人员未经法庭许可中途退庭", required=False)

    def __init__(self, *args: Any, defendant: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["head"].queryset = heads_to_choose(defendant)
        self.fields["head"].label_from_instance = _head_words
        for code, words in HEADINGS.items():
            self.fields[f"on_{code}"] = forms.CharField(
                label=f"关于{words}的论证",
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        """The arguments on the five heads gathered into one value."""
        data = super().clean() or {}
        data["arguments"] = {code: data.pop(f"on_{code}", "") for code in HEADINGS}
        return data


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _head_words(post: Post) -> str:
    charge = _charge(post)
    return f"{post.person.name}　{post.title}{f'（分管：{charge}）' if charge else ''}"


def _charge(post: Post) -> str:
    """What the head is in charge of, in words: other organs by short name, fields of management by name."""
    organs = dict(Organ.objects.filter(code__in=post.portfolio).values_list("code", "short_name"))
    organs.pop(post.organ.code, None)
    words = [organs.get(code) or fields().get(code, "") for code in post.portfolio]
    return "、".join(word for word in words if word)
