"""What lies in the repository, for the tests of the house: tracked files, and new ones not yet committed."""

import ast
import subprocess
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("rulebook", "courtpapers", "officialpapers", "yingsu")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root; ignored files do not count."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = sorted(set(listing.stdout.decode().split("\0")) - {""})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def modules(*, product: bool = False) -> Iterator[Path]:
    """The Python modules written by hand; with *product*, only those that we ship."""
    for path in files():
        if (
            path.suffix == ".py"
            and "migrations" not in path.parts
            and (not product or path.parts[0] in PRODUCT)
        ):
            yield path


def templates() -> Iterator[Path]:
    """Everything that Django renders."""
    for path in files():
        if path.parts[0] == "yingsu" and "templates" in path.parts:
            yield path


def template_name(path: Path) -> str:
    """The name a view or another template calls *path* by."""
    return "/".join(path.parts[path.parts.index("templates") + 1 :])


def read(path: Path) -> str:
    """The text of *path*; empty for what is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(read(path), filename=str(path))


@cache
def layers() -> tuple[frozenset[str], ...]:
    """The rooms of the platform from the lowest layer up, as `.importlinter` draws them."""
    drawing = ConfigParser()
    drawing.read(ROOT / ".importlinter", encoding="utf-8")
    rows = drawing["importlinter:contract:path"]["layers"].split("\n")
    rooms = [frozenset(name.strip(" ()") for name in row.split("|")) for row in rows if row.strip()]
    return tuple(reversed(rooms))


def height(room: str) -> int:
    """How far along the path *room* lies."""
    for place, rooms in enumerate(layers()):
        if room in rooms:
            return place
    raise AssertionError(f"The room “{room}” has no place yet: give it a layer in .importlinter.")
