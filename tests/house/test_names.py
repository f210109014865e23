"""Names tell the matter, in English; the glossary is the only dictionary."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.tree import modules, tree_of

EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "stuff",
    "part2",
}

# Proper names, and English words that happen to fall into syllables of pinyin.
KNOWN_WORDS = {
    "yingsu", "dezhou", "change", "changes", "changed", "manage", "range", "language", "guide", "human", "menu",
    "dance", "chance", "women", "pause", "house", "arrange", "binge", "ginger", "lounge", "exchange",
}  # fmt: skip

_INITIALS = re.findall(r"\S+", "b p m f d t n l g k h j q x zh ch sh r z c s y w")
_FINALS = re.findall(
    r"\S+",
    "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve",
)
_NOT_SYLLABLES = {
    *(i + f for i in ("j", "q", "x", "y") for f in ("o", "e", "ai", "ei", "ao", "ou", "ang", "eng", "ong", "en")),
    *(i + f for i in ("b", "p", "m", "f", "w") for f in ("ong", "ua", "uo", "uan", "un", "ui", "iang", "iong", "ia")),
} - {"yo", "ye", "yao", "you", "yang", "yong"}  # fmt: skip
SYLLABLES = ({i + f for i in _INITIALS for f in _FINALS} | {"ai", "an", "ang", "er", "ou"}) - _NOT_SYLLABLES


@cache
def is_pinyin(word: str) -> bool:
    """Whether *word* reads as two or more syllables of pinyin."""
    if len(word) < 5 or word in KNOWN_WORDS:
        return False
    return _splits(word, 0)


@cache
def _splits(rest: str, found: int) -> bool:
    if not rest:
        return found >= 2
    return any(
        rest[:n] in SYLLABLES and _splits(rest[n:], found + 1) for n in range(1, min(6, len(rest)) + 1)
    )


def words(identifier: str) -> list[str]:
    """The words of an identifier, snake_case or CamelCase, in small letters."""
    return [w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)]


def test_the_pinyin_reader_knows_pinyin() -> None:
    assert all(map(is_pinyin, ("anjian", "susong", "yuangao", "beigao", "kaiting", "panjue", "guidang")))
    assert not any(
        map(is_pinyin, ("hearing", "judgment", "period", "receipt", "docket", "evidence", "duties"))
    )


def test_modules_are_named_for_their_matter() -> None:
    empty = [str(p) for p in modules() if EMPTY_NAMES & {*p.parts[:-1], p.stem, *words(p.stem)}]
    assert not empty, f"Names that say nothing; name the module for what it holds: {empty}"


def test_nothing_is_named_in_pinyin() -> None:
    named = sorted(
        {(str(p), name) for p in modules() for name in _names(p.stem, tree_of(p)) if _speaks_pinyin(name)}
    )
    assert not named, (
        f"Identifiers that read as pinyin; take the English word from docs/glossary.md. "
        f"(An English word that only looks like pinyin goes into KNOWN_WORDS.) {named}"
    )


def _speaks_pinyin(name: str) -> bool:
    return any(is_pinyin(word) for word in words(name))


def _names(stem: str, tree: ast.Module) -> Iterator[str]:
    yield stem
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
