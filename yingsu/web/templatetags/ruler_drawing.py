"""Geometry of the period ruler: slots become paths and texts, given to the template as SVG attributes."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from yingsu.web.templatetags.dates_in_words import WEEKDAYS
from yingsu.web.templatetags.ruler_days import Slot, Span

SMALL_WIDTH, SMALL_HEIGHT = 250, 22
SMALL_TOP, SMALL_CELL, SMALL_WIDEST = 6, 10, 22
CELL, TOP, HEIGHT = 32, 18, 22
DATED = ("start", "former", "last")
THIN = 7
STRIP_HEIGHT, MONTH_HEIGHT = 74, 56


@dataclass(frozen=True, slots=True)
class Shape:
    """All cells of one kind as a single path."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Text:
    """A word in the drawing; kind names its CSS classes."""

    x: float
    y: float
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One drawing: the whole small ruler, a week, or a month."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...] = field(default_factory=tuple)
    today: str = ""
    frame: str = ""

    @property
    def box(self) -> str:
        """The viewBox attribute."""
        return f"0 0 {self.width:g} {self.height:g}"


def small(span: Span) -> Strip:
    """The ruler of a list line: one cell a day, or one a week (a month) when the period is long."""
    slots = span.slots
    width = min(SMALL_WIDTH / len(slots), SMALL_WIDEST)
    gap = 1 if width > 4 else 0.8
    groups = [[slot] for slot in slots] if span.by_day else _bundles(slots)
    shapes: dict[str, list[str]] = {}
    for group in groups:
        kind = _kind(group[0], bundled=len(group) > 1)
        wide = max(len(group) * width, 5 if group[0].kind == "last" else 0)
        right = (slots.index(group[0]) + len(group)) * width
        _cell(shapes, kind, right - wide, SMALL_TOP, wide - gap, SMALL_CELL)
    return Strip(SMALL_WIDTH, SMALL_HEIGHT, _shapes(shapes), today=_today(span, slots, width, 1, 20))


def large(span: Span) -> tuple[Strip, ...]:
    """The ruler where a date is explained: a strip a week (a month when long), so that narrow pages fold it."""
    if span.by_day:
        weeks = groupby(span.slots, key=lambda slot: slot.day.isocalendar()[:2])
        folded = [tuple(slots) for _, slots in weeks]
        return tuple(_week(span, slots) for slots in folded if _says_something(span, slots))
    months = groupby(span.slots, key=lambda slot: (slot.day.year, slot.day.month))
    return tuple(_month(span, tuple(slots)) for _, slots in months)


def _says_something(span: Span, slots: tuple[Slot, ...]) -> bool:
    """Whether a week holds more than days after the end; such a week would fold to a line of its own."""
    return any(slot.kind != "after" or slot.day == span.today for slot in slots) or span.cut


def _week(span: Span, slots: tuple[Slot, ...]) -> Strip:
    texts: list[Text] = []
    shapes: dict[str, list[str]] = {}
    for index, slot in enumerate(slots):
        x = index * CELL + 1
        _cell(shapes, _kind(slot), x, TOP, CELL - 2, HEIGHT)
        texts += _day_texts(span, slot, x)
    width = len(slots) * CELL
    frame = _today_frame(span, slots)
    line = "" if frame else _today(span, slots, CELL, TOP - 3, HEIGHT + 6)
    return Strip(width, STRIP_HEIGHT, _shapes(shapes), tuple(texts), line, frame)


def _day_texts(span: Span, slot: Slot, x: float) -> list[Text]:
    middle = x + CELL / 2 - 1
    texts = [Text(middle, TOP + HEIGHT + 14, "weekday", WEEKDAYS[slot.day.weekday()])]
    if slot.kind in DATED or (slot.day.day == 1 and not _near_a_key(span, slot)):
        key = "" if slot.day.day == 1 and slot.kind not in DATED else " key"
        texts.append(Text(x, 12, "date" + key, f"{slot.day.month}/{slot.day.day}"))
    if slot.number is not None and slot.kind != "start":
        shade = {"last": " on-dark", "met": " on-dark", "off": " on-off"}.get(slot.kind, "")
        texts.append(Text(middle, TOP + 15, "order" + shade, str(slot.number)))
    word, kind = _word(span, slot)
    if word:
        texts.append(Text(middle, TOP + HEIGHT + 29, kind, word))
    return texts


def _near_a_key(span: Span, slot: Slot) -> bool:
    """Whether a dated cell stands right beside this first of a month."""
    dated = (other.day for other in span.slots if other.kind in DATED)
    return any(abs((day - slot.day).days) == 1 for day in dated)


def _word(span: Span, slot: Slot) -> tuple[str, str]:
    """The one word under a day: its meaning before its holiday."""
    if slot.day == span.today:
        return ("今天", "word today")
    if slot.kind == "last":
        return ("届满", "word late" if slot.late else "word")
    if slot.kind == "met":
        return ("办结", "word met")
    if slot.kind == "former":
        return ("原届满", "holiday")
    if slot.kind == "start":
        return ("不计", "holiday")
    if "班" in slot.label:
        return ("班", "holiday")
    if slot.off and slot.label and slot.label != "周末":
        return (slot.label[:2] if _first_of_holiday(span, slot) else "休", "holiday")
    return ("", "")


