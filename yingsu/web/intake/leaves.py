"""The paper itself: its pages as pictures, its original as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.files.actions import read_bytes
from yingsu.intake.capabilities import RECEIVE
from yingsu.intake.child import page_image
from yingsu.intake.queries import proposal_for
from yingsu.web.shell.answers import file_answer

WIDTH = 1200
NO_PAGE = Refused(
    "没有这一页的图像。", "请返回核对页面；文本文书没有页面图像，可以下载原件查看。", status=404
)


@require_GET
def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One page of the paper as PNG, drawn by the child process."""
    actor: Actor = request.actor
    actor.require(RECEIVE, at=actor.organ_id)
    row = proposal_for(actor, pk)
    pages = [one for one in row.pages if one.get("number") == number and one.get("has_image")]
    if not pages or row.upload.file is None:
        raise NO_PAGE
    drawn = page_image(row.upload.file, row.upload.file_name, number, WIDTH)
    return file_answer(drawn, f"{row.pk}-{number}.png", "image/png", inline=True)


@require_GET
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it was received, as an attachment."""
    actor: Actor = request.actor
    actor.require(RECEIVE, at=actor.organ_id)
    upload = proposal_for(actor, pk).upload
    if upload.file is None:
        raise NO_PAGE
    return file_answer(read_bytes(upload.file), upload.file_name, upload.file.content_type)
