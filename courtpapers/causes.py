"""Causes of action of administrative cases (法发〔2020〕44号): from words to composed name and codes.

A cause is the act alone. Names are composed: omission → 不履行××职责 (21); upheld on reconsideration → ××及行政复议
(the act's code and 1603); with compensation → ××及行政赔偿 (and 20); public interest → ××公益诉讼 (22); enforcement without suit →
申请执行××.
"""

from __future__ import annotations

import re
from functools import lru_cache

from courtpapers import data
from courtpapers.models import Cause

_PREFIX = re.compile(r"^(?:(?:因|对|不服|认为|要求|请求|请求确认|确认|其|作出的?|的)+)")
_TAIL = re.compile(r"(?:决定书?|行为|一案|纠纷|案件|通知书?|违法|无效|争议|上诉)+$")
_ENFORCEMENT = re.compile(r"^(?:非诉执行|申请(?:强制)?执行)(?P<act>.+)$")
#: What follows the act itself: reconsideration that upheld it, compensation, review of a normative document.
_ADDED = re.compile(
    r"(?:(?:以及|及其?|、|并|和|与|，)?(?:一并)?(?:被告)?(?:[\u4e00-\u9fff]{2,20}?(?:人民政府|局|厅|委员会|部))?"
    r"(?:行政复议(?:决定)?|行政赔偿|(?:一并)?(?:审查)?规范性文件(?:审查)?))+$"
)
_OMISSION = re.compile(
    r"(?:不|未|拒绝|拒不|没有)(?:依法)?履行(?P<duty>.*?)(?:法定)?(?:职责|义务)|行政不作为|不作为"
)

