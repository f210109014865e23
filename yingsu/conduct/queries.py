"""Causes and management fields."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of the list: code (ours), level 1–3, name, and the name of the cause above."""

    code: str
    level: int
    name: str
    parent: str


@cache
def causes() -> dict[str, Cause]:
    """All causes by code, in the order of the list."""
    with (DATA / "causes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["code"]: row["name"] for row in rows}
    return {
        row["code"]: Cause(row["code"], int(row["level"]), row["name"], names.get(row["parent"], ""))
        for row in rows
    }


def cause_name(codes: str) -> str:
    """The name of one or several cause codes joined by “;”, as titles write it."""
    known = causes()
    return "、".join(known[code].name for code in codes.split(";") if code in known)


@cache
def fields() -> dict[str, str]:
    """Management fields (行政管理领域) by code."""
    with (DATA / "fields.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}
