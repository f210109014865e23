"""Who may ask for what: every address, by GET and by POST, for every post, in every state of a suit.

`permissions.csv` beside this file is the table a supervisor reads. A row holds for the states it names (“any”: the
address does not hang on the suit, or the method is not offered at all). “yes” is any answer but 403, 404 and 405;
“no” looks like absence; “sign-in” leads to the door.

    python -m tests.web.permissions      # measures again and writes the table, to be reviewed as a change
"""

import csv
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TABLE = Path(__file__).with_name("permissions.csv")
APART_IN = "answering"  # the state in which addresses apart from the suit are measured
REFUSED = frozenset({403, 404})
NOT_OFFERED = 405
Key = tuple[str, str]
Cells = tuple[str, ...]


def posts() -> list[str]:
    """The columns."""
    from tests.web.government import POSTS

    return [*POSTS, "anonymous"]


def measured(state: str, settings: Any) -> dict[Key, Cells]:
    """What each post is answered in *state*, by address and method; rolled back after each question."""
    from tests.web import addresses
    from tests.web.asking import doors
    from tests.web.government import affair

    made = affair(state, settings)
    asking = doors(made)
    found: dict[Key, Cells] = {}
    for name in addresses.names():
        url = addresses.address(name, made)
        if url is None or (name in addresses.APART and state != APART_IN):
            continue
        for method in ("GET", "POST"):
            sent = addresses.body(name, made) if method == "POST" else {}
            found[name, method] = _cells(name, method, url, sent, asking)
    return found


def _cells(name: str, method: str, url: str, sent: dict[str, Any], asking: dict[str, str]) -> Cells:
    """One cell a post; a method that is not offered is refused before it is known who asks, so one is asked for all."""
    first, *others = asking
    cell = _cell(name, ask(asking[first], method, url, sent))
    if cell == "none":
        return (*[cell] * len(others), _cell(name, ask("", method, url, sent)))
    return (cell, *(_cell(name, ask(asking[post], method, url, sent)) for post in others))


def ask(door: str, method: str, url: str, sent: dict[str, Any]) -> Any:
    """`asking.ask`, loaded once Django is set up."""
    from tests.web import asking

    return asking.ask(door, method, url, sent)


def _cell(name: str, answer: Any) -> str:
    assert answer.status_code < 500, f"{name} answered {answer.status_code}"
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in/?"):
        return "sign-in"
    if answer.status_code == NOT_OFFERED:
        return "none"
    return "no" if answer.status_code in REFUSED else "yes"


def table(by_state: dict[str, dict[Key, Cells]]) -> list[list[str]]:
    """The rows to write: states with the same cells share one."""
    from tests.web import addresses

    grouped: dict[Key, dict[Cells, list[str]]] = {}
    for state, rows in by_state.items():
        for key, cells in rows.items():
            grouped.setdefault(key, {}).setdefault(cells, []).append(state)
    lines = []
    for (name, method), groups in sorted(grouped.items()):
        for cells, states in groups.items():
            apart = name in addresses.APART or _not_offered(cells)
            shown = ["no" if cell == "none" else cell for cell in cells]
            lines.append([name, method, "any" if apart else " ".join(states), *shown])
    return lines


def _not_offered(cells: Cells) -> bool:
    return set(cells) <= {"none", "sign-in"}


def expected() -> dict[tuple[str, str, str], Cells]:
    """The table as it stands, a row for each state it names."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["url_name", "method", "state", *posts()]
    return {
        (name, method, state): tuple(cells)
        for name, method, states, *cells in rows[1:]
        for state in states.split()
    }


def differences(state: str, found: dict[Key, Cells]) -> list[str]:
    """In sentences, where the answers in *state* and the table disagree."""
    told = expected()
    lines = []
    for (name, method), cells in sorted(found.items()):
        shown = tuple("no" if cell == "none" else cell for cell in cells)
        row = told.get((name, method, state)) or told.get((name, method, "any"))
        if row is None:
            lines.append(
                f"{name} {method} in “{state}” has no row. Decide who may, run `python -m tests.web.permissions`, read what it "
                "wrote, commit it."
            )
        elif row != shown:
            lines += _told_apart(f"{name} {method} in “{state}”", row, shown)
    gone = {(n, m) for n, m, s in told if s == state} - found.keys()
    return [*lines, *(f"{n} {m} in “{state}” stands in the table and nowhere else" for n, m in sorted(gone))]


def _told_apart(what: str, row: Iterable[str], shown: Iterable[str]) -> list[str]:
    pairs = zip(posts(), row, shown, strict=True)
    return [
        f"{what}: {post} is answered “{now}”, the table says “{was}”"
        for post, was, now in pairs
        if was != now
    ]


def main() -> None:
    """Measure all states in a database of its own and write the table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yingsu.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.db import transaction
    from django.test.runner import DiscoverRunner
    from django.test.utils import setup_test_environment

    from tests.web.government import STATES

    setup_test_environment()
    runner = DiscoverRunner(verbosity=0)
    databases = runner.setup_databases()
    by_state: dict[str, dict[Key, Cells]] = {}
    try:
        with TemporaryDirectory() as folder:
            settings.DATA = Path(folder)
            for state in STATES:
                with transaction.atomic():
                    by_state[state] = measured(state, settings)
                    transaction.set_rollback(True)
    finally:
        runner.teardown_databases(databases)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["url_name", "method", "state", *posts()])
        writer.writerows(table(by_state))
    sys.stdout.write(f"{TABLE} written; read every change as a supervisor would.\n")


if __name__ == "__main__":
    main()
