"""Every address of the platform: what it needs of a suit, and a form that somebody could have filled in."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.government import Affair
from yingsu.archive.contents import gaps_of

Args = Callable[[Affair], tuple[Any, ...]]
Body = Callable[[Affair], dict[str, Any]]
DAY = {"on": "2025-05-12"}
PIECE = {
    "name": "现场照片",
    "kind": "documentary",
    "source": "行政案卷",
    "form": "copy",
    "page_count": "2",
    "purpose": "证明事实",
}


def _case(*names: str) -> Args:
    """The case and the rows called *names* (an organ's code is the defendant's)."""
    return lambda a: (a.case.pk, *(a.government.code if name == "organ" else a[name].pk for name in names))


def _row(name: str, *more: Any) -> Args:
    return lambda a: (a[name].pk, *more)


def _and(first: Args, *more: Any) -> Args:
    return lambda a: (*first(a), *more)


def _nothing(_: Affair) -> tuple[Any, ...]:
    return ()


# Addresses that do not hang on the suit: measured in one state only.
APART: dict[str, Args] = {
    "sign_in": _nothing,
    "sign_out": _nothing,
    "health": _nothing,
    "desk": _nothing,
    "area": _nothing,
    "cases": _nothing,
    "calendar": _nothing,
    "measures": _nothing,
    "article": lambda a: (13,),
    "intake": _nothing,
    "intake_read": _nothing,
    "intake_proposal": _row("proposal"),
    "intake_following": _row("proposal"),
    "intake_set_aside": _row("proposal"),
    "intake_reopen": _row("set_aside"),
    "intake_page": _row("proposal", 1),
    "intake_original": _row("proposal"),
    "documents": _nothing,
    "volumes": _nothing,
}
OF_THE_SUIT: dict[str, Args] = {
    "case": _case(),
    "docket_print": _case(),
    "correct_entry": _case("entry"),
    "court_paper": _row("paper"),
    "duty": _row("duty"),
    "handling": _case(),
    "direct": _case("opinion"),
    "opinion_file": _and(_case("opinion"), "docx"),
    "decide_unit": _case(),
    "transfer": _case(),
    "acknowledge": _case(),
    "preparation": _case(),
    "tick": _case(),
    "checklist_add": _case(),
    "risk": _case(),
    "answer_draft": _case(),
    "evidence": _case(),
    "catalogue_draft": _case(),
    "evidence_print": _and(_case(), "docx"),
    "evidence_item": _case("evidence"),
    "evidence_move": _case("evidence"),
    "evidence_remove": _case("evidence"),
    "evidence_file": _case("evidence"),
    "filing": _case(),
    "extension_apply": _case(),
    "extension_answer": _case(),
    "filing_file": _case("filing"),
    "document": _row("draft"),
    "document_submit": _row("draft"),
    "document_sign_off": _row("waiting"),
    "document_return": _row("waiting"),
    "document_file": _row("draft", "docx"),
    "case_documents": _case(),
    "hearings": _case(),
    "hearing_new": _case(),
    "hearing_mark": _case(),
    "hearing": _case("hearing"),
    "hearing_move": _case("hearing"),
    "hearing_plan": _case("hearing", "organ"),
    "appearance_file": _row("planned"),
    "appearance_acknowledge": _row("filed"),
    "appearance_certificate": _row("planned"),
    "certificate_draft": _row("planned"),
    "appearance_inability": _row("planned"),
    "appearance_record": _row("filed"),
    "judgments": _case(),
    "decision_new": _case(),
    "report_draft": _case("decision", "organ"),
    "report_submit": _case("report"),
    "report_file": _case("report"),
    "report_acknowledge": _case("report"),
    "appeal_decide": _case("decision", "organ"),
    "appeal_enter": lambda a: (a.case.pk, a.instance.pk),
    "effective_enter": lambda a: (a.case.pk, a.instance.pk),
    "performance_new": _case("decision", "organ"),
    "performance_progress": _case("item"),
    "performance_done": _case("item"),
    "recommendation_opinion": _case("advice", "organ"),
    "recommendation_sign": _case("reply"),
    "recommendation_answer": _case("reply"),
    "self_correct": _case("organ"),
    "self_correct_inform": _and(_case("correction"), "court-informed"),
    "case_volume": _case(),
    "volume_open": _case("organ"),
    "volume_explain": _case("volume"),
    "volume_bind": _case("volume"),
    "volume_close": _case("volume"),
    "volume_pdf": _case("volume"),
}


def _fixed(**values: Any) -> Body:
    return lambda _: values


# What is sent where an empty form would not do: what a person would have filled in, were it his to do.
BODIES: dict[str, Body] = {
    "correct_entry": _fixed(on="2025-02-18", note="收文章看错"),
    "intake_set_aside": _fixed(reason="等待补正"),
    "handling": lambda a: {"unit": a.organs["land"].pk, "reason": "依第十二条", "on": "2025-02-20"},
    "direct": _fixed(decision="approve"),
    "decide_unit": lambda a: {"unit": a.organs["land"].pk, "reason": "已会商", "on": "2025-02-20"},
    "transfer": _fixed(on="2025-02-20"),
    "acknowledge": _fixed(on="2025-02-20"),
    "preparation": _fixed(on="2025-02-24", reason="其余材料随后补齐"),
    "tick": _fixed(code="answer", done="on"),
    "checklist_add": _fixed(text="提交光盘"),
    "risk": _fixed(level="low", points="程序", text="风险较低"),
    "evidence": _fixed(**PIECE),
    "evidence_item": _fixed(**PIECE, version="1"),
    "evidence_move": _fixed(way="down"),
    "filing": _fixed(what="both", way="post", proof="EMS 1", on="2025-02-24", override_reason="情况紧急"),
    "extension_apply": _fixed(reason="不可抗力", way="window", proof="回执", on="2025-02-20"),
    "extension_answer": _fixed(granted="no", on="2025-02-24"),
    "document": _fixed(version="1"),
    "document_submit": _fixed(version="1"),
    "document_sign_off": _fixed(version="1"),
    "document_return": _fixed(version="1", reason="补充依据"),
    "hearing_new": _fixed(day="2025-04-10", time="09:00", place="第一法庭"),
    "hearing_mark": _fixed(ground="attention"),
    "hearing_move": _fixed(day="2025-04-11", time="10:00", place="第一法庭"),
    "hearing_plan": _fixed(staff="许清如 科员"),
    "appearance_inability": _fixed(ground="force-majeure", statement="洪水", proof="证明", sealed="on", on="2025-03-10"),
    "appearance_record": _fixed(head_appeared="no"),
    "decision_new": lambda a: {
        "instance": a.instance.pk, "form": "ruling", "decided_on": "2025-03-09", "results": ["withdraw"], "lost": "no",
        "final": "no", "party": "2025-03-10",
    },
    "appeal_decide": lambda a: {
        "choice": "accept", "head": a.people["main_head"].post_id, "reason": "服从判决", "on": "2025-05-12",
    },
    "appeal_enter": _fixed(what="appeal", side="other", on="2025-02-20"),
    "performance_new": _fixed(what="退还罚款"),
    "performance_progress": _fixed(text="已立项", **DAY),
    "performance_done": _fixed(proof="决定书", **DAY),
    "recommendation_opinion": _fixed(opinion="采纳。"),
    "recommendation_answer": _fixed(proof="复函", **DAY),
    "self_correct": _fixed(what="撤销原决定", on="2025-02-20"),
    "volume_explain": lambda a: {"key": gaps_of(a.case, a.government)[0].key, "reason": "电话通知"},
}  # fmt: skip
BODIES |= {
    name: _fixed(on="2025-03-10")
    for name in ("appearance_file", "appearance_acknowledge", "appearance_certificate", "self_correct_inform")
}
BODIES |= {
    name: _fixed(**DAY) for name in ("report_submit", "report_file", "report_acknowledge", "effective_enter")
}


def names() -> list[str]:
    """The names of all patterns of the URLconf."""
    return sorted(_names(get_resolver().url_patterns))


def _names(patterns: Iterable[URLPattern | URLResolver]) -> Iterable[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _names(one.url_patterns)
        else:
            assert one.name, f"{one.pattern} has no name, so it cannot stand in tests/web/permissions.csv"
            yield one.name


def address(name: str, affair: Affair) -> str | None:
    """Where *name* leads in the suit; none while what it shows does not exist yet."""
    table = APART if name in APART else OF_THE_SUIT
    assert name in table, f"{name} is new: say in tests/web/addresses.py (APART or OF_THE_SUIT) what it needs"
    try:
        return reverse(name, args=table[name](affair))
    except KeyError:
        return None


def body(name: str, affair: Affair) -> dict[str, Any]:
    """What is sent to *name*."""
    return BODIES[name](affair) if name in BODIES else {}
