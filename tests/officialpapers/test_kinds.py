"""Every kind of paper is made from its sample in both outputs and read back (办法第十三、十四、十六、十七、二十五、二十八条)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from officialpapers import OfficialPaperError, to_docx, to_pdf
from officialpapers.content import chinese_date, plain_text
from officialpapers.faces import fallback_glyphs
from officialpapers.reading_back import read_back
from yingsu.documents.kinds import Kind, kinds

PAGES = {
    "handling_opinion": 1,
    "answer": 3,
    "evidence_catalogue": 2,
    "head_identity_certificate": 1,
    "case_report": 3,
    "volume_cover": 3,
}
CODES_NOT_PRINTED = {"deputy"}
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(params=sorted(PAGES))
def kind(request: pytest.FixtureRequest) -> Kind:
    return kinds()[request.param]


def values_in(value: Any) -> Iterator[str]:
    """Every value of a sample, as it must be found on paper."""
    if isinstance(value, dict):
        for item in value.values():
            yield from values_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from values_in(item)
    elif isinstance(value, str):
        yield from value.split("\n")


def expected(value: str) -> tuple[str, ...]:
    if ISO.fullmatch(value):
        day = date.fromisoformat(value)
        return chinese_date(day), f"{day:%Y%m%d}"
    return ("".join(value.split()).rstrip("。；"),)


def test_six_kinds_stand() -> None:
    assert set(kinds()) == set(PAGES)


@pytest.mark.parametrize("output", ["pdf", "docx"])
def test_the_sample_prints_whole(kind: Kind, output: str) -> None:
    paper = kind.build(kind.sample)
    back = read_back(to_pdf(paper) if output == "pdf" else to_docx(paper))
    assert back.title == paper.head.title
    assert kind.title in back.words
    assert "待补" not in back.words
    for value in values_in(kind.sample):
        if value not in CODES_NOT_PRINTED:
            assert any(form in back.words for form in expected(value)), value


def test_pages_of_the_sample(kind: Kind) -> None:
    assert read_back(to_pdf(kind.build(kind.sample))).pages == PAGES[kind.code]


def test_both_outputs_say_the_same(kind: Kind) -> None:
    paper = kind.build(kind.sample)
    pdf, docx = read_back(to_pdf(paper)).words, read_back(to_docx(paper)).words
    if kind.code == "evidence_catalogue":  # its header row is printed again on the second page
        header = "序号证据名称证据种类证据来源原件/复印件页码证明目的"
        first = pdf.index(header) + len(header)
        pdf = pdf[:first] + pdf[first:].replace(header, "")
    assert pdf == docx


def test_same_data_same_bytes(kind: Kind) -> None:
    assert to_pdf(kind.build(kind.sample)) == to_pdf(kind.build(kind.sample))
    assert to_docx(kind.build(kind.sample)) == to_docx(kind.build(kind.sample))


def test_without_data_every_gap_is_marked_and_listed(kind: Kind) -> None:
    missing = kind.missing({})
    assert set(kind.required.values()) <= set(missing)
    words = read_back(to_pdf(kind.build({}))).words
    for label in missing:
        if label not in ("证据", "卷内文件", "办理事项和期限"):  # a list is marked by the parts of its row
            assert f"【待补：{label}】" in words, label


def test_the_sample_lacks_nothing(kind: Kind) -> None:
    assert kind.missing(kind.sample) == []
    assert fallback_glyphs(plain_text(kind.build(kind.sample))) == []


def test_every_key_reaches_the_paper(kind: Kind) -> None:
    """A key that a kind asks for and does not print would be a question for nothing."""
    for key in (*kind.required, *kind.optional):
        if key.endswith(("date", "_on", "_due")) and key != "pass_on":
            mark, printed = "2031-12-29", ("2031年12月29日",)
        else:
            mark, printed = "甲乙丙丁", ("甲乙丙丁",)
        if key in ("items", "parts", "duties", "norms", "rank") or (
            kind.code == "answer" and key == "agents"
        ):
            continue
        text = plain_text(
            kind.build({**kind.sample, "approver": "季长安", "unit_receiver": "秦望舒", key: mark})
        )
        assert any(form in text for form in printed), key


def test_only_known_kinds_of_evidence() -> None:
    kind = kinds()["evidence_catalogue"]
    data = {**kind.sample, "items": [{**kind.sample["items"][0], "kind": "聊天记录"}]}
    with pytest.raises(OfficialPaperError, match="行政诉讼法第三十三条"):
        kind.build(data)


def test_pages_of_the_evidence_run_on() -> None:
    text = plain_text(kinds()["evidence_catalogue"].build(kinds()["evidence_catalogue"].sample)).split("\n")
    assert [t for t in text if re.fullmatch(r"\d+—\d+", t)] == [
        "1—5",
        "6—13",
        "14—15",
        "16—21",
        "22—33",
        "35—40",
        "42—46",
    ]
    assert "以上证据共9份，46页。" in text


def test_a_missing_number_of_pages_is_marked_not_guessed() -> None:
    kind = kinds()["evidence_catalogue"]
    items = [dict(item) for item in kind.sample["items"][:3]]
    del items[1]["page_count"]
    text = plain_text(kind.build({**kind.sample, "items": items}))
    assert "1—5" in text and "【待补：页数】" in text and "共2页" in text and "以上证据共3份。" in text


def test_a_head_of_a_lower_organ_is_refused() -> None:
    kind = kinds()["head_identity_certificate"]
    with pytest.raises(OfficialPaperError, match="第十七条第二款"):
        kind.build({**kind.sample, "rank": "lower-organ"})


def test_the_case_report_has_exactly_the_five_contents() -> None:
    kind = kinds()["case_report"]
    headings = re.findall(r"^[一二三四五六七]、.*$", plain_text(kind.build(kind.sample)), re.MULTILINE)
    assert headings == [
        "一、行政诉讼主体",
        "二、简要案情",
        "三、负责人出庭应诉情况",
        "四、裁判结果",
        "五、上诉或申请再审的意见、建议及其他需要说明的事项",
    ]


def test_a_wrong_date_is_refused_with_the_way_to_write_it() -> None:
    kind = kinds()["answer"]
    with pytest.raises(OfficialPaperError, match="2025-03-09"):
        kind.build({**kind.sample, "date": "三月五日"})
