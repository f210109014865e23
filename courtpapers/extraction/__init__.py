"""Rules that read the fields of each kind of paper from its flat text."""

from __future__ import annotations

from collections.abc import Callable

from courtpapers.draft import Draft
from courtpapers.extraction import complaint, decision, heading, notice, recommendation, summons

_READERS: dict[str, Callable[[Draft], None]] = {
    "notice-to-respond": notice.read_notice,
    "notice-of-evidence": notice.read_notice,
    "head-notice": notice.read_head_notice,
    "complaint": complaint.read_complaint,
    "appeal-petition": complaint.read_petition,
    "retrial-petition": complaint.read_petition,
    "summons": summons.read_summons,
    "judgment": decision.read_decision,
    "ruling": decision.read_decision,
    "mediation": decision.read_decision,
    "recommendation": recommendation.read_recommendation,
}


def extract(draft: Draft) -> None:
    """Read every field of the draft's kind; papers of other kinds give number, court, date and addressee alone."""
    heading.read_heading(draft)
    _READERS.get(draft.kind, notice.read_other)(draft)
    heading.read_date(draft)
