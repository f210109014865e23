"""The folder of stored files: temp file → fsync → rename → fsync of the folder."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def digest_of(data: bytes) -> str:
    """The SM3 digest of *data*, hexadecimal."""
    return hashlib.new("sm3", data).hexdigest()


def path_of(digest: str) -> Path:
    """Where the bytes with *digest* lie."""
    return Path(settings.DATA) / "files" / digest[:2] / digest


def put(digest: str, data: bytes) -> None:
    """Write the bytes durably; does nothing when they are there already."""
    path = path_of(digest)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(temporary, 0o640)
    os.replace(temporary, path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
