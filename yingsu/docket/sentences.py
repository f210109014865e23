"""The Chinese sentence by which the docket tells a fact."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yingsu import law
from yingsu.docket.happening import Happening
from yingsu.organs.models import Organ
from yingsu.organs.queries import office_of


def sentence(happening: Happening) -> str:
    """One sentence; values that are absent leave no trace."""
    pattern = _table()["sentence"][happening.kind]
    words = {name: word(happening.kind, name, value) for name, value in happening.values.items()}
    if happening.organ:
        words["organ"] = happening.organ.name
    if "unit" in happening.values:
        words["unit"] = organ_name(str(happening.values["unit"]))
    if happening.kind == "receipt":
        words["receiver"] = _receiver(happening, words)
    text = pattern.format_map(_Blank(words)).strip("，、：（） ")
    if text.count("（") > text.count("）"):
        text += "）"
    if happening.values.get("withdrawn"):
        return f"撤回登记：{text}"
    return f"更正：{text}" if happening.corrects else text


def _receiver(happening: Happening, words: Mapping[str, str]) -> str:
    """Who received: the unit, the party served, or its office, by name."""
    receiver = happening.values.get("receiver")
    if receiver == "unit":
        return words.get("unit") or "承办单位"
    if happening.organ is None:
        return words.get("receiver", "")
    if receiver == "party":
        return happening.organ.name
    office = office_of(happening.organ)
    return office.name if office != happening.organ else f"{office.name}办公室"


def word(kind: str, name: str, value: Any) -> str:
    """The Chinese word of one value of a fact."""
    if isinstance(value, bool):
        return _table()["yes_no"].get(f"{name}.{str(value).lower()}", "是" if value else "否")
    if isinstance(value, (list, tuple)):
        return "、".join(word(kind, name, one) for one in value)
    try:
        day = date.fromisoformat(str(value))
        return f"{day.year}年{day.month}月{day.day}日"
    except ValueError:
        return law.word_of(kind, name, str(value))


def organ_name(code: str) -> str:
    """The name of the organ with *code*; the code itself when unknown."""
    organ = Organ.objects.filter(code=code).only("name").first()
    return organ.name if organ else code


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    with (Path(__file__).parent / "data" / "sentences.toml").open("rb") as file:
        return tomllib.load(file)
