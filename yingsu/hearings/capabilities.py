"""Rights of this room."""

ENTER = "hearings.enter"
PLAN = "hearings.plan"
FILE = "hearings.file"
ACKNOWLEDGE = "hearings.acknowledge"
MARK = "hearings.mark"
RECORD = "hearings.record"
