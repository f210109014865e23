"""The law: facts in, duties and findings out, each with its reasons.

Takes facts (``Fact``) and a day, a ``Shelf`` of books and calendars; gives a ``Conclusion``. Statutes,
holiday notices and rules are data (TOML beside the official text). Knows no database, no clock and no
settings, and imports the standard library only.
"""

from rulebook.citation import Citation
from rulebook.conclude import Conclusion, conclude
from rulebook.duties import Duty
from rulebook.errors import RulebookError
from rulebook.facts import Fact
from rulebook.findings import Finding
from rulebook.periods import Count, CountDay, count
from rulebook.shelf import Shelf, load_shelf

__all__ = [
    "Citation",
    "Conclusion",
    "Count",
    "CountDay",
    "Duty",
    "Fact",
    "Finding",
    "RulebookError",
    "Shelf",
    "conclude",
    "count",
    "load_shelf",
]
