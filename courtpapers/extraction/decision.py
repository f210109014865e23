"""Judgments, rulings and mediation statements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtpapers import causes
from courtpapers.case_number import find_case_numbers
from courtpapers.dates import find_dates
from courtpapers.draft import FIRM, HEURISTIC, LIKELY, SURE, WEAK, Draft
from courtpapers.extraction.acts import add_cause, read_acts
from courtpapers.extraction.heading import read_signatures
from courtpapers.extraction.listing import add_heads, add_parties, names_of
from courtpapers.holdings import Item, against_organ, find_items, is_lost, result_class
from courtpapers.numerals import NUMERAL, to_int
from courtpapers.parties import Party, read_parties
from courtpapers.phrases import CaseSentence, case_sentence, plain_sentence

_APPEAL = re.compile(
    rf"(?:判决书?|裁定书?)(?:书)?送达(?:之日|之次日|次日)?(?:起)?(?P<days>[{NUMERAL}]{{1,4}})(?P<unit>日|天)(?:之)?内[^。\n]{{0,60}}上诉"
)
_PLACE = re.compile(
    r"在(?:本院)?(?P<place>第?[一二三四五六七八九十\d]{1,3}(?:号)?(?:审判)?(?:法)?庭|[^，。；\n在]{0,16}(?:审判庭|法庭))"
)
_ENFORCED = re.compile(r"申请(?:人民法院|本院)?(?:强制)?执行(?!人)(?:其)?(?P<act>[^。]{4,240})")
_IMPOSED = re.compile(
    r"(?:处以|给予|作出|决定)[^。\n]{0,40}?(?P<kind>行政拘留|罚款|警告|没收违法所得|没收非法财物|责令停产停业|责令限期拆除|吊销[\u4e00-\u9fff]{0,10}?(?:证|执照))"
    r"[^。\n]{0,30}?(?:处罚|日|元)"
)
_IMPOSED_NUMBER = re.compile(r"作出(?:的)?(?:了)?[^。，；\n]{2,60}?号")
_FIRST_RESULT = re.compile(
    r"(?:原审|一审|原审法院|一审法院|本院)?(?:法院)?(?:遂|据此|故|于是)?[^。\n]{0,80}?判决[：，:]?(?P<words>[一1]?[、.]?(?:撤销|驳回|确认|责令|变更)[^。\n]{2,200})"
)


def read_decision(draft: Draft) -> None:
    """All fields of a decision."""
    parties = read_parties(draft.text, draft.body, len(draft.text))
    names = names_of(parties)
    add_parties(draft, parties)
    sentence = case_sentence(draft.text, draft.body, names)
    _read_cause(draft, parties, sentence)
    _read_days(draft)
    add_heads(draft, parties, heard="hearing" in draft.fields)
    _read_results(draft, parties, names)
    _read_appeal(draft)
    _read_prior(draft)
    _read_challenged(draft, sentence)
    read_signatures(draft)


def _is_enforcement(draft: Draft) -> bool:
    return bool(draft.number and draft.number.stage == "非诉审查")


def _read_cause(draft: Draft, parties: Sequence[Party], sentence: CaseSentence | None) -> None:
    if _is_enforcement(draft) or any(party.role == "申请执行人" for party in parties):
        _read_enforced(draft)
        return
    sentence = sentence or plain_sentence(draft.text, draft.body, names_of(parties))
    if sentence and not _read_penalty(draft, sentence):
        add_cause(draft, sentence.cause, sentence.cause_start, sentence.cause_end, "写明起诉内容的句子")


def _read_penalty(draft: Draft, sentence: CaseSentence) -> bool:
    """Where the case sentence says only 行政处罚, the penalty that the facts say was imposed."""
    cause = causes.find_cause(sentence.cause)
    match = _IMPOSED.search(draft.text, sentence.end)
    if cause is None or cause.codes[0] != "01" or match is None:
        return False
    words = match["kind"] + cause.name.removeprefix("行政处罚")
    return add_cause(
        draft, words, match.start("kind"), match.end("kind"), "查明事实中写明的处罚种类", HEURISTIC
    )


def _read_enforced(draft: Draft) -> None:
    """The act to be enforced: the obligation after “中”, else the kind of decision."""
    match = _ENFORCED.search(draft.text, draft.body)
    if match is None:
        return
    inner = re.search(
        r"(?:决定书?|》|通知书?)(?:（[^）]*）)?(?:第[一二三四五六\d]+项)?中(?:的|关于|有关)?(?P<what>[^。]{2,80})",
        match["act"],
    )
    words, start = (
        (inner["what"], match.start("act") + inner.start("what"))
        if inner
        else (match["act"], match.start("act"))
    )
    act = causes.single_act(words) or causes.single_act(match["act"])
    if act:
        draft.add(
            "cause",
            f"申请执行{act[0]}",
            start,
            start + len(words),
            "申请强制执行的内容，对照案由名录",
            LIKELY,
        )
        draft.add("cause_code", act[1], start, start + len(words), "按案由名录编码", LIKELY)


def _read_days(draft: Draft) -> None:
    """Filed, accepted, heard: by the words that follow or precede each day."""
    text = draft.text
    prior_end = text.find("一案")
    for found in find_dates(text, draft.body):
        after = re.split(r"[。\n]", text[found.end : found.end + 60])[0]
        if (
            re.match(
                r"(?:，)?(?:依法)?(?:向本院|诉至本院)(?:提起|递交|提出|邮寄)?(?:行政)?(?:公益)?(?:赔偿)?(?:诉讼|起诉|上诉)?",
                after,
            )
            and not re.search(r"撤回|撤诉", after[:24])
            and not _is_enforcement(draft)
        ):
            if re.match(r"[^，。]{0,10}(?:诉讼|起诉|诉至)", after):
                draft.add_once(
                    "filed", found.day.isoformat(), found.start, found.end, "“向本院提起诉讼”前的日期"
                )
        elif (
            re.match(r"(?:对本案|予以|依法|登记|决定|已|收到)?(?:立案|受理)", after)
            and "本院" in text[max(found.start - 12, 0) : found.start] + after[:0]
        ):
            draft.add_once("accepted", found.day.isoformat(), found.start, found.end, "“本院……立案”中的日期")
        elif _is_hearing(text, found.start, found.end, after):
            draft.add("hearing", found.iso, found.start, found.end, "“开庭审理”前的日期")
            draft.add_group("hearing_place", _PLACE.match(text, found.end), "place", "“在……开庭审理”")
    _read_accepted_elsewhere(draft, prior_end)


def _is_hearing(text: str, start: int, end: int, after: str) -> bool:
    if re.search(r"(?:原审|一审|二审|复议)[^。\n]{0,20}$", text[max(start - 24, 0) : start]):
        return False
    return bool(
        re.match(
            r"(?:、[^，。]{2,20}日|、\d{1,2}日)?(?:，)?(?:依法)?(?:分别|两次|再次)?(?:在[^，。]{2,30})?(?:，)?(?:依法)?(?:适用[^，。]{2,10}，)?(?:公开|不公开)?(?:合并)?(?:开庭|公开审理|进行了?公开|进行了?开庭)",
            after,
        )
    )


def _read_accepted_elsewhere(draft: Draft, end: int) -> None:
    """“本院2025年2月17日受理”, “本院于……受理后” where the words stand further apart."""
    if "accepted" in draft.fields:
        return
    for found in find_dates(draft.text, draft.body):
        before, after = (
            draft.text[max(found.start - 6, 0) : found.start],
            draft.text[found.end : found.end + 8],
        )
        if re.search(r"本院(?:于|已于)?$", before) and re.match(r"[^，。]{0,4}(?:立案|受理)", after):
            draft.add_once(
                "accepted", found.day.isoformat(), found.start, found.end, "“本院……受理”中的日期", FIRM
            )


def _read_results(draft: Draft, parties: Sequence[Party], names: Sequence[str]) -> None:
    items = find_items(draft.text, draft.body, names)
    if not items:
        return
    start, end = items[0].start, items[-1].end
    if draft.kind == "mediation":
        draft.add("results", "mediate", start, end, "调解书的协议内容")
        draft.add("result", "；".join(item.wording for item in items), start, end, "调解书的协议内容", LIKELY)
        draft.add("result_class", "调解", start, end, "文书种类为调解书")
        draft.add("lost", "否", start, end, "调解结案", FIRM)
        for item in items:
            _add_order(draft, item)
        return
    draft.add("result", "；".join(item.wording for item in items), start, end, "“如下”之后的主文", LIKELY)
    for item in items:
        for code in item.codes:
            draft.add("results", code, item.start, item.end, "主文的结果", FIRM)
        _add_order(draft, item)
    draft.add("result_class", result_class(items), start, end, "由主文归类", FIRM)
    _add_lost(draft, items, parties, start, end)


def _add_order(draft: Draft, item: Item) -> None:
    how = f"主文“{item.text[:24]}……”"
    if item.what and (
        draft.kind == "mediation"
        or any(code in ("redo", "perform", "pay", "compensate", "remedy") for code in item.codes)
    ):
        draft.add("perform_what", item.what, item.start, item.end, how, FIRM)
        if item.within_days:
            draft.add("perform_days", str(item.within_days), item.start, item.end, how, FIRM)
        if item.within_months:
            draft.add("perform_months", str(item.within_months), item.start, item.end, how, FIRM)


def _add_lost(draft: Draft, items: Sequence[Item], parties: Sequence[Party], start: int, end: int) -> None:
    if _is_enforcement(draft) or (draft.number is not None and not draft.number.is_administrative):
        return
    below, how = _upheld(draft, parties)
    lost = is_lost(items, upheld_against_organ=below)
    if lost is not None:
        told = (
            any(code in ("uphold", "refuse-retrial", "withdraw") for item in items for code in item.codes)
            and below is not None
        )
        draft.add(
            "lost",
            "是" if lost else "否",
            start,
            end,
            how if told else "由主文判断行政机关是否败诉",
            HEURISTIC if told else FIRM,
        )


def _upheld(draft: Draft, parties: Sequence[Party]) -> tuple[bool | None, str]:
    """Whether the decision that stands went against the organ: its own words, else who challenged it."""
    told = _FIRST_RESULT.search(draft.text, draft.body)
    opening = re.search(r"(?:判决|裁定)如下", draft.text)
    if told and (opening is None or told.start() < opening.start()):
        answer = against_organ(told["words"])
        if answer is not None:
            return answer, "由文中所述原审判决结果判断"
    sides = {party.side for party in parties if party.role in ("上诉人", "再审申请人", "申请再审人")}
    if sides == {"defendant"}:
        return True, "由行政机关提起上诉（申请再审）判断原判对其不利"
    if sides == {"plaintiff"}:
        return False, "由原告一方提起上诉（申请再审）判断原判未支持其请求"
    return None, ""


def _read_appeal(draft: Draft) -> None:
    match = _APPEAL.search(draft.text, draft.body)
    days = to_int(match["days"]) if match else None
    if match and days:
        draft.add("appeal_days", str(days), match.start("days"), match.end("unit"), "“送达之日起……日内上诉”")


def _read_prior(draft: Draft) -> None:
    """Numbers of the decisions below, in papers of later instances, from the part before the court's own view."""
    if draft.number is None or draft.number.stage not in ("二审", "再审审查", "再审"):
        return
    limit = draft.text.find("向本院")
    for number, start, end in find_case_numbers(draft.text):
        if number.text == draft.number.text or (number.suffix and number.text.startswith(draft.number.text)):
            continue
        after = draft.text[end : end + 12]
        if re.match(r"(?:之[一二三])?(?:号)?[^，。\n]{0,6}(?:行政)?(?:赔偿)?(?:判决|裁定|调解)", after) and (
            limit < 0 or start < limit or "prior_case_no" not in draft.fields
        ):
            draft.add("prior_case_no", number.text, start, end, "原审裁判的案号", SURE)


def _read_challenged(draft: Draft, sentence: CaseSentence | None) -> None:
    """The challenged act's number: in the case sentence, in the operative part, else in the claims told."""
    if sentence:
        read_acts(draft, sentence.start, sentence.end)
    opening = re.search(r"(?:判决|裁定)如下", draft.text)
    if "act_no" not in draft.fields and opening:
        read_acts(draft, opening.end(), len(draft.text), LIKELY)
    if "act_no" not in draft.fields:
        claims = re.search(r"请求[^。\n]{0,12}(?:撤销|确认)[^。\n]{4,200}", draft.text)
        if claims:
            read_acts(draft, claims.start(), claims.end(), HEURISTIC)
    if "act_no" not in draft.fields:
        told = _IMPOSED_NUMBER.search(draft.text, sentence.end if sentence else draft.body)
        if told and not _is_enforcement(draft):
            read_acts(draft, max(told.start() - 30, draft.body), told.end(), HEURISTIC)
    if "act_no" not in draft.fields and _is_enforcement(draft):
        read_acts(draft, draft.body, len(draft.text), WEAK)
