"""The child process that opens what came from outside.

The web worker never parses a file: a child with limits of memory and time does, with an empty environment and
the bytes linked into a folder of its own. What the child cannot do becomes a sentence for the clerk.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from yingsu.base.refusal import Refused
from yingsu.files.actions import read_bytes
from yingsu.files.models import StoredFile
from yingsu.files.store import path_of

MEMORY_MB = 1024
SECONDS = 40
GRACE = 10
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
OTHERWISE = "请用阅读软件确认文件能够打开，另存为 PDF 后重新上传；仍不成功的，把文件交给系统管理员。"


def papers_in(stored: StoredFile, file_name: str) -> list[dict[str, Any]]:
    """The papers of a file as `courtpapers read --json --detail` prints them; `Refused` when it cannot be read."""
    with _opened(stored, file_name) as (folder, name):
        output = _run(folder, "read", "--json", "--detail", *_limits(), name)
    try:
        papers = json.loads(output)
    except ValueError as error:
        raise Refused("文件识读没有得到结果。", OTHERWISE) from error
    errors = [str(paper["error"]) for paper in papers if "error" in paper]
    if errors or not papers:
        raise Refused(errors[0] if errors else "文件中没有找到文书。", "" if errors else OTHERWISE)
    return list(papers)


def page_image(stored: StoredFile, file_name: str, page: int, width: int) -> bytes:
    """A page of a PDF or picture as PNG, drawn once and kept in the data folder."""
    cached = Path(settings.DATA) / "pages" / stored.digest[:2] / f"{stored.digest}-{page}-{width}.png"
    if cached.exists():
        return cached.read_bytes()
    with _opened(stored, file_name) as (folder, name):
        _run(
            folder,
            "render",
            name,
            "--page",
            str(page),
            "--width",
            str(width),
            "--out",
            "page.png",
            *_limits(),
        )
        drawn = (folder / "page.png").read_bytes()
    cached.parent.mkdir(parents=True, exist_ok=True)
    temporary = cached.with_suffix(f".{os.getpid()}.part")
    temporary.write_bytes(drawn)
    os.replace(temporary, cached)
    return drawn


def _limits() -> tuple[str, ...]:
    return ("--limit-memory", str(MEMORY_MB), "--limit-seconds", str(SECONDS))


@contextmanager
def _opened(stored: StoredFile, file_name: str) -> Iterator[tuple[Path, str]]:
    """A folder of its own with the file under a harmless name that keeps the ending."""
    read_bytes(stored)
    ending = SUFFIX.search(file_name)
    name = "paper" + (ending.group().lower() if ending else "")
    with tempfile.TemporaryDirectory(prefix="yingsu-read-") as folder:
        shutil.copyfile(path_of(stored.digest), Path(folder) / name)
        yield Path(folder), name


def _run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "courtpapers", *arguments]
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONPATH": str(settings.ROOT)}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS + GRACE,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(
            f"识读超过 {SECONDS} 秒，已经停止。", "请把文件按文书拆成几个较小的文件后重新上传。"
        ) from error
    output = done.stdout.decode("utf-8", errors="replace")
    if done.returncode < 0:
        raise Refused(
            "识读所需的时间或者内存超过限度，已经停止。", "请把文件按文书拆小或者降低扫描分辨率后重新上传。"
        )
    if done.returncode and not output.strip().startswith("["):
        raise Refused(_last_words(done.stderr), "" if _chinese(_last_words(done.stderr)) else OTHERWISE)
    return output


def _last_words(stderr: bytes) -> str:
    """What the child said last, when it is a sentence for people; else that it could not read."""
    lines = [line.strip() for line in stderr.decode("utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1][:300] if lines and _chinese(lines[-1]) else "文件不能识读，可能已经损坏。"


def _chinese(text: str) -> bool:
    return text.endswith("。") and text != "文件不能识读，可能已经损坏。"
