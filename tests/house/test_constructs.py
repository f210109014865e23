"""What may not stand in the code, because it once hurt somebody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import modules, read, tree_of

CLOCK = Path("yingsu/base/clock.py")
FORBIDDEN_IMPORTS = {
    "pickle": "keep data as JSON or in tables",
    "marshal": "keep data as JSON or in tables",
    "django.dispatch": "say it in the action; nothing happens behind its back",
    "django.db.models.signals": "say it in the action; nothing happens behind its back",
}
FORBIDDEN_CALLS = {
    "eval": "there is no expression language",
    "exec": "there is no expression language",
    "mark_safe": "build the markup in a template",
    "SafeString": "build the markup in a template",
    "md5": "use SHA-256 or SM3",
    "sha1": "use SHA-256 or SM3",
    "skip": "mend the test or remove it",
    "skipif": "mend the test or remove it",
    "importorskip": "mend the test or remove it",
    "xfail": "mend the test or remove it",
    "breakpoint": "remove it",
}
ASKS_THE_TIME = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("timezone", "now"),
}
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")


def findings(path: Path) -> Iterator[str]:
    """Each forbidden construct in a module, with what to do instead."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imports(node)
        elif isinstance(node, ast.Call):
            yield from _call(node, path)
        elif isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail"}:
            yield f"line {node.lineno}: {node.attr}: {FORBIDDEN_CALLS[node.attr]}"


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        names = [node.module or "", *(f"{node.module}.{name}" for name in names)]
    for name in names:
        if name in FORBIDDEN_IMPORTS:
            yield f"line {node.lineno}: import {name}: {FORBIDDEN_IMPORTS[name]}"


def _call(node: ast.Call, path: Path) -> Iterator[str]:
    chain = _chain(node.func)
    if chain[-1] in FORBIDDEN_CALLS and chain[0] != "re":
        yield f"line {node.lineno}: {'.'.join(chain)}: {FORBIDDEN_CALLS[chain[-1]]}"
    if tuple(chain[-2:]) == ("yaml", "load"):
        yield f"line {node.lineno}: yaml.load: data of ours is TOML"
    if tuple(chain[-2:]) in ASKS_THE_TIME and path != CLOCK:
        yield f"line {node.lineno}: {'.'.join(chain)}(): ask yingsu.base.clock, or take the day as an argument"
    for keyword in node.keywords:
        if keyword.arg == "shell" and getattr(keyword.value, "value", None) is True:
            yield f"line {node.lineno}: shell=True: give the program and its words as a list"


def _chain(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Attribute):
        return [*_chain(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) else [""]


def test_nothing_forbidden_stands_in_the_code() -> None:
    bad = {str(path): found for path in modules() if (found := list(findings(path)))}
    assert not bad, f"Forbidden constructs: {bad}"


def test_nothing_is_left_unfinished() -> None:
    bad = [str(path) for path in modules() if UNFINISHED.search(read(path))]
    assert not bad, f"Notes of unfinished work; finish it, or open an issue and remove the note: {bad}"
