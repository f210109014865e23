"""Loading the tree of organs from a sheet."""

import csv
from collections.abc import Iterable
from pathlib import Path

from yingsu.base.refusal import Refused
from yingsu.base.tx import writes
from yingsu.organs.models import Organ

DATA = Path(__file__).parent / "data"


@writes
def load_organs(path: Path) -> int:
    """Create or update the organs of a sheet (code, name, short_name, kind, level, parent, function, region).

    A parent must stand above its children. Returns how many rows were read; a row that names an unknown
    parent refuses the whole sheet.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(_load_row(row) for row in _rows(csv.DictReader(file)))


def _rows(reader: Iterable[dict[str, str]]) -> Iterable[dict[str, str]]:
    return ({key: (value or "").strip() for key, value in row.items() if key} for row in reader)


def _load_row(row: dict[str, str]) -> int:
    parent = None
    if row["parent"]:
        parent = Organ.objects.filter(code=row["parent"]).first()
        if parent is None:
            raise Refused(
                f"机构“{row['name']}”的上级代码“{row['parent']}”不存在。",
                "请把上级机构放在它前面，再重新导入。",
            )
    Organ.objects.update_or_create(
        code=row["code"],
        defaults={
            "name": row["name"],
            "short_name": row["short_name"] or row["name"],
            "kind": row["kind"],
            "level": row["level"],
            "parent": parent,
            "function": row["function"],
            "region": row["region"],
        },
    )
    return 1
