"""Rights of this room."""

CORRECT = "docket.correct"