#: Words courts use → the name in the list. Written by hand from the wording of the laws; longest first when searched.
_SYNONYMS = {
    "征收土地": "征收或者征用土地",
    "土地征收": "征收或者征用土地",
    "征用土地": "征收或者征用土地",
    "征地": "征收或者征用土地",
    "征收房屋": "征收或者征用房屋",
    "房屋征收": "征收或者征用房屋",
    "征收集体土地": "征收或者征用土地",
    "房屋征收补偿": "房屋征收或者征用补偿",
    "房屋征收补偿决定": "房屋征收或者征用补偿",
    "房屋拆迁补偿": "房屋征收或者征用补偿",
    "土地征收补偿": "土地征收或者征用补偿",
    "征地补偿": "土地征收或者征用补偿",
    "征地补偿安置": "土地征收或者征用补偿",
    "强制拆除": "强制拆除房屋或者设施",
    "强制拆除房屋": "强制拆除房屋或者设施",
    "强拆": "强制拆除房屋或者设施",
    "房屋强制拆除": "强制拆除房屋或者设施",
    "拆除房屋": "强制拆除房屋或者设施",
    "强制拆除建筑物": "强制拆除房屋或者设施",
    "强制清除": "强制清除地上物",
    "强制清表": "强制清除地上物",
    "拘留": "行政拘留",
    "治安拘留": "行政拘留",
    "治安处罚": "行政处罚",
    "治安行政处罚": "行政处罚",
    "治安管理处罚": "行政处罚",
    "吊销营业执照": "吊销许可证件",
    "吊销驾驶证": "吊销许可证件",
    "吊销机动车驾驶证": "吊销许可证件",
    "吊销许可证": "吊销许可证件",
    "暂扣机动车驾驶证": "暂扣许可证件",
    "暂扣驾驶证": "暂扣许可证件",
    "责令拆除": "责令限期拆除",
    "限期拆除": "责令限期拆除",
    "责令停产": "责令停产停业",
    "责令停业": "责令停产停业",
    "查封": "查封场所、设施或者财物",
    "扣押": "扣押财物",
    "扣押车辆": "扣押财物",
    "冻结存款": "冻结存款、汇款",
    "划拨存款": "划拨存款、汇款",
    "工伤认定": "工伤保险资格或者待遇认定",
    "工伤行政确认": "工伤保险资格或者待遇认定",
    "工伤保险待遇": "给付工伤保险金",
    "不予认定工伤": "工伤保险资格或者待遇认定",
    "养老保险待遇": "基本养老保险资格或者待遇认定",
    "养老金": "给付基本养老金",
    "低保待遇": "最低生活保障资格或者待遇认定",
    "抚恤金": "给付抚恤金",
    "房屋登记": "房屋所有权登记",
    "房屋所有权证": "房屋所有权登记",
    "土地登记": "建设用地使用权登记",
    "不动产登记": "行政登记",
    "土地使用权登记": "建设用地使用权登记",
    "宅基地登记": "宅基地使用权登记",
    "土地承包经营权证": "土地承包经营权登记",
    "结婚登记": "婚姻登记",
    "离婚登记": "婚姻登记",
    "户口登记": "户籍登记",
    "工商行政登记": "工商登记",
    "公司登记": "工商登记",
    "企业登记": "工商登记",
    "市场主体登记": "工商登记",
    "股权变更登记": "工商登记",
    "规划许可": "建设工程规划许可",
    "施工许可": "建筑工程施工许可",
    "采矿许可": "矿产资源许可",
    "政府信息公开答复": "政府信息公开",
    "信息公开": "政府信息公开",
    "不予受理行政复议申请": "不予受理行政复议申请决定",
    "行政复议不予受理": "不予受理行政复议申请决定",
    "驳回行政复议申请": "驳回行政复议申请决定",
    "土地确权": "土地、矿藏、水流、荒地或者滩涂权属确权",
    "土地权属确权": "土地、矿藏、水流、荒地或者滩涂权属确权",
    "土地权属争议": "土地、矿藏、水流、荒地或者滩涂权属确权",
    "土地所有权确权": "土地、矿藏、水流、荒地或者滩涂权属确权",
    "土地使用权确权": "土地、矿藏、水流、荒地或者滩涂权属确权",
    "林权确权": "林地、林木、山岭权属确权",
    "林地确权": "林地、林木、山岭权属确权",
    "限期改正": "责令改正",
    "责令限期改正": "责令改正",
    "退还非法占用土地": "责令退还非法占用土地",
    "责令退还非法占用的土地": "责令退还非法占用土地",
    "退还非法占用的土地": "责令退还非法占用土地",
    "责令退还土地": "责令退还非法占用土地",
    "收回国有土地使用权": "有偿收回国有土地使用权",
    "开除学籍": "退学决定",
    "社会抚养费": "征缴社会抚养费",
    "社会保险费": "征缴社会保险费",
    "税务处理": "征缴税款",
    "追缴税款": "征缴税款",
    "征收税款": "征缴税款",
    "行政强制": "行政强制措施",
    "行政征收": "行政征收或者征用",
    "强制执行": "行政强制执行",
    "毕业证书": "颁发学位证书或者毕业证书",
    "学位证书": "颁发学位证书或者毕业证书",
    "加处罚款": "加处罚款或者滞纳金",
    "滞纳金": "加处罚款或者滞纳金",
    "强制戒毒": "强制隔离戒毒",
    "没收财物": "没收非法财物",
    "行政征用": "行政征收或者征用",
}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every single act that has a fixed name, to its code (without the placeholders ××)."""
    return {
        row["name"]: row["code"]
        for row in data.rows("causes")
        if "×" not in row["name"] and row["code"] != "00"
    }


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, str], ...]:
    """All words to search for with the listed name, longest first."""
    words = {name: name for name in _names()} | {
        word: name for word, name in _SYNONYMS.items() if name in _names()
    }
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def name_of(code: str) -> str:
    """The listed name of a code, or an empty string."""
    return next((row["name"] for row in data.rows("causes") if row["code"] == code), "")


def find_cause(text: str) -> Cause | None:
    """The cause that *text* writes, composed as the list asks; None when no act of the list is in it.

    >>> find_cause("罚款及行政复议")
    Cause(name='罚款及行政复议', codes=('0103', '1603'))
    """
    words = re.sub(r"\s", "", text)[:400]
    enforcement = _ENFORCEMENT.match(words)
    if enforcement:
        act = single_act(enforcement["act"])
        return Cause(f"申请执行{act[0]}", (act[1],)) if act else None
    if "公益诉讼" in words:
        return _public_interest(words)
    return _composed(words)


def _composed(words: str) -> Cause | None:
    base = _ADDED.sub("", words)
    acts = _base_acts(base) or _base_acts(words)
    if not acts:
        return None
    names, codes = ["、".join(name for name, _ in acts)], [code for _, code in acts]
    added = words[len(base) :] if words.startswith(base) else ""
    for word, code in (("行政复议", "1603"), ("行政赔偿", "20")):
        if word in added and not any(known[:2] in ("16", code[:2]) for known in codes):
            names.append(word)
            codes.append(code)
    if "规范性文件" in added:
        names.append("规范性文件审查")
    return Cause("及".join(names), tuple(codes))


def _base_acts(words: str) -> list[tuple[str, str]]:
    """The acts before reconsideration and compensation: one as a whole, or up to three set side by side."""
    core = _TAIL.sub("", _PREFIX.sub("", words))
    if core in _names():
        return [(core, _names()[core])]
    whole = _one(words)
    if whole and whole[1][:2] in ("16", "17", "18", "21"):
        return [whole]
    acts = [act for part in re.split(r"以及|及|、|和|并|与|，", words) if (act := _one(part))]
    acts = [act for act in dict.fromkeys(acts) if act[1] not in ("16", "20")] or acts
    return acts[:3] or ([whole] if whole else [])


def _one(part: str) -> tuple[str, str] | None:
    agreement = _agreement(part)
    if agreement:
        return agreement
    omission = _OMISSION.search(part)
    if omission:
        duty = (omission["duty"] or "").removesuffix("的").removesuffix("法定")
        duty = duty if len(duty) <= 20 else ""
        return (f"不履行{duty}职责" if duty else "不履行法定职责", "21")
    return single_act(part)


def single_act(part: str) -> tuple[str, str] | None:
    """The most telling act of the list in a few words, as (listed name, code)."""
    core = _TAIL.sub("", _PREFIX.sub("", part))
    if core in _names():
        return core, _names()[core]
    for word, name in _words():
        if word in part:
            return name, _names()[name]
    return None


def _agreement(part: str) -> tuple[str, str] | None:
    match = re.search(
        r"(?P<verb>不依法履行|未按约定履行|未按照约定履行|继续履行|单方变更|单方解除|订立|撤销|解除|确认|履行)?"
        r"(?P<object>[\u4e00-\u9fff（）]{0,24}协议)(?P<tail>无效|有效|行政补偿|行政赔偿)?",
        part,
    )
    if match is None or (match["object"] == "行政协议" and not match["verb"]):
        return ("行政协议", "18") if match else None
    verbs = {
        "订立": "1801",
        "单方变更": "1802",
        "单方解除": "1803",
        "不依法履行": "1804",
        "未按约定履行": "1805",
        "未按照约定履行": "1805",
        "撤销": "1808",
        "解除": "1809",
        "继续履行": "1810",
        "履行": "1804",
    }
    tails = {"无效": "1811", "有效": "1811", "行政补偿": "1806", "行政赔偿": "1807"}
    code = tails.get(match["tail"] or "") or verbs.get(match["verb"] or "", "18")
    return (match.group() if code != "18" else "行政协议", code)


def _public_interest(words: str) -> Cause:
    head = words.split("公益诉讼", maxsplit=1)[0]
    act = _one(head) if head not in ("行政", "") else None
    if act:
        return Cause(f"{act[0]}公益诉讼", (act[1], "22"))
    return Cause(f"{head}公益诉讼" if len(head) <= 24 else "公益诉讼", ("22",))
