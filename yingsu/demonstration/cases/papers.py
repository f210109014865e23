"""The court's papers of the invented cases: plain text in the form of the sample papers."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yingsu.base.actor import Actor
from yingsu.demonstration.cases.stories import Fact, Story
from yingsu.docket.actions import register_paper
from yingsu.docket.models import Case, CourtPaper, Instance
from yingsu.documents.kinds.values import ordinal
from yingsu.files.actions import keep
from yingsu.intake.particulars import Particulars

FORMS = Path(__file__).parents[1] / "data" / "forms"
DIGITS = "〇一二三四五六七八九"
PETITIONS = ("appeal-petition", "retrial-petition")


def paper_of(case: Case, story: Story, fact: Fact, instance: Instance, *, by: Actor) -> CourtPaper:
    """The paper a fact speaks of, registered when it comes for the first time."""
    kind = str(fact.values["form"] if fact.kind == "decision-made" else fact.values["paper"])
    dated = _dated(story, fact, kind)
    text = _text(kind, story, fact, instance, dated)
    title = _words()["titles"][kind]
    file = keep(text.encode(), name=f"{title}.txt")
    standing = CourtPaper.objects.filter(case=case, file=file, kind=kind).first()
    if standing is not None:
        return standing
    return register_paper(
        case,
        kind=kind,
        title=title,
        file=file,
        file_name=f"{title}.txt",
        received_on=fact.known,
        by=by,
        instance=instance,
        dated=dated,
        fields=_fields(kind, story, instance, fact, dated),
    )


def _dated(story: Story, fact: Fact, kind: str) -> date:
    """The day written on the paper: of the decision, of the fixing of the hearing, of the petition, of acceptance."""
    source = {
        "summons": "hearing-set", "head-notice": "hearing-set", "judgment": "decision-made",
        "ruling": "decision-made", "mediation": "decision-made", "recommendation": "receipt",
    }.get(kind)  # fmt: skip
    if source is None:
        return _petition_day(story, kind) or story.instances[fact.instance].accepted
    values = {"paper": kind} if source == "receipt" else {}
    days = [one.on for one in story.facts_of(source, fact.instance, **values) if one.on <= fact.on]
    return max(days) if source != "receipt" else min(days)


def _petition_day(story: Story, kind: str) -> date | None:
    lodged = {"appeal-petition": "appealed", "retrial-petition": "retrial-applied"}.get(kind)
    days = [fact.on for fact in story.facts if fact.kind == lodged]
    return days[-1] if days else None


def _text(kind: str, story: Story, fact: Fact, instance: Instance, dated: date) -> str:
    form = (FORMS / f"{kind}.txt").read_text(encoding="utf-8")
    words = _matter(story, instance, dated) | _of_hearing(story, fact) | _of_decision(story, fact, instance)
    text = form.format_map(words | {"reply_days": ordinal(int(fact.values.get("reply_days", 60)))})
    return "\n".join(line for line in text.splitlines() if line.strip()) + "\n"


def _matter(story: Story, instance: Instance, dated: date) -> dict[str, str]:
    words = _words()
    told = story.instances[str(instance.ordinal)]
    earlier = story.instances.get(str(instance.ordinal - 1), told)
    third = f"第三人{'、'.join(story.third_parties)}。" if story.third_parties else ""
    return {
        "court": instance.court,
        "number": told.case_number,
        "advice_number": told.case_number.replace("行初", "法建").replace("行终", "法建"),
        "prior_court": _court_of(story, instance),
        "prior_number": earlier.case_number,
        "plaintiffs": "、".join(story.plaintiffs),
        "defendants": "、".join(
            instance.case.parties.filter(role="defendant").values_list("name", flat=True)
        ),
        "third_parties": f"　　{third}" if third else "",
        "cause": story.cause,
        "act": story.act.number + story.act.name,
        "act_day": _plain_day(story.act.day),
        "accepted": _plain_day(told.accepted),
        "procedure": "，依法适用简易程序审理" if told.procedure == "simplified" else "",
        "answer_days": _answer_days(story, told.label),
        "judge": words["judges"][instance.pk % len(words["judges"])],
        "clerk": words["clerks"][instance.pk % len(words["clerks"])],
        "dated": _full_day(dated),
        "appellants": "原告" if instance.stage in ("first", "remand") else "上诉人（一审原告）",
        "respondents": "被告" if instance.stage in ("first", "remand") else "被上诉人（一审被告）",
    }


def _court_of(story: Story, instance: Instance) -> str:
    earlier = instance.case.instances.filter(ordinal=instance.ordinal - 1).first()
    return earlier.court if earlier else instance.court


def _answer_days(story: Story, label: str) -> str:
    fixed = [fact.values["days"] for fact in story.facts_of("period-fixed", label) if "days" in fact.values]
    return ordinal(fixed[0]) if fixed else _words()["days"]["answer"]


def _of_hearing(story: Story, fact: Fact) -> dict[str, str]:
    wanted = fact.values.get("hearing")
    found = [one for one in story.facts_of("hearing-set", fact.instance, hearing=wanted) if one.on <= fact.on]
    if not found:
        return {}
    values = found[-1].values
    hour, minute = values["time"].split(":")
    required = story.facts_of("head-required", fact.instance)
    return {
        "hearing_day": _plain_day(values["day"]),
        "hearing_time": f"{'上午' if int(hour) < 12 else '下午'}{int(hour)}时{minute}分",
        "hearing_place": values["place"],
        "which": "主要负责人" if any(one.values["which"] == "main-head" for one in required) else "负责人",
    }


def _of_decision(story: Story, fact: Fact, instance: Instance) -> dict[str, str]:
    found = [one for one in story.facts_of("decision-made", fact.instance) if one.on <= fact.on]
    if not found:
        return {}
    values, words = found[-1].values, _words()
    matter = _matter(story, instance, found[-1].on)
    holdings = [words["holdings"][code].format_map(matter) for code in values["results"]]
    form = "判决" if values["form"] == "judgment" else "裁定"
    further = "appealable" if values["appealable"] else "final" if values["final"] else "other"
    days = words["days"].get(values["form"], "")
    return {
        "holdings": "\n".join(f"　　{ordinal(n)}、{text}。" for n, text in enumerate(holdings, 1)),
        "further": words["further"][further].format(form=form, appeal_days=days),
    }


def _fields(kind: str, story: Story, instance: Instance, fact: Fact, dated: date) -> dict[str, Any]:
    """What a clerk would have confirmed of the paper."""
    told = story.instances[str(instance.ordinal)]
    names = tuple(instance.case.parties.filter(role="defendant").values_list("name", flat=True))
    return Particulars(
        kind=kind,
        doc_type=_words()["titles"][kind],
        case_number="" if kind in (*PETITIONS, "complaint", "recommendation") else told.case_number,
        court=instance.court,
        plaintiffs=story.plaintiffs,
        defendants=names,
        third_parties=story.third_parties,
        cause=story.cause,
        doc_date=dated,
        served_on=fact.on if fact.kind == "receipt" else fact.known,
        accepted_on=told.accepted,
        reply_days=fact.values.get("reply_days"),
    ).plain()


def _plain_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _full_day(day: date) -> str:
    """二〇二五年二月十八日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{ordinal(day.month)}月{ordinal(day.day)}日"


@cache
def _words() -> dict[str, Any]:
    with (FORMS / "words.toml").open("rb") as file:
        return tomllib.load(file)
