"""The list of documents, one document, its steps, its files."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.audit.actions import record
from yingsu.base.actor import Actor
from yingsu.base.numbers import number_in
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.docket.queries import case_for
from yingsu.documents import actions, queries
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.web.documents.content import ContentForm, differences
from yingsu.web.documents.page import document_page, row
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import show_form, submitted

PAGE = 50
TABS = {"mine": "起草和送审中", "waiting": "待我审签", "all": "全部"}


class StepForm(forms.Form):
    """A step of the sign-off: the version seen, and what is said of it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="意见",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="退回的必须写明理由；审签可以不写。",
    )


@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    """Mine, waiting for sign-off, all; newest first."""
    actor: Actor = request.actor
    lists = {
        "mine": queries.my_documents(actor),
        "waiting": queries.to_sign_off(actor),
        "all": queries.all_documents(actor),
    }
    waiting = lists["waiting"].count()
    chosen = request.GET.get("tab", "")
    if chosen not in TABS:
        chosen = "waiting" if waiting else "mine"
    before = number_in(request.GET.get("before", ""))
    rows = lists[chosen].filter(pk__lt=before) if before else lists[chosen]
    page = list(rows[: PAGE + 1])
    context = {
        "tabs": [
            {
                "label": label,
                "url": f"?tab={name}",
                "current": name == chosen,
                "count": waiting if name == "waiting" else None,
            }
            for name, label in TABS.items()
        ],
        "rows": [row(one) for one in page[:PAGE]],
        "tab": chosen,
        "first_url": f"?tab={chosen}" if before else "",
        "next_url": f"?tab={chosen}&before={page[PAGE - 1].pk}" if len(page) > PAGE else "",
    }
    return render(request, "documents/list.html", context)


@require_GET
def case_documents(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The documents of one case."""
    case = case_for(request.actor, case_pk)
    context = {"case": case, "rows": [row(one) for one in queries.documents_of(case)]}
    return render(request, "documents/of_case.html", context)


@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: its content as a form for the drafter, to be read by others; saving adds a version."""
    actor: Actor = request.actor
    found = queries.document_for(actor, pk)
    kind = kinds()[found.kind]
    form = ContentForm(request.POST or None, kind=kind, content=found.data)
    answer = submitted(
        request,
        form,
        lambda data: actions.revise(
            document=found, data=form.written(), version=_version(request), by=actor, note=data["note"]
        ),
        to=reverse("document", args=[found.pk]),
        says="已保存为新的版本。",
    )
    return answer or _page(request, found, form)


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Put up for sign-off."""
    return _step(request, pk, lambda found, data: actions.submit(document=found, version=data["version"], by=_by(request)),
                 "已送负责人审签。")  # fmt: skip


@require_POST
def sign_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign off."""
    return _step(
        request,
        pk,
        lambda found, data: actions.sign_off(
            document=found, version=data["version"], opinion=data["reason"], by=_by(request)
        ),
        "已审签。",
    )


@require_POST
def return_(request: HttpRequest, pk: int) -> HttpResponse:
    """Send back with a reason."""
    return _step(
        request,
        pk,
        lambda found, data: actions.return_(
            document=found, version=data["version"], reason=data["reason"], by=_by(request)
        ),
        "已退回起草单位修改。",
    )


@require_GET
def file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The document as PDF (shown) or DOCX (saved); ?version= for an earlier one."""
    found = queries.document_for(_by(request), pk)
    wanted = number_in(request.GET.get("version", ""))
    number = found.version if wanted is None else wanted
    data = queries.render(found, form, version=number)
    with write_tx():
        record("documents.open_file", by=_by(request), on=found, form=form, version=number)
    name = f"{found.title}（第{number}版）.{form}"
    return file_answer(data, name, queries.TYPES[form], inline=form == "pdf")


def _by(request: HttpRequest) -> Actor:
    return request.actor


def _version(request: HttpRequest) -> int:
    version = number_in(request.POST.get("version", ""))
    if version is None:
        raise Refused("提交的内容不完整，没有版本号。", "请刷新页面后重新填写。", status=400)
    return version


def _step(request: HttpRequest, pk: int, act: Any, says: str) -> HttpResponse:
    found = queries.document_for(_by(request), pk)
    form = StepForm(request.POST, auto_id="step_%s")
    answer = submitted(
        request, form, lambda data: act(found, data), to=reverse("document", args=[found.pk]), says=says
    )
    if answer:
        return answer
    content = ContentForm(kind=kinds()[found.kind], content=found.data)
    return _page(request, queries.document_for(_by(request), pk), content, step=form)


def _page(
    request: HttpRequest, found: Document, content: ContentForm, *, step: StepForm | None = None
) -> HttpResponse:
    stale = getattr(content, "refused_status", 0) == 409
    found.refresh_from_db()
    context = document_page(found, _by(request))
    context |= {
        "content": content,
        "grids": content.grids(),
        "step": step or StepForm(initial={"version": found.version}, auto_id="step_%s"),
        "version": found.version if stale or not content.is_bound else _version(request),
        "conflict": differences(kinds()[found.kind], content.written(), found.data) if stale else [],
    }
    return show_form(request, "documents/document.html", step or content, context)
