"""What people do with their hands: drop a file, fill in a form, press a button, read a date."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from rulebook import count, load_shelf
from samples.make import PAPERS, as_docx, as_pdf

CALENDAR = load_shelf().calendar


def paper(folder: Path, stem: str, form: str, changes: Mapping[str, str]) -> Path:
    """The sample *stem* with other names and numbers, as a file of *form* (txt, docx, pdf) in *folder*."""
    text = (PAPERS / f"{stem}.txt").read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    lines = text.rstrip("\n").split("\n")
    made = {
        "txt": text.encode,
        "docx": lambda: as_docx(lines, table=stem.startswith("03")),
        "pdf": lambda: as_pdf(lines),
    }[form]()
    target = folder / f"{stem}.{form}"
    target.write_bytes(made)
    return target


def drop(page: Page, *files: Path) -> None:
    """Drop files at 收文."""
    page.goto("/intake/")
    page.locator("[data-drop] input[type=file]").set_input_files(files)
    page.get_by_role("button", name="收下并识读").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def fill(scope: Page | Locator, values: Mapping[str, str | bool]) -> None:
    """Fill in fields by their labels; a list gets its option chosen, a tick its state."""
    for label, value in values.items():
        field = box(scope, label)
        if isinstance(value, bool):
            field.set_checked(value)
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=_option(field, value))
        else:
            field.fill(value)


def box(scope: Page | Locator, label: str) -> Locator:
    """The field with *label*."""
    return scope.get_by_label(label).and_(scope.locator("input, textarea, select")).first


def _option(field: Locator, words: str) -> str:
    """The whole label of the option that holds *words*."""
    return next(option for option in field.locator("option").all_text_contents() if words in option)


def choose(scope: Page | Locator, group: str, option: str) -> None:
    """Take one of a group of choices."""
    scope.get_by_role("group", name=re.compile(group)).get_by_text(option, exact=True).click()


def press(scope: Page | Locator, name: str) -> None:
    """Press a button by its words."""
    scope.get_by_role("button", name=name, exact=True).click()


def part(page: Page, heading: str) -> Locator:
    """The section under *heading*."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading, exact=False)).last


def waiting(page: Page, words: str) -> Locator:
    """What waits for this person on the desk and has *words* in it."""
    return page.locator("section.band", has_text="等您处理").get_by_role("listitem").filter(has_text=words)


def told(page: Page, words: str) -> None:
    """A message says *words*."""
    expect(page.locator(".flash, .messages, [role=status]").filter(has_text=words).first).to_be_visible()


def refused(page: Page, words: str) -> None:
    """The page names what is wrong and how to go on."""
    expect(page.locator("[data-problems]").filter(has_text=words).first).to_be_visible()


def last_day(start: str, amount: int) -> date:
    """The last day of a period by the rulebook: *amount* days from the day after *start*, moved over days off."""
    return count(date.fromisoformat(start), amount, calendar=CALENDAR).last_day


def said(day: date) -> str:
    """A date as the pages write it in the year they are in."""
    return f"{day.month}月{day.day}日"
