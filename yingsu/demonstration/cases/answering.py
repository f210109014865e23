"""Preparation, evidence, sign-off, filing and extension (办法第十四、十六条)."""

from datetime import date, timedelta
from typing import Any

from yingsu.base.actor import Actor
from yingsu.demonstration.cases.stories import Fact
from yingsu.demonstration.cases.telling import Telling
from yingsu.demonstration.cases.words import filled, words
from yingsu.demonstration.dates import as_on
from yingsu.documents import actions as documents
from yingsu.documents.models import Document
from yingsu.response import actions
from yingsu.response.queries import checklist, evidence_of, is_signed_off

PETITIONS = {"second": "上诉人", "retrial-review": "再审申请人", "retrial": "再审申请人"}
DISTRICT = "府前街1号"
DAY = timedelta(days=1)


def place(telling: Telling, fact: Fact) -> dict[str, Any]:
    """The case, defendant and instance of a fact, as the response room's actions take them."""
    return {
        "case": telling.case,
        "defendant": telling.organ(fact),
        "instance": telling.instance(fact.instance),
    }


def assess_risk(telling: Telling, fact: Fact) -> None:
    """Assess the legal risk."""
    level, told = fact.values["level"], words()["risk"]
    actions.assess_risk(
        **place(telling, fact), **telling.days(fact), level=level, text=told[level], points=told["points"]
    )


def finish_preparation(telling: Telling, fact: Fact) -> None:
    """Tick the checklist, list the evidence, and finish; an answer nobody has looked at yet waits for the head."""
    where, by = place(telling, fact), telling.actor(fact)
    for line in checklist(where["case"], where["defendant"], where["instance"]):
        if line.required:
            actions.tick(**where, code=line.code, by=by, on=fact.on)
    _list_evidence(telling, fact, by)
    actions.finish_preparation(**where, **telling.days(fact))
    story, asked = telling.story, ("answer-signed-off", "answer-returned", "answer-filed")
    if not any(story.facts_of(kind, fact.instance, fact.organ) for kind in asked):
        _put_up(telling, fact, fact.on)


def sign_off(telling: Telling, fact: Fact) -> None:
    """The unit's answer and catalogue, put up the day before, are signed off by the head."""
    answer, catalogue = _put_up(telling, fact, fact.on - DAY)
    head = telling.actor(fact)
    documents.sign_off(document=catalogue, by=head, on=fact.on, known=fact.known)
    documents.sign_off(document=answer, by=head, opinion="同意。", on=fact.on, known=fact.known)


def send_back(telling: Telling, fact: Fact) -> None:
    """The head sends the answer back."""
    answer, _ = _put_up(telling, fact, fact.on - DAY)
    documents.return_(document=answer, reason=fact.values["reason"], **telling.days(fact))


def file_answer(telling: Telling, fact: Fact) -> None:
    """Hand the answer in, with the evidence when both go on one day."""
    both = bool(_evidence_with(telling, fact))
    _file(telling, fact, "both" if both else "answer")


def file_evidence(telling: Telling, fact: Fact) -> None:
    """Hand the evidence in alone; what went with the answer is done."""
    answered = telling.story.facts_of("answer-filed", fact.instance, fact.organ)
    if not any(one.on == fact.on for one in answered):
        _file(telling, fact, "evidence")


def apply_extension(telling: Telling, fact: Fact) -> None:
    """Apply for more time."""
    told = words()["extension"]
    actions.apply_extension(
        **place(telling, fact), **telling.days(fact), reason=told["reason"], way="window", proof=told["proof"]
    )


def grant_extension(telling: Telling, fact: Fact) -> None:
    """The court grants it."""
    actions.extension_granted(
        **place(telling, fact), **telling.days(fact), **fact.values, note=words()["extension"]["granted"]
    )


def refuse_extension(telling: Telling, fact: Fact) -> None:
    """The court refuses it."""
    actions.extension_refused(
        **place(telling, fact), **telling.days(fact), note=words()["extension"]["refused"]
    )


def matter(telling: Telling, fact: Fact) -> dict[str, str]:
    """What the texts of a case are filled with."""
    story, instance = telling.story, telling.instance(fact.instance)
    return {
        "plaintiffs": "、".join(story.plaintiffs),
        "defendant": telling.organ(fact).name,
        "act": (story.act.number + story.act.name) or "被诉行政行为",
        "side": PETITIONS.get(instance.stage, "原告"),
    }


def _evidence_with(telling: Telling, fact: Fact) -> list[Fact]:
    filed = telling.story.facts_of("evidence-filed", fact.instance, fact.organ)
    return [one for one in filed if one.on == fact.on]


def _list_evidence(telling: Telling, fact: Fact, by: Actor) -> None:
    where = place(telling, fact)
    if evidence_of(**where).exists():
        return
    source = f"{telling.organ(fact).name}案卷"
    for row in filled(words()["evidence"], matter(telling, fact)):
        actions.add_evidence(**where, **row, source=source, form="copy", by=by)


def _put_up(telling: Telling, fact: Fact, day: date) -> tuple[Document, Document]:
    """The unit drafts answer and catalogue on *day* and submits them."""
    unit = telling.people.actor(telling.unit_account(fact))
    with as_on(day):
        where = place(telling, fact)
        catalogue = actions.draft_catalogue(**where, by=unit, on=day)
        answer = actions.draft_answer(**where, by=unit, on=day, data=_answer(telling, fact))
        for document in (catalogue, answer):
            documents.submit(document=document, by=unit, on=day)
    return answer, catalogue


def _answer(telling: Telling, fact: Fact) -> dict[str, Any]:
    instance, defendant = telling.instance(fact.instance), telling.organ(fact)
    kind = "petition" if instance.stage in PETITIONS else "answer"
    data = filled(words()[kind], matter(telling, fact))
    head = telling.head(defendant, "main-head")
    evidence = "" if evidence_of(**place(telling, fact)).exists() else "证据已在原审提交，见原审卷宗。"
    data |= {
        "address": defendant.region.removesuffix("（虚构）") + DISTRICT,
        "representative": head.person.name,
        "representative_post": head.title,
    }
    return data | ({"evidence": evidence} if evidence else {})


def _file(telling: Telling, fact: Fact, what: str) -> None:
    where = place(telling, fact)
    signed = is_signed_off(**where)
    actions.file_with_court(
        **where,
        **telling.days(fact),
        what=what,
        way="window",
        proof=words()["after"]["filing"],
        override_reason="" if signed else "期限届满前先行提交，随后补办审签。",
    )
