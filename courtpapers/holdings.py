"""What a court decided: the items after “判决如下” with result codes, a short wording, and what must be done within which days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from courtpapers.numerals import to_int
from courtpapers.wording import WITHIN, what_to_do, wording

_OPENING = re.compile(
    r"(?:判决|裁定|决定|判令|协议)如下(?:协议)?[：，。]?|(?:自愿)?达成(?:如下|以下)(?:调解)?协议[：，。]?"
)
_ENDING = re.compile(
    r"(?:^|\n|(?<=。))(?:[一二]审)?(?:本案)?(?:一、二审|一审、二审|原审)?(?:案件|本案|诉讼|公告|鉴定)?(?:案件)?(?:受理费|诉讼费|公告费|鉴定费)|"
    r"(?:^|\n|(?<=。))(?:如|若)?(?:不服本|当事人不服)|(?:^|\n|(?<=。))本(?:判决|裁定|决定|调解书|案)(?:为|系|送达|自|经|一经|不准|立即|生效)|"
    r"\n(?:代理)?(?:审判长|审判员|助理审判员)|(?:^|\n|(?<=。))(?:上述|以上|前述)(?:协议|调解)|(?:^|\n)(?:如未|如果未|逾期)|\n[一二〇零九八七六五四三]{4}年|\n(?:19|20)\d\d年"
)
_ITEM = re.compile(
    r"(?:^|\n|(?<=[；。]))(?=(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[、.](?!\d)))"
)
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[、.])")
_LOWER = r"(?:法院|本院|原审|一审|二审).{0,80}(?:判决|裁定)|(?:原|一审|二审|该)(?:判决|裁定|判)"

#: (pattern, result code, class). For one item, the first of a group that fits; groups are independent.
_COURT_ACTS: tuple[tuple[str, str, str], ...] = (
    (r"驳回.{0,80}再审申请", "refuse-retrial", "驳回再审申请"),
    (r"(?:准许|准予|同意).{0,80}?撤回再审申请", "withdraw", "准许撤回再审申请"),
    (r"不(?:予)?准(?:许|予)?.{0,80}?撤(?:回|诉)", "other", "不准许撤诉"),
    (r"按.{0,60}?(?:自动)?撤(?:诉|回).{0,8}处理", "deemed-withdrawn", "按撤诉处理"),
    (r"(?:准许|准予|同意|允许).{0,100}?撤回上诉", "withdraw", "准许撤回上诉"),
    (r"(?:准许|准予|同意|允许).{0,100}?撤(?:回.{0,8}(?:起诉|诉讼|申请)|诉)", "withdraw", "准许撤诉"),
    (r"不(?:准予|予准许|准许|予)(?:强制)?执行|不(?:准予|予|准许).{0,80}强制执行", "other", "不准予执行"),
    (r"准(?:予|许).{0,100}?执行", "other", "准予执行"),
    (r"(?:驳回|不予支持).{0,60}?(?:强制)?执行.{0,10}申请", "other", "不准予执行"),
    (r"驳回.{0,60}?上诉.{0,6}维持.{0,10}裁定", "uphold", "维持原裁定"),
    (r"驳回.{0,60}?上诉|维持.{0,80}(?:判决|裁定|原判)", "uphold", "维持原判"),
    (r"发回.{0,60}?(?:重审|重新审理|审理)", "remit", "发回重审"),
    (
        r"指令.{0,60}?(?:再审)|由本院(?:提审|再审)|(?:提审|再审)本案|本案由.{0,40}?(?:提审|再审)|另行组成合议庭再审",
        "order-retrial",
        "裁定再审",
    ),
    (r"(?:指令|由|本案由).{0,60}?(?:继续审理|立案(?:受理|审理)?|审理)(?!费)", "remit", "指令继续审理"),
    (r"不予(?:立案|受理)|对.{0,60}起诉.{0,10}不予", "reject-suit", "不予立案"),
    (r"驳回.{0,100}?起诉", "reject-suit", "驳回起诉"),
    (r"(?:移送|移交).{0,80}", "transfer", "移送管辖"),
    (r"终结", "terminate", "终结诉讼"),
    (r"中止(?:本案)?(?:的)?(?:诉讼|审理|执行)", "other", "中止诉讼"),
    (r"(?:驳回|不予支持).{0,100}?请求", "dismiss-claims", "驳回诉讼请求"),
)
_ORGAN_ACTS: tuple[tuple[str, str, str], ...] = (
    (r"确认(?!.{0,60}违法).{0,140}?无效", "confirm-invalid", "确认无效"),
    (r"确认.{0,200}?(?:违法|不合法)", "confirm-illegal", "确认违法"),
    (
        r"撤销.{0,160}?(?:第[一二三四五六七八九十\d]{1,3}项|部分(?=[。；，]|$)|中(?!华|心|共|国|队|小|学|院|医|级).{2,60}?(?:内容|决定|部分|处罚))",
        "revoke-partly",
        "部分撤销",
    ),
    (r"撤销", "revoke", "撤销"),
    (r"变更(?!登记).{0,120}?为|(?:^|将).{0,120}?变更为", "change", "变更"),
)
_ORDERS: tuple[tuple[str, str, str], ...] = (
    (r"重新(?:对.{0,60}?)?(?:作出|作|答复|处理|认定|审查|调查|登记|办理|核定|进行)|重作", "redo", "重新作出"),
    (r"补救措施", "remedy", "采取补救措施"),
    (r"赔偿(?!责任保险|请求|申请|决定|义务机关).{0,120}", "compensate", "赔偿"),
    (r"履行(?!.{0,12}(?:给付|支付)).{0,60}?(?:职责|义务|协议)", "perform", "履行法定职责"),
    (r"(?:给付|支付|返还|退还|退回|补偿|发放).{0,120}", "pay", "履行给付义务"),
    (
        r"(?:责令|限|判令|由|应|应当|继续|履行).{0,160}?(?:履行|答复|处理|公开|作出|登记|核发|颁发|受理|办理|协助|查处|补办|变更|恢复|拆除|出具|安置)",
        "perform",
        "履行法定职责",
    ),
)
_AGAINST_ORGAN = {
    "revoke",
    "revoke-partly",
    "redo",
    "perform",
    "pay",
    "confirm-illegal",
    "confirm-invalid",
    "change",
    "compensate",
    "remedy",
}


@dataclass(frozen=True)
class Item:
    """One item of a decision: its place, codes, class and wording; for an order, the days or months and what to do."""

    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    classes: tuple[str, ...]
    wording: str
    within_days: int | None = None
    within_months: int | None = None
    what: str = ""


def find_items(text: str, start: int, names: Sequence[str]) -> list[Item]:
    """The items of the operative part; *names* are parties and short names, left out of the wording."""
    openings = list(_OPENING.finditer(text, start))
    if not openings:
        return []
    begin = openings[-1].end()
    ending = _ENDING.search(text, begin + 1)
    part = text[begin : ending.start() if ending else len(text)]
    return [_item(text, first, last, names) for first, last in _cuts(part, begin)]


def _cuts(part: str, begin: int) -> list[tuple[int, int]]:
    """Items by their numbers, or by lines when they bear none."""
    marks = [match.end() for match in _ITEM.finditer(part)]
    marks = marks if len(marks) > 1 else [match.start() for match in re.finditer(r"[^\n]+", part)]
    pieces = pairwise([*marks, len(part)])
    return [(begin + first, begin + last) for first, last in pieces if part[first:last].strip("\n。；\t")]


def _item(text: str, start: int, end: int, names: Sequence[str]) -> Item:
    end = start + len(text[start:end].rstrip("\n\t"))
    number = _NUMBER.match(text[start:end])
    start += number.end() if number else 0
    words = text[start:end].replace("\n", "").rstrip("。；")
    acts = _acts(words)
    within = WITHIN.search(words) if any(code in _AGAINST_ORGAN for code, _ in acts) else None
    amount = to_int(within["number"]) if within else None
    months = within is not None and within["unit"] == "个月"
    ordered = any(code in ("redo", "perform", "pay", "compensate", "remedy") for code, _ in acts)
    return Item(
        start,
        end,
        words,
        tuple(code for code, _ in acts),
        tuple(name for _, name in acts),
        wording(words, names),
        within_days=None if months else amount,
        within_months=amount if months else None,
        what=what_to_do(words, names) if ordered else "",
    )


def _acts(words: str) -> list[tuple[str, str]]:
    """Codes and classes of one item; an item may both revoke and order."""
    if re.search(rf"(?:撤销|变更).{{0,20}}(?:{_LOWER})", words):
        rest = re.split(r"[，；](?=(?:发回|驳回|指令|责令|本案))", words, maxsplit=1)
        return [("reverse", "撤销原判"), *(_acts(rest[1]) if len(rest) > 1 else [])]
    for pattern, code, name in _COURT_ACTS:
        if re.search(pattern, words):
            return [(code, name)]
    organ = next(((code, name) for pattern, code, name in _ORGAN_ACTS if re.search(pattern, words)), None)
    parts = words.split("责令", 1) if organ else [words, words]
    order_words = parts[1] if organ and len(parts) > 1 else "" if organ else words
    order = next(
        (
            (code, name)
            for pattern, code, name in _ORDERS
            if re.search(pattern, ("责令" if organ else "") + order_words)
        ),
        None,
    )
    found = [act for act in (organ, order if order_words else None) if act]
    return found or [("other", "其他")]


def result_class(items: Sequence[Item]) -> str:
    """The one class of a decision, the graver first: 撤销并责令重作, 确认违法, 驳回诉讼请求, 维持原判 …; empty when nothing was found."""
    codes = [code for item in items for code in item.codes]
    classes = {
        code: name for item in reversed(items) for code, name in zip(item.codes, item.classes, strict=True)
    }
    if "reverse" in codes:
        return _reversed_class(codes, classes)
    if "redo" in codes and ("revoke" in codes or "revoke-partly" in codes):
        return "撤销并责令重作" if "revoke" in codes else "部分撤销并责令重作"
    order = (
        "revoke",
        "revoke-partly",
        "redo",
        "perform",
        "confirm-invalid",
        "confirm-illegal",
        "change",
        "compensate",
        "pay",
        "remedy",
    )
    first = next((code for code in order if code in codes), codes[0] if codes else "")
    return classes.get(first, "")


def _reversed_class(codes: Sequence[str], classes: dict[str, str]) -> str:
    if "remit" in codes:
        return classes["remit"]
    if "reject-suit" in codes:
        return "撤销原判，驳回起诉"
    if "withdraw" in codes:
        return classes["withdraw"]
    return "改判" if len(codes) > 1 else "撤销原判"


def is_lost(items: Sequence[Item], *, upheld_against_organ: bool | None) -> bool | None:
    """Whether the organ lost; None when the decision does not settle it (remitted, retried, transferred, enforcement).

    *upheld_against_organ* answers for “驳回上诉，维持原判”: whether what was upheld went against the organ (None: unknown).
    """
    codes = {code for item in items for code in item.codes}
    names = {name for item in items for name in item.classes}
    if codes & {"remit", "order-retrial", "transfer"} or not codes:
        return None
    if codes & _AGAINST_ORGAN:
        return True
    if names & {"准许撤回上诉", "准许撤回再审申请"} or codes & {"uphold", "refuse-retrial"}:
        return upheld_against_organ
    if codes & {"dismiss-claims", "reject-suit", "withdraw", "deemed-withdrawn", "mediate"}:
        return False
    return None


def against_organ(words: str) -> bool | None:
    """Whether an operative part told in other words (“一审判决：撤销…”) goes against the organ."""
    codes = {code for code, _ in _acts(words)}
    return (
        True
        if codes & _AGAINST_ORGAN
        else False
        if codes & {"dismiss-claims", "reject-suit", "withdraw"}
        else None
    )
