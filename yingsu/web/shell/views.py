"""Signing in and out, and the answer to “are you there”."""

from django import forms
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yingsu.access.actions import check_sign_in
from yingsu.access.queries import actor_for
from yingsu.audit.actions import record
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.web.shell.submitting import show_form


class SignInForm(forms.Form):
    """Name and password."""

    name = forms.CharField(label="登录名", max_length=60)
    password = forms.CharField(label="口令", max_length=200, widget=forms.PasswordInput)


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            account = check_sign_in(address=request.META.get("REMOTE_ADDR", ""), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message + refused.remedy)
            form.refused_status = refused.status
        else:
            login(request, account, backend="django.contrib.auth.backends.ModelBackend")
            with write_tx():
                record("access.sign_in", by=actor_for(account, request_id=request.request_id))
            return HttpResponseRedirect(target)
    return show_form(request, "shell/sign_in.html", form, {"next": target})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    with write_tx():
        record("access.sign_out", by=request.actor)
    logout(request)
    messages.info(request, "已退出登录。")
    return redirect(reverse("sign_in"))


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """For the process keeper: answers when the platform serves."""
    return HttpResponse("ok", content_type="text/plain")
