"""Reading one TOML table strictly: each key is asked for once; what is left over is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from rulebook.conditions import CIRCUMSTANCES, SCOPES, Circumstances, Pattern, Test
from rulebook.errors import RulebookError
from rulebook.facts import Value, fits
from rulebook.vocabulary import KINDS, ValueSpec

_PATTERN_KEYS = ("kind", "scope", "stage", "says", "latest", "unless_followed_by", "unless", "before")


class Table:
    """One TOML table with its whereabouts, so that every refusal names file, rule and key."""

    def __init__(self, data: Any, file: str, rule: str = "", path: str = "") -> None:
        self.file, self.rule, self.path = file, rule, path
        if not isinstance(data, dict):
            raise self.refuse("", "这里应当是一个表。", "请写成 { 键 = 值 }。")
        self.data: dict[str, Any] = dict(data)

    def refuse(self, key: str, message: str, remedy: str) -> RulebookError:
        """The refusal of *key* in this table."""
        name = ".".join(part for part in (self.path, key) if part)
        return RulebookError(message, file=self.file, rule=self.rule, key=name, remedy=remedy)

    def finish(self, known: Iterable[str]) -> None:
        """Refuse the keys nobody asked for."""
        for key in self.data:
            raise self.refuse(key, "不认识的键。", f"只能使用：{'、'.join(known)}。")

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """The value of *key*, of that type; without a default the key is required."""
        if key not in self.data:
            if default is None:
                raise self.refuse(key, "缺少这个键。", "请补上。")
            return default
        value = self.data.pop(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.refuse(key, "值的类型不对。", f"应当是{_NAMES[kind]}。")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text; an empty one is refused unless it is the default."""
        value = str(self.take(key, str, default))
        if not value.strip() and default is None:
            raise self.refuse(key, "不能为空。", "请填写内容。")
        return value

    def code(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A code out of a closed list."""
        value = self.text(key, default)
        if value != default and value not in allowed:
            raise self.refuse(key, f"没有“{value}”这一项。", f"可以使用：{'、'.join(allowed)}。")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of texts; nothing when the key is absent."""
        value = self.data.pop(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise self.refuse(key, "值的类型不对。", "应当是文字或者文字列表。")
        return tuple(values)

    def day(self, key: str) -> date | None:
        """A date without quotes, or None."""
        value = self.data.pop(key, None)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.refuse(key, "不是日期。", "请写成不加引号的 2020-07-30。")
        return value

    def tables(self, key: str) -> list[Table]:
        """One table or a list of tables; nothing when the key is absent."""
        value = self.data.pop(key, [])
        values = value if isinstance(value, list) else [value]
        return [Table(one, self.file, self.rule, self._join(key)) for one in values]

    def circumstances(self, key: str) -> Circumstances:
        """``{ rank = ["government"] }`` with names and codes from the vocabulary."""
        table = Table(self.data.pop(key, {}), self.file, self.rule, self._join(key))
        out = []
        for name in list(table.data):
            if name not in CIRCUMSTANCES:
                table.finish(CIRCUMSTANCES)
            codes = table.texts(name)
            for code in codes:
                if code not in CIRCUMSTANCES[name]:
                    raise table.refuse(
                        name, f"没有“{code}”这一项。", f"可以使用：{'、'.join(CIRCUMSTANCES[name])}。"
                    )
            out.append((name, frozenset(codes)))
        return tuple(out)

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """The patterns under *key*."""
        return tuple(table.pattern() for table in self.tables(key))

    def pattern(self) -> Pattern:
        """This table as a pattern; every other key must be a value of that kind of fact."""
        kind = self.code("kind", KINDS)
        scope = self.code("scope", SCOPES, "same")
        stage = frozenset(self.texts("stage")) if kind != "instance-opened" else frozenset()
        says = self.text("says", "")
        latest = bool(self.take("latest", bool, False))
        followed, unless = self.kinds("unless_followed_by"), self.kinds("unless")
        before = self.text("before", "")
        tests = self.tests(KINDS[kind].values, _PATTERN_KEYS)
        return Pattern(kind, tests, scope, stage, says, latest, followed, unless, before)

    def kinds(self, key: str) -> tuple[str, ...]:
        """One kind of fact or a list of them; nothing when the key is absent."""
        kinds = self.texts(key)
        for kind in kinds:
            if kind not in KINDS:
                raise self.refuse(key, f"没有“{kind}”这一项。", f"可以使用：{'、'.join(KINDS)}。")
        return kinds

    def tests(self, specs: Mapping[str, ValueSpec], also: tuple[str, ...] = ()) -> tuple[Test, ...]:
        """What is left in this table as tests of a fact's values."""
        out = []
        for name in list(self.data):
            if name not in specs:
                self.finish((*also, *specs))
            out.append(self._test(name, specs[name]))
        return tuple(out)

    def _test(self, name: str, spec: ValueSpec) -> Test:
        raw = self.data.pop(name)
        if isinstance(raw, dict):
            bounds = Table(raw, self.file, self.rule, self._join(name))
            least, most = bounds.data.pop("min", None), bounds.data.pop("max", None)
            bounds.finish(("min", "max"))
            if spec.type != "int" or not all(one is None or isinstance(one, int) for one in (least, most)):
                raise self.refuse(name, "只有整数可以写 min、max。", "请改为代码或者代码列表。")
            return Test(name, least=least, most=most)
        values: list[Value] = raw if isinstance(raw, list) else [raw]
        kind = "code" if spec.type == "codes" else spec.type
        for value in values:
            if value != "" and not fits(value, kind):
                raise self.refuse(name, "值的类型不对。", f"“{spec.label}”请按词汇表填写。")
            if spec.allowed and value != "" and value not in spec.allowed:
                raise self.refuse(name, f"没有“{value}”这一项。", f"可以使用：{'、'.join(spec.allowed)}。")
        return Test(name, frozenset(values))

    def _join(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


_NAMES: dict[type, str] = {str: "文字", int: "整数", bool: "true 或 false", dict: "表", list: "列表"}
