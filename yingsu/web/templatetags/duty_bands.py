"""Which band a duty belongs to. Works on any object or mapping with due, state and met_on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yingsu.web.templatetags.dates_in_words import day_of

ORDER = (
    ("late", "已逾期", ""),
    ("soon", "今明两日", ""),
    ("undated", "及时办理", "条文没有规定日数，应当及时办理。"),
    ("later", "以后", ""),
    ("announced", "尚待起算", "起算的日子还未录入，先按最早的情形提示。"),
    ("court", "法院的期限", "供安排工作参考，不是本机关的期限。"),
    ("lapsed", "期限已过的权利", "未在期限内行使。"),
    ("met", "已办结", ""),
)


@dataclass(frozen=True, slots=True)
class Band:
    """One band and its duties, soonest first."""

    tone: str
    title: str
    note: str
    duties: tuple[Any, ...]


def value(duty: Any, name: str) -> Any:
    """A field of an object or a mapping; None when it has none."""
    return duty.get(name) if isinstance(duty, Mapping) else getattr(duty, name, None)


def tone(duty: Any, today: date | None) -> str:
    """late, soon, undated, later, announced, court, lapsed or met, seen from *today*."""
    due = day_of(value(duty, "due"))
    if value(duty, "met_on") or value(duty, "state") in ("met", "met-late"):
        return "met"
    if value(duty, "nature") == "expected":
        return "court"
    if value(duty, "state") == "announced":
        return "announced"
    if due is None:
        return "undated"
    if today is None:
        return "later"
    left = (due - today).days
    if left < 0 and value(duty, "nature") == "right":
        return "lapsed"
    return "late" if left < 0 else "soon" if left <= 1 else "later"


def in_bands(duties: Iterable[Any], today: date | None) -> tuple[Band, ...]:
    """The bands that are not empty, in their order; duties without a day come last."""
    kept: dict[str, list[Any]] = {}
    for duty in duties or ():
        kept.setdefault(tone(duty, today), []).append(duty)
    for band in kept.values():
        band.sort(key=lambda duty: day_of(value(duty, "due")) or day_of(value(duty, "careful")) or date.max)
    return tuple(Band(name, title, note, tuple(kept[name])) for name, title, note in ORDER if name in kept)
