"""Numbers in what a browser sends."""

MOST_DIGITS = 18  # what a key of the database can be


def number_in(text: str) -> int | None:
    """The whole number *text* writes in decimal digits; none for anything else and for more digits than a key has."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
