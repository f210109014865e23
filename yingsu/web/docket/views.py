"""The case list, one case, its printed docket, a correction, a received paper."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx
from yingsu.docket.capabilities import CORRECT
from yingsu.docket.listing import list_cases
from yingsu.docket.models import CourtPaper
from yingsu.docket.queries import case_for, entries_of
from yingsu.duties.corrections import correct, require_own
from yingsu.files.actions import read_bytes
from yingsu.web.docket.case_view import whole_case
from yingsu.web.docket.forms import CorrectionForm, FilterForm
from yingsu.web.shell.answers import file_answer
from yingsu.web.shell.submitting import show_form, submitted


@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """The list; htmx asks for the rows alone."""
    form = FilterForm(request.GET, actor=request.actor)
    today = clock.today()
    after = request.GET.get("after", "")
    page = list_cases(request.actor, form.filters(), after=after, today=today)
    kept = {name: value for name, value in request.GET.items() if value and name != "after"}
    context = {
        "form": form,
        "page": page,
        "shown": "共 1000 件以上" if page.capped else f"共 {page.total} 件",
        "search_text": request.GET.get("q", ""),
        "first_url": f"?{urlencode(kept)}" if after else "",
        "next_url": f"?{urlencode(kept | {'after': page.following})}" if page.following else "",
    }
    return render(request, "docket/_rows.html" if request.htmx else "docket/list.html", context)


@require_GET
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Docket, duties, papers, hearing, decision in one view."""
    found = case_for(request.actor, pk)
    return render(request, "docket/case.html", whole_case(found, request.actor))


@require_GET
def printed(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The docket and the duties as an office paper."""
    found = case_for(request.actor, case_pk)
    return render(request, "docket/printed.html", whole_case(found, request.actor))


@require_http_methods(["GET", "POST"])
def correction(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Correct one entry."""
    found = case_for(request.actor, case_pk)
    request.actor.require(CORRECT)
    entry = entries_of(found).filter(pk=pk).first()
    if entry is None:
        raise Refused("没有找到这条登记。", "请从案件页面的日志进入。", status=404)
    require_own(entry, by=request.actor)
    form = CorrectionForm(request.POST or None, initial={"on": entry.happened_on})
    answer = submitted(
        request,
        form,
        lambda data: correct(entry=entry, by=request.actor, **data),
        to=reverse("case", args=[found.pk]) + "#docket",
        says="已登记更正，期限已重新计算。",
    )
    return answer or show_form(request, "docket/correction.html", form, {"case": found, "entry": entry})


@require_GET
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The original of a received paper, as it came."""
    found = CourtPaper.objects.visible_to(request.actor).select_related("file").filter(pk=pk).first()
    if found is None:
        raise Refused("没有找到这份文书。", "请从案件页面进入。", status=404)
    with write_tx():
        record("docket.open_paper", by=request.actor, on=found)
    return file_answer(read_bytes(found.file), found.file_name, found.file.content_type, inline=True)
