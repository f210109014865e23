"""The head of every page below a case: its title, its stage, and the way along the path."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()

# The pages of a case in the order of the path: words, url name.
PATH = (
    ("概览", "case"),
    ("拟办批办", "handling"),
    ("转办签收", "transfer"),
    ("应诉准备", "preparation"),
    ("证据目录", "evidence"),
    ("提交法院", "filing"),
    ("出庭", "hearings"),
    ("裁判履行", "judgments"),
    ("文书", "case_documents"),
    ("案卷", "case_volume"),
)


@register.inclusion_tag("docket/_head.html")
def case_head(case: Any, current: str, note: str = "") -> dict[str, Any]:
    """{% case_head case "handling" note="…" %}: for the block “lead” of a page below a case."""
    tabs = [
        {"label": label, "url": reverse(name, args=[case.pk]), "current": name == current}
        for label, name in PATH
    ]
    return {"case": case, "tabs": tabs, "note": note}
