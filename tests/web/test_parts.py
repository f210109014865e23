"""The parts of the pages: dates in words, the period ruler against the rulebook, and templates that keep the CSP."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.template.loader import get_template, render_to_string

from rulebook.calendars import load_calendar
from rulebook.periods import Count, count
from yingsu.web.templatetags import duty_bands, marked_text, ruler_days, ruler_drawing, ruler_words
from yingsu.web.templatetags.dates_in_words import cn_date, cn_number, cn_weekday, relative_day, short_date

TODAY = date(2025, 12, 22)
CALENDAR = load_calendar()
PARTS = Path(__file__).parents[2] / "yingsu/web/templates/parts"
STARTS = [date(2025, 1, 20), date(2025, 2, 19), date(2025, 9, 16), date(2025, 12, 17), date(2025, 12, 31)]


def _answer(start: date = date(2025, 12, 17)) -> Count:
    return count(start, 15, calendar=CALENDAR)


def _draw(source: str, **context: object) -> str:
    return Template("{% load yingsu_parts yingsu_dates %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("left", "words"),
    [(-3, "逾期 3 日"), (-1, "逾期 1 日"), (0, "今天"), (1, "明天"), (2, "后天"), (13, "还有 13 日")],
)
def test_relative_day(left: int, words: str) -> None:
    assert relative_day(TODAY + timedelta(left), TODAY) == words


def test_dates_in_words() -> None:
    assert cn_date(date(2025, 3, 6)) == "2025年3月6日"
    assert cn_weekday(date(2025, 3, 6)) == "星期四"
    assert short_date(date(2025, 3, 6), TODAY) == "3月6日"
    assert short_date(date(2026, 1, 4), TODAY) == "2026年1月4日"
    assert cn_date(None) == short_date(None) == cn_weekday(None) == relative_day(None, TODAY) == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (67, "六十七"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1010, "一千零一十"),
    ],
)
def test_numbers_as_articles_write_them(number: int, words: str) -> None:
    assert cn_number(number) == words


def test_a_number_that_is_not_an_article_is_refused() -> None:
    with pytest.raises(ValueError, match="0 至 9999"):
        cn_number(10000)


def test_filters_take_texts_and_nothing() -> None:
    source = (
        "{{ a|cn_date }}|{{ a|short_date:today }}|{{ b|cn_date }}|{{ a|month_day }}|{{ a|other_year:today }}"
    )
    assert _draw(source, a="2026-01-04", b=None, today=TODAY) == "2026年1月4日|2026年1月4日||1月4日|2026年　"


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    ("amount", "unit"), [(7, "days"), (15, "days"), (5, "working-days"), (1, "months"), (6, "months")]
)
def test_the_ruler_ends_on_the_day_of_the_rulebook(start: date, amount: int, unit: str) -> None:
    counted = count(start, amount, unit=unit, calendar=CALENDAR)
    span = ruler_days.span_of(counted, start)
    last = [slot.day for slot in span.slots if slot.kind == "last"]
    assert last == [counted.last_day] == [span.due]
    days = [slot.day for slot in span.slots]
    assert days == [days[0] + timedelta(n) for n in range(len(days))], "没有缺日，也没有重日"
    numbers = [slot.number for slot in span.slots if slot.number]
    assert numbers == ([] if unit == "months" else list(range(1, amount + 1)))
    assert short_date(counted.last_day, counted.nominal) in ruler_words.sentence(counted, span)
    assert ruler_words.rows_of(span)[-1].day == counted.last_day


def test_the_sentence_of_an_answer_period() -> None:
    counted = _answer(date(2025, 2, 19))
    said = ruler_words.sentence(counted, ruler_days.span_of(counted, date(2025, 2, 20)), "收到")
    assert said == "2025年2月19日收到，次日起算，15日，3月6日届满。"


def test_a_holiday_moves_the_end_and_is_said() -> None:
    counted = _answer()
    said = ruler_words.sentence(counted, ruler_days.span_of(counted, TODAY), "收到")
    assert said == "2025年12月17日收到，次日起算，15日，2026年1月1日届满，遇休假日顺延至1月4日。"


def test_overdue_is_drawn_and_said_only_after_the_last_day() -> None:
    counted = _answer()
    on_the_day = ruler_days.span_of(counted, counted.last_day)
    day_after = ruler_days.span_of(counted, counted.last_day + timedelta(1))
    assert not on_the_day.late
    assert day_after.late
    assert "逾期" not in ruler_words.sentence(counted, on_the_day)
    assert "今天已逾期 1 日" in ruler_words.sentence(counted, day_after)


def test_done_late_and_done_in_time() -> None:
    counted = _answer()
    late = ruler_days.span_of(counted, date(2026, 1, 20), met_on=date(2026, 1, 6))
    assert "1月6日办结，逾期办结" in ruler_words.sentence(counted, late, met_on=date(2026, 1, 6))
    in_time = ruler_days.span_of(counted, date(2026, 1, 20), met_on=date(2025, 12, 30))
    assert not in_time.late
    assert [slot.day for slot in in_time.slots if slot.kind == "met"] == [date(2025, 12, 30)]


def test_an_extension_shows_both_days() -> None:
    counted = _answer()
    span = ruler_days.span_of(counted, TODAY, due=date(2026, 1, 16))
    kinds = {slot.kind: slot.day for slot in span.slots}
    assert kinds["former"] == date(2026, 1, 4)
    assert kinds["last"] == date(2026, 1, 16)
    assert "经准许改至1月16日" in ruler_words.sentence(counted, span)


def test_a_period_before_a_hearing() -> None:
    counted = count(date(2025, 12, 24), 2, before=True, calendar=CALENDAR)
    span = ruler_days.span_of(counted, TODAY)
    assert [slot.kind for slot in span.slots][:1] == ["last"]
    assert ruler_words.sentence(counted, span, "开庭") == "2025年12月24日开庭，此前2日，最迟12月22日。"


def test_a_long_period_is_folded_by_month_and_bundled_when_small() -> None:
    counted = count(date(2025, 5, 28), 6, unit="months", calendar=CALENDAR)
    span = ruler_days.span_of(counted, date(2025, 6, 30))
    assert len(ruler_drawing.large(span)) == 7
    cells = sum(shape.path.count("z") for shape in ruler_drawing.small(span).shapes)
    assert cells < 40


def test_small_cells_stay_inside_the_drawing() -> None:
    for start in STARTS:
        strip = ruler_drawing.small(ruler_days.span_of(_answer(start), start + timedelta(60)))
        starts = [float(x) for shape in strip.shapes for x in re.findall(r"M(-?[\d.]+) ", shape.path)]
        assert min(starts) >= 0
        assert max(starts) < strip.width


def test_the_drawn_ruler_says_its_dates_and_lists_every_day() -> None:
    page = _draw('{% ruler count today size="large" event="收到" %}', count=_answer(), today=TODAY)
    assert 'aria-label="2025年12月17日收到，次日起算，15日，2026年1月1日届满，遇休假日顺延至1月4日。"' in page
    assert page.count("<tr>") == 1 + 19
    assert "国办发明电" in page
    assert _draw("{% ruler count today %}", count=None, today=TODAY).strip() == ""


def test_bands_put_each_duty_where_a_person_looks_for_it() -> None:
    duties = [
        {"title": title, "due": due and TODAY + timedelta(due - 10), "state": state, "met_on": None}
        for title, due, state in [
            ("以后", 30, "open"), ("逾期", 9, "open"), ("今天", 10, "open"), ("明天", 11, "open"), ("后天", 12, "open"),
            ("待", None, "announced"), ("完", 1, "met"),
        ]
    ]  # fmt: skip
    bands = duty_bands.in_bands(duties, TODAY)
    assert [(band.title, [duty["title"] for duty in band.duties]) for band in bands] == [
        ("已逾期", ["逾期"]), ("今明两日", ["今天", "明天"]), ("以后", ["后天", "以后"]), ("尚待起算", ["待"]), ("已办结", ["完"]),
    ]  # fmt: skip


def test_a_duty_line_has_its_date_matter_article_and_one_action() -> None:
    duty = SimpleNamespace(
        title="提交答辩状、证据及依据", due=date(2026, 1, 4), state="open", met_on=None, matter="祁山月诉清禾县人民政府案",
        case_number="（2025）鲁14行初9115号", cite="行政诉讼法第六十七条", count=_answer(), action={"label": "办理", "url": "/x/"},
    )  # fmt: skip
    page = _draw("{% duty_line duty today %}", duty=duty, today=TODAY)
    for words in ("1月4日", "2026年", "还有 13 日", "祁山月", "鲁14行初9115号", "第六十七条", "办理", "<svg"):
        assert words in page


def test_an_action_that_writes_is_a_post_form_with_its_token() -> None:
    duty = {
        "title": "报备",
        "due": TODAY,
        "state": "open",
        "action": {"label": "报备", "url": "/x/", "post": True},
    }
    page = _draw("{% duty_line duty today %}", duty=duty, today=TODAY, csrf_token="token-of-this-page")
    assert 'method="post"' in page
    assert "token-of-this-page" in page


def test_an_empty_desk_says_what_to_do_first() -> None:
    assert "收文" in _draw("{% duty_bands duties today %}", duties=[], today=TODAY)


def test_the_deciding_words_are_marked_in_the_article() -> None:
    citation = {"label": "第六十七条", "quote": "十五日内", "book_title": "《行政诉讼法》", "version": ""}
    page = _draw("{% law citation text=text %}", citation=citation, text="被告应当在十五日内提交。")
    assert "被告应当在<mark>十五日内</mark>提交。" in page
    assert "……<mark>十五日内</mark>……" in _draw("{% law citation %}", citation=citation)


def test_marks_on_a_page_link_to_their_fields_and_escape_the_text() -> None:
    page = {"number": 1, "text": "案号<9115>号"}
    drawn = _draw(
        "{% leaf page marks %}", page=page, marks=[{"span": (2, 8), "target": "id_number", "label": "案号"}]
    )
    assert '<a href="#id_number" title="案号">&lt;9115&gt;</a>号' in drawn
    assert "<9115>" not in drawn


def test_overlapping_or_misplaced_marks_are_left_out() -> None:
    marks = [{"span": (0, 4)}, {"span": (2, 6)}, {"span": (5, 99)}]
    runs = marked_text.runs({"text": "一二三四五六"}, marks)
    assert "".join(run.text for run in runs) == "一二三四五六"
    assert [run.text for run in runs if run.marked] == ["一二三四"]


def test_boxes_become_svg_units_without_localised_commas() -> None:
    page = {"number": 1, "text": "", "width": 1240, "height": 1754}
    marks = [{"box": [0.1, 0.2, 0.5, 0.25], "target": "id_court", "label": "法院", "look": True}]
    drawn = _draw('{% leaf page marks image_url="/p.png" %}', page=page, marks=marks)
    assert 'x="100.0" y="200.0" width="400.0" height="50.0"' in drawn
    assert 'width="1240"' in drawn


class _Strict(HTMLParser):
    """Collects what the Content-Security-Policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and not names.get("src")):
            self.refused.append(f"<{tag}>")
        self.refused += [
            f"{tag} {name}" for name in names if name == "style" or name.startswith(("on", "hx-on"))
        ]


def test_the_frame_stands_without_any_context_and_keeps_the_policy() -> None:
    page = render_to_string("base.html", {})
    parser = _Strict()
    parser.feed(page)
    assert parser.refused == []
    assert 'lang="zh-CN"' in page
    assert "跳到正文" in page
    assert "django_htmx/htmx-4" in page


def test_the_frame_reaches_every_place_on_a_narrow_page() -> None:
    places = [{"label": f"栏目{n}", "url": f"/{n}/", "count": n, "current": n == 1} for n in range(6)]
    page = render_to_string("base.html", {"nav": [{"label": "办案", "entries": places}], "today": TODAY})
    assert page.count("栏目5") == 2, "侧栏与菜单"
    assert page.count("栏目0") == 3, "侧栏、菜单与底栏"
    assert 'aria-current="page"' in page


@pytest.mark.parametrize("name", sorted(path.name for path in PARTS.glob("*.html")))
def test_every_part_is_sound_short_and_without_inline_style_or_script(name: str) -> None:
    get_template(f"parts/{name}")
    source = (PARTS / name).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 120
    assert not re.search(r"\sstyle=|\son[a-z]+=|\|safe|autoescape off|mark_safe", source)
