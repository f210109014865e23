"""Bytes are kept once, named by their digest, and checked whenever they are read."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.at_once import at_once
from yingsu.base.refusal import Refused
from yingsu.files.actions import keep, read_bytes, recognise
from yingsu.files.models import StoredFile
from yingsu.files.store import path_of

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@pytest.mark.django_db
def test_bytes_are_kept_once_under_their_sm3_digest(data_folder: Path) -> None:
    first, second = keep(PDF, name="传票.pdf"), keep(PDF, name="另一名称.pdf")
    assert first == second and first.digest == hashlib.new("sm3", PDF).hexdigest()
    assert [path.name for path in data_folder.rglob("*") if path.is_file()] == [first.digest]
    assert read_bytes(first) == PDF and (first.size, first.content_type) == (len(PDF), "application/pdf")


@pytest.mark.django_db
def test_the_name_given_never_becomes_a_path(data_folder: Path) -> None:
    kept = keep(PDF, name="../../../../tmp/evil.pdf")
    assert path_of(kept.digest).is_relative_to(data_folder / "files")
    assert path_of(kept.digest).stat().st_mode & 0o777 == 0o640


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "words", "status"),
    [
        (b"", "是空的", 422),
        (b"MZ\x90\x00\x03", "不是可以识别的格式", 422),
        (b"\x00\x01\x02", "不是可以识别的格式", 422),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "WPS 文件请先另存为", 422),
        (b"%PDF-" + b"0" * 1024 * 1024, "超过 1 MB", 413),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_name(
    data: bytes, words: str, status: int, data_folder: Path, settings: Any
) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    with pytest.raises(Refused) as refused:
        keep(data, name="起诉状.pdf")
    assert words in refused.value.message + refused.value.remedy and "起诉状.pdf" in refused.value.message
    assert refused.value.status == status and refused.value.field == "files"
    assert not StoredFile.objects.exists() and not list(data_folder.rglob("*.*"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"II*\x00", "image/tiff"),
        (b"MM\x00*", "image/tiff"),
        ("应诉通知书".encode(), "text/plain"),
        ("应诉通知书".encode("gb18030"), "text/plain"),
        (b"<script>alert(1)</script>", "text/plain"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "text/plain"),
        (b"\x81\x00", ""),
    ],
)
def test_content_is_known_by_the_bytes_alone(data: bytes, kind: str) -> None:
    assert recognise(data) == kind


@pytest.mark.django_db
def test_changed_bytes_are_not_handed_out(data_folder: Path) -> None:
    kept = keep(PDF, name="传票.pdf")
    path = path_of(kept.digest)
    path.chmod(0o640)
    path.write_bytes(PDF + b"x")
    with pytest.raises(Refused, match="与入库时不一致"):
        read_bytes(kept)
    path.unlink()
    with pytest.raises(Refused, match="找不到这份文件") as refused:
        read_bytes(kept)
    assert kept.digest[:8] in refused.value.remedy and kept.digest not in refused.value.remedy


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_kept_at_once_are_one(data_folder: Path) -> None:
    rows = at_once(*[lambda: keep(PDF, name="传票.pdf")] * 6)
    assert len({row.pk for row in rows}) == 1
    assert [
        path.name for path in data_folder.rglob("*") if path.is_file() and path.parent.name != "data"
    ] == [rows[0].digest]
