"""The Chinese sentence by which the docket tells a fact."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yingsu.docket.happening import Happening
from yingsu.organs.models import Organ


def sentence(happening: Happening) -> str:
    """One sentence; values that are absent leave no trace."""
    pattern = _table()["sentence"][happening.kind]
    words = {name: word(name, value) for name, value in happening.values.items()}
    if happening.organ:
        words["organ"] = happening.organ.name
    for name in ("unit", "reviewing"):
        if name in happening.values:
            words[name] = organ_name(str(happening.values[name]))
    if happening.kind == "receipt" and "unit" in happening.values:
        words["receiver"] = words["unit"]
    if happening.kind == "receipt" and happening.values.get("receiver") == "party" and happening.organ:
        words["receiver"] = happening.organ.name
    text = pattern.format_map(_Blank(words)).strip("，、：（） ")
    if text.count("（") > text.count("）"):
        text += "）"
    if happening.values.get("withdrawn"):
        return f"撤回登记：{text}"
    return f"更正：{text}" if happening.corrects else text


def word(name: str, value: Any) -> str:
    """The Chinese word of one value."""
    table = _table()
    if isinstance(value, (list, tuple)):
        return "、".join(word(name, one) for one in value)
    code = str(value).lower() if isinstance(value, bool) else str(value)
    special = table["words_of"].get(f"{name}.{code}")
    if special:
        return special
    try:
        day = date.fromisoformat(code)
        return f"{day.year}年{day.month}月{day.day}日"
    except ValueError:
        return table["words"].get(code, code)


def organ_name(code: str) -> str:
    """The short name of the organ with *code*; the code itself when unknown."""
    organ = Organ.objects.filter(code=code).only("name").first()
    return organ.name if organ else code


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    with (Path(__file__).parent / "data" / "sentences.toml").open("rb") as file:
        return tomllib.load(file)
