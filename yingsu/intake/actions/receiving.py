"""Taking files in (办法第十条)."""

from collections.abc import Iterable
from pathlib import PurePath

from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.files.actions import keep
from yingsu.files.models import StoredFile
from yingsu.intake.capabilities import RECEIVE
from yingsu.intake.models import Batch, Upload


@writes
def receive(*, files: Iterable[tuple[str, bytes]], by: Actor) -> Batch:
    """Keep the files (name, bytes) of one drop as a batch; `read_waiting` then reads them.

    A file that cannot be kept (empty, too large, unknown content) leaves a line with its reason and does not
    lose the others. The same bytes again are noticed and not read twice.
    """
    by.require(RECEIVE, at=by.organ_id)
    batch = Batch.objects.create(organ_id=by.organ_id, uploaded_by=by.signature(), at=clock.now())
    for name, data in files:
        _take(batch, name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1][-200:], data)
    if not batch.uploads.exists():
        raise Refused("没有选择文件。", "请把法院送来的文书拖到框内，或者点“选择文件”。", field="files")
    record("intake.receive", by=by, on=batch, files=batch.uploads.count())
    return batch


def _take(batch: Batch, name: str, data: bytes) -> Upload:
    try:
        stored = keep(data, name=name)
    except Refused as refused:
        error = refused.message + refused.remedy
        return Upload.objects.create(
            batch=batch, file_name=name, state=Upload.State.UNREADABLE, error=error[:500]
        )
    twin = _twin(batch, stored, name)
    state = Upload.State.SET_ASIDE if twin else Upload.State.READING
    error = f"与已收的“{twin.file_name}”内容完全相同，没有重复登记。" if twin else ""
    return Upload.objects.create(
        batch=batch, file=stored, file_name=name, state=state, error=error, same_as=twin
    )


def _twin(batch: Batch, stored: StoredFile, name: str) -> Upload | None:
    """The upload of this organ that holds the same bytes and waits or is registered already.

    While neither is read, one under another ending is no twin: its name may not agree with its content.
    """
    standing = (Upload.State.READING, Upload.State.PROPOSED, Upload.State.CONFIRMED)
    ending = PurePath(name).suffix.lower()
    for one in Upload.objects.filter(batch__organ=batch.organ, file=stored, state__in=standing):
        if one.state != Upload.State.READING or PurePath(one.file_name).suffix.lower() == ending:
            return one
    return None
