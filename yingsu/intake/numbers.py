"""Case numbers, courts and causes as `courtpapers` knows them: pure words, no file is opened here."""

from dataclasses import dataclass

from courtpapers import CaseNumber, check_case_number, find_cause, find_court, parse_case_number

STAGES = {"一审": "first", "二审": "second", "再审审查": "retrial-review", "再审": "retrial"}


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """A case number taken apart, with what is wrong with it: faults refuse, doubts may be kept by a person."""

    text: str
    stage: str
    court_code: str
    court: str
    faults: tuple[str, ...]
    doubts: tuple[str, ...]


def see_number(text: str) -> NumberSeen | None:
    """The number in *text* as the platform writes it; None when there is none."""
    number = parse_case_number(text)
    if number is None:
        return None
    court = find_court(number.court_code)
    faults, doubts = _sorted_problems(number)
    return NumberSeen(
        number.text,
        STAGES.get(number.stage, ""),
        number.court_code,
        court.name if court else "",
        faults,
        doubts,
    )


def _sorted_problems(number: CaseNumber) -> tuple[tuple[str, ...], tuple[str, ...]]:
    problems = check_case_number(number)
    unknown_court = not number.old_form and find_court(number.court_code) is None
    kept_out = bool(number.stage) and not number.is_administrative
    faults: list[str] = []
    doubts: list[str] = []
    if number.stage == "非诉审查":
        faults.append("这是行政机关申请强制执行的非诉审查案件，不是行政应诉案件，不按本办法办理应诉。")
    for problem in problems:
        is_fault = (
            number.serial == 0
            or (unknown_court and "法院代字" in problem)
            or (kept_out and "不是行政案件" in problem)
        )
        (faults if is_fault else doubts).append(problem)
    return tuple(faults), tuple(doubts)


def normal_number(text: str) -> str:
    """The number as the platform writes it, or the words as they stand."""
    seen = see_number(text)
    return seen.text if seen else text.strip()


def court_name(text: str) -> str:
    """The full name of the court that *text* names; empty when none or several fit."""
    court = find_court(text) if text else None
    return court.name if court else ""


def court_code(text: str) -> str:
    """The code of the court that *text* names, or an empty string."""
    court = find_court(text) if text else None
    return court.code if court else ""


def cause_of(text: str) -> tuple[str, str]:
    """The listed name of a cause and its codes joined by “;”; empty when no act of the list is named."""
    cause = find_cause(text) if text else None
    return (cause.name, ";".join(cause.codes)) if cause else ("", "")
