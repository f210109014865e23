"""The list of volumes: filters, search, and key-set pages."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from yingsu.archive.models import Volume
from yingsu.archive.queries import volumes_for
from yingsu.base.actor import Actor
from yingsu.base.numbers import number_in
from yingsu.docket.listing import folded

PAGE = 30


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to. Empty values narrow nothing."""

    text: str = ""
    year: int | None = None
    organ: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of volumes; `following` is the mark of the next page, empty on the last."""

    rows: list[Volume]
    following: str


def list_volumes(actor: Actor, filters: Filters, *, after: str = "") -> Page:
    """The newest volumes first. *after* is the mark of the last row of the page before."""
    rows = narrowed(actor, filters)
    last = number_in(after)
    if last is not None:
        rows = rows.filter(pk__lt=last)
    found = list(rows[: PAGE + 1])
    following = str(found[PAGE - 1].pk) if len(found) > PAGE else ""
    return Page(found[:PAGE], following)


def years_of(actor: Actor) -> list[int]:
    """The years in which volumes the actor may see were numbered, the latest first."""
    years = volumes_for(actor).filter(year__isnull=False).order_by("-year").values_list("year", flat=True)
    return list(years.distinct())


def narrowed(actor: Actor, filters: Filters) -> QuerySet[Volume]:
    """The visible volumes that agree with every filter; words are looked for in number, case and parties."""
    rows = volumes_for(actor)
    plain = {"year": filters.year, "organ_id": filters.organ, "state": filters.state}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    for word in folded(filters.text).split()[:5]:
        rows = rows.filter(Q(number__icontains=word) | Q(case__search_text__icontains=word))
    return rows
