"""Telling one case: its rows made, its facts done one after the other on the day they became known."""

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import groupby
from typing import Any

from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.tx import write_tx
from yingsu.demonstration.cases.papers import paper_of
from yingsu.demonstration.cases.stories import Fact, InstanceStory, Story
from yingsu.demonstration.dates import as_on
from yingsu.demonstration.organs_and_people import People
from yingsu.docket.actions import add_instance, add_party, create_case
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, CourtPaper, Decision, Hearing, Instance, Party
from yingsu.duties.actions import enter
from yingsu.duties.reconcile import reconcile
from yingsu.intake.numbers import court_name
from yingsu.organs.models import Organ, Post
from yingsu.organs.queries import government_of, heads_of, justice_bureau_of, posts_in

PAPERS = frozenset({"receipt", "decision-made"})


class Telling:
    """A case while it is told: its rows by the labels of the story."""

    def __init__(self, story: Story, people: People, organs: dict[str, Organ]) -> None:
        self.story, self.people, self.organs = story, people, organs
        self.today = clock.today()
        self.hearings: dict[tuple[str, str], Hearing] = {}
        self._instances: dict[str, Instance] = {}

    @cached_property
    def case(self) -> Case:
        """The case, made when the first fact asks for it."""
        story = self.story
        case = create_case(
            title=story.title + "案",
            by=self.actor(story.facts[0]),
            subject=story.subject,
            route=story.route,
            cause_codes=story.causes,
            cause=story.cause,
            field=story.field,
            act_name=story.act.name,
            act_number=story.act.number,
            act_date=story.act.day,
        )
        self._add_parties(case)
        return case

    def _add_parties(self, case: Case) -> None:
        for name in self.story.plaintiffs:
            add_party(case, role=Party.Role.PLAINTIFF, name=name)
        for row in self.story.defendants:
            organ, unit = self.organs[row["organ"]], self.organs.get(row.get("act_by", ""))
            add_party(
                case,
                role=Party.Role.DEFENDANT,
                name=organ.name,
                organ=organ,
                acted_as=row["acted_as"],
                act_by=unit,
            )
        for name in self.story.third_parties:
            add_party(case, role=Party.Role.THIRD_PARTY, name=name)

    def actor(self, fact: Fact) -> Actor:
        """Who does the fact."""
        return self.people.actor(fact.by)

    def organ(self, fact: Fact) -> Organ:
        """The defendant a fact concerns; the first when it concerns the case as a whole."""
        return self.organs[fact.organ or self.story.defendants[0]["organ"]]

    def instance(self, label: str) -> Instance:
        """The instance with *label*, added when first asked for."""
        if label not in self._instances:
            told = self.story.instances[label]
            self._instances[label] = add_instance(
                self.case,
                stage=told.stage,
                court=self._court(told),
                court_code=told.court,
                case_number=told.case_number,
                accepted_on=told.accepted,
            )
        return self._instances[label]

    def _court(self, told: InstanceStory) -> str:
        """The court; of a reconsideration the government that decides it."""
        if told.court:
            return court_name(told.court)
        government = government_of(self.organs[self.story.defendants[0]["organ"]])
        return government.name if government else ""

    def hearing(self, fact: Fact) -> Hearing:
        """The hearing a fact speaks of, as it now stands."""
        hearing = self.hearings[fact.instance, fact.values["hearing"]]
        hearing.refresh_from_db()
        return hearing

    def days(self, fact: Fact) -> dict[str, Any]:
        """The two days of a fact and who does it, as the rooms' actions take them."""
        return {"by": self.actor(fact), "on": fact.on, "known": fact.known}

    def decision(self, fact: Fact) -> Decision:
        """The last decision of the fact's instance."""
        return (
            Decision.objects.select_related("case", "instance")
            .filter(instance=self.instance(fact.instance))
            .latest("pk")
        )

    def unit_account(self, fact: Fact) -> str:
        """The account of whoever prepares for the defendant: who finished the preparation or signed for the papers."""
        story = self.story
        done = [
            *story.facts_of("receipt", "1", fact.organ, receiver="unit"),
            *story.facts_of("preparation-finished", "1", fact.organ),
        ]
        return done[-1].by if done else fact.by

    def head(self, organ: Organ, rank: str = "") -> Post:
        """A head of *organ*: of the rank the law's word names, if there is one; a deputy in charge comes first."""
        posts = list(heads_of(organ))
        fitting = [
            post
            for post in posts
            if post.kind == {"main-head": "main_head", "deputy": "deputy_head"}.get(rank)
        ]
        units = {row.get("act_by") for row in self.story.defendants}
        in_charge = [post for post in fitting if units & set(post.portfolio)]
        return (in_charge or fitting or posts)[0]

    def signer(self, organ: Organ) -> Actor:
        """A head of *organ* who signs papers off."""
        return self.people.actor_in(self.head(organ, "deputy"))

    def bureau(self, organ: Organ) -> Actor:
        """Who acknowledges in the justice bureau of the organ's level."""
        bureau = justice_bureau_of(organ)
        posts = posts_in(bureau, Post.Kind.BUREAU_STAFF) if bureau else Post.objects.none()
        return self.people.actor_in(posts.latest("pk"))


Doing = Callable[[Telling, Fact], None]
Acts = Callable[[Story, Fact], Doing | None]


def tell(story: Story, people: People, organs: dict[str, Organ], acts: Acts) -> Case:
    """Make the case and do its facts, in one transaction; what no act does is entered as it stands."""
    telling = Telling(story, people, organs)
    with write_tx():
        for plain, group in groupby(story.facts, key=lambda fact: _together(acts, story, fact)):
            if plain:
                _enter(telling, list(group))
            else:
                _do(telling, group, acts)
        case = Case.objects.select_for_update().get(pk=telling.case.pk)
        reconcile(case)
    return case


def _together(acts: Acts, story: Story, fact: Fact) -> tuple[Any, ...]:
    """Plain facts that one person enters on one day go in together; an act stands alone."""
    return (fact.known, fact.by) if acts(story, fact) is None else ()


def _do(telling: Telling, facts: Iterable[Fact], acts: Acts) -> None:
    for fact in facts:
        doing = acts(telling.story, fact)
        if doing is not None:
            with as_on(fact.known):
                doing(telling, fact)


def _enter(telling: Telling, facts: list[Fact]) -> None:
    with as_on(facts[0].known):
        happenings = [_happening(telling, fact) for fact in facts]
        enter(telling.case, *happenings, by=telling.actor(facts[0]))


def _happening(telling: Telling, fact: Fact) -> Happening:
    instance = telling.instance(fact.instance)
    return Happening(
        kind=fact.kind,
        on=fact.on,
        values=_values(telling, fact),
        instance=None if fact.kind == "case-opened" else instance,
        organ=telling.organs[fact.organ] if fact.organ else None,
        known=fact.known,
        paper=_paper(telling, fact, instance),
    )


def _values(telling: Telling, fact: Fact) -> dict[str, Any]:
    """The values, the hearing by the label its row bears."""
    values = dict(fact.values)
    if "hearing" in values:
        values["hearing"] = telling.hearing(fact).label
    return values


def _paper(telling: Telling, fact: Fact, instance: Instance) -> CourtPaper | None:
    if fact.kind not in PAPERS:
        return None
    return paper_of(telling.case, telling.story, fact, instance, by=telling.actor(fact))
