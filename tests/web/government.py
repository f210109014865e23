"""A suit against the government of an invented county, taken along its path, with everybody who may ask for a page.

The unit that did the act and responds is 清禾县自然资源局; 清禾县公安局 has nothing to do with it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officialpapers.parts import text_to_pdf
from tests.builders import actor, county, suit
from yingsu.archive import actions as archive
from yingsu.base.actor import Actor
from yingsu.base.tx import write_tx
from yingsu.docket.actions import register_paper
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, CourtPaper, Decision, Hearing, Instance
from yingsu.documents import actions as documents
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.duties.actions import enter
from yingsu.files.actions import keep
from yingsu.hearings import actions as hearings
from yingsu.hearings.models import Appearance
from yingsu.intake.actions import propose, receive, set_aside
from yingsu.intake.models import Proposal
from yingsu.judgments import actions as judgments
from yingsu.judgments.models import PerformanceItem
from yingsu.organs.models import Organ, Post
from yingsu.response import actions as response
from yingsu.response.models import EvidenceItem

STATES = ("received", "handled", "answering", "hearing", "decided", "closed")
TODAY = {
    "received": "2025-02-20",
    "handled": "2025-02-21",
    "answering": "2025-02-24",
    "hearing": "2025-03-10",
    "decided": "2025-05-12",
    "closed": "2025-05-20",
}
SERVED = date(2025, 2, 19)
# post of the matrix: organ, kind of post, name
POSTS = {
    "office_clerk": ("office", "office_clerk", "白一舟"),
    "main_head": ("government", "main_head", "周允同"),
    "deputy_head": ("government", "deputy_head", "季长安"),
    "unit_handler": ("land", "unit_handler", "许清如"),
    "legal_staff": ("land", "legal_staff", "罗予安"),
    "archivist": ("land", "archivist", "苏见微"),
    "bureau_staff": ("justice", "bureau_staff", "陶然"),
    "bureau_supervisor": ("justice", "bureau_supervisor", "沈砚秋"),
    "outsider": ("police", "unit_handler", "尹归舟"),
    "higher_bureau": ("city_justice", "bureau_staff", "顾南溪"),
}


@dataclass
class Affair:
    """The suit, the people around it, and what its rooms hold by now."""

    organs: dict[str, Organ]
    people: dict[str, Actor]
    case: Case
    things: dict[str, Any] = field(default_factory=dict)

    @property
    def government(self) -> Organ:
        return self.organs["government"]

    @property
    def instance(self) -> Instance:
        return self.case.instances.get(ordinal=1)

    @property
    def side(self) -> dict[str, Any]:
        """Case and defendant as the actions take them."""
        return {"case": self.case, "defendant": self.government}

    def __getitem__(self, name: str) -> Any:
        return self.things[name]

    def by(self, post: str) -> dict[str, Actor]:
        """Who acts, as the actions take it."""
        return {"by": self.people[post]}


def affair(state: str, settings: Any) -> Affair:
    """The suit as it stands in *state*; the clock (of the test's *settings*) is set to a day of that state."""
    made: Affair | None = None
    for one in STATES[: STATES.index(state) + 1]:
        settings.FIXED_TODAY = TODAY[one]
        with write_tx():
            made = _received() if made is None else STEPS[one](made)
        made.case.refresh_from_db()
    assert made
    return made


def _received() -> Affair:
    organs = county() | _city()
    organs["government"].parent = organs["city"]
    organs["government"].save()
    people = {post: actor(organs[organ], kind, name) for post, (organ, kind, name) in POSTS.items()}
    Post.objects.filter(pk=people["deputy_head"].post_id).update(portfolio=[organs["land"].code])
    clerk = people["office_clerk"]
    case = suit(organs["government"], by=clerk, served=SERVED, act_by=organs["land"])
    made = Affair(organs, people, case)
    made.things |= {
        "paper": _paper(made, "notice-to-respond", "应诉通知书"),
        "proposal": _proposal(clerk, "甲"),
        "set_aside": set_aside(proposal=_proposal(clerk, "乙"), reason="等待补正", by=clerk),
        "entry": case.entries.get(seq=5),
        "duty": case.duties.get(rule="handling-opinion"),
    }
    return made


def _city() -> dict[str, Organ]:
    city = Organ.objects.create(
        code="YZS",
        name="云州市人民政府",
        short_name="云州市政府",
        kind="government",
        level="city",
        region="云州市（虚构）",
    )
    told = {
        "kind": "department",
        "level": "city",
        "parent": city,
        "function": "justice",
        "region": city.region,
    }
    justice = Organ.objects.create(code="YZS-JUSTICE", name="云州市司法局", short_name="市司法局", **told)
    return {"city": city, "city_justice": justice}


def _paper(made: Affair, kind: str, title: str) -> CourtPaper:
    data = text_to_pdf(f"{title}\n\n{made.government.name}：\n　　本院已立案受理。")
    file = keep(data, name=f"{title}.pdf")
    return register_paper(
        made.case, kind=kind, title=title, file=file, file_name=f"{title}.pdf", received_on=SERVED, dated=SERVED,
        instance=made.instance, **made.by("office_clerk"),
    )  # fmt: skip


def _proposal(clerk: Actor, mark: str) -> Proposal:
    data = text_to_pdf(f"函\n\n清禾县人民政府：\n　　{mark}。")
    batch = receive(files=[(f"函{mark}.pdf", data)], by=clerk)
    page = {"number": 1, "text": "函", "width": 595, "height": 842, "has_image": True}
    return propose(
        upload=batch.uploads.get(), papers=[{"doc_type": "函", "kind": "other", "pages": [page]}], by=clerk
    )[0]


def _handled(made: Affair) -> Affair:
    opinion = response.put_up_opinion(**made.side, unit=made.organs["land"], **made.by("office_clerk"))
    made.things["opinion"] = opinion
    return made


def _answering(made: Affair) -> Affair:
    response.approve_opinion(opinion=made["opinion"], **made.by("main_head"))
    response.pass_on(**made.side, **made.by("office_clerk"))
    response.acknowledge(**made.side, **made.by("unit_handler"))
    evidence = [_evidence(made, name) for name in ("行政处罚决定书", "送达回证")]
    written = [_document(made, "answer") for _ in range(3)]
    documents.submit(document=written[1], **made.by("unit_handler"))
    documents.submit(document=written[2], **made.by("unit_handler"))
    documents.sign_off(document=written[2], **made.by("main_head"))
    response.apply_extension(
        **made.side, reason="案卷尚在调取", way="window", proof="回执 1 号", **made.by("unit_handler")
    )
    filing = response.file_with_court(
        **made.side, what="answer", way="window", proof="回执 2 号", file=_file("回执"), file_name="回执.pdf",
        **made.by("unit_handler"),
    )  # fmt: skip
    made.things |= {"evidence": evidence[0], "draft": written[0], "waiting": written[1], "filing": filing}
    return made


def _evidence(made: Affair, name: str) -> EvidenceItem:
    return response.add_evidence(
        **made.side, name=name, kind="documentary", source="行政案卷", form="copy", page_count=3, purpose="证明事实",
        file=_file(name), file_name=f"{name}.pdf", **made.by("unit_handler"),
    )  # fmt: skip


def _document(made: Affair, kind: str) -> Document:
    return documents.draft(**made.side, kind=kind, data=kinds()[kind].sample, **made.by("unit_handler"))


def _file(title: str) -> Any:
    return keep(text_to_pdf(title), name=f"{title}.pdf")


def _hearing(made: Affair) -> Affair:
    hearing = _set(made, date(2025, 3, 27))
    moved = _set(made, date(2025, 3, 28))
    plans = [_plan(made, one) for one in (hearing, moved)]
    hearings.file_appearance(appearance=plans[1], **made.by("unit_handler"))
    correction = judgments.self_correct(**made.side, what="补正送达程序。", **made.by("unit_handler"))
    made.things |= {"hearing": hearing, "planned": plans[0], "filed": plans[1], "correction": correction}
    return made


def _set(made: Affair, day: date) -> Hearing:
    return hearings.set_hearing(
        case=made.case,
        instance=made.instance,
        day=day,
        time="09:00",
        place="第三法庭",
        **made.by("unit_handler"),
    )


def _plan(made: Affair, hearing: Hearing) -> Appearance:
    head = Post.objects.get(pk=made.people["deputy_head"].post_id)
    return hearings.plan_appearance(
        hearing=hearing,
        defendant=made.government,
        head=head,
        staff=["许清如 科员"],
        lawyers=[],
        **made.by("unit_handler"),
    )


def _decided(made: Affair) -> Affair:
    decision = judgments.enter_decision(
        case=made.case, instance=made.instance, form="judgment", decided_on=date(2025, 5, 6), results=["revoke", "redo"],
        lost=True, final=False, received=judgments.Received(date(2025, 5, 8)), **made.by("office_clerk"),
    )  # fmt: skip
    judgments.enter_effective(
        case=made.case, instance=made.instance, on=date(2025, 5, 12), **made.by("office_clerk")
    )
    report = judgments.draft_report(decision=decision, defendant=made.government, **made.by("unit_handler"))
    items = [_item(made, decision, what) for what in ("重新作出决定", "书面答复")]
    advice = _paper(made, "recommendation", "司法建议书")
    said = {"paper": "recommendation", "receiver": "party"}
    happening = Happening("receipt", date(2025, 5, 9), said, made.instance, made.government, paper=advice)
    enter(made.case, happening, **made.by("office_clerk"))
    reply = judgments.write_opinion(
        paper=advice, defendant=made.government, opinion="完善程序。", **made.by("unit_handler")
    )
    volume = archive.open_volume(**made.side, **made.by("archivist"))
    volume = archive.bind(volume=volume, **made.by("archivist"))
    made.things |= {
        "decision": decision, "report": report, "item": items[0], "advice": advice, "reply": reply, "volume": volume,
    }  # fmt: skip
    return made


def _item(made: Affair, decision: Decision, what: str) -> PerformanceItem:
    return judgments.order_performance(
        decision=decision,
        defendant=made.government,
        what=what,
        until=date(2025, 7, 1),
        **made.by("unit_handler"),
    )


def _closed(made: Affair) -> Affair:
    for document in Document.objects.filter(case=made.case).exclude(state="signed"):
        finish(made, document)
    volume = made["volume"]
    for gap in archive.gaps_of(made.case, made.government):
        archive.explain_gap(volume=volume, key=gap.key, reason="未送达。", **made.by("archivist"))
    made.things["volume"] = archive.close(volume=volume, **made.by("archivist"))
    return made


def finish(made: Affair, document: Document) -> None:
    """Fill in, put up and sign off what is still in hand."""
    if document.state == "draft":
        document = documents.revise(
            document=document,
            data=kinds()[document.kind].sample,
            version=document.version,
            **made.by("unit_handler"),
        )
        documents.submit(document=document, **made.by("unit_handler"))
    head = actor(document.signing_organ, "main_head", "孟书言")
    documents.sign_off(document=document, by=head)


STEPS: dict[str, Callable[[Affair], Affair]] = {
    "handled": _handled,
    "answering": _answering,
    "hearing": _hearing,
    "decided": _decided,
    "closed": _closed,
}
