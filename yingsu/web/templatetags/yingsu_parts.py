"""Parts that need a little thinking before they are drawn; the rest are includes of templates/parts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template

from yingsu.web.templatetags import duty_bands as bands
from yingsu.web.templatetags import marked_text, ruler_days, ruler_drawing, ruler_words
from yingsu.web.templatetags.dates_in_words import day_of

register = template.Library()


@register.inclusion_tag("parts/ruler.html")
def ruler(
    count: ruler_days.Count | None,
    today: date | None,
    size: str = "small",
    due: date | None = None,
    met_on: date | None = None,
    event: str = "",
) -> dict[str, Any]:
    """{% ruler duty.count today size="large" due=duty.due met_on=duty.met_on event="收到" %}, or nothing."""
    if not count:
        return {"strips": ()}
    span = ruler_days.span_of(count, day_of(today), day_of(due), day_of(met_on))
    said = ruler_words.sentence(count, span, event, day_of(met_on))
    if size == "small":
        return {"size": "small", "strips": (ruler_drawing.small(span),), "said": said}
    return {
        "size": "large",
        "strips": ruler_drawing.large(span),
        "said": said,
        "key": ruler_words.key_of(span),
        "rows": ruler_words.rows_of(span),
        "today": span.today,
    }


@register.inclusion_tag("parts/duty_line.html", takes_context=True)
def duty_line(context: template.Context, duty: Any, today: date | None = None) -> dict[str, Any]:
    """One duty as a line: {% duty_line duty %}; today is taken from the context when not given."""
    now, token = day_of(today or context.get("today")), context.get("csrf_token")
    return {"duty": duty, "today": now, "tone": bands.tone(duty, now), "csrf_token": token}


@register.inclusion_tag("parts/duty_bands.html", takes_context=True)
def duty_bands(context: template.Context, duties: Any, today: date | None = None) -> dict[str, Any]:
    """Duties in the bands a person thinks in: 已逾期, 今明两日, 以后, 尚待起算, 已办结; soonest first."""
    now = day_of(today or context.get("today"))
    return {"bands": bands.in_bands(duties, now), "today": now, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("parts/law.html")
def law(
    citation: Any,
    text: str = "",
    reading: str = "",
    careful: date | None = None,
    careful_because: str = "",
    consequence: str = "",
    url: str = "",
    today: date | None = None,
) -> dict[str, Any]:
    """{% law duty.citation text=article.text reading=duty.reading careful=duty.careful url=… %}."""
    quote = citation.get("quote", "") if isinstance(citation, Mapping) else citation.quote
    return {
        "citation": citation,
        "pieces": marked_text.around_quote(text, quote),
        "reading": reading,
        "careful": day_of(careful),
        "careful_because": careful_because,
        "consequence": consequence,
        "url": url,
        "today": day_of(today),
    }


@register.inclusion_tag("parts/leaf.html")
def leaf(page: Any, marks: Any = (), image_url: str = "", name: str = "") -> dict[str, Any]:
    """A page of a paper and the places read from it: {% leaf page marks image_url=url name="应诉通知书" %}."""
    return {
        "page": page,
        "name": name,
        "image_url": image_url,
        "boxes": marked_text.boxes(marks) if image_url else (),
        "runs": () if image_url else marked_text.runs(page, marks),
    }
