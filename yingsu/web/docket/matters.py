"""Hearings, decisions and volumes of a case as the side cards of its page show them."""

from typing import Any

from django.urls import reverse

from yingsu.archive.queries import volumes_of
from yingsu.docket.models import Case
from yingsu.hearings.queries import hearings_of
from yingsu.judgments.queries import decisions_of


def hearing_rows(case: Case) -> list[dict[str, Any]]:
    """One row a hearing: when, where, who will appear."""
    return [
        {
            "title": f"{one.day.month}月{one.day.day}日 {one.time}　{one.place}".strip(),
            "url": reverse("hearing", args=[case.pk, one.pk]),
            "tag": one.status_word,
            "tone": one.status_tone,
        }
        for one in hearings_of(case)
    ]


def decision_rows(case: Case) -> list[dict[str, Any]]:
    """One row a decision: its form, results and day."""
    return [
        {
            "title": f"{one.instance.get_stage_display()}{one.get_form_display()}",
            "url": reverse("judgments", args=[case.pk]),
            "note": f"{one.decided_on.year}年{one.decided_on.month}月{one.decided_on.day}日　{one.results_text}",
        }
        for one in decisions_of(case)
    ]


def volume_rows(case: Case) -> list[dict[str, Any]]:
    """One row a volume: its number and state."""
    return [
        {
            "title": one.number or "待编号",
            "url": reverse("case_volume", args=[case.pk]),
            "tag": one.get_state_display(),
            "tone": "green" if one.state == "closed" else "",
        }
        for one in volumes_of(case)
    ]
