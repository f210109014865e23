"""Dropping files, confirming a paper, setting it aside."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.intake.checking import problems_of
from yingsu.intake.destination import Destination, destination_of
from yingsu.intake.models import Proposal
from yingsu.intake.particulars import Particulars, fields_of
from yingsu.intake.queries import joinable_cases
from yingsu.web.intake.fields import FIELDS, WEIGHED, DayInput, kind_choices


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files of one drop; each is looked at by itself later."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """At least one file."""
        files = [one for one in (data if isinstance(data, (list, tuple)) else [data]) if one]
        if not files:
            raise forms.ValidationError("没有选择文件。请把法院送来的文书拖到框内，或者点“选择文件”。")
        return files


class DropForm(forms.Form):
    """What the court sent."""

    files = FilesField(label="法院文书")


class AsideForm(forms.Form):
    """Why a paper is not registered now."""

    reason = forms.CharField(
        label="暂不处理的原因",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "没有填写原因。请写明为什么暂不处理，以后查得到。"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ConfirmForm(forms.Form):
    """The particulars of a paper; the fields are those its kind asks for."""

    kind = forms.ChoiceField(label="文书种类")
    served_on = forms.DateField(
        label="送达日期",
        required=False,
        widget=DayInput(),
        help_text="据收文章；邮寄送达的以回证为准。期限从这一天起算",
    )
    office_on = forms.DateField(
        label="办公室收到日期", required=False, widget=DayInput(), help_text="不填即与送达日期相同"
    )
    join = forms.ChoiceField(label="归入", required=False)
    accept_warnings = forms.BooleanField(label="已对照原件核对，仍按所填登记", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, proposal: Proposal, actor: Actor, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.proposal, self.actor = proposal, actor
        self.place: Destination | None = None
        self.has_doubts = False
        self.names = fields_of(kind)
        for name in self.names:
            self.fields[name] = FIELDS[name](actor)
        self.fields["kind"].choices = kind_choices()
        cases = [
            (str(case.pk), f"{case.case_number or '案号待补'}　{case.title}")
            for case in joinable_cases(actor, limit=100)
        ]
        self.fields["join"].choices = [("", "按案号和当事人自动判断"), ("new", "登记为新案件"), *cases]
        for name in self.fields.keys() & WEIGHED:
            self.fields[name].widget.attrs["data-weighed"] = ""

    def particulars(self, read: Mapping[str, Any] | None = None) -> Particulars:
        """The particulars as they stand in the form; what is not in it as *read*."""
        values = dict(read or {}) | {
            name: value
            for name, value in self.cleaned_data.items()
            if name in Particulars.__dataclass_fields__
            and value is not None
            and (read is None or self._said(name))
        }
        join = self.cleaned_data.get("join", "")
        values["results"] = tuple(values.get("results", ()))
        values["case_pk"] = int(join) if join.isdigit() else None
        values["separate"] = join == "new"
        if "doc_type" not in self.names:
            same = values["kind"] == self.proposal.kind and self.proposal.doc_type
            values["doc_type"] = self.proposal.doc_type if same else dict(kind_choices())[values["kind"]]
        return Particulars(**values)

    def _said(self, name: str) -> bool:
        """Whether the page sent the value: what is weighed is always sent, an empty tick by its absence."""
        return name in self.data or name in WEIGHED

    def clean(self) -> dict[str, Any]:
        """Everything that is wrong, each at its field."""
        cleaned = dict(super().clean() or {})
        if "kind" not in cleaned:
            return cleaned
        data = self.particulars()
        try:
            self.place = destination_of(data, by=self.actor, batch=self.proposal.upload.batch)
        except Refused as refused:
            self._add(refused.field, refused.message + refused.remedy)
            return cleaned
        for problem in problems_of(data, self.place, by=self.actor):
            self.has_doubts = self.has_doubts or problem.doubt
            if not (problem.doubt and data.accept_warnings):
                self._add(problem.field, problem.text)
        return cleaned

    def _add(self, field: str, text: str) -> None:
        self.add_error(field if field in self.fields else None, text)
