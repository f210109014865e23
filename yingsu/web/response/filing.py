"""What goes to the court: answer, evidence, more time (办法第十四条第二款)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.audit.actions import record
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.docket.queries import standing_entries
from yingsu.documents.queries import latest_of
from yingsu.files.actions import keep, read_bytes
from yingsu.response import actions
from yingsu.response import capabilities as rights
from yingsu.response.queries import filings_of, is_signed_off
from yingsu.web.response.forms import ExtensionAnswerForm, ExtensionForm, FilingForm
from yingsu.web.response.side import Side, side_of
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import show_form, submitted

RULES = (
    "sign-off-answer",
    "answer",
    "evidence",
    "reply-to-appeal",
    "reply-to-retrial",
    "reconsideration-answer",
    "reconsideration-answer-simplified",
    "extension-application",
)


@require_http_methods(["GET", "POST"])
def filing(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Whether it may go out, what went out; POST records a filing."""
    side = side_of(request, case_pk, "filing")
    form = FilingForm(request.POST or None, request.FILES or None, auto_id="filing_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.file_with_court(**side.who, **_kept(data)),
        to=side.to("filing"),
        says="已登记提交法院。",
    )
    return answer or _page(request, side, filed=form)


@require_POST
def apply(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Record the written application for more time."""
    side = side_of(request, case_pk, "filing")
    form = ExtensionForm(request.POST, auto_id="extension_%s")
    done = submitted(
        request,
        form,
        lambda data: actions.apply_extension(**side.who, **data),
        to=side.to("filing"),
        says="已登记延期举证申请，请及时登记法院的答复。",
    )
    return done or _page(request, side, asked=form)


@require_POST
def answer(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Record what the court said of it."""
    side = side_of(request, case_pk, "filing")
    form = ExtensionAnswerForm(request.POST, auto_id="court_%s")
    done = submitted(
        request,
        form,
        lambda data: _answered(side, data),
        to=side.to("filing"),
        says="已登记法院的答复，期限已重新计算。",
    )
    return done or _page(request, side, answered=form)


@require_GET
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The proof of a filing."""
    side = side_of(request, case_pk, "filing")
    found = filings_of(side.case, side.defendant).filter(pk=pk).first()
    if found is None or found.file is None:
        raise Refused("没有找到这份凭证文件。", "请从提交法院页面进入。", status=404)
    with write_tx():
        record("response.open_proof", by=request.actor, on=found)
    return file_answer(read_bytes(found.file), found.file_name, found.file.content_type)


def _answered(side: Side, data: dict[str, Any]) -> Any:
    shared = {"on": data["on"], "note": data["note"]}
    if not data["granted"]:
        return actions.extension_refused(**side.who, **shared)
    return actions.extension_granted(
        **side.who, until=data["until"], cause_ended=data["cause_ended"], **shared
    )


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    upload = data.pop("file", None)
    if upload:
        data |= {"file": keep(upload.read(), name=upload.name), "file_name": upload.name}
    return data


def _page(
    request: HttpRequest,
    side: Side,
    *,
    filed: FilingForm | None = None,
    asked: ExtensionForm | None = None,
    answered: ExtensionAnswerForm | None = None,
) -> HttpResponse:
    signed = is_signed_off(side.case, side.defendant, side.instance)
    context = side.context(
        signed=signed,
        answer=latest_of(side.case, "answer", side.defendant, side.instance),
        filings=list(filings_of(side.case, side.defendant)),
        may_file=side.for_unit(rights.FILE),
        extension=_extension(side),
        filed=filed or FilingForm(auto_id="filing_%s"),
        asked=asked or ExtensionForm(auto_id="extension_%s"),
        answered=answered or ExtensionAnswerForm(auto_id="court_%s"),
        **side.duties(*RULES),
    )
    shown = answered or asked or filed or context["filed"]
    return show_form(request, "response/filing.html", shown, context)


def _extension(side: Side) -> list[Any]:
    """The entries about more time, of this defendant and instance."""
    kinds = ("extension-applied", "extension-granted", "extension-refused")
    return [
        one
        for one in standing_entries(side.case, *kinds)
        if one.organ_id == side.defendant.pk and one.instance == side.instance
    ]
