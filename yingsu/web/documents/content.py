"""The content of a document as a form: made from its kind, filled from its current version."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django import forms

from yingsu.base.numbers import number_in
from yingsu.documents.kinds import Kind
from yingsu.web.docket.forms import DayInput
from yingsu.web.templatetags.dates_in_words import cn_date, day_of

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONG = 50
BLANK_ROWS = 2
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column of repeated rows."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Repeated rows of one key: what each column is called, what each cell is named and holds."""

    key: str
    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Column, str, str], ...], ...]


class ContentForm(forms.Form):
    """Everything a kind can print. Nothing is required: a draft may be incomplete, what is missing is listed."""

    def __init__(self, data: Any = None, *, kind: Kind, content: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(data, auto_id="content_%s", **kwargs)
        self.kind, self.content = kind, content
        self.labels = {**kind.required, **kind.optional}
        self.lists: dict[str, tuple[Column, ...]] = {}
        for key, label in self.labels.items():
            example = kind.sample.get(key)
            if isinstance(example, list) and example and isinstance(example[0], dict):
                self.lists[key] = tuple(Column(name, _column_label(key, name)) for name in example[0])
            else:
                self.fields[key] = _field(key, label, example)
                self.fields[key].initial = _shown(content.get(key))
        self.fields["note"] = forms.CharField(
            label="修改说明", required=False, max_length=200, help_text="写一句改了什么，便于审签人查看。"
        )

    def missing(self) -> list[str]:
        """The labels of what is still to be filled in."""
        return self.kind.missing(self.content)

    def grids(self) -> list[Grid]:
        """The repeated rows, with some blank ones to write in."""
        return [self._grid(key) for key in self.lists]

    def _grid(self, key: str) -> Grid:
        rows = self._typed(key) if self.is_bound else list(self.content.get(key) or ())
        shown = [*rows, *[{}] * BLANK_ROWS]
        cells = tuple(
            tuple(
                (column, f"{key}-{at}-{column.name}", _text(row.get(column.name)))
                for column in self.lists[key]
            )
            for at, row in enumerate(shown)
        )
        return Grid(key, self.labels[key], self.lists[key], cells)

    def _typed(self, key: str) -> list[dict[str, Any]]:
        rows = []
        for at in range(MOST_ROWS):
            names = {column.name: f"{key}-{at}-{column.name}" for column in self.lists[key]}
            if not any(name in self.data for name in names.values()):
                break
            row = {column: str(self.data.get(name, "")).strip() for column, name in names.items()}
            if any(row.values()):
                rows.append(row)
        return rows

    def written(self) -> dict[str, Any]:
        """The content as typed; keys the form does not show are kept."""
        content = dict(self.content)
        for key in self.labels:
            value: Any
            if key in self.lists:
                value = [_numbers(key, row, self.kind) for row in self._typed(key)]
            else:
                value = _kept(self.cleaned_data.get(key), self.kind.sample.get(key))
            if value in (None, "", []):
                content.pop(key, None)
            else:
                content[key] = value
        return content


def _field(key: str, label: str, example: Any) -> forms.Field:
    choices = _table()["choices"].get(key)
    if choices:
        return forms.ChoiceField(label=label, required=False, choices=[("", "请选择"), *choices.items()])
    if isinstance(example, int):
        return forms.IntegerField(label=label, required=False, min_value=0)
    if isinstance(example, list):
        return forms.CharField(
            label=label,
            required=False,
            max_length=4000,
            help_text="每行一项。",
            widget=forms.Textarea(attrs={"rows": 3}),
        )
    if (isinstance(example, str) and DAY.fullmatch(example)) or (
        example is None and key.endswith(("_on", "_due"))
    ):
        return forms.DateField(
            label=label,
            required=False,
            widget=DayInput(),
            error_messages={"invalid": "请按 2025-03-18 的样式填写日期。"},
        )
    if isinstance(example, str) and len(example) > LONG:
        area = forms.Textarea(attrs={"rows": 7, "class": "official"})
        return forms.CharField(label=label, required=False, max_length=20000, widget=area)
    return forms.CharField(label=label, required=False, max_length=500)


def _shown(value: Any) -> Any:
    return "\n".join(map(str, value)) if isinstance(value, list) else value


def _kept(value: Any, example: Any) -> Any:
    if isinstance(example, list):
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _numbers(key: str, row: dict[str, str], kind: Kind) -> dict[str, Any]:
    """Cells that are numbers in the sample become numbers where they can."""
    example = kind.sample[key][0]
    numbers = {name: number_in(text) for name, text in row.items() if isinstance(example.get(name), int)}
    return row | {name: number for name, number in numbers.items() if number is not None}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _column_label(key: str, name: str) -> str:
    table = _table()
    return str(table["columns_of"].get(f"{key}.{name}") or table["columns"].get(name, name))


def reading(kind: Kind, content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The content to be read, not written: label with a text, lines or rows; empty keys are left out."""
    shown = []
    for key, label in {**kind.required, **kind.optional}.items():
        value = content.get(key)
        if value in (None, "", []):
            continue
        if isinstance(value, list) and isinstance(value[0], dict):
            titles = [_column_label(key, name) for name in value[0]]
            shown.append({"label": label, "titles": titles, "rows": [list(row.values()) for row in value]})
        else:
            value = _table()["choices"].get(key, {}).get(value, value) if isinstance(value, str) else value
            shown.append({"label": label, "text": _said(value)})
    return shown


def _said(value: Any) -> Any:
    if isinstance(value, str) and DAY.fullmatch(value):
        return cn_date(day_of(value))
    return _shown(value)


def differences(kind: Kind, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What differs between two contents, key by key."""
    labels = {**kind.required, **kind.optional}
    return [
        {"label": label, "mine": _flat(mine.get(key)), "theirs": _flat(theirs.get(key))}
        for key, label in labels.items()
        if (mine.get(key) or "") != (theirs.get(key) or "")
    ]


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(
            "　".join(map(str, one.values())) if isinstance(one, dict) else str(one) for one in value
        )
    return _text(value)


@cache
def _table() -> dict[str, Any]:
    with (Path(__file__).parent / "fields.toml").open("rb") as file:
        return tomllib.load(file)
