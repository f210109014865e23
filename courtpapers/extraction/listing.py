"""Adding the listed parties, and the heads of organs who came to court."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from courtpapers.draft import FIRM, HEURISTIC, LIKELY, SURE, Draft
from courtpapers.parties import Party, Person, clean_post, is_organ

_ATTENDANCE = re.compile(
    r"(?:到庭|出庭)(?:参加|参与)?了?(?:本案)?(?:的)?(?:诉讼|应诉(?!的?(?:行政)?负责人)|庭审|活动)"
)
_CLAUSE = re.compile(r"(?=被上诉人|被申请人|再审申请人|(?<!被)上诉人|原告|被告|第三人|(?<!诉讼)起诉人)")
_POSTS = (
    r"(?:党[委组])?(?:常务)?副?"
    r"(?:局长|县长|区长|市长|镇长|乡长|旗长|州长|盟长|省长|厅长|主任|关长|书记|政委|总队长|支队长|大队长|检察长)"
)
_POST_NAME = re.compile(
    rf"(?P<post>{_POSTS})(?P<name>[\u4e00-\u9fff]某?[\u4e00-\u9fff某]{{1,2}}?)(?=到庭|出庭|作为|及|、|，|和|与|（|。|$)"
)
_REACH = 1000
_ABSENT = re.compile(r"未到庭|未出庭|拒不到庭")


def add_parties(draft: Draft, parties: Sequence[Party]) -> None:
    """Plaintiffs, defendants and third parties by the side they stand on; who appealed besides."""
    for party in parties:
        if not party.side:
            continue
        certain = (
            SURE
            if party.qualifier
            or party.role in ("原告", "被告", "第三人", "申请执行人", "被执行人", "起诉人", "公益诉讼起诉人")
            else LIKELY
        )
        named = f"（{party.role}）" if party.role in ("申请执行人", "被执行人", "被申请执行人") else ""
        draft.add(party.side, f"{party.name}{named}", party.start, party.end, f"“{party.role}”之后", certain)
        if party.role in ("上诉人", "再审申请人", "申请再审人"):
            draft.add("appellant", party.name, party.start, party.end, f"“{party.role}”之后", certain)


def add_heads(draft: Draft, parties: Sequence[Party], *, heard: bool) -> None:
    """The heads who came to court, in the order of the defendants.

    Where several organs were sued and the paper names the head of some, it is said of the others that none is recorded.
    """
    defendants = [
        party for party in parties if party.side == "defendant" and (party.is_organ or len(parties) < 6)
    ]
    attendance = _attendance(draft)
    heads = {id(party): _heads_of(draft, party, attendance) for party in defendants}
    recorded = any(heads.values())
    for party in defendants:
        for person, how, confidence in heads[id(party)]:
            value = f"{person.name}（{person.post}）" if person.post else person.name
            draft.add("head_attend", value, person.start, person.end, how, confidence)
        if recorded and heard and not heads[id(party)]:
            draft.add(
                "head_attend",
                f"未记载（{party.name}）",
                party.start,
                party.end,
                "其他被告写明出庭负责人，此被告没有写明",
                FIRM,
            )


@dataclass(frozen=True)
class Attendance:
    """The sentence that says who came to court, and where it begins."""

    text: str
    start: int


def _attendance(draft: Draft) -> Attendance | None:
    """The first sentence with “到庭参加诉讼”; at most a thousand characters before and after are looked at."""
    match = _ATTENDANCE.search(draft.text, draft.body)
    if match is None:
        return None
    before = re.split(r"[。\n]", draft.text[max(match.start() - _REACH, 0) : match.start()])[-1]
    after = re.split(r"[。\n]", draft.text[match.start() : match.end() + _REACH], maxsplit=1)[0]
    return Attendance(before + after, match.start() - len(before))


def _heads_of(draft: Draft, party: Party, attendance: Attendance | None) -> list[tuple[Person, str, float]]:
    found = [
        (person, f"“{person.title}”之后", SURE)
        for person in party.people
        if person.is_head and not _stayed_away(person, attendance)
    ]
    if found or attendance is None:
        return found
    clauses = [clause for clause in _clauses(attendance) if _speaks_of(clause, party)]
    for person in party.people:
        legal = person.title in ("法定代表人", "负责人", "主要负责人")
        if (
            legal
            and party.is_organ
            and any(re.search(rf"{re.escape(person.name)}(?!的?委托)", clause[0]) for clause in clauses)
        ):
            found.append((person, f"“{person.title}”在到庭人员中", LIKELY))
    return found or [item for clause in clauses for item in _from_clause(clause, party)]


def _stayed_away(person: Person, attendance: Attendance | None) -> bool:
    return bool(
        attendance
        and re.search(rf"{re.escape(person.name)}[^，。；]{{0,12}}(?:未到庭|未出庭)", attendance.text)
    )


def _clauses(attendance: Attendance) -> list[tuple[str, int]]:
    """The attendance sentence cut at each party, with places."""
    clauses = []
    position = attendance.start
    for part in _CLAUSE.split(attendance.text):
        if part and not _ABSENT.search(part):
            clauses.append((part, position))
        position += len(part)
    return clauses


def _speaks_of(clause: tuple[str, int], party: Party) -> bool:
    """Whether a clause names this organ, its short name, or simply “被告” when the clause names no organ."""
    words = clause[0]
    if any(name and name in words for name in (party.name, *party.aliases)):
        return True
    return bool(
        re.match(
            rf"(?:{party.role}|被告|被上诉人|被申请人)(?:的|[一二三]|出庭|法定|负责|副|行政|委托|$)", words
        )
    )


def _from_clause(clause: tuple[str, int], party: Party) -> list[tuple[Person, str, float]]:
    words, start = clause
    titled = re.search(
        r"(?:出庭(?:应诉)?(?:行政)?|行政机关|应诉)负责人(?P<post>[\u4e00-\u9fff]{0,12}?(?:长|主任|书记|政委))?(?P<name>[\u4e00-\u9fff]{2,3}?)(?=到庭|出庭|及|、|，|和|与|（|$)",
        words,
    )
    match = titled or (_POST_NAME.search(words) if is_organ(party.name) else None)
    if match is None:
        return []
    post = clean_post(match["post"] or "", party.name)
    person = Person(
        "出庭负责人", match["name"], post, True, start + match.start("name"), start + match.end("name")
    )
    return [(person, "到庭人员中的负责人", FIRM if titled else HEURISTIC)]


def names_of(parties: Sequence[Party]) -> list[str]:
    """All names and short names, for leaving them out of sentences."""
    return [name for party in parties for name in (party.name, *party.aliases) if len(name) > 1]