def _first_of_holiday(span: Span, slot: Slot) -> bool:
    index = span.slots.index(slot)
    return index == 0 or span.slots[index - 1].label != slot.label


def _month(span: Span, slots: tuple[Slot, ...]) -> Strip:
    texts = [Text(0, 12, "date", f"{slots[0].day.month}月")]
    if slots[0].day.month == 1 or slots[0] is span.slots[0]:
        texts = [Text(0, 12, "date key", f"{slots[0].day.year}年{slots[0].day.month}月")]
    shapes: dict[str, list[str]] = {}
    for index, slot in enumerate(slots):
        _cell(shapes, _kind(slot), index * THIN, TOP, THIN - 1, HEIGHT - 4)
    for index, slot in enumerate(slots):
        word, kind = _word(span, slot)
        if kind.startswith("word"):
            x = min(max(index * THIN, 26), max(len(slots) * THIN - 26, 26))
            texts.append(Text(x, TOP + HEIGHT + 12, kind, f"{slot.day.month}/{slot.day.day} {word}"))
    wide = max(len(slots) * THIN, 70) + 8
    line = _today(span, slots, THIN, TOP - 3, HEIGHT + 2)
    return Strip(wide, MONTH_HEIGHT, _shapes(shapes), tuple(texts), line)


def _bundles(slots: tuple[Slot, ...]) -> list[list[Slot]]:
    """Weeks (months beyond a year) of equal kind; the start and the last day keep a cell of their own."""
    yearly = len(slots) > 400

    def bundle(slot: Slot) -> tuple[object, ...]:
        alone = slot.day if slot.kind in ("start", "last", "met") else None
        when = (slot.day.year, slot.day.month) if yearly else slot.day.isocalendar()[:2]
        return (alone, slot.kind in ("rolled", "extended", "after") and slot.kind, when)

    return [list(group) for _, group in groupby(slots, key=bundle)]


def _kind(slot: Slot, *, bundled: bool = False) -> str:
    if slot.kind == "last":
        return "last late" if slot.late else "last met" if slot.met else "last"
    return "counted" if bundled and slot.kind in ("off", "skipped") else slot.kind


def _cell(shapes: dict[str, list[str]], kind: str, x: float, y: float, width: float, height: float) -> None:
    """Add one cell to the paths of its kind; days that roll over are hatched."""
    shapes.setdefault(kind, []).append(_rectangle(x, y, width, height, kind))
    if kind == "rolled":
        shapes.setdefault("hatch", []).append(_hatch(x, y, width, height))


def _rectangle(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A closed path; outlined kinds draw inside their edge."""
    inset = 0.5 if kind in ("start", "skipped", "rolled", "extended", "former") else 0
    width, height = max(width - 2 * inset, 0.4), height - 2 * inset
    return f"M{_n(x + inset)} {_n(y + inset)}h{_n(width)}v{_n(height)}h-{_n(width)}z"


def _hatch(x: float, y: float, width: float, height: float, step: float = 4) -> str:
    """Slanted lines clipped to the cell."""
    lines, offset = [], step - height
    while offset < width:
        left, right = max(offset, 0), min(offset + height, width)
        if right > left:
            low, high = y + height - (left - offset), y + height - (right - offset)
            lines.append(f"M{_n(x + left)} {_n(low)}L{_n(x + right)} {_n(high)}")
        offset += step
    return "".join(lines)


def _shapes(shapes: dict[str, list[str]]) -> tuple[Shape, ...]:
    named = ((kind if kind == "hatch" else f"cell {kind}", paths) for kind, paths in shapes.items())
    return tuple(Shape(kind, "".join(paths)) for kind, paths in named)


def _today_frame(span: Span, slots: tuple[Slot, ...]) -> str:
    """A frame around today's cell with a tick above it, so that its number stays legible."""
    for index, slot in enumerate(slots):
        if slot.day == span.today:
            x = index * CELL + 1
            return f"M{x} {TOP - 1}h{CELL - 2}v{HEIGHT + 2}h-{CELL - 2}zM{x + CELL // 2 - 1} {TOP - 1}v-5"
    return ""


def _today(span: Span, slots: tuple[Slot, ...], width: float, top: float, height: float) -> str:
    """Today's line through the middle of its day; at the edge, doubled, when it lies beyond the picture."""
    day: date | None = span.today
    if day is None or day < slots[0].day:
        return ""
    if day <= slots[-1].day:
        return f"M{_n((day - slots[0].day).days * width + width / 2 - 1)} {_n(top)}h2v{_n(height)}h-2z"
    if slots[-1] is not span.slots[-1]:
        return ""
    edge = len(slots) * width
    return f"M{_n(edge - 2)} {_n(top)}h2v{_n(height)}h-2zM{_n(edge - 5)} {_n(top)}h1v{_n(height)}h-1z"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
