"""Everything that reads in the response room."""

from yingsu.response.queries.desk import (
    waiting,
)
from yingsu.response.queries.handling import (
    PaperToSign,
    decisions_of,
    decisive_quote,
    directed_unit,
    opinion_for,
    opinions_of,
    papers_to_sign,
    transfers_of,
    unsigned,
)
from yingsu.response.queries.places import (
    defendant_for,
    duty_of,
)
from yingsu.response.queries.preparation import (
    CatalogueLine,
    Check,
    catalogue,
    checklist,
    evidence_for,
    evidence_of,
    filings_of,
    is_signed_off,
    risk_of,
)

__all__ = [
    "CatalogueLine",
    "Check",
    "PaperToSign",
    "catalogue",
    "checklist",
    "decisions_of",
    "decisive_quote",
    "defendant_for",
    "directed_unit",
    "duty_of",
    "evidence_for",
    "evidence_of",
    "filings_of",
    "is_signed_off",
    "opinion_for",
    "opinions_of",
    "papers_to_sign",
    "risk_of",
    "transfers_of",
    "unsigned",
    "waiting",
]
