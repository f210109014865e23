"""A demonstration city to click through: prepared once, copied for each module of tests, served as `make run` does."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60  # seconds
SERVER = (
    os.environ.get("DATABASE_URL", "") if os.environ.get("DATABASE_URL", "").startswith("postgres") else ""
)


@dataclass(frozen=True)
class City:
    """A data folder with its database, and the password its demonstration accounts share."""

    data: Path
    database: str
    password: str = ""

    def environment(self, today: str = "") -> dict[str, str]:
        """What a process needs to work in this city, on the day *today* if one is given."""
        theirs = {
            k: v for k, v in os.environ.items() if k not in {"YINGSU_TODAY", "YINGSU_HOSTS", "PYTHONPATH"}
        }
        ours = {"YINGSU_DATA": str(self.data), "DATABASE_URL": self.database, "YINGSU_MODE": "demonstration"}
        return theirs | ours | ({"YINGSU_TODAY": today} if today else {})


def prepared(folder: Path) -> City:
    """The city all modules copy. The first worker to come builds it, the others wait for it."""
    folder.mkdir(exist_ok=True)
    city = City(folder / "city", _named("prepared"))
    done = folder / "password"
    with open(folder / "lock", "w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not done.exists():
            done.write_text(_build(city))
    return replace(city, password=done.read_text())


def _build(city: City) -> str:
    _create("prepared")
    _manage(city, "migrate", "--noinput", "--verbosity", "0")
    told = _manage(city, "demonstrate")
    password = re.search(r"口令：([^\s，。；、）]+)", told)
    assert password, f"manage.py demonstrate must print “口令：…”, it printed:\n{told}"
    return password.group(1)


def _manage(city: City, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=city.environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (
        f"manage.py {' '.join(words)} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    )
    return done.stdout


@contextmanager
def copied(city: City, folder: Path, label: str) -> Iterator[City]:
    """A copy of *city* that one module may change as it likes."""
    shutil.copytree(city.data, folder / "city")
    copy = replace(city, data=folder / "city", database=_create(label, template="prepared"))
    try:
        yield copy
    finally:
        _drop(label)


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(city: City, port: int, log: Path, today: str = "") -> Iterator[None]:
    """Serve *city* at *port*. The server may not have failed once in the meantime."""
    command = [
        str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", "4", "--no-ws", "--no-access-log", "--workers-kill-timeout", "3",
        "yingsu.config.wsgi:application",
    ]  # fmt: skip
    with open(log, "w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=city.environment(today), stdout=out, stderr=out)
    try:
        _await(f"http://127.0.0.1:{port}", process, log)
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    assert "Traceback" not in log.read_text(), f"The server failed on the way:\n{log.read_text()[-6000:]}"


def _await(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(STARTS_WITHIN * 10):
        assert process.poll() is None, f"The server stopped:\n{log.read_text()}"
        try:
            with urlopen(f"{url}/health/", timeout=2):  # noqa: S310 - our own server
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"The server did not answer within {STARTS_WITHIN} s:\n{log.read_text()}")


def _named(label: str) -> str:
    """The address of our database *label*; empty for SQLite, whose file lies in the data folder."""
    return urlsplit(SERVER)._replace(path=f"/yingsu_{label}").geturl() if SERVER else ""


def _create(label: str, template: str = "") -> str:
    if SERVER:
        name, source = (
            sql.Identifier(f"yingsu_{label}"),
            sql.Identifier(f"yingsu_{template}" if template else "template1"),
        )
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, source))
    return _named(label)


def _drop(label: str) -> None:
    if SERVER:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(f"yingsu_{label}"))
            )
