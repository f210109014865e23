"""Forms that act once: a double click or a reload has a single effect, and a refusal loses nothing typed."""

import hashlib
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yingsu.base import clock
from yingsu.base.models import UsedForm
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx

T = TypeVar("T")


class _Seen(Exception):
    """The form's mark was used before."""


def fresh_mark() -> str:
    """A mark for one rendering of a form."""
    return secrets.token_urlsafe(18)


def submitted(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], T],
    *,
    to: str | Callable[[T], str],
    says: str | Callable[[T], str] = "已保存。",
) -> HttpResponse | None:
    """Run *act* with the form's data, once, in one transaction; None when the page must be shown (again).

    *to* is where to go on success, *says* what is told there. A `Refused` becomes an error of the form, at its
    field when it names one; everything typed stays.
    """
    if request.method != "POST":
        return None
    mark = _mark_of(request)
    seen = _answer_of(mark)
    if seen:
        return _again(request, seen)
    if not form.is_valid():
        return None
    try:
        with write_tx():
            used = _use(mark)
            result = act(form.cleaned_data)
            used.answer = to if isinstance(to, str) else to(result)
            used.save(update_fields=["answer"])
    except _Seen:
        return _again(request, _answer_of(mark) or "/")
    except Refused as refused:
        field = refused.field if refused.field in form.fields else None
        form.add_error(field, "".join((refused.message, refused.remedy)))
        form.refused_status = refused.status
        return None
    messages.success(request, says if isinstance(says, str) else says(result))
    return HttpResponseRedirect(used.answer)


def answered_before(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form already sent, for a page whose object is gone once it has acted."""
    seen = _answer_of(_mark_of(request))
    return _again(request, seen) if seen else None


def _mark_of(request: HttpRequest) -> str:
    """What tells this submission from others: the form's mark, at this address, of this person.

    A page may show several forms with one mark; the one sent after the other (“back”) is another submission.
    """
    told = (str(request.user.pk), request.path, request.POST.get("_mark", "") or fresh_mark())
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _use(mark: str) -> UsedForm:
    try:
        return UsedForm.objects.create(mark=mark, answer="", used_at=clock.now())
    except IntegrityError as error:
        raise _Seen from error


def _answer_of(mark: str) -> str:
    return UsedForm.objects.filter(mark=mark).values_list("answer", flat=True).first() or ""


def _again(request: HttpRequest, answer: str) -> HttpResponse:
    messages.info(request, "这份表单已经提交过，没有重复处理。")
    return HttpResponseRedirect(answer)


def show_form(
    request: HttpRequest, template: str, form: forms.BaseForm, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of a form; 422 (or the refusal's own status) when it was refused."""
    status = getattr(form, "refused_status", 422) if form.is_bound and form.errors else 200
    return render(
        request, template, {"form": form, "form_mark": fresh_mark(), **(context or {})}, status=status
    )
