"""Courts, causes and days."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courtpapers import find_cause, find_court
from courtpapers.dates import find_dates, parse_date
from courtpapers.numerals import to_int


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("山东省德州市德城区人民法院", "鲁1402"),
        ("德州市德城区人民法院", "鲁1402"),
        ("德城区人民法院", "鲁1402"),
        ("庆云县人民法院", "鲁1423"),
        ("山东省庆云县人民法院", "鲁1423"),
        ("山东省德州市庆云县人民法院", "鲁1423"),
        ("德州市中级人民法院", "鲁14"),
        ("山东省德州市中级人民法院", "鲁14"),
        ("山东省高级人民法院", "鲁"),
        ("最高人民法院", "最高法"),
        ("北京市朝阳区人民法院", "京0105"),
        ("北京市第一中级人民法院", "京01"),
        ("济南市章丘区人民法院", "鲁0114"),
        ("章丘市人民法院", "鲁0181"),
        ("上诉于山东省德州市中级人民法院", "鲁14"),
        ("德州经济开发区人民法院", "鲁1491"),
        ("鲁1402", "鲁1402"),
        ("广东省广州市增城区人民法院", "粤0183"),
    ],
)
def test_courts(text: str, code: str) -> None:
    court = find_court(text)
    assert court is not None and court.code == code


@pytest.mark.parametrize(
    "text", ["朝阳区人民法院", "河北省德州市德城区人民法院", "清禾县人民法院", "", "人民法院", "本院"]
)
def test_courts_that_are_not_told_apart_or_do_not_exist(text: str) -> None:
    assert find_court(text) is None


def test_courts_are_found_fast_enough_for_typing() -> None:
    find_court("德城区人民法院")
    started = time.perf_counter()
    for _ in range(200):
        find_court("山东省德州市德城区人民法院")
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("罚款及行政复议", "罚款及行政复议", ("0103", "1603")),
        ("政府信息公开", "政府信息公开", ("13",)),
        ("征收土地", "征收或者征用土地", ("0502",)),
        ("不履行法定职责", "不履行法定职责", ("21",)),
        ("不履行房屋登记职责", "不履行房屋登记职责", ("21",)),
        ("行政拘留", "行政拘留", ("0113",)),
        ("工伤认定", "工伤保险资格或者待遇认定", ("0704",)),
        ("强制拆除房屋及行政赔偿", "强制拆除房屋或者设施及行政赔偿", ("0308", "20")),
        ("行政赔偿", "行政赔偿", ("20",)),
        ("申请执行责令退还非法占用土地", "申请执行责令退还非法占用土地", ("1501",)),
        ("驳回行政复议申请", "驳回行政复议申请决定", ("1602",)),
        ("行政复议", "行政复议", ("16",)),
        ("查封场所、设施或者财物", "查封场所、设施或者财物", ("0202",)),
        ("不履行法定职责及行政复议", "不履行法定职责及行政复议", ("21", "1603")),
        ("罚款、没收违法所得", "罚款、没收违法所得", ("0103", "0104")),
        ("房屋征收补偿决定", "房屋征收或者征用补偿", ("1901",)),
        ("婚姻登记", "婚姻登记", ("0618",)),
    ],
)
def test_causes(text: str, name: str, codes: tuple[str, ...]) -> None:
    cause = find_cause(text)
    assert cause is not None and (cause.name, cause.codes) == (name, codes)


def test_words_that_are_no_cause() -> None:
    assert find_cause("买卖合同") is None and find_cause("") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("二〇二五年二月十八日", "2025-02-18"),
        ("二○二五年二月十八日", "2025-02-18"),
        ("二０二五年二月十八日", "2025-02-18"),
        ("二00九年十二月三十一日", "2009-12-31"),
        ("二零二五年十月二十日", "2025-10-20"),
        ("2025年2月18日", "2025-02-18"),
        ("２０２５年２月１８日", "2025-02-18"),
        ("2025 年 2 月 18 日", "2025-02-18"),
        ("2025-02-18", "2025-02-18"),
        ("2025.2.18", "2025-02-18"),
        ("2025年3月27日上午9时00分", "2025-03-27 09:00"),
        ("2025年3月27日9时", "2025-03-27 09:00"),
        ("2025年3月27日下午2时30分", "2025-03-27 14:30"),
        ("2025年3月27日（星期四）下午2:30", "2025-03-27 14:30"),
        ("二〇二五年三月二十七日下午二时半", "2025-03-27 14:30"),
        ("2025年3月27日上午九点", "2025-03-27 09:00"),
        ("2025年2月30日", ""),
        ("2025年13月1日", ""),
        ("无", ""),
    ],
)
def test_days(text: str, iso: str) -> None:
    assert parse_date(text) == iso


def test_days_that_borrow_their_year() -> None:
    assert [found.iso for found in find_dates("于2025年1月6日起诉，同年1月10日受理，6月9日、7月2日开庭")] == [
        "2025-01-06",
        "2025-01-10",
    ]
    assert [found.iso for found in find_dates("于2025年6月18日、7月2日开庭")] == ["2025-06-18", "2025-07-02"]


@given(st.text(max_size=120))
def test_no_text_breaks_the_lookups(text: str) -> None:
    list(find_dates(text))
    find_court(text)
    find_cause(text)
    to_int(text)


@given(
    st.dates(
        min_value=__import__("datetime").date(1990, 1, 1), max_value=__import__("datetime").date(2100, 1, 1)
    )
)
def test_every_day_reads_back(day: object) -> None:
    year, month, number = str(day).split("-")
    assert parse_date(f"{int(year)}年{int(month)}月{int(number)}日") == str(day)
