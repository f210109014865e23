"""Every duty of ours opens a page where it is done."""

import tomllib
from pathlib import Path

from django.urls import reverse

from rulebook import load_shelf

WAYS = Path(__file__).resolve().parents[2] / "yingsu" / "web" / "desk" / "ways.toml"


def test_every_rule_of_ours_has_its_way() -> None:
    """A rule without a line would show “查看” and leave the clerk where he was; one without a page breaks the desk."""
    ways = tomllib.loads(WAYS.read_text(encoding="utf-8"))
    ours = {rule.id for book in load_shelf().books for rule in book.rules if rule.actor != "court"}
    assert ours - ways.keys() == set()
    for _, name in ways.values():
        assert reverse(name, args=[1])
