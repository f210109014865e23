"""What reading a court paper gives: papers, their pages, and fields with their place on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

#: A rectangle as fractions of the page, from the upper left corner: x0, y0, x1, y1.
Box = tuple[float, float, float, float]
WHOLE_PAGE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Field:
    """One value read from a paper, with its place and how sure the reading is.

    ``page`` is the page of the file, from 1. ``span`` is the place of the words in that page's text (the page's
    ``text[start:end]``). For text and DOCX, which have no printed page, ``box`` is the place on a sheet whose rows
    are the lines of the page's text. ``confidence`` runs from 0 to 1; ``how`` says in Chinese how it was found.
    """

    value: str
    page: int = 1
    box: Box = WHOLE_PAGE
    span: tuple[int, int] = (0, 0)
    confidence: float = 0.99
    how: str = ""


@dataclass(frozen=True)
class Page:
    """One page of a file: its number in the file (from 1), text, and size.

    Size is in points for PDF, in pixels for images, in characters by lines for text and DOCX.
    ``has_image`` says that `render_page` can draw it (PDF and images).
    """

    number: int
    text: str = ""
    width: float = 0.0
    height: float = 0.0
    has_image: bool = False


@dataclass(frozen=True)
class Paper:
    """One court paper found in a file.

    ``doc_type`` is the Chinese kind (“应诉通知书”), empty when nothing could be read (a scan). ``kind`` is the paper
    code: notice-to-respond, complaint, notice-of-evidence, summons, head-notice, judgment, ruling, mediation,
    recommendation, appeal-petition, retrial-petition, reconsideration-notice, other. ``is_suit`` is False for papers that are
    not of a suit against an organ (行审, civil, criminal …). ``notes`` are Chinese sentences for the reader.
    """

    doc_type: str
    kind: str = "other"
    fields: dict[str, list[Field]] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    is_suit: bool = True
    source_type: str = "txt"
    notes: list[str] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        """All values of a field, in the order of the paper; an empty list when it was not found."""
        return [found.value for found in self.fields.get(name, [])]

    def value(self, name: str) -> str:
        """The first value of a field, or an empty string."""
        return next(iter(self.values(name)), "")


@dataclass(frozen=True)
class CaseNumber:
    """A case number taken apart (法〔2015〕137号).

    ``text`` is the normalised writing: full-width brackets, half-width digits, “（2025）鲁1402行初9001号”, or in the
    form before 2016 “（2013）泉行初字第12号”. ``stage`` is 一审, 二审, 再审审查, 再审, 非诉审查, 管辖, 执行 … or empty when the type
    code is unknown. ``suffix`` is what follows the number (“之一”).
    """

    year: int
    court_code: str
    type_code: str
    serial: int
    text: str
    stage: str = ""
    is_administrative: bool = False
    old_form: bool = False
    suffix: str = ""


@dataclass(frozen=True)
class Court:
    """A people's court. ``level`` is 最高, 高级, 中级 or 基层; ``other_codes`` are further codes that are accepted."""

    code: str
    name: str
    level: str
    parent_code: str = ""
    region: str = ""
    other_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """A cause of action composed from 法发〔2020〕44号: its name and the codes it is made of (two for 及行政复议)."""

    name: str
    codes: tuple[str, ...]
