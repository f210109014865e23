"""Rights of this room."""

BIND = "archive.bind"
CLOSE = "archive.close"
