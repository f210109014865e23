"""A fact on its way into the docket."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yingsu.docket.models import CourtPaper, Entry, Instance
from yingsu.organs.models import Organ


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, on which day, in the closed vocabulary of the law's facts.

    *known* is the day it became known here (default: today). *organ* is the defendant organ concerned, none for
    the case as a whole. With *corrects* it replaces an earlier entry; `withdrawn` in the values removes it.
    """

    kind: str
    on: date
    values: Mapping[str, Any] = field(default_factory=dict)
    instance: Instance | None = None
    organ: Organ | None = None
    known: date | None = None
    paper: CourtPaper | None = None
    note: str = ""
    corrects: Entry | None = None
