"""The command line, run as a user runs it: a plain interpreter from the repository root."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FACTS = {
    "place": "dezhou",
    "facts": [
        {
            "id": "e1",
            "kind": "receipt",
            "on": "2025-02-17",
            "paper": "complaint",
            "receiver": "party",
            "organ": "SZF",
        },
        {"id": "e2", "kind": "matter-marked", "on": "2025-02-18", "ground": "attention", "organ": "SZF"},
    ],
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """With ``-S``: no site packages at all."""
    return subprocess.run(
        [sys.executable, "-S", "-m", "rulebook", *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
        encoding="utf-8", env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def told(*arguments: str) -> Any:
    """The JSON a command prints."""
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_check() -> None:
    """Sound books: exit 0 and one Chinese line."""
    done = run("check")
    assert done.returncode == 0 and done.stdout.startswith("核对无误") and not done.stderr


def test_count() -> None:
    """Day by day, with reasons and the notice."""
    data = told("count", "--from", "2024-04-29", "--days", "5")
    assert data["last_day"] == "2024-05-06" and data["rolled"]
    assert [day["role"] for day in data["days"]] == ["start", *["counted"] * 4, "rolled", "rolled", "last"]
    assert data["days"][5]["label"] == "劳动节" and "国办发明电〔2023〕7号" in data["days"][5]["reason"]
    assert told("count", "--from", "2025-09-25", "--working-days", "10")["last_day"] == "2025-10-15"
    assert told("count", "--from", "2024-01-31", "--months", "1")["last_day"] == "2024-02-29"
    assert told("count", "--from", "2025-10-10", "--days", "2", "--before")["last_day"] == "2025-09-30"
    assert "最后一日：2024年5月6日（星期一）" in run("count", "--from", "2024-04-29", "--days", "5").stdout


def test_conclude(tmp_path: Path) -> None:
    """Duties with reasons as JSON and as Chinese text."""
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS, ensure_ascii=False), encoding="utf-8")
    data = told("conclude", str(path), "--as-of", "2025-02-20")
    answer = next(duty for duty in data["duties"] if duty["rule"] == "answer")
    assert answer["due"] == "2025-03-04" and answer["citation"]["short"] == "行政诉讼法第六十七条第一款"
    assert answer["count"]["days"] and answer["steps"]
    assert data["findings"][0]["rule"] == "main-head-required"
    text = run("conclude", str(path), "--as-of", "2025-03-05").stdout
    assert (
        "〔已过期限〕被诉行政机关应当：提交答辩状，最后一日：2025年3月4日（星期二）（行政诉讼法第六十七条第一款）"
        in text
    )
    assert "None" not in text and "[" not in text


def test_show_and_when() -> None:
    """An article with what the platform does for it; the version in force on a day."""
    assert told("show", "12.1(2)")["label"] == "第十二条第一款第（二）项"
    assert "2日内提出拟办意见" in run("show", "13").stdout
    assert told("show", "67.1", "--book", "administrative-litigation-law")["text"].startswith(
        "人民法院应当在立案之日起五日内"
    )
    assert told("when", "dezhou-measures", "2020-07-30")["version"] == "2020年第6号"


def refused(*arguments: str) -> str:
    """What a refused command says: exit 2, Chinese on stderr, the same as JSON when asked for."""
    plain, as_json = run(*arguments), run(*arguments, "--json")
    assert plain.returncode == as_json.returncode == 2 and not plain.stdout
    assert json.loads(as_json.stdout)["error"] == plain.stderr.strip()
    assert "Traceback" not in plain.stderr
    return plain.stderr.strip()


def test_refusals(tmp_path: Path) -> None:
    """A year without its notice, a wrong date, a wrong command, a file that is not there or not JSON."""
    assert refused("count", "--from", "2026-12-25", "--days", "15") == (
        "无法计算：缺少 2027 年放假安排。请在 calendars/cn/ 增加 2027.toml（国务院办公厅当年通知），"
        "再运行 `python -m rulebook check`。"
    )
    assert "不是有效的日期" in refused("count", "--from", "2026-02-30", "--days", "15")
    assert "请填写 1 以上的整数" in refused("count", "--from", "2026-02-03", "--days", "0")
    assert "命令写法不对" in refused("count", "--from", "2026-02-03")
    assert "无法读取" in refused("conclude", str(tmp_path / "none.json"), "--as-of", "2025-01-01")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    assert "不是有效的 JSON" in refused("conclude", str(broken), "--as-of", "2025-01-01")
    broken.write_text('[{"id":"a","kind":"rumour","on":"2025-01-01"}]', encoding="utf-8")
    assert "没有“rumour”这种事实" in refused("conclude", str(broken), "--as-of", "2025-01-01")
    assert "没有施行中的" in refused("when", "dezhou-measures", "2020-07-29")
    assert "没有收录第 99 条" in refused("show", "99")


def test_faults_of_another_city_are_listed(tmp_path: Path) -> None:
    """``check FOLDER`` lists every fault and exits 1."""
    (tmp_path / "book.toml").write_text('id = "x"\n', encoding="utf-8")
    done = run("check", str(tmp_path))
    assert done.returncode == 1 and "共 1 处问题" in done.stderr


def test_only_the_standard_library_is_loaded() -> None:
    """Importing rulebook brings in nothing but itself and the standard library."""
    code = (
        "import sys, rulebook; own = {'rulebook', '__main__'};"
        "names = {name.partition('.')[0] for name in sys.modules};"
        "print(sorted(names - own - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_package_exports_a_dozen_names() -> None:
    """The public names, no more."""
    import rulebook

    assert len(rulebook.__all__) == 12 and all(hasattr(rulebook, name) for name in rulebook.__all__)
