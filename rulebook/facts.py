"""A fact: one dated thing that happened in a case, and its flat JSON form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from rulebook.errors import RulebookError
from rulebook.vocabulary import KINDS, WITHDRAWN, ValueSpec

Value = str | int | bool | date | tuple[str, ...]
_NO_VALUES: Mapping[str, Value] = MappingProxyType({})
_HEAD = ("id", "kind", "on", "known", "instance", "organ", "corrects")
_TYPE_NAMES = {
    "code": "规定的代码",
    "codes": "代码列表",
    "text": "文字",
    "int": "整数",
    "bool": "true 或 false",
    "date": "日期（YYYY-MM-DD）",
    "organ": "单位代码",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a case.

    ``on`` is the day it happened, ``known`` the day it became known (default: the same day). ``organ`` is
    the code of our defendant organ it concerns, "" for the case as a whole. ``corrects`` names the fact this
    one replaces; with the value ``withdrawn`` true it only removes it. Values are closed per kind.
    """

    id: str
    kind: str
    on: date
    known: date = date.min
    instance: str = "1"
    organ: str = ""
    corrects: str | None = None
    values: Mapping[str, Value] = field(default_factory=lambda: _NO_VALUES)

    def __post_init__(self) -> None:
        if self.known == date.min:
            object.__setattr__(self, "known", self.on)

    @property
    def withdrawn(self) -> bool:
        """True when this correction only removes the fact it names."""
        return self.values.get(WITHDRAWN) is True

    def get(self, name: str) -> Value | None:
        """The value called *name*, or None."""
        return self.values.get(name)

    def check(self) -> None:
        """Refuse a kind, value or code that is not in the vocabulary (RulebookError, Chinese)."""
        spec = KINDS.get(self.kind)
        if spec is None:
            raise _refuse(
                self.id,
                "kind",
                f"没有“{self.kind}”这种事实。",
                "请改用词汇表（rulebook/vocabulary.py）所列的种类。",
            )
        if self.known < self.on:
            raise _refuse(self.id, "known", "知悉日期早于发生日期。", "请核对 on 与 known 两个日期。")
        if self.withdrawn:
            if self.corrects is None:
                raise _refuse(
                    self.id, WITHDRAWN, "撤回没有指明所撤回的事实。", "请在 corrects 写明原事实编号。"
                )
            return
        if spec.organ_required and not self.organ:
            raise _refuse(
                self.id, "organ", f"“{spec.label}”应当写明是哪个被告。", "请在 organ 填写单位代码。"
            )
        for name, value in self.values.items():
            _check_value(self.id, name, value, spec.values.get(name))
        for name, wanted in spec.values.items():
            if wanted.required and name not in self.values:
                raise _refuse(self.id, name, f"“{spec.label}”缺少“{wanted.label}”。", "请补填后再试。")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Fact:
        """A fact from its flat JSON object; unknown keys, missing values and wrong types are refused."""
        if not isinstance(data, Mapping):
            raise RulebookError(
                "事实应当是一个 JSON 对象。", remedy='请按 {"id":…,"kind":…,"on":…} 的形式填写。'
            )
        name = str(data.get("id", ""))
        for key in ("id", "kind", "on"):
            if not isinstance(data.get(key), str) or not data[key]:
                raise _refuse(name, key, f"缺少“{key}”或者其类型不是文字。", "请补填后再试。")
        kind = data["kind"]
        on = _day(name, "on", data["on"])
        known = _day(name, "known", data["known"]) if data.get("known") else on
        values = {key: _value(name, kind, key, raw) for key, raw in data.items() if key not in _HEAD}
        fact = cls(
            name,
            kind,
            on,
            known,
            str(data.get("instance") or "1"),
            str(data.get("organ") or ""),
            data.get("corrects") or None,
            values,
        )
        fact.check()
        return fact

    def to_json(self) -> dict[str, Any]:
        """The flat JSON object; ``from_json`` reads it back to an equal fact."""
        out: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "on": self.on.isoformat(),
            "known": self.known.isoformat(),
            "instance": self.instance,
            "organ": self.organ,
        }
        if self.corrects is not None:
            out["corrects"] = self.corrects
        for name, value in self.values.items():
            if isinstance(value, date):
                out[name] = value.isoformat()
            else:
                out[name] = list(value) if isinstance(value, tuple) else value
        return out


