"""Case numbers in every writing; checks that say what to do; no text breaks the parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtpapers import check_case_number, parse_case_number
from courtpapers.case_number import case_types, find_case_numbers
from courtpapers.courts import by_code

WRITINGS = [
    ("（2025）鲁1402行初9001号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("(2025)鲁1402行初9001号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("[2025]鲁1402行初9001号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("〔2024〕鲁1402行初9001号", "（2024）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("（２０２５）鲁１４０２行初９００１号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("（2025） 鲁 1402 行 初 9001 号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("（二〇二五）鲁1402行初9001号", "（2025）鲁1402行初9001号", "鲁1402", "行初", "一审"),
    ("（2025）鲁1402行初9001号之一", "（2025）鲁1402行初9001号之一", "鲁1402", "行初", "一审"),
    ("（2025）鲁14行终9025号", "（2025）鲁14行终9025号", "鲁14", "行终", "二审"),
    ("（2025）鲁行申9301号", "（2025）鲁行申9301号", "鲁", "行申", "再审审查"),
    ("（2025）最高法行再9002号", "（2025）最高法行再9002号", "最高法", "行再", "再审"),
    ("（2025）鲁1402行赔初9001号", "（2025）鲁1402行赔初9001号", "鲁1402", "行赔初", "一审"),
    ("（2025）鲁1428行审9060号", "（2025）鲁1428行审9060号", "鲁1428", "行审", "非诉审查"),
    ("（2025）鲁14行审复9001号", "（2025）鲁14行审复9001号", "鲁14", "行审复", "非诉审查"),
    ("（2025）鲁1402行保9001号", "（2025）鲁1402行保9001号", "鲁1402", "行保", "保全"),
    ("（2025）鲁1402民初9001号", "（2025）鲁1402民初9001号", "鲁1402", "民初", "一审"),
    ("（2025）鲁1402法建9001号", "（2025）鲁1402法建9001号", "鲁1402", "法建", "司法建议"),
    ("（2013）泉行初字第12号", "（2013）泉行初字第12号", "泉", "行初", "一审"),
    ("[2006] 泉 行初字 第 12 号", "（2006）泉行初字第12号", "泉", "行初", "一审"),
    ("（2009）×法非诉行执字第6号", "（2009）×法非诉行执字第6号", "×", "法非诉行执", "非诉审查"),
    ("（2011）沪一中行终字第9022号", "（2011）沪一中行终字第9022号", "沪一中", "行终", "二审"),
]
NOT_CASES = [
    "清公（城）行罚决字〔2025〕第90001号",
    "清自然资罚决字〔2025〕9016号",
    "鲁政复决字〔2025〕9003号",
    "法释〔2018〕1号",
    "（2025）9001号",
    "",
    "案号：",
    "（9999）鲁1402行初1号",
]


@pytest.mark.parametrize(
    ("written", "text", "court", "type_code", "stage"), WRITINGS, ids=lambda part: str(part)[:20]
)
def test_writings(written: str, text: str, court: str, type_code: str, stage: str) -> None:
    number = parse_case_number(f"案号：{written}。")
    assert number is not None
    assert (number.text, number.court_code, number.type_code, number.stage) == (text, court, type_code, stage)


@pytest.mark.parametrize("written", NOT_CASES)
def test_what_is_no_case_number(written: str) -> None:
    assert parse_case_number(written) is None


@pytest.mark.parametrize(
    ("type_code", "administrative"),
    [
        ("行初", True),
        ("行审复", True),
        ("行赔终", True),
        ("行保", False),
        ("行保复", False),
        ("民初", False),
        ("司惩", False),
    ],
)
def test_administrative_by_table_not_by_first_character(type_code: str, administrative: bool) -> None:
    number = parse_case_number(f"（2025）鲁14{type_code}9001号")
    assert number is not None and number.is_administrative is administrative


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("（2025）鲁9999行初9001号", ("鲁9999", "不在法院代字表", "核对")),
        ("（2025）鲁1402行甲9001号", ("行甲", "不在案件类型代字表", "核对")),
        ("（2025）鲁1402行终9001号", ("德州市德城区人民法院", "不受理二审", "核对")),
        ("（2025）鲁1402行保9001号", ("不是行政案件", "不要按应诉案件登记")),
        ("（2012）鲁1402行初9001号", ("2016年", "请核对年份")),
        ("（2019）德行初字第9001号", ("新案号", "请核对")),
        ("（2025）鲁1402行初0号", ("编号为 0", "重新填写")),
    ],
)
def test_problems_say_what_to_do(written: str, words: tuple[str, ...]) -> None:
    number = parse_case_number(written)
    assert number is not None
    problems = "".join(check_case_number(number))
    assert all(word in problems for word in words), problems


@pytest.mark.parametrize(
    "written",
    [
        "（2025）鲁1402行初9001号",
        "（2025）鲁0114行初9001号",
        "（2025）鲁0181行初9001号",
        "（2013）泉行初字第12号",
        "（2025）鲁1402法建9001号",
    ],
)
def test_sound_numbers_have_no_problem(written: str) -> None:
    number = parse_case_number(written)
    assert number is not None and check_case_number(number) == []


def test_all_numbers_of_a_text_with_places() -> None:
    text = "不服（2024）鲁1423行初9007号判决和(2025)鲁14行终9025号判决"
    assert [text[start:end] for _, start, end in find_case_numbers(text)] == [
        "（2024）鲁1423行初9007号",
        "(2025)鲁14行终9025号",
    ]


@given(st.text(max_size=200))
def test_no_text_breaks_the_parser(text: str) -> None:
    number = parse_case_number(text)
    assert number is None or check_case_number(number) is not None


@given(st.text(alphabet="（）()[]〔〕2025２０ 鲁14行初终审字第号之一×\n", max_size=40))
def test_nearly_numbers_never_break_and_are_stable(text: str) -> None:
    number = parse_case_number(text)
    assert number is None or parse_case_number(number.text) == number


@given(
    st.integers(2016, 2035),
    st.sampled_from(["鲁", "鲁14", "鲁1402", "京0108", "最高法", "新40", "兵0101"]),
    st.sampled_from(sorted(case_types())),
    st.integers(9000, 99999999),
    st.sampled_from(["", "之一", "之二", "之12"]),
)
def test_normalised_number_reads_back(
    year: int, court: str, type_code: str, serial: int, suffix: str
) -> None:
    text = f"（{year}）{court}{type_code}{serial}号{suffix}"
    number = parse_case_number(text)
    assert number is not None
    assert (number.text, number.year, number.court_code, number.type_code, number.serial, number.suffix) == (
        text,
        year,
        court,
        type_code,
        serial,
        suffix,
    )


def test_codes_before_and_after_a_change_of_district_are_known() -> None:
    assert by_code("鲁0181") is not None and by_code("鲁0114") is not None
