"""Page times at 10,000 cases, on SQLite and on PostgreSQL; the baseline is the same page of the demonstration city."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    ("工作台 desk", "/", "unit"),
    ("案件 list", "/cases/", "dz-bureau"),
    ("案件 case", "case", "dz-bureau"),
    ("搜索 search", "/cases/?q=行政处罚", "dz-bureau"),
    ("搜索 search, nothing found", "/cases/?q=九千九百九十九", "dz-bureau"),
    ("日程 calendar", "/calendar/", "dz-bureau"),
)
TOTAL = 10_000


def main() -> None:
    """Run the measuring once for each database, each with a data folder of its own."""
    for name, before in (("SQLite", []), ("PostgreSQL", ["scripts/with-postgres"])):
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {"YINGSU_DATA": folder, "YINGSU_MODE": "demonstration"}
            if name == "SQLite":
                environment.pop("DATABASE_URL", None)
            command = [*before, sys.executable, "-m", "benchmarks.bench_pages", name]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)


def measure(name: str) -> None:
    """Load the city, time the pages, multiply the cases, time them again, print the table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yingsu.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.many_cases import multiply
    from benchmarks.measuring import table

    call_command("migrate", verbosity=0)
    call_command("demonstrate", quiet=True)
    before = _times()
    standing = multiply(TOTAL)
    _analyse()
    after = _times()
    rows = [
        (label, f"{first * 1000:.0f} ms", f"{then * 1000:.0f} ms", f"{then / first:.2f}")
        for (label, _, _), first, then in zip(PAGES, before, after, strict=True)
    ]
    table(f"Pages on {name}, {standing:,} cases", ("page", "demonstration city", "now", "ratio"), rows)


def _times() -> list[float]:
    from django.test import Client

    from benchmarks.measuring import rounds
    from yingsu.access.models import Account
    from yingsu.docket.models import Case

    found = []
    for _, path, who in PAGES:
        client = Client()
        client.force_login(Account.objects.get(name=who))
        url = (
            f"/cases/{Case.objects.order_by('pk').values_list('pk', flat=True)[1]}/"
            if path == "case"
            else path
        )
        assert client.get(url).status_code == 200, url
        found.append(rounds(lambda client=client, url=url: client.get(url), times=7)[1])
    return found


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    measure(sys.argv[1]) if len(sys.argv) > 1 else main()
