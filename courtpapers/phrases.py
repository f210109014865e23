"""The sentence that says what the case is about: who sues whom over what (“林景澄诉你单位行政拘留一案”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from courtpapers.parties import ROLE

DOCUMENT_NUMBER = re.compile(
    r"(?P<word>(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff\d]{1,8}）){2,24}?)(?:字)?[〔（](?P<year>(?:19|20)\d{2})[〕）]"
    r"(?P<serial>(?:[\u4e00-\u9fff]{0,4})第?[A-Z]?\d[\d-]{0,14})号"
)
_DAY = r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
YOU = r"你(?:们)?(?:单位|机关|局|府|厅|委|镇|办|处|队|院|会|政府|大队|支队|中心)?"
_ORGAN_END = r"人民政府|管理委员会|管委会|委员会|街道办事处|办事处|局|厅|大队|支队|总队|派出所|海关|管理所|管理处|中心|公署|办公室"
ORGAN = (
    rf"(?!作出|因|不服)(?:(?![及诉])[\u4e00-\u9fff]){{2,26}}?(?:{_ORGAN_END})"
    r"(?:[\u4e00-\u9fff]{1,10}?(?:分局|大队|支队|派出所|街道办事处|办公室|稽查局))?"
)
_SENTENCE = re.compile(r"(?P<before>[^。\n：]{3,400}?)一案")
_PLAIN = re.compile(
    r"(?:^|\n|(?<=。))(?P<before>[^。\n：]{3,300}?(?:不服|诉|认为|要求|请求)[^。\n：]{3,300}?)，(?=(?:原告)?(?:于|向|诉至|起诉至|在法定)[^。\n]{0,40}本院)"
)
_LEAD = re.compile(
    r"^.*?(?:本院(?:现)?(?:已)?(?:依法)?(?:受理|在审理|审理)的?|受理的?|审理的?|关于(?:原告)?)"
)
_SUED = rf"(?:{YOU}|{ORGAN})"
_SUE = re.compile(
    r"^(?:原告)?(?P<plaintiff>[^诉]{2,80}?)(?:（[^）]*）)?(?:因)?(?:认为|不服|诉|起诉|与)(?:被告)?"
    rf"(?P<defendant>{_SUED}(?:[、及和](?:被告)?{_SUED})*)"
)


@dataclass(frozen=True)
class CaseSentence:
    """The words before “一案” with their place, and what is left of them as cause."""

    start: int
    end: int
    cause: str
    cause_start: int
    cause_end: int


def case_sentence(text: str, start: int, names: Sequence[str]) -> CaseSentence | None:
    """The first sentence from *start* that ends in “一案” and names an act; *names* are the parties and their short names."""
    return _first_naming_an_act(_SENTENCE, text, start, names)


def plain_sentence(text: str, start: int, names: Sequence[str]) -> CaseSentence | None:
    """Where no sentence ends in “一案”: “原告……不服被告……作出的……决定，于……诉至本院”."""
    return _first_naming_an_act(_PLAIN, text, start, names)


def _first_naming_an_act(
    pattern: re.Pattern[str], text: str, start: int, names: Sequence[str]
) -> CaseSentence | None:
    for match in pattern.finditer(text, start):
        if not re.search(r"诉|不服|因|与|申请|要求|请求", match["before"]):
            continue
        first = match.start("before")
        blanked = _blank(match["before"], names)
        verbs = list(re.finditer(r"诉(?!讼|求)|不服|因与|因(?!素|此)|认为|要求|请求确认", blanked))
        rest = blanked[verbs[-1].end() :] if verbs else blanked
        offset = len(blanked) - len(rest)
        kept = [i for i, char in enumerate(rest) if char not in "\0，、“”：与；及和的" or _inside(rest, i)]
        if kept:
            words = rest[kept[0] : kept[-1] + 1].replace("\0", "")
            return CaseSentence(
                first, match.end(), words, first + offset + kept[0], first + offset + kept[-1] + 1
            )
    return None


def _inside(rest: str, index: int) -> bool:
    """A joining mark between words belongs to the cause; one at either end does not."""
    return (
        rest[index] != "\0"
        and bool(rest[:index].strip("\0，、“”：与；及和的"))
        and bool(rest[index + 1 :].strip("\0，、“”：与；及和的"))
    )


def _blank(sentence: str, names: Sequence[str]) -> str:
    """The sentence with names, designations, brackets, days and document numbers replaced by NUL of equal length."""
    patterns = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name]
    patterns += [
        r"（(?:以下|下)[^（）]*）",
        r"（(?:原|一审|二审)[^（）]*）",
        _DAY,
        ROLE,
        rf"(?<=诉){YOU}",
        rf"(?<=诉|服){ORGAN}",
        YOU,
    ]
    for pattern in patterns:
        sentence = re.sub(pattern, lambda found: "\0" * len(found.group()), sentence)
    sentence = re.sub(
        rf"(?<=[诉服]\0)\0*{ORGAN}(?:、{ORGAN})*", lambda found: "\0" * len(found.group()), sentence
    )
    numbers = [(m.start(), m.end()) for m in DOCUMENT_NUMBER.finditer(sentence)]
    for first, last in numbers:
        sentence = sentence[:first] + "\0" * (last - first) + sentence[last:]
    return re.sub(
        r"于(?=\0)|作出的?(?=\0|[\u4e00-\u9fff])|[“”]|等\d*人",
        lambda found: "\0" * len(found.group()),
        sentence,
    )


def suing(text: str, sentence: CaseSentence) -> tuple[tuple[str, int], tuple[str, int]] | None:
    """Plaintiff and defendant words of a case sentence with their places, where no list of parties stands before it."""
    words = text[sentence.start : sentence.end]
    lead = _LEAD.match(words)
    shift = lead.end() if lead else 0
    match = _SUE.match(words[shift:])
    if match is None:
        return None
    base = sentence.start + shift
    return (match["plaintiff"], base + match.start("plaintiff")), (
        match["defendant"],
        base + match.start("defendant"),
    )
