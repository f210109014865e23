"""A suit against an invented county's police bureau, with everybody who has to do with it, and some who have not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from officialpapers.parts import text_to_pdf
from tests.builders import actor, county, suit
from yingsu.access.models import Account
from yingsu.base.actor import Actor
from yingsu.docket.actions import register_paper
from yingsu.docket.models import Case, CourtPaper, Decision, Hearing, Instance
from yingsu.documents import actions as documents
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.duties.models import Duty
from yingsu.files.actions import keep
from yingsu.hearings.actions import set_hearing
from yingsu.judgments.actions import Received, enter_decision
from yingsu.organs.models import Organ, Post

SERVED = date(2025, 2, 19)
HEARD = date(2025, 3, 27)
DECIDED = date(2025, 5, 6)


@dataclass(frozen=True)
class World:
    """Organs, people and the case of 清禾县公安局, whose legal section responds itself."""

    organs: dict[str, Organ]
    clerk: Actor
    chief: Actor
    deputy: Actor
    handler: Actor
    archivist: Actor
    bureau: Actor
    city_bureau: Actor
    outsider: Actor
    case: Case

    @property
    def police(self) -> Organ:
        return self.organs["police"]

    @property
    def instance(self) -> Instance:
        return self.case.instances.get(ordinal=1)

    def post(self, person: Actor) -> Post:
        """The post a person acts in."""
        return Post.objects.get(pk=person.post_id)

    def duty(self, rule: str) -> Duty:
        """The one duty by *rule* that stands or was met."""
        return Duty.objects.exclude(state=Duty.State.SUPERSEDED).get(case=self.case, rule=rule)

    def hearing(self, day: date = HEARD) -> Hearing:
        """A hearing the court has set for *day*."""
        return set_hearing(
            case=self.case, instance=self.instance, day=day, time="09:00", place="第三法庭", by=self.clerk
        )

    def decision(self, form: str = "judgment", **more: Any) -> Decision:
        """A decision that revokes the act, had by the unit on the day it was served."""
        told = {
            "case": self.case,
            "instance": self.instance,
            "form": form,
            "decided_on": DECIDED,
            "received": Received(date(2025, 5, 8), unit=date(2025, 5, 9)),
            "results": ["revoke", "redo"],
            "lost": True,
            "final": False,
            "by": self.handler,
        }
        return enter_decision(**{**told, **more})

    def paper(self, kind: str, title: str, dated: date = SERVED) -> CourtPaper:
        """A received paper with a real file."""
        file = keep(text_to_pdf(f"{title}\n\n清禾县公安局：\n　　本院已立案受理。"), name=f"{title}.pdf")
        return register_paper(
            self.case,
            kind=kind,
            title=title,
            file=file,
            file_name=f"{title}.pdf",
            received_on=dated,
            dated=dated,
            by=self.clerk,
            instance=self.instance,
        )

    def signed(self, kind: str, **data: Any) -> Document:
        """A document of the police bureau, drafted with sample content and signed off by its main head."""
        content = {**kinds()[kind].sample, **data}
        document = documents.draft(
            case=self.case, kind=kind, data=content, by=self.handler, defendant=self.police
        )
        return self.sign(document)

    def sign(self, document: Document) -> Document:
        """*document* put up and signed off."""
        documents.submit(document=document, by=self.handler)
        return documents.sign_off(document=document, by=self.chief)


def build_world(settings: Any, today: str = "2025-02-20") -> World:
    """The world on the day *today*: the complaint was served on 19 February 2025."""
    settings.FIXED_TODAY = today
    organs = county()
    organs |= _city(organs["government"])
    police = organs["police"]
    clerk = actor(police, "office_clerk", "陆之遥")
    return World(
        organs=organs,
        clerk=clerk,
        chief=actor(police, "main_head", "周允同", "局长"),
        deputy=actor(police, "deputy_head", "季长安", "副局长"),
        handler=actor(police, "legal_staff", "宁知秋", "法制大队民警"),
        archivist=actor(police, "archivist", "苏见微", "档案员"),
        bureau=actor(organs["justice"], "bureau_staff", "陶然", "应诉科科员"),
        city_bureau=actor(organs["city_justice"], "bureau_staff", "顾南溪", "应诉科科员"),
        outsider=actor(organs["land"], "legal_staff", "许清如", "法规科科员"),
        case=suit(police, by=clerk, served=SERVED),
    )


def signed_in(actor: Actor) -> Client:
    """A browser in which *actor* has signed in."""
    account, _ = Account.objects.get_or_create(
        name=f"p{actor.post_id}", defaults={"post_id": actor.post_id, "person_id": actor.person_id}
    )
    client = Client()
    client.force_login(account)
    return client


def _city(county_government: Organ) -> dict[str, Organ]:
    city = Organ.objects.create(
        code="YZS",
        name="云州市人民政府",
        short_name="云州市政府",
        kind="government",
        level="city",
        region="云州市（虚构）",
    )
    justice = Organ.objects.create(
        code="YZS-JUSTICE",
        name="云州市司法局",
        short_name="市司法局",
        kind="department",
        level="city",
        parent=city,
        function="justice",
        region="云州市（虚构）",
    )
    county_government.parent = city
    county_government.save(update_fields=["parent"])
    return {"city": city, "city_justice": justice}
