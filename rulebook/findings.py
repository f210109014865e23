"""A finding: what the law says about the facts, short of a duty with a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.citation import Citation


@dataclass(frozen=True, slots=True)
class Finding:
    """kind: proposal, requirement, refusal or lead. ``answer`` is a code, ``text`` a Chinese sentence."""

    rule: str
    kind: str
    title: str
    organ: str
    instance: str
    answer: str
    values: Mapping[str, str]
    text: str
    citation: Citation
    because: tuple[str, ...]
