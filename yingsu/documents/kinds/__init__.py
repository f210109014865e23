"""The kinds of paper the platform issues, one folder each (办法第十三、十四、十六、十七、二十五、二十八条).

A folder holds ``kind.toml`` (title, article, who signs, which seal, number pattern, data keys), ``form.py``
(``build(data) -> Paper``, pure: plain data in, no Django) and ``sample.json``. Takes plain mappings; gives papers;
never reads the database, the clock or settings.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from officialpapers import Paper
from officialpapers.content import plain_text, unfilled

from .values import absent

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """A kind of paper.

    ``signer`` is the role that signs off (head, handler); ``seal`` one of none, organ, litigation
    (行政应诉专用章); ``required`` and ``optional`` map data keys to Chinese labels, dates are dates or ISO texts;
    ``number_pattern`` is the pattern of the 发文字号 ("" when the paper bears none).
    """

    code: str
    title: str
    article: str
    signer: str
    seal: str
    number_pattern: str
    required: Mapping[str, str]
    optional: Mapping[str, str]
    build: Callable[[Mapping[str, Any]], Paper]

    def missing(self, data: Mapping[str, Any]) -> list[str]:
        """Chinese labels of what is missing: required values, and whatever else prints as 【待补：…】."""
        needed = [label for key, label in self.required.items() if absent(data.get(key))]
        return list(dict.fromkeys([*needed, *unfilled(plain_text(self.build(data)))]))

    @property
    def sample(self) -> dict[str, Any]:
        """Sample data with invented persons, complete enough to print the paper without a gap."""
        with (HERE / self.code / "sample.json").open(encoding="utf-8") as file:
            loaded: dict[str, Any] = json.load(file)
        return loaded


def _load(folder: Path) -> Kind:
    table = tomllib.loads((folder / "kind.toml").read_text(encoding="utf-8"))
    form = import_module(f"{__name__}.{folder.name}.form")
    return Kind(
        code=table["code"],
        title=table["title"],
        article=table["article"],
        signer=table["signer"],
        seal=table["seal"],
        number_pattern=table["number_pattern"],
        required=dict(table["required"]),
        optional=dict(table["optional"]),
        build=form.build,
    )


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by code, in the order of their codes."""
    return {path.parent.name: _load(path.parent) for path in sorted(HERE.glob("*/kind.toml"))}
