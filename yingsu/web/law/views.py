"""One duty with its reasons; the Measures, article by article."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.duties.models import Duty
from yingsu.duties.queries import duty_for, explain, open_under
from yingsu.web.desk.lines import lines, moved, way

TREATMENTS = {
    "computed": ("自动计算", "blue"),
    "recorded": ("登记留痕", "green"),
    "shown": ("展示提示", ""),
    "left-out": ("不予处理", "amber"),
}
EVENTS = {"receipt": "收到", "hearing-set": "开庭", "extension-granted": "准许"}


@require_GET
def duty(request: HttpRequest, pk: int) -> HttpResponse:
    """By when, why: the article in its words, the count day by day."""
    row = duty_for(request.actor, pk)
    reason = explain(row).reason
    label, name = way(row.rule)
    context = {
        "duty": row,
        "reason": reason,
        "steps": reason.steps(),
        "moved": moved(row, reason),
        "event": EVENTS.get(row.trigger.kind, "") if row.trigger else "",
        "proof": row.trigger,
        "article": law.article_of(reason.citation, on=reason.trigger_on or clock.today()),
        "article_url": _article_url(reason.citation),
        "action": {"label": label, "url": reverse(name, args=[row.case_id]), "main": True},
    }
    return render(request, "law/duty.html", context)


@require_GET
def measures(request: HttpRequest) -> HttpResponse:
    """The articles by chapter: what the platform does for each, what is open under it now."""
    actor: Actor = request.actor
    book = law.local_book(clock.today())
    today = clock.today()
    opened: dict[int, list[Duty]] = {}
    for row in open_under(actor, book.id):
        opened.setdefault(law.article_number(row.article), []).append(row)
    chapters: dict[str, list[dict[str, Any]]] = {}
    for article in book.articles:
        rows = opened.get(article.number, [])
        word, tone = TREATMENTS[article.treatment]
        chapters.setdefault(article.chapter, []).append(
            {
                "article": article,
                "word": word,
                "tone": tone,
                "open": len(rows),
                "late": sum(row.is_overdue(today) for row in rows),
            }
        )
    return render(request, "law/measures.html", {"book": book, "chapters": list(chapters.items())})


@require_GET
def article(request: HttpRequest, number: int) -> HttpResponse:
    """One article: its words, what the platform does, the open duties under it."""
    book = law.local_book(clock.today())
    if not any(one.number == number for one in book.articles):
        raise Refused(
            "没有这一条。", f"{book.title}共 {len(book.articles)} 条，请从“法规”页面选择。", status=404
        )
    found = book.article(number)
    rows = [row for row in open_under(request.actor, book.id) if law.article_number(row.article) == number]
    word, tone = TREATMENTS[found.treatment]
    rules = [rule for rule in book.rules if law.article_number(rule.citation.article) == number]
    context = {
        "book": book,
        "article": found,
        "word": word,
        "tone": tone,
        "rules": rules,
        "duties": lines(rows, who=True, acting=False),
        "open_count": len(rows),
    }
    return render(request, "law/article.html", context)


def _article_url(citation: law.Citation) -> str:
    book = law.local_book(clock.today())
    if citation.book != book.id:
        return ""
    return reverse("article", args=[law.article_number(citation.article)])
