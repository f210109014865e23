"""The fields of a paper while its rules are being applied."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from courtpapers.flat import Flat
from courtpapers.models import CaseNumber, Field

SURE, FIRM, LIKELY, HEURISTIC, WEAK = 0.99, 0.95, 0.9, 0.8, 0.6


@dataclass
class Draft:
    """Flat text, where its body begins, and the fields found so far. ``lean`` lowers confidence (title not found)."""

    flat: Flat
    doc_type: str = ""
    kind: str = "other"
    body: int = 0
    number: CaseNumber | None = None
    fields: dict[str, list[Field]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The flat text the rules search in."""
        return self.flat.text

    def add(self, name: str, value: str, start: int, end: int, how: str, confidence: float = SURE) -> None:
        """Add a value found at ``text[start:end]``; the same value twice and an empty value are left out."""
        value = value.strip()
        if not value or any(found.value == value for found in self.fields.get(name, [])):
            return
        place = self.flat.place(start, end)
        self.fields.setdefault(name, []).append(
            Field(value, place.page, place.box, place.span, confidence, how)
        )

    def add_once(
        self, name: str, value: str, start: int, end: int, how: str, confidence: float = SURE
    ) -> None:
        """Like `add`, for a field that has one value: what was found first stays."""
        if name not in self.fields:
            self.add(name, value, start, end, how, confidence)

    def add_group(
        self, name: str, match: re.Match[str] | None, group: str | int, how: str, confidence: float = SURE
    ) -> bool:
        """Add a group of a match as it stands; says whether there was something to add."""
        if match is None or not match[group]:
            return False
        self.add_once(name, match[group], match.start(group), match.end(group), how, confidence)
        return True
