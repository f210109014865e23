"""Case numbers: reading every writing, normalising, and saying what is wrong (法〔2015〕137号, 法〔2018〕335号).

New form, from 2016: （收案年度）法院代字 类型代字 编号 号 — （2025）鲁1402行初9001号. Old form: （2013）泉行初字第12号.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from courtpapers import courts, data
from courtpapers.models import CaseNumber
from courtpapers.numerals import to_int

_OPEN, _CLOSE = r"[（(\[〔【［﹝]", r"[）)\]〕】］﹞]"
_GAP = r"[\s\u3000]{0,8}"
_DIGIT = "0-9０-９"
_YEAR = rf"{_OPEN}{_GAP}(?P<year>[{_DIGIT}](?:{_GAP}[{_DIGIT}]){{3}}|[一二〇○零０OＯ九八七六五四三]{{4}}){_GAP}{_CLOSE}"
_SERIAL = rf"(?P<serial>[{_DIGIT}](?:{_GAP}[{_DIGIT}]){{0,8}})"
_SUFFIX = rf"(?:{_GAP}之{_GAP}(?P<suffix>[一二三四五六七八九十]{{1,3}}|[{_DIGIT}]{{1,2}}))?"
_PATTERN = re.compile(
    rf"{_YEAR}{_GAP}"
    rf"(?P<body>[\u4e00-\u9fff×✕XxＸ某*][\u4e00-\u9fff{_DIGIT}×✕XxＸ某*\s\u3000]{{0,30}}?)"
    rf"{_GAP}(?:(?P<old>字{_GAP}第?)|第)?{_GAP}{_SERIAL}{_GAP}号{_SUFFIX}"
)
_BODY = re.compile(r"(?P<court>最高法|[\u4e00-\u9fff]\d{2,4}|[\u4e00-\u9fff](?=[\u4e00-\u9fff]))(?P<type>.+)")
_PROVINCIAL = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川宁琼兵军]\d{2,4}")
_FULL_TO_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_STAGE_WORDS = (
    ("非诉", "非诉审查"),
    ("执", "执行"),
    ("再", "再审"),
    ("申", "再审审查"),
    ("监", "再审审查"),
    ("终", "二审"),
    ("初", "一审"),
)


@lru_cache(maxsize=1)
def case_types() -> dict[str, dict[str, str]]:
    """Type codes with their name, class, stage and whether they are administrative."""
    table: dict[str, dict[str, str]] = {}
    for row in data.rows("case_types"):
        table.setdefault(row["code"], row)
    return table


def parse_case_number(text: str) -> CaseNumber | None:
    """The first case number in *text*, normalised; None when there is none.

    >>> parse_case_number("案号：[2025] 鲁１４０２ 行初 9001 号").text
    '（2025）鲁1402行初9001号'
    """
    return next((number for number, _, _ in find_case_numbers(text)), None)


def find_case_numbers(text: str) -> Iterator[tuple[CaseNumber, int, int]]:
    """Every case number in *text* with the place where it stands (``text[start:end]``)."""
    for match in _PATTERN.finditer(text):
        number = _from_match(match)
        if number is not None:
            yield number, match.start(), match.end()


def _from_match(match: re.Match[str]) -> CaseNumber | None:
    year = to_int(re.sub(r"\s", "", match["year"]))
    body = re.sub(r"\s", "", match["body"]).translate(_FULL_TO_HALF)
    serial = int(re.sub(r"\s", "", match["serial"]).translate(_FULL_TO_HALF))
    suffix = f"之{(match['suffix'] or '').translate(_FULL_TO_HALF)}" if match["suffix"] else ""
    if year is None or not 1949 <= year <= 2200:
        return None
    if match["old"]:
        return _old_form(year, body, serial, suffix)
    return _new_form(year, body, serial, suffix)


def _new_form(year: int, body: str, serial: int, suffix: str) -> CaseNumber | None:
    parts = _BODY.fullmatch(body)
    if parts is None or re.search(r"\d", parts["type"]):
        return None
    known = case_types().get(parts["type"])
    court_code, type_code = parts["court"], parts["type"]
    if (
        known is None
        and not (_PROVINCIAL.fullmatch(court_code) and len(type_code) <= 4)
        and not _plausible_type(type_code)
    ):
        return None
    return CaseNumber(
        year,
        court_code,
        type_code,
        serial,
        f"（{year}）{court_code}{type_code}{serial}号{suffix}",
        stage=known["stage"] if known else "",
        is_administrative=bool(known and known["is_admin"] == "1"),
        suffix=suffix,
    )


def _plausible_type(type_code: str) -> bool:
    """Whether unknown characters may be a type code: document numbers (政复决字 …) must not pass as cases."""
    return len(type_code) <= 4 and bool(
        re.search(r"[初终审申再抗监执赔辖保惩救督破他复协特清]$|^法建", type_code)
    )


def _old_form(year: int, body: str, serial: int, suffix: str) -> CaseNumber | None:
    split = re.fullmatch(
        r"(?P<court>.*?)(?P<type>(?:非诉)?行(?:政)?(?:赔)?(?:初|终|监|再|申|抗|审|执|他|提|辖)+"
        r"|法非诉行(?:执|审)|行(?:政)?非(?:诉)?(?:执|审)(?:审|执)?|(?:民|刑|商|知|执|执异|赔)(?:初|终|再|申|监|他|提|复|恢)?)",
        body,
    )
    if split is None or not split["court"]:
        return None
    court_code, type_code = split["court"], split["type"]
    if court_code.endswith("法") and type_code.startswith("非诉"):
        court_code, type_code = court_code[:-1], f"法{type_code}"
    if not court_code:
        return None
    stage = next(
        (stage for word, stage in _STAGE_WORDS if word in type_code), "非诉审查" if "审" in type_code else ""
    )
    return CaseNumber(
        year,
        court_code,
        type_code,
        serial,
        f"（{year}）{court_code}{type_code}字第{serial}号{suffix}",
        stage=stage,
        is_administrative="行" in type_code,
        old_form=True,
        suffix=suffix,
    )


def check_case_number(number: CaseNumber) -> list[str]:
    """What is wrong with a case number, in Chinese, each sentence with what to do next; empty when nothing is."""
    problems = []
    if number.serial == 0:
        problems.append("案号的编号为 0，没有这样的案件。请对照原件重新填写编号。")
    if number.old_form:
        if number.year >= 2016:
            problems.append(
                f"{number.year}年的案件应当使用新案号（如“（{number.year}）鲁1402行初9001号”），请核对年份和写法。"
            )
        return problems + _check_administrative(number)
    if number.year < 2016:
        problems.append(
            f"新式案号自2016年起使用，{number.year}年的案件一般写作“（{number.year}）×行初字第×号”，请核对年份。"
        )
    return problems + _check_court(number) + _check_type(number)


def _check_court(number: CaseNumber) -> list[str]:
    court = courts.by_code(number.court_code)
    if court is None:
        return [
            f"法院代字“{number.court_code}”不在法院代字表中，可能没有这家法院。请对照原件核对省份简称和数字；"
            "如系新设法院，核对无误后仍可使用。"
        ]
    too_low = {"二审": ("基层",), "再审审查": ("基层",)}.get(number.stage, ())
    if court.level in too_low and not number.type_code.endswith(("监", "抗")):
        return [
            f"“{number.type_code}”是{number.stage}案件的代字，而代字“{number.court_code}”是{court.name}（{court.level}人民法院），"
            f"不受理{number.stage}案件。请核对法院代字和类型代字。"
        ]
    return []


def _check_type(number: CaseNumber) -> list[str]:
    if number.type_code not in case_types():
        return [
            f"类型代字“{number.type_code}”不在案件类型代字表中。请对照原件核对；行政案件常用行初、行终、行申、行再、行赔初、行审。"
        ]
    return _check_administrative(number)


def _check_administrative(number: CaseNumber) -> list[str]:
    if number.is_administrative or number.type_code == "法建":
        return []
    known = case_types().get(number.type_code)
    name = f"（{known['name']}）" if known else ""
    return [
        f"“{number.type_code}”{name}不是行政案件的类型代字。请核对文书是否属于行政诉讼；不属于的，不要按应诉案件登记。"
    ]
