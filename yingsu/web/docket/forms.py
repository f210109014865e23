"""Filters of the case list and the correction of an entry."""

from typing import Any

from django import forms

from yingsu.base.actor import Actor
from yingsu.conduct.queries import fields
from yingsu.docket.listing import Filters
from yingsu.docket.models import Case
from yingsu.organs.models import Organ

ALL = [("", "全部")]


class DayInput(forms.DateInput):
    """The browser's date field."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class FilterForm(forms.Form):
    """Narrows the list; every field may stay empty."""

    q = forms.CharField(label="搜索", required=False, max_length=80)
    stage = forms.ChoiceField(label="阶段", required=False, choices=[*ALL, *Case.Stage.choices])
    organ = forms.ModelChoiceField(
        label="单位", required=False, queryset=Organ.objects.none(), empty_label="全部"
    )
    route = forms.ChoiceField(label="起诉途径", required=False, choices=[*ALL, *Case.Route.choices])
    field = forms.ChoiceField(label="管理领域", required=False)
    closed = forms.ChoiceField(
        label="归档", required=False, choices=[*ALL, ("no", "未归档"), ("yes", "已归档")]
    )
    since = forms.DateField(label="登记自", required=False, widget=DayInput())
    until = forms.DateField(label="登记至", required=False, widget=DayInput())
    overdue = forms.BooleanField(label="仅看有逾期事项的", required=False)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        organs = Organ.objects.filter(pk__in=actor.reach)
        self.fields["organ"].queryset = organs
        self.fields["field"].choices = [*ALL, *fields().items()]
        if organs.count() < 2:
            del self.fields["organ"]

    def filters(self) -> Filters:
        """The filters; a field that does not read is left out (its error stands beside it)."""
        self.is_valid()
        known = self.cleaned_data
        organ = known.get("organ")
        return Filters(
            text=known.get("q", ""),
            stage=known.get("stage", ""),
            organ=organ.pk if organ else None,
            route=known.get("route", ""),
            field=known.get("field", ""),
            closed=known.get("closed", ""),
            overdue=bool(known.get("overdue")),
            since=known.get("since"),
            until=known.get("until"),
        )


class CorrectionForm(forms.Form):
    """A correcting entry: the right day, or that the entry was made in error."""

    on = forms.DateField(
        label="正确的发生日期",
        widget=DayInput(),
        error_messages={"invalid": "请按 2025-03-18 的样式填写日期。"},
    )
    withdrawn = forms.BooleanField(label="该事项登记有误，并未发生", required=False)
    note = forms.CharField(
        label="更正原因",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="更正不会删除原登记；原登记与更正都留在日志中，期限随之重新计算。",
    )
