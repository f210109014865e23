"""What is done in this room: receive files, read them, confirm or set aside what was read."""

from yingsu.intake.actions.confirming import confirm
from yingsu.intake.actions.reading import propose, read_upload, read_waiting
from yingsu.intake.actions.receiving import receive
from yingsu.intake.actions.settling import reopen, set_aside

__all__ = ["confirm", "propose", "read_upload", "read_waiting", "receive", "reopen", "set_aside"]
