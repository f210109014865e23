"""Words marked inside a text: the deciding quote of an article, the values read from a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PAGE_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; marked runs carry what the link needs."""

    text: str
    marked: bool = False
    target: str = ""
    label: str = ""
    look: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page of 1000 by 1000 units."""

    x: float
    y: float
    width: float
    height: float
    target: str
    label: str
    look: bool


def around_quote(text: str, quote: str) -> tuple[Run, ...]:
    """The article with *quote* marked; the quote between ellipses when the article is not at hand."""
    if not quote:
        return (Run(text),) if text else ()
    if not text:
        return (Run("……"), Run(quote, marked=True), Run("……"))
    place = text.find(quote)
    if place < 0:
        return (Run(text), Run("……"), Run(quote, marked=True))
    end = place + len(quote)
    return tuple(run for run in (Run(text[:place]), Run(quote, marked=True), Run(text[end:])) if run.text)


def _value(mark: Any, name: str, default: Any = "") -> Any:
    found = mark.get(name) if isinstance(mark, Mapping) else getattr(mark, name, None)
    return default if found is None else found


def boxes(marks: Iterable[Any]) -> tuple[Box, ...]:
    """Marks with a box [x0, y0, x1, y1] in fractions of the page."""
    found = []
    for mark in marks or ():
        box = _value(mark, "box", ())
        if len(box) != 4:
            continue
        x0, y0, x1, y1 = (round(float(side) * PAGE_UNITS, 1) for side in box)
        found.append(Box(x0, y0, x1 - x0, y1 - y0, *_told(mark)))
    return tuple(found)


def _told(mark: Any) -> tuple[str, str, bool]:
    return (_value(mark, "target"), _value(mark, "label"), bool(_value(mark, "look", False)))


def runs(page: Any, marks: Iterable[Any]) -> tuple[Run, ...]:
    """The text of a page cut at the spans of its marks; of overlapping marks the first stands."""
    text, place, found = _value(page, "text"), 0, []
    placed = [mark for mark in marks or () if len(_value(mark, "span", ())) == 2]
    for mark in sorted(placed, key=lambda mark: tuple(_value(mark, "span"))):
        start, end = _value(mark, "span")
        if start < place or end <= start or end > len(text):
            continue
        found += [Run(text[place:start]), Run(text[start:end], True, *_told(mark))]
        place = end
    return tuple(run for run in (*found, Run(text[place:])) if run.text)