def facts_from_json(data: Any) -> tuple[str, tuple[Fact, ...]]:
    """(place, facts) from ``{"place": …, "facts": […]}`` or from a bare list (place dezhou)."""
    place = "dezhou"
    if isinstance(data, Mapping):
        unknown = sorted(set(data) - {"place", "facts"})
        if unknown:
            raise RulebookError(
                f"事实文件中有不认识的键“{unknown[0]}”。", remedy="只能有 place 和 facts 两个键。"
            )
        place = str(data.get("place") or place)
        data = data.get("facts")
    if not isinstance(data, list):
        raise RulebookError(
            "事实文件中没有 facts 列表。", remedy='请写成 {"place":"dezhou","facts":[…]} 或者直接写列表。'
        )
    return place, tuple(Fact.from_json(item) for item in data)


def check_together(facts: Iterable[Fact]) -> None:
    """Refuse facts that cannot stand together: the same id twice, a correction of an unknown fact."""
    seen: set[str] = set()
    corrections: list[Fact] = []
    for fact in facts:
        fact.check()
        if fact.id in seen:
            raise _refuse(fact.id, "id", "编号重复。", "请为每个事实使用不同的编号。")
        seen.add(fact.id)
        if fact.corrects is not None:
            corrections.append(fact)
    for fact in corrections:
        if fact.corrects == fact.id or fact.corrects not in seen:
            raise _refuse(fact.id, "corrects", f"所更正的事实“{fact.corrects}”不存在。", "请核对原事实编号。")
    named = {fact.id: fact.corrects for fact in corrections}
    for fact in corrections:
        earlier, steps = fact.corrects, 0
        while earlier in named and steps <= len(named):
            earlier, steps = named[earlier], steps + 1
        if steps > len(named):
            raise _refuse(fact.id, "corrects", "更正互相指向，没有原事实。", "请核对原事实编号。")


def _refuse(fact: str, key: str, message: str, remedy: str) -> RulebookError:
    return RulebookError(f"事实“{fact}”：{message}", key=key, remedy=remedy)


def _day(fact: str, key: str, raw: Any) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        if isinstance(raw, str) and len(raw) == 10:
            return date.fromisoformat(raw)
    except ValueError:
        pass
    raise _refuse(fact, key, f"“{raw}”不是有效的日期。", "请按 2025-02-19 的形式填写。")


def _value(fact: str, kind: str, name: str, raw: Any) -> Value:
    spec = KINDS[kind].values.get(name) if kind in KINDS else None
    if spec is not None and spec.type == "date":
        return _day(fact, name, raw)
    if isinstance(raw, list):
        return tuple(raw)
    return raw  # type: ignore[no-any-return]  # the type is checked by Fact.check, against the vocabulary


def _check_value(fact: str, name: str, value: Value, spec: ValueSpec | None) -> None:
    if name == WITHDRAWN and value is False:
        return
    if spec is None:
        raise _refuse(fact, name, f"不认识的内容“{name}”。", "请删去，或者改用词汇表所列的名称。")
    if value == "" and not spec.required and not spec.allowed:
        return
    if not fits(value, spec.type):
        raise _refuse(fact, name, f"“{spec.label}”应当是{_TYPE_NAMES[spec.type]}。", "请改正后再试。")
    if spec.allowed:
        for code in value if isinstance(value, tuple) else (value,):
            if code not in spec.allowed:
                raise _refuse(
                    fact,
                    name,
                    f"“{spec.label}”没有“{code}”这一项。",
                    f"可以填写：{'、'.join(spec.allowed)}。",
                )


def fits(value: Value, kind: str) -> bool:
    """True when *value* is of the type the vocabulary asks for."""
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "int":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if kind == "date":
        return isinstance(value, date)
    if kind == "codes":
        return isinstance(value, tuple) and all(isinstance(code, str) for code in value)
    return isinstance(value, str) and bool(value)
