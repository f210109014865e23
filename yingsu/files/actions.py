"""Keeping and reading files."""

from django.conf import settings

from yingsu.base import clock
from yingsu.base.refusal import Refused
from yingsu.files.models import StoredFile
from yingsu.files.store import digest_of, path_of, put

SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)


def recognise(data: bytes) -> str:
    """The content type by the bytes themselves; plain text when it decodes as such, else empty."""
    for signature, content_type in SIGNATURES:
        if data.startswith(signature):
            return content_type
    if b"\x00" in data[:4096]:
        return ""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "text/plain"
    return ""


def keep(data: bytes, *, name: str) -> StoredFile:
    """Keep *data* and give its row; the bytes are on disk before the row exists.

    Refuses an empty file, one above the limit (settings.UPLOAD_LIMIT_MB, megabytes) and unknown content.
    """
    if not data:
        raise Refused(f"文件“{name}”是空的。", "请检查原文件能否打开，再重新上传。", field="files")
    if len(data) > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
        raise Refused(
            f"文件“{name}”超过 {settings.UPLOAD_LIMIT_MB} MB。",
            "请降低扫描分辨率（200 dpi 即可）或分成几个文件后再上传。",
            field="files",
            status=413,
        )
    content_type = recognise(data)
    if not content_type:
        raise Refused(
            f"文件“{name}”不是可以识别的格式。",
            "请上传 PDF、DOCX、TXT，或 PNG、JPG、TIFF 图片；WPS 文件请先另存为 DOCX 或 PDF。",
            field="files",
        )
    return _store(data, content_type)


def keep_made(data: bytes, *, content_type: str) -> StoredFile:
    """Keep what the platform itself has made, a bound volume say; the limits of uploads do not bind it."""
    return _store(data, content_type)


def _store(data: bytes, content_type: str) -> StoredFile:
    digest = digest_of(data)
    put(digest, data)
    stored, _ = StoredFile.objects.get_or_create(
        digest=digest, defaults={"size": len(data), "content_type": content_type, "kept_at": clock.now()}
    )
    return stored


def read_bytes(stored: StoredFile) -> bytes:
    """The bytes of a stored file, after checking that they are what was kept."""
    path = path_of(stored.digest)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(
            "存储中找不到这份文件。", f"请联系系统管理员，并告知摘要前八位 {stored.digest[:8]}。", status=500
        ) from error
    if digest_of(data) != stored.digest:
        raise Refused(
            "文件内容与入库时不一致，已停止读取。",
            f"请联系系统管理员，并告知摘要前八位 {stored.digest[:8]}。",
            status=500,
        )
    return data
