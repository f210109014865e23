"""Small worlds for tests: an invented county with its organs, posts, and one suit."""

from datetime import date
from typing import Any

from yingsu.access.queries import actor_in
from yingsu.base.actor import Actor
from yingsu.docket.actions import add_instance, add_party, create_case
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case
from yingsu.duties.actions import enter
from yingsu.organs.models import Organ, Person, Post


def county() -> dict[str, Organ]:
    """清禾县: government, its office, justice bureau, two departments, one township."""
    gov = _organ("QHX", "清禾县人民政府", "government", "county", None)
    return {
        "government": gov,
        "office": _organ("QHX-OFFICE", "清禾县人民政府办公室", "department", "county", gov, "office"),
        "justice": _organ("QHX-JUSTICE", "清禾县司法局", "department", "county", gov, "justice"),
        "police": _organ("QHX-PSB", "清禾县公安局", "department", "county", gov),
        "land": _organ("QHX-NRB", "清禾县自然资源局", "department", "county", gov),
        "township": _organ("QHX-LHZ", "清禾县柳河镇人民政府", "township", "township", gov),
    }


def _organ(code: str, name: str, kind: str, level: str, parent: Organ | None, function: str = "") -> Organ:
    organ, _ = Organ.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "short_name": name.removeprefix("清禾"),
            "kind": kind,
            "level": level,
            "parent": parent,
            "function": function,
            "region": "清禾县（虚构）",
        },
    )
    return organ


def actor(organ: Organ, kind: str, name: str = "白一舟", title: str = "") -> Actor:
    """An actor in a post of *kind*."""
    person, _ = Person.objects.get_or_create(name=name)
    post, _ = Post.objects.get_or_create(
        person=person, organ=organ, kind=kind, defaults={"title": title or Post.Kind(kind).label}
    )
    return actor_in(post)


def suit(
    defendant: Organ,
    *,
    by: Actor,
    served: date,
    act_by: Organ | None = None,
    number: str = "（2025）鲁1402行初9001号",
    known: date | None = None,
    **facts: Any,
) -> Case:
    """A suit served on *defendant*: notice and complaint received by party and office on *served*."""
    case = create_case(
        title=f"林景澄诉{defendant.name}行政拘留案", by=by, cause="行政拘留", cause_codes="0113", **facts
    )
    instance = add_instance(
        case,
        stage="first",
        court="德州市德城区人民法院",
        court_code="鲁1402",
        case_number=number,
        accepted_on=served,
    )
    add_party(case, role="plaintiff", name="林景澄")
    add_party(
        case, role="defendant", name=defendant.name, organ=defendant, acted_as="original", act_by=act_by
    )
    naming: dict[str, Any] = {"rank": defendant.kind, "standing": "sole", "acted_as": "original"}
    if act_by:
        naming["act_by"] = act_by.code
    paper = {"instance": instance, "organ": defendant, "known": known or served}
    enter(
        case,
        Happening("case-opened", served, {"subject": "suit", "route": "direct"}, known=known or served),
        Happening(
            "instance-opened",
            served,
            {"stage": "first", "procedure": "ordinary"},
            instance=instance,
            known=known or served,
        ),
        Happening(
            "defendant-named", served, naming, organ=defendant, instance=instance, known=known or served
        ),
        Happening("receipt", served, {"paper": "notice-to-respond", "receiver": "party"}, **paper),
        Happening("receipt", served, {"paper": "notice-to-respond", "receiver": "office"}, **paper),
        Happening("receipt", served, {"paper": "complaint", "receiver": "party"}, **paper),
        Happening("receipt", served, {"paper": "complaint", "receiver": "office"}, **paper),
        by=by,
    )
    return case
