"""Which case, defendant and instance a page is about, and what every page below a case shows of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from yingsu.base.actor import Actor
from yingsu.base.numbers import number_in
from yingsu.docket.models import Case, Instance
from yingsu.docket.queries import case_for, current_instance, defendants, unit_of
from yingsu.documents.capabilities import acts_for
from yingsu.organs.models import Organ
from yingsu.organs.queries import government_of, office_of
from yingsu.response.actions.place import acting_unit
from yingsu.response.queries import defendant_for, duty_of
from yingsu.web.desk.lines import line


@dataclass(frozen=True)
class Side:
    """One defendant of ours in a case, seen by an actor."""

    case: Case
    defendant: Organ
    actor: Actor
    page: str

    @cached_property
    def instance(self) -> Instance | None:
        """The current instance."""
        return current_instance(self.case)

    @cached_property
    def unit(self) -> Organ | None:
        """The responsible unit as it stands."""
        return unit_of(self.case, self.defendant)

    @property
    def who(self) -> dict[str, Any]:
        """Case and defendant, as the actions take them."""
        return {"case": self.case, "defendant": self.defendant, "by": self.actor}

    def for_unit(self, capability: str) -> bool:
        """Whether the actor acts for the responsible unit."""
        return acts_for(self.actor, capability, acting_unit(self.case, self.defendant))

    def for_office(self, capability: str) -> bool:
        """Whether the actor acts for the office that receives the defendant's papers."""
        return acts_for(self.actor, capability, office_of(self.defendant))

    def to(self, name: str, *args: object) -> str:
        """The address of a page of this case, for this defendant."""
        return reverse(name, args=[self.case.pk, *args]) + self.query

    @property
    def query(self) -> str:
        """What keeps the defendant where there are several."""
        return f"?defendant={self.defendant.pk}" if len(self.defendants) > 1 else ""

    @cached_property
    def defendants(self) -> list[Organ]:
        """Our defendants in the case."""
        return [party.organ for party in defendants(self.case) if party.organ]

    def duties(self, *rules: str) -> dict[str, Any]:
        """The duties by *rules* as lines, and the words of law of the first."""
        explained = duty_of(self.case, self.defendant, *rules, instance=self.instance)
        return {
            "duties": [line(one, acting=False, matter=False, who=True) for one in explained],
            "laws": _laws(explained),
        }

    def context(self, **more: Any) -> dict[str, Any]:
        """What every page is given."""
        tabs = [
            {
                "label": organ.name,
                "url": f"{reverse(self.page, args=[self.case.pk])}?defendant={organ.pk}",
                "current": organ == self.defendant,
            }
            for organ in self.defendants
        ]
        return {
            "case": self.case,
            "defendant": self.defendant,
            "instance": self.instance,
            "unit": self.unit,
            "page": self.page,
            "sides": tabs if len(tabs) > 1 else [],
            "query": self.query,
            **more,
        }


def side_of(request: HttpRequest, case_pk: int, page: str) -> Side:
    """The side a request is about: `?defendant=`, else the one the actor answers for, else the first."""
    case = case_for(request.actor, case_pk)
    wanted = number_in(request.GET.get("defendant", ""))
    if wanted is None:
        wanted = _own_side(case, request.actor)
    return Side(case, defendant_for(case, wanted), request.actor, page)


def _own_side(case: Case, actor: Actor) -> int | None:
    """The defendant whose head, office or responsible unit the actor belongs to, where there are several."""
    organs = [party.organ for party in defendants(case) if party.organ]
    if len(organs) < 2:
        return None
    for acting in (lambda organ: organ, office_of, lambda organ: acting_unit(case, organ)):
        for organ in organs:
            own = acting(organ)
            if own is not None and own.pk == actor.organ_id:
                return int(organ.pk)
    return None


def units_to_choose(defendant: Organ) -> Any:
    """The organs that may be the responsible unit: those of the same government, and the defendant if a department."""
    government = government_of(defendant)
    own = Organ.objects.filter(parent=government) if government else Organ.objects.filter(pk=defendant.pk)
    return own.exclude(kind=Organ.Kind.GOVERNMENT).exclude(function=Organ.Function.OFFICE).order_by("id")


def _laws(explained: list[Any]) -> list[Any]:
    """The reasons with different articles, each once."""
    seen: dict[str, Any] = {}
    for one in explained:
        seen.setdefault(one.reason.citation.short, one.reason)
    return list(seen.values())
