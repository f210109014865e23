"""The data of the demonstration city is sound: organs, people, cases and the walk. Reads the files alone."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rulebook.vocabulary import KINDS

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = ROOT / "yingsu/demonstration/data"
POSTS = {
    "office_clerk",
    "main_head",
    "deputy_head",
    "unit_handler",
    "legal_staff",
    "bureau_staff",
    "bureau_supervisor",
    "archivist",
}
INVENTED = "清禾县（虚构）"


def _sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


ORGANS = {row["code"]: row for row in _sheet(ROOT / "yingsu/organs/data/dezhou.csv")}
PEOPLE = {row["account"]: row for row in _sheet(DEMONSTRATION / "people.csv")}
FIELDS = {row["code"] for row in _sheet(ROOT / "yingsu/conduct/data/fields.csv")}
CAUSES = {row["code"] for row in _sheet(ROOT / "yingsu/conduct/data/causes.csv")}
COURTS = {row["code"] for row in _sheet(ROOT / "courtpapers/data/courts.csv")}
CASES: list[dict[str, Any]] = _toml(DEMONSTRATION / "cases.toml")["case"]
WALK = _toml(DEMONSTRATION / "walk.toml")
by_key = pytest.mark.parametrize("case", CASES, ids=lambda case: case["key"])


def test_organ_codes_names_and_short_names_are_unique() -> None:
    rows = _sheet(ROOT / "yingsu/organs/data/dezhou.csv")
    for column in ("code", "name", "short_name"):
        twice = [value for value, times in Counter(row[column] for row in rows).items() if times > 1]
        assert not twice, f"{column}: {twice}"


def test_a_parent_stands_above_its_children_and_the_chain_ends_at_the_city() -> None:
    seen: set[str] = set()
    for code, row in ORGANS.items():
        assert row["parent"] in seen if row["parent"] else code == "DZ"
        seen.add(code)


def test_organs_use_the_closed_lists() -> None:
    for row in ORGANS.values():
        assert row["kind"] in {"government", "department", "zone", "authorised", "township"}
        assert row["level"] in {"city", "county", "township"}
        assert row["function"] in {"", "office", "justice"}
        assert not row["court"] or row["court"] in COURTS


def test_eleven_county_level_units_and_one_invented_county() -> None:
    counties = [r for r in ORGANS.values() if r["kind"] == "government" and r["level"] == "county"]
    assert len([r for r in counties if r["region"] != INVENTED]) == 11
    assert [r["name"] for r in counties if r["region"] == INVENTED] == ["清禾县人民政府"]


def test_each_government_has_one_office_and_one_justice_bureau() -> None:
    for code, row in ORGANS.items():
        if row["kind"] == "government":
            functions = Counter(r["function"] for r in ORGANS.values() if r["parent"] == code)
            assert (functions["office"], functions["justice"]) == (1, 1), code


def test_people_hold_known_posts_in_known_organs() -> None:
    rows = _sheet(DEMONSTRATION / "people.csv")
    assert len({r["account"] for r in rows}) == len({r["name"] for r in rows}) == len(rows)
    for row in rows:
        assert row["organ"] in ORGANS, row
        assert row["post_kind"] in POSTS, row
        assert re.fullmatch(r"130000000\d\d", row["phone"]), row
        assert all(part in ORGANS or part in FIELDS for part in row["portfolio"].split(";") if part), row


def test_the_five_main_accounts_are_there() -> None:
    kinds = {account: PEOPLE[account]["post_kind"] for account in ("clerk", "head", "bureau", "archivist")}
    assert kinds == {
        "clerk": "office_clerk",
        "head": "main_head",
        "bureau": "bureau_staff",
        "archivist": "archivist",
    }
    assert PEOPLE["unit"]["name"] == "尹归舟"


def test_field_codes_fit_their_column() -> None:
    assert all(len(code) <= 12 for code in FIELDS)


def test_case_keys_and_numbers_are_unique() -> None:
    assert len({case["key"] for case in CASES}) == len(CASES) >= 60
    numbers = [instance["case_number"] for case in CASES for instance in case["instances"]]
    assert len(set(numbers)) == len(numbers)


@by_key
def test_case_names_known_causes_fields_and_organs(case: dict[str, Any]) -> None:
    assert set(case["causes"]) <= CAUSES
    assert case["field"] in FIELDS
    for defendant in case["defendants"]:
        organ = ORGANS[defendant["organ"]]
        assert defendant["rank"] == organ["kind"]
        assert defendant.get("act_by", defendant["organ"]) in ORGANS
        assert defendant["standing"] == ("joint" if len(case["defendants"]) > 1 else "sole")


@by_key
def test_case_numbers_carry_the_court_and_an_invented_serial(case: dict[str, Any]) -> None:
    for instance in case["instances"]:
        serial = re.search(r"(\d+)号$", instance["case_number"])
        assert serial and int(serial[1]) >= 9000
        if case["subject"] == "suit":
            assert instance["court"] in COURTS
            assert instance["case_number"].startswith("（{year}）" + instance["court"] + "行")


@by_key
def test_facts_stand_in_order_and_none_lies_ahead(case: dict[str, Any]) -> None:
    days = [fact["day"] for fact in case["facts"]]
    assert days == sorted(days)
    assert days[-1] <= 0
    assert all(fact["day"] <= fact.get("known", fact["day"]) <= 0 for fact in case["facts"])


@by_key
def test_facts_use_the_vocabulary(case: dict[str, Any]) -> None:
    for fact in case["facts"]:
        _check_fact(fact["kind"], fact.get("values", {}), moving=True)
        assert fact["by"] in PEOPLE
        assert fact.get("instance", "1") in {instance["label"] for instance in case["instances"]}
        assert fact.get("organ", "") in {"", *(d["organ"] for d in case["defendants"])}


@by_key
def test_the_path_is_complete(case: dict[str, Any]) -> None:
    """No approval without an opinion, no transfer without approval, no filing without sign-off."""
    before = {
        "opinion-approved": "opinion-put-up",
        "opinion-returned": "opinion-put-up",
        "passed-on": "opinion-approved",
        "answer-filed": "answer-signed-off",
        "appearance-filed": "appearance-planned",
        "filing-acknowledged": "appearance-filed",
        "hearing-recorded": "hearing-held",
        "case-report-filed": "case-report-submitted",
        "performance-done": "performance-ordered",
    }
    done: set[tuple[str, str]] = set()
    for fact in case["facts"]:
        organ = fact.get("organ", "")
        needed = before.get(fact["kind"])
        assert needed is None or (organ, needed) in done, fact
        done.add((organ, fact["kind"]))


@by_key
def test_header_and_first_facts_agree(case: dict[str, Any]) -> None:
    assert case["facts"][0]["kind"] == "case-opened"
    assert case["facts"][0]["values"] == {"subject": case["subject"], "route": case["route"]}
    named = {f["organ"]: f["values"] for f in case["facts"] if f["kind"] == "defendant-named"}
    assert named == {d["organ"]: {k: v for k, v in d.items() if k != "organ"} for d in case["defendants"]}
    instances = {f.get("instance", "1"): f for f in case["facts"] if f["kind"] == "instance-opened"}
    for instance in case["instances"]:
        fact = instances[instance["label"]]
        assert fact["day"] == instance["accepted"]
        assert fact["values"]["stage"] == instance["stage"]


def test_every_stage_of_the_path_is_shown() -> None:
    last = {case["facts"][-1]["kind"] for case in CASES}
    assert last >= {"receipt", "opinion-put-up", "opinion-returned", "passed-on", "archived", "suspended"}
    shown = {fact["kind"] for case in CASES for fact in case["facts"]}
    assert set(KINDS) <= shown


def test_the_walk_goes_forward_from_the_first_paper_to_the_volume() -> None:
    days = [step["on"] for step in WALK["step"]]
    assert days == sorted(days)
    kinds = [fact["kind"] for step in WALK["step"] for fact in step["leaves"]]
    assert kinds[0] == "case-opened"
    assert kinds[-1] == "archived"
    assert "recommendation-answered" in kinds


def test_the_walk_names_known_people_papers_and_facts() -> None:
    for step in WALK["step"]:
        assert step["by"] in PEOPLE
        assert all((DEMONSTRATION / "papers" / name).is_file() for name in step.get("papers", ()))
        for fact in step["leaves"]:
            _check_fact(fact["kind"], fact.get("values", {}), moving=False)
            assert fact.get("on", step["on"]) <= step["on"]


def _check_fact(kind: str, values: dict[str, Any], *, moving: bool) -> None:
    """Values are those of the kind; in moving data a date is a whole number of days from today."""
    spec = KINDS[kind].values
    assert set(values) <= set(spec), f"{kind}: {sorted(set(values) - set(spec))}"
    assert not [name for name, one in spec.items() if one.required and name not in values], kind
    for name, value in values.items():
        one = spec[name]
        if one.type == "date":
            assert isinstance(value, int if moving else date), f"{kind}.{name}"
        if one.type == "code":
            assert value in one.allowed, f"{kind}.{name}: {value}"
        if one.type == "codes":
            assert set(value) <= set(one.allowed), f"{kind}.{name}"
        if one.type == "organ":
            assert value in ORGANS, f"{kind}.{name}: {value}"
