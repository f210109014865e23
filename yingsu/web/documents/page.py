"""What the page of a document shows besides its content."""

from typing import Any

from django.urls import reverse

from yingsu.base.actor import Actor
from yingsu.documents.capabilities import DRAFT, SIGN_OFF, SUBMIT, acts_for
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.documents.queries import missing
from yingsu.response.queries import duty_of, risk_of
from yingsu.web.desk.lines import line
from yingsu.web.documents.content import reading

ANSWERING = (
    "sign-off-answer",
    "answer",
    "reply-to-appeal",
    "reply-to-retrial",
    "reconsideration-answer",
    "reconsideration-answer-simplified",
)
TONES = {"draft": "", "waiting": "amber", "signed": "green", "sealed": "green", "sent": "blue"}


def row(document: Document) -> dict[str, Any]:
    """A document in a list."""
    return {
        "title": document.title,
        "url": reverse("document", args=[document.pk]),
        "tag": document.get_state_display(),
        "tone": TONES[document.state],
        "number": document.number,
        "case": document.case,
        "drafting": document.drafting_organ.name,
        "signing": document.signing_organ.name,
        "version": document.version,
        "changed_on": document.changed_on,
        "pdf_url": reverse("document_file", args=[document.pk, "pdf"]),
        "docx_url": reverse("document_file", args=[document.pk, "docx"]),
    }


def document_page(document: Document, actor: Actor) -> dict[str, Any]:
    """State, rights, missing content, versions and steps."""
    kind = kinds()[document.kind]
    draft = document.state == Document.State.DRAFT
    steps = list(document.steps.all())
    returned = next((one for one in reversed(steps) if one.verb == "return"), None) if draft else None
    return {
        "document": document,
        "case": document.case,
        "kind": kind,
        "tone": TONES[document.state],
        "reading": reading(kind, document.data),
        "missing": missing(document) if draft else [],
        "may_edit": draft and acts_for(actor, DRAFT, document.drafting_organ),
        "may_submit": draft and acts_for(actor, SUBMIT, document.drafting_organ),
        "may_sign": document.state == Document.State.WAITING
        and acts_for(actor, SIGN_OFF, document.signing_organ),
        "versions": list(document.versions.all()),
        "steps": steps,
        "returned": returned,
        "pdf_url": reverse("document_file", args=[document.pk, "pdf"]),
        "docx_url": reverse("document_file", args=[document.pk, "docx"]),
        **_around(document),
    }


def _around(document: Document) -> dict[str, Any]:
    """What belongs beside an answer: its duties and the risk assessment that goes to the head with it (14.2)."""
    if document.kind != "answer":
        return {}
    explained = duty_of(document.case, document.defendant, *ANSWERING, instance=document.instance)
    return {
        "duties": [line(one, acting=False, matter=False, who=True) for one in explained],
        "law_of": explained[0].reason if explained else None,
        "risk": risk_of(document.case, document.defendant, document.instance),
    }
