"""Rights of this room."""

RECEIVE = "intake.receive"
CONFIRM = "intake.confirm"
