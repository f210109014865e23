"""Rights of this room."""

ENTER = "judgments.enter"
REPORT = "judgments.report"
ACKNOWLEDGE = "judgments.acknowledge"
APPEAL = "judgments.appeal"
PERFORM = "judgments.perform"
RECOMMENDATION = "judgments.recommendation"
