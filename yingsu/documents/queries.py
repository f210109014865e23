"""Reading documents."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

import officialpapers
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.models import Case, Instance
from yingsu.documents.capabilities import DRAFT, SIGN_OFF
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.duties.waiting import Waiting
from yingsu.organs.models import Organ

RELATED = ("case", "instance", "defendant", "signing_organ", "drafting_organ")
CITE = "办法第十四条第二款"
SIGNER = "signer"
FILLED_LATER = (SIGNER, "number")
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def documents_of(case: Case) -> QuerySet[Document]:
    """The documents of a case (already fetched through the gate), newest first."""
    return case.documents.select_related(*RELATED).order_by("-id")


def all_documents(actor: Actor) -> QuerySet[Document]:
    """Every document in the cases the actor may see, newest first."""
    return Document.objects.visible_to(actor).select_related(*RELATED).order_by("-id")


def my_documents(actor: Actor) -> QuerySet[Document]:
    """What the actor's organ drafts and has not finished."""
    return all_documents(actor).filter(
        drafting_organ=actor.organ_id, state__in=(Document.State.DRAFT, Document.State.WAITING)
    )


def to_sign_off(actor: Actor) -> QuerySet[Document]:
    """What waits for the sign-off of the actor's organ; none for those who do not sign."""
    if not actor.may(SIGN_OFF):
        return Document.objects.none()
    return all_documents(actor).filter(state=Document.State.WAITING, signing_organ=actor.organ_id)


def document_for(actor: Actor, pk: int) -> Document:
    """A document through the gate; what one may not see does not exist."""
    found: Document | None = Document.objects.visible_to(actor).select_related(*RELATED).filter(pk=pk).first()
    if found is None:
        raise Refused("没有找到这份文稿。", "请从“文书”列表或者案件页面进入。", status=404)
    return found


def latest_of(case: Case, kind: str, defendant: Organ, instance: Instance | None) -> Document | None:
    """The latest document of *kind* for a defendant in an instance."""
    return documents_of(case).filter(kind=kind, defendant=defendant, instance=instance).first()


def waiting(actor: Actor) -> list[Waiting]:
    """What waits for this actor: documents to sign off, and returned documents to revise."""
    lines = [_line(document, f"审签《{document.title}》", "审签") for document in to_sign_off(actor)[:100]]
    if actor.may(DRAFT):
        drafts = my_documents(actor).filter(state=Document.State.DRAFT, steps__verb="return").distinct()[:100]
        lines += [_line(document, f"修改退回的《{document.title}》", "修改") for document in drafts]
    return lines


def _line(document: Document, title: str, verb: str) -> Waiting:
    return Waiting(title, document.case, "document", (document.pk,), document.changed_on, CITE, verb)


def missing(document: Document) -> list[str]:
    """Chinese labels of the content the current version lacks, without what sign-off and numbering fill in."""
    kind = kinds()[document.kind]
    later = {kind.required[key] for key in FILLED_LATER if key in kind.required}
    return [label for label in kind.missing(document.data) if label not in later]


def render(document: Document, form: str, *, version: int | None = None) -> bytes:
    """The document as “pdf” or “docx”; the current version unless another is named."""
    chosen = document.versions.filter(number=version or document.version).first()
    if chosen is None or form not in TYPES:
        raise Refused("没有这个版本的文件。", "请回到文稿页面，从版本列表进入。", status=404)
    return render_data(document.kind, chosen.data, form)


def render_data(kind: str, data: Mapping[str, Any], form: str) -> bytes:
    """Content of *kind* as “pdf” or “docx”; what it lacks prints as 【待补：…】."""
    try:
        paper = kinds()[kind].build(data)
        return officialpapers.to_pdf(paper) if form == "pdf" else officialpapers.to_docx(paper)
    except officialpapers.OfficialPaperError as error:
        raise Refused(
            f"文件没有生成：{error}", "请核对文稿内容后重试；仍不成功的，请联系系统管理员。", status=422
        ) from error
