"""The command line works by itself, with limits, and without third-party libraries for text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "court_docs"


def run(*arguments: str | Path, bare: bool = False) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own; *bare* hides every installed library."""
    command = [sys.executable, *(["-S", "-E"] if bare else []), "-m", "courtpapers", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def as_json(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = json.loads(done.stdout)
    return parsed


def test_json_of_several_files_with_an_error_among_them(tmp_path: Path) -> None:
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    done = run("read", SAMPLES / "06_一审判决书_驳回诉讼请求.txt", broken, tmp_path / "没有.txt", "--json")
    first, second, third = as_json(done)
    assert done.returncode == 1
    assert first["doc_type"] == "行政判决书" and first["kind"] == "judgment" and first["is_suit"] is True
    assert [item["value"] for item in first["fields"]["defendant"]] == ["清禾县生态环境局", "清禾县人民政府"]
    assert set(first["fields"]["case_no"]) == {"value", "page", "box", "confidence"}
    assert first["fields"]["doc_type"]["value"] == "行政判决书"
    assert "损坏" in second["error"] and "请" in third["error"]


def test_detail_adds_pages_spans_and_reasons() -> None:
    (paper,) = as_json(run("read", "--json", "--detail", SAMPLES / "01_应诉通知书.pdf"))
    found = paper["fields"]["case_no"]
    start, end = found["span"]
    assert "".join(paper["pages"][0]["text"][start:end].split()) in (
        "（2025）鲁1402行初9001号",
        "(2025)鲁1402行初9001号",
    )
    assert found["how"] and paper["source_type"] == "pdf" and paper["pages"][0]["has_image"] is True


def test_text_needs_nothing_but_python() -> None:
    done = run("read", SAMPLES / "05_一审判决书_撤销重作.txt", "--json", bare=True)
    assert done.returncode == 0, done.stderr
    assert as_json(done)[0]["fields"]["result_class"]["value"] == "撤销并责令重作"


def test_missing_library_is_said_in_chinese() -> None:
    done = run("read", SAMPLES / "01_应诉通知书.docx", "--json", bare=True)
    assert done.returncode == 1 and "python-docx" in as_json(done)[0]["error"]


@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf"])
def test_limits_leave_room_for_ordinary_papers(suffix: str) -> None:
    done = run(
        "read",
        "--json",
        "--limit-memory",
        "1024",
        "--limit-seconds",
        "20",
        SAMPLES / f"01_应诉通知书.{suffix}",
    )
    assert done.returncode == 0, done.stderr
    assert as_json(done)[0]["doc_type"] == "应诉通知书"


def test_memory_limit_answers_instead_of_dying(tmp_path: Path) -> None:
    large = tmp_path / "大.txt"
    large.write_text("德州市德城区人民法院\n行政判决书\n" + "原告认为。" * 8_000_000, encoding="utf-8")
    done = run("read", "--json", "--limit-memory", "160", large)
    assert done.returncode == 1 and "error" in as_json(done)[0]


def test_render_writes_a_picture(tmp_path: Path) -> None:
    out = tmp_path / "页.png"
    done = run(
        "render", SAMPLES / "05_一审判决书_撤销重作.pdf", "--page", "1", "--width", "500", "--out", out
    )
    assert done.returncode == 0 and out.read_bytes().startswith(b"\x89PNG")
    done = run("render", SAMPLES / "05_一审判决书_撤销重作.pdf", "--page", "99", "--out", out)
    assert done.returncode == 1 and "页码" in done.stderr


def test_readable_output() -> None:
    done = run("read", SAMPLES / "01_应诉通知书.txt")
    assert "应诉通知书" in done.stdout and "defendant: 清禾县公安局" in done.stdout
