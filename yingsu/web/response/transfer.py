"""Passing on and signing for (办法第十、十一、十三、十四条)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from yingsu.docket.sentences import word
from yingsu.organs.queries import office_of
from yingsu.response import actions
from yingsu.response import capabilities as rights
from yingsu.response.queries import directed_unit, papers_to_sign, transfers_of
from yingsu.web.response.forms import DayForm
from yingsu.web.response.side import Side, side_of
from yingsu.web.shell.submitting import show_form, submitted

RULES = ("pass-on", "prepare")


@require_http_methods(["GET", "POST"])
def transfer(request: HttpRequest, case_pk: int) -> HttpResponse:
    """To whom the papers go, and who signed for them; POST passes on."""
    side = side_of(request, case_pk, "transfer")
    form = DayForm(request.POST or None, auto_id="pass_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.pass_on(**side.who, **data),
        to=side.to("transfer"),
        says=lambda made: f"已转办{made.unit.name}，请承办单位签收。",
    )
    return answer or _page(request, side, passing=form)


@require_POST
def acknowledge(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The unit signs for the papers."""
    side = side_of(request, case_pk, "transfer")
    form = DayForm(request.POST, auto_id="sign_%s")
    answer = submitted(
        request,
        form,
        lambda data: actions.acknowledge(**side.who, **data),
        to=side.to("preparation"),
        says="已签收，应诉准备的期限自签收之日起算。",
    )
    return answer or _page(request, side, signing=form)


def _page(
    request: HttpRequest, side: Side, *, passing: DayForm | None = None, signing: DayForm | None = None
) -> HttpResponse:
    rows = list(transfers_of(side.case, side.defendant))
    current = next((one for one in rows if one.instance == side.instance), None)
    directed = directed_unit(side.case, side.defendant, side.instance)
    own = not side.defendant.is_government
    target = directed or (side.defendant if own else None)
    passed = bool(current and current.passed_on)
    later = bool(side.instance and side.instance.ordinal > 1)
    papers = papers_to_sign(side.case, side.defendant)
    context = side.context(
        rows=rows,
        current=current,
        target=target,
        terms=[
            {"label": "收文转办", "value": office_of(side.defendant).name},
            {"label": "承办签收", "value": target.name if target else "待批办确定"},
        ],
        papers=[
            {
                "title": word("receipt", "paper", one.values.get("paper")),
                "on": one.entry.happened_on,
                "paper": one.paper,
            }
            for one in papers
        ],
        may_pass_on=target is not None and not passed and side.for_office(rights.PASS_ON),
        may_sign=bool(papers) and (passed or own or later) and side.for_unit(rights.ACKNOWLEDGE),
        passing=passing or DayForm(auto_id="pass_%s"),
        signing=signing or DayForm(auto_id="sign_%s"),
        **side.duties(*RULES),
    )
    return show_form(request, "response/transfer.html", signing or passing or context["passing"], context)
