"""Forms of the archive."""

from typing import Any

from django import forms

from yingsu.archive.listing import Filters
from yingsu.archive.models import Volume
from yingsu.base.actor import Actor
from yingsu.organs.models import Organ

ALL = [("", "全部")]


class FilterForm(forms.Form):
    """Narrows the list of volumes."""

    q = forms.CharField(label="卷号、案号、案件名称或者当事人", required=False, max_length=80)
    year = forms.TypedChoiceField(label="归档年度", required=False, coerce=int, empty_value=None)
    organ = forms.ModelChoiceField(
        label="立卷单位", required=False, queryset=Organ.objects.none(), empty_label="全部"
    )
    state = forms.ChoiceField(label="状态", required=False, choices=[*ALL, *Volume.State.choices])

    def __init__(self, data: Any, *, actor: Actor, years: list[int]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [*ALL, *((year, f"{year}年") for year in years)]
        organs = Organ.objects.filter(pk__in=actor.reach)
        self.fields["organ"].queryset = organs
        if organs.count() < 2:
            del self.fields["organ"]

    def filters(self) -> Filters:
        """The filters; what does not read narrows nothing."""
        self.is_valid()
        known = self.cleaned_data
        organ = known.get("organ")
        return Filters(
            known.get("q", ""), known.get("year"), organ.pk if organ else None, known.get("state", "")
        )


class ExplainForm(forms.Form):
    """Why a required paper is not in the volume."""

    key = forms.ChoiceField(label="所缺文书", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="缺件原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入备考表，如：法院以电话通知开庭，未送达传票。",
    )

    def __init__(self, *args: Any, keys: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = [(key, key) for key in keys]
