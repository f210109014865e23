"""The invented county, its papers, and the clerks who receive them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.builders import actor, county
from yingsu.base.actor import Actor
from yingsu.intake.actions import confirm, propose, read_waiting, receive
from yingsu.intake.first_reading import particulars_read
from yingsu.intake.models import Proposal
from yingsu.organs.models import Organ

SAMPLES = Path(__file__).resolve().parent / "samples"


@pytest.fixture
def organs(db: None, settings: object, tmp_path: Path) -> dict[str, Organ]:
    """清禾县 with the departments the sample papers sue; files go to a folder of the test's own."""
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    settings.FIXED_TODAY = "2025-12-20"  # type: ignore[attr-defined]
    organs = county()
    for key, name in (("environment", "清禾县生态环境局"), ("housing", "清禾县住房和城乡建设局")):
        organs[key] = Organ.objects.create(
            code=f"QHX-{key[:3].upper()}",
            name=name,
            short_name=name[3:],
            kind="department",
            level="county",
            parent=organs["government"],
            region="清禾县（虚构）",
        )
    return organs


@pytest.fixture
def police_clerk(organs: dict[str, Organ]) -> Actor:
    """Receives for 清禾县公安局."""
    return actor(organs["police"], "office_clerk", "陆之遥")


@pytest.fixture
def office_clerk(organs: dict[str, Organ]) -> Actor:
    """Receives for 清禾县人民政府."""
    return actor(organs["office"], "office_clerk", "白一舟")


@pytest.fixture
def drop() -> Callable[..., list[Proposal]]:
    """Drop sample files (by the beginning of their names) and read them."""

    def dropped(by: Actor, *begins: str) -> list[Proposal]:
        paths = [next(SAMPLES.glob(f"{begin}*")) for begin in begins]
        batch = receive(files=[(path.name, path.read_bytes()) for path in paths], by=by)
        read_waiting(by=by)
        return list(Proposal.objects.filter(upload__batch=batch).order_by("id"))

    return dropped


@pytest.fixture
def confirm_read() -> Callable[..., Proposal]:
    """Confirm a proposal as it was read, served on a day."""

    def confirmed(proposal: Proposal, by: Actor, served_on: date, **said: object) -> Proposal:
        return confirm(proposal=proposal, data=particulars_read(proposal, served_on=served_on, **said), by=by)

    return confirmed


def by_hand(by: Actor, kind: str = "other", **fields: str) -> Proposal:
    """A proposal as if a paper of these fields had been read."""
    batch = receive(files=[("手录.txt", repr(sorted(fields.items())).encode())], by=by)
    read = {name: [{"value": value, "confidence": 0.99}] for name, value in fields.items()}
    paper = {"doc_type": "文书", "kind": kind, "fields": read, "pages": [{"number": 1, "text": ""}]}
    return propose(upload=batch.uploads.get(), papers=[paper], by=by)[0]
