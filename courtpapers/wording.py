"""The wording of one item of a decision: short, and for an order what must be done within which days."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtpapers.numerals import NUMERAL
from courtpapers.parties import ROLE
from courtpapers.phrases import DOCUMENT_NUMBER

#: A period that runs from a decision: “于本判决生效之日起六十日内”.
WITHIN = re.compile(
    rf"(?:(?:于|在|自)?(?:本)?(?:判决书?|裁定书?|调解书?|协议)?(?:发生法律效力|生效|送达|签收|收到[^，。；]{{0,16}}|签订)(?:后|之日)?(?:之日)?(?:起|后)?|之日起|(?:于|在))"
    rf"(?P<number>[{NUMERAL}]{{1,4}})(?P<unit>个工作日|日|天|个月)(?:之)?内"
)


def wording(words: str, names: Sequence[str]) -> str:
    """An item in few words: without names, days, numbers of documents (“撤销行政处罚决定”)."""
    short = next((said for pattern, said in _SHORT if re.search(pattern, words)), "")
    if short:
        return short
    parts = re.split(r"[，；]?(?:并|同时)?(?=责令|判令)", words)
    return "；".join(_part_wording(part, names) for part in parts if part.strip("，；"))


def _part_wording(words: str, names: Sequence[str]) -> str:
    """An order keeps what must be done and within which days; anything else loses names, days and numbers."""
    within = WITHIN.search(words)
    if within or words.startswith(("责令", "判令")):
        period = f"{within['number']}{within['unit']}内" if within else "责令"
        return f"{period}{what_to_do(words, names)}"
    return _tidy(_without_names(words, names)) or words


_SHORT: tuple[tuple[str, str], ...] = (
    (r"不(?:准予|予准许|准许|予).{0,80}?强制执行|不(?:准予|予)执行", "不准予强制执行"),
    (r"准(?:予|许).{0,80}?强制执行|准予执行", "准予强制执行"),
    (r"驳回.{0,60}?上诉[，、；]?维持原判决?$", "驳回上诉，维持原判"),
    (r"驳回.{0,60}?上诉[，、；]?维持原(?:审)?裁定$", "驳回上诉，维持原裁定"),
    (r"^撤销.{0,40}法院.{0,30}号行政(?:赔偿)?判决[，；]发回.{0,40}重审$", "撤销原判决，发回重审"),
    (r"^撤销.{0,40}法院.{0,30}号行政(?:赔偿)?裁定[，；]指令.{0,40}继续审理$", "撤销原裁定，指令继续审理"),
    (r"^撤销(?:.{0,40}法院)?.{0,30}号行政(?:赔偿)?判决$", "撤销原判决"),
    (r"^撤销(?:.{0,40}法院)?.{0,30}号行政(?:赔偿)?裁定$", "撤销原裁定"),
    (r"发回.{0,40}(?:重审|重新审理)$", "发回重审"),
    (r"指令.{0,40}继续审理$", "指令继续审理"),
    (r"指令.{0,40}再审(?:本案)?$", "指令再审"),
    (r"本案由本院提审", "提审"),
    (r"不予(?:立案|受理)$", "不予立案"),
    (r"按.{0,60}?(?:自动)?撤(?:诉|回起诉|回上诉).{0,8}处理", "按撤诉处理"),
    (r"准许.{0,60}?撤回上诉", "准许撤回上诉"),
)


def _without_names(words: str, names: Sequence[str]) -> str:
    rest = re.sub(r"（(?:以下|下)[^（）]*）", "", words)
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "")
    rest = re.sub(r"[\u4e00-\u9fff]{2,30}?法院(?=（\d{4}）)", "", rest)
    rest = re.sub(r"（\d{4}）(?!第)[\u4e00-\u9fff\d]{2,12}号(?:之[一二三])?", "", rest)
    rest = re.sub(
        r"(?:于)?(?:\d{4}年\d{1,2}月\d{1,2}日|[一二三四五六七八九〇零]{4}年[一二三四五六七八九十]{1,5}月[一二三四五六七八九十]{1,4}日)",
        "",
        rest,
    )
    rest = re.sub(r"作出的?《([^》]*?)书?》", r"\1", rest)
    rest = DOCUMENT_NUMBER.sub(lambda found: _verb(found.group("word")), rest)
    return re.sub(rf"{ROLE}(?:的)?", "", rest)


def _verb(word: str) -> str:
    """The verb that ran into the word of a document number (“撤销清公罚决字…”)."""
    match = re.match(r".*(?:撤销|确认|颁发|核发|准予|变更|维持|责令)的?", word)
    return match.group() if match else ""


def _tidy(words: str) -> str:
    rest = (
        re.sub(r"作出的?(?=[\u4e00-\u9fff]{2,})(?!行政行为$|答复|处理|决定$)", "", words)
        if "重新" not in words and "内作出" not in words
        else words
    )
    rest = re.sub(r"（[^（）]*号[^（）]*）|（）|《》|[“”]", "", rest)
    rest = re.sub(r"(?<=决定)书(?=$|；|，|第)", "", rest)
    rest = re.sub(r"^(驳回|准许|撤销|维持|确认)(?:的|对|其(?![他它余])|、)+", r"\1", rest)
    return rest.strip("，、；。的 ")


def what_to_do(words: str, names: Sequence[str]) -> str:
    """What must be done, without who must do it and within which days; for whom it is done stays."""
    who = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name) or "其"
    rest = re.sub(r"^.*?(?:责令|判令)", "", words) if re.search(r"责令|判令", words) else words
    for _ in range(2):
        rest = re.sub(rf"^(?:限|由)?(?:{ROLE}|、|及|和|其(?![他它余])|{who})*", "", rest)
        rest = WITHIN.sub("", rest, count=1)
    return re.sub(r"^(?:应当?|依法|，)+", "", rest).strip("，、；。")
