"""The one error this package raises."""

from __future__ import annotations


class CourtPaperError(ValueError):
    """A file cannot be read as a court paper.

    The message is Chinese and meant for the person at the desk: it says what happened and what to do next.
    ``reason`` is a short stable word for programs: empty, too-large, too-many-pages, too-many-pixels,
    wrong-content, unknown-format, password, corrupt, missing-library, no-page, missing-data.
    """

    def __init__(self, message: str, *, reason: str = "corrupt") -> None:
        super().__init__(message)
        self.reason = reason
