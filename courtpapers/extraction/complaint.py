"""What a party files: the complaint, the appeal petition, the petition for retrial."""

from __future__ import annotations

import re

from courtpapers.case_number import find_case_numbers
from courtpapers.courts import find_court
from courtpapers.draft import FIRM, HEURISTIC, LIKELY, SURE, WEAK, Draft
from courtpapers.extraction.acts import add_cause, read_act_day, read_acts
from courtpapers.extraction.listing import add_parties, names_of
from courtpapers.parties import read_parties
from courtpapers.phrases import case_sentence

_CLAIMS = re.compile(
    r"(?:^|\n)(?:诉讼请求|请求事项|上诉请求|再审请求|具体请求|请求)(?:和依据)?[：\n\t]?(?P<claims>[\s\S]{2,3000}?)(?=\n(?:事实[和与、及]|事实理由|上诉理由|申请理由|理由|此致)|$)"
)
_TO_COURT = re.compile(r"此致[：，\n\t]*(?P<court>[\u4e00-\u9fff]{2,30}?法院)")
_PRIOR_COURT = re.compile(r"不服(?P<court>[\u4e00-\u9fff]{2,30}?法院)")


def read_complaint(draft: Draft) -> None:
    """Parties, the court addressed, the challenged act, the cause."""
    parties = read_parties(draft.text, draft.body, len(draft.text))
    add_parties(draft, parties)
    _read_court(draft)
    claims = _CLAIMS.search(draft.text, max(draft.body - 1, 0))
    if claims:
        read_acts(draft, claims.start("claims"), claims.end("claims"))
        read_act_day(draft, claims.start("claims"), claims.end("claims"))
    _read_cause(draft, claims, names_of(parties))


def read_petition(draft: Draft) -> None:
    """The same for an appeal or a petition for retrial, with the decision that is challenged."""
    parties = read_parties(draft.text, draft.body, len(draft.text))
    add_parties(draft, parties)
    _read_court(draft)
    for number, start, end in find_case_numbers(draft.text):
        if draft.number is None or number.text != draft.number.text:
            draft.add("prior_case_no", number.text, start, end, "文中提到的原审案号", FIRM)
    claims = _CLAIMS.search(draft.text, max(draft.body - 1, 0))
    if claims:
        read_acts(draft, claims.start("claims"), claims.end("claims"), LIKELY)
    sentence = case_sentence(draft.text, draft.body, names_of(parties))
    if sentence:
        add_cause(draft, sentence.cause, sentence.cause_start, sentence.cause_end, "“……一案”前的案由")


def _read_court(draft: Draft) -> None:
    match = _TO_COURT.search(draft.text, draft.body)
    if match:
        known = find_court(match["court"]) is not None
        draft.add(
            "court",
            match["court"],
            match.start("court"),
            match.end("court"),
            "“此致”之后",
            SURE if known else HEURISTIC,
        )


def _read_cause(draft: Draft, claims: re.Match[str] | None, names: list[str]) -> None:
    """The cause: labelled, in a case sentence, or from the act that the claims attack."""
    label = re.search(r"(?:^|\n)案由[：\t](?P<cause>[^\n，。]{2,30})", draft.text)
    if label and add_cause(
        draft, label["cause"], label.start("cause"), label.end("cause"), "“案由”之后", SURE
    ):
        return
    sentence = case_sentence(draft.text, draft.body, names)
    if sentence and add_cause(
        draft, sentence.cause, sentence.cause_start, sentence.cause_end, "“……一案”前的案由"
    ):
        return
    if claims is None:
        return
    start, end = claims.span("claims")
    _cause_of_claims(draft, start, end)


def _cause_of_claims(draft: Draft, start: int, end: int) -> None:
    """The act named in the first claim; when it says only 行政处罚, the kind of penalty told in the reasons."""
    first = re.split(r"\n|；", draft.text[start:end].strip("\n"), maxsplit=1)[0]
    offset = draft.text.find(first, start)
    act = re.search(r"[^，。；]*(?:撤销|确认|责令|判令|履行|变更|赔偿|支付|公开|不)[^。；]*", first)
    words = act.group() if act else first
    upheld = "及行政复议" if "行政复议决定" in draft.text[offset + len(first) : end] else ""
    if re.search(r"行政处罚(?:决定)?", words):
        _penalty(draft, offset, offset + len(first), upheld)
        return
    add_cause(draft, words + upheld, offset, offset + len(first), "诉讼请求所指的行政行为", HEURISTIC)


def _penalty(draft: Draft, start: int, end: int, upheld: str) -> None:
    """A penalty named by its kind anywhere in claims or reasons; else the general 行政处罚, less sure."""
    kind = re.search(
        r"行政拘留|拘留(?=[一二三四五六七八九十\d]{1,2}日)|罚款|吊销[\u4e00-\u9fff]{0,10}(?:证|执照)|没收违法所得|没收非法财物|责令停产停业|警告|责令限期拆除|限期拆除",
        draft.text[start:],
    )
    if kind:
        add_cause(
            draft,
            kind.group() + upheld,
            start + kind.start(),
            start + kind.end(),
            "文中写明的处罚种类",
            HEURISTIC,
        )
        return
    place = draft.text.find("行政处罚", start, end)
    add_cause(draft, f"行政处罚{upheld}", place, place + 4, "诉讼请求只写明行政处罚，没有写处罚种类", WEAK)
