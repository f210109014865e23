"""The people and organs named at the head of a paper, with the side they stand on.

Designations differ by procedure; the bracket after them (“原审原告”, “一审被告、二审被上诉人”) tells the side in the suit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

_ROLES = (
    "公益诉讼起诉人",
    "再审被申请人",
    "被申诉人",
    "被申请再审人",
    "再审申请人",
    "申请再审人",
    "被申请执行人",
    "原审上诉人",
    "原审被上诉人",
    "原审第三人",
    "一审第三人",
    "二审第三人",
    "赔偿请求人",
    "赔偿义务机关",
    "申请执行人",
    "被执行人",
    "复议申请人",
    "被上诉人",
    "被起诉人",
    "被申请人",
    "原审原告",
    "原审被告",
    "一审原告",
    "一审被告",
    "共同被告",
    "起诉人",
    "上诉人",
    "申诉人",
    "申请人",
    "第三人",
    "原告",
    "被告",
    "二审上诉人",
    "二审被上诉人",
)
ROLE = "(?:" + "|".join(sorted(_ROLES, key=len, reverse=True)) + ")"
_HEAD_TITLES = (
    r"(?:行政机关)?(?:出庭应诉的?|出庭的?|应诉的?)(?:行政机关)?(?:行政)?负责人|"
    r"行政机关(?:的)?负责人|负责人出庭人员|出庭行政负责人"
)
_PERSON_TITLES = (
    r"法定代表人|主要负责人|负责人|诉讼代表人|代表人|经营者|执行事务合伙人|投资人|"
    r"(?:共同)?委托(?:诉讼)?代理人|诉讼代理人|法定代理人|指定代理人"
)
_QUALIFIER = (
    r"（(?P<qualifier>(?:原|一审|二审|再审|本诉|反诉|第[一二]审|公益诉讼|自然人|法人|个人|单位|行政机关|申请执行|被执行)"
    r"[^（）\n]{0,40})）"
)
_NUMBERING = r"(?:[一二三四五六七八九十]{1,2}(?=[：、（])|\d{1,2}(?=[：、.（])[.、]?)?"
_NAME = r"(?P<name>(?:[^，。；：（）\n\t,]|（(?!以下|下称|简称|曾用名|原名|又名|统一|公民|身份证|住)[^（）\n]{1,24}）)+)"
_PARTY = re.compile(
    rf"(?P<role>{ROLE}){_NUMBERING}(?:{_QUALIFIER})?[：\t]*(?:姓名|单位名称|名称)?[：\t]*{_NAME}"
)
_PERSON = re.compile(
    rf"(?P<title>(?P<head>{_HEAD_TITLES})|{_PERSON_TITLES})(?P<mark>[：\t]*)(?P<name>[^，。；：（）、\n\t]{{2,20}})(?P<rest>[^\n]*)"
)
_NEXT_LABEL = re.compile(
    r"(?:性别|住所地?|住址|地址|出生日期|法定代表人|统一社会信用代码|身份证|联系电话|联系方式)$|(?<=.)(?:住所地|性别)"
)
_ALIAS = re.compile(r"（(?:以下|下)?(?:均)?简?称(?:为)?[：“\"]?(?P<alias>[^（）”\"\n]{1,30})[”\"]?）")
_NOT_NAMES = re.compile(
    r"^(?:诉称|辩称|认为|不服|因|与|诉|述称|提出|提交|对|向|及|的|在|于|未|经|请求|要求|以|是否|主张|所|之|应|如|"
    r"申请撤|撤回|承担|负担|收到|自|当庭|表示|上述|为|陈述|质证|围绕|申请|已|系|有权|无正当|到庭|仍|均|并|主体|资格|不具|具有|一并)"
)
_BODY_LINE = re.compile(
    r"一案|^本院|向本院|申请强制执行|^诉讼请求|^请求事项|^上诉请求|^再审请求|^事实[和与]理由|诉称|辩称|本院(?:于|受理|依法)|^案由|向本院|(?:判决|裁定)如下|^[一二三]、|不服"
)
_ORGAN = re.compile(
    r"(?:政府|局|厅|委员会|管委会|办事处|大队|支队|总队|派出所|海关|办公室|中心|分局|监狱|管理所|管理处|管理站|检察院|署|公署|税务所|银保监会)$"
)
_POST_PREFIX = re.compile(
    r"^(?:系|任|现任|职务[：]?)?(?:该|本)?(?:单位|机关|局|府|厅|委|县|市|区|镇|乡|省|街道|街道办|办事处|管委会|大队|支队|中心)(?=[\u4e00-\u9fff]{2})"
)


@dataclass(frozen=True)
class Person:
    """Somebody who acts for a party: a head in court, a legal representative, an agent."""

    title: str
    name: str
    post: str
    is_head: bool
    start: int
    end: int


@dataclass
class Party:
    """A party: designation as written, side (plaintiff, defendant, third_party, or empty), name and place."""

    role: str
    qualifier: str
    side: str
    name: str
    start: int
    end: int
    aliases: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    @property
    def is_organ(self) -> bool:
        """Whether the name is that of an administrative organ."""
        return is_organ(self.name)


def is_organ(name: str) -> bool:
    """Whether a name ends as names of administrative organs do."""
    return bool(_ORGAN.search(name)) and not name.endswith(("居民委员会", "村民委员会", "业主委员会"))


def read_parties(text: str, start: int, end: int) -> list[Party]:
    """The parties listed in ``text[start:end]``, up to the first sentence of the body."""
    parties: list[Party] = []
    for first, last in _segments(text, start, end):
        line = text[first:last]
        match = _PARTY.match(line)
        if match and _is_listing(match, line):
            parties.extend(_listed(match, line, first))
        elif _BODY_LINE.search(line) and not _PERSON.match(line):
            if parties:
                break
        elif parties:
            _add_detail(parties, line, first)
    return [party for party in parties if party.name]


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Lines, and parts of a line where another party or representative begins after a full stop."""
    found = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        cuts = [line.start()]
        pattern = rf"(?<=[。；])(?={ROLE}[：（\u4e00-\u9fff]|(?:{_HEAD_TITLES}|{_PERSON_TITLES}))"
        cuts += [line.start() + cut.start() for cut in re.finditer(pattern, line.group())] + [line.end()]
        found += [(start + first, start + last) for first, last in pairwise(cuts)]
    return found


def _is_listing(match: re.Match[str], line: str) -> bool:
    """A line that lists a party, not a sentence of the body that begins with one."""
    name = match["name"]
    if (_NOT_NAMES.match(name) and "：" not in match.group()) or len(name) > 60 or "一案" in line:
        return False
    return not re.search(r"诉称|辩称|述称|认为|不服|向本院|申请(?:强制)?执行|作出|申请撤|\d{4}年", name)


def _listed(match: re.Match[str], line: str, first: int) -> list[Party]:
    side = side_of(match["role"], match["qualifier"] or "", match["name"])
    aliases = [found["alias"] for found in _ALIAS.finditer(line)]
    parties = []
    for part in re.finditer(r"[^、]+", match["name"]):
        name = _NEXT_LABEL.split(part.group())[0]
        start = first + match.start("name") + part.start()
        if name and name not in ("姓名", "名称"):
            parties.append(
                Party(match["role"], match["qualifier"] or "", side, name, start, start + len(name), aliases)
            )
    return parties or [Party(match["role"], match["qualifier"] or "", side, "", first, first, aliases)]


def _add_detail(parties: list[Party], line: str, first: int) -> None:
    party = parties[-1]
    named = re.match(r"(?:姓名|名称)[：\t]*(?P<name>[^，。；：\n\t]{2,40}?)(?=性别|[，。；\n\t]|$)", line)
    if named and not party.name:
        party.name, party.start, party.end = (
            named["name"],
            first + named.start("name"),
            first + named.end("name"),
        )
        party.side = side_of(party.role, party.qualifier, party.name)
        return
    match = _PERSON.match(line)
    if match and (match["mark"] or not re.match(r"[为是的未应]", match["name"])):
        for target in _targets(parties, match["title"]):
            target.people.append(_person(match, first, target))


def _targets(parties: list[Party], title: str) -> list[Party]:
    """Whom a representative acts for: the party before; for 共同委托 all before it on that side."""
    last = parties[-1]
    return [party for party in parties if party.side == last.side] if title.startswith("共同") else [last]


def _person(match: re.Match[str], first: int, party: Party) -> Person:
    rest = match["rest"].lstrip("，（：,")
    post = re.split(r"[，。；）（]", rest)[0]
    return Person(
        match["title"],
        match["name"],
        clean_post(post, party.name),
        bool(match["head"]),
        first + match.start("name"),
        first + match.end("name"),
    )


def clean_post(post: str, organ: str) -> str:
    """“该局副局长” and “清禾县公安局副局长” are “副局长”; what is no post (男, an address) is empty."""
    post = re.sub(r"^职务[：]?", "", post.removeprefix("系").removeprefix(organ))
    post = _POST_PREFIX.sub("", post)
    stem = re.sub(r"(?:人民政府|公安局)$", "", organ)
    post = post.removeprefix(stem) if stem and len(post) > len(stem) + 1 else post
    return post if 2 <= len(post) <= 24 and not re.search(r"出生|住|汉族|身份|电话", post) else ""


def side_of(role: str, qualifier: str, name: str) -> str:
    """plaintiff, defendant, third_party, or empty when the paper does not tell."""
    if role == "申请执行人" or "原申请执行人" in qualifier:
        return "plaintiff"
    if role in ("被执行人", "被申请执行人"):
        return "defendant"
    for words in (qualifier, role):
        if "第三人" in words:
            return "third_party"
        if re.search(r"被告|被起诉人|赔偿义务机关", words):
            return "defendant"
        if re.search(r"原告|(?<!被)起诉人|赔偿请求人", words):
            return "plaintiff"
    if role in (
        "被上诉人",
        "被申请人",
        "再审被申请人",
        "上诉人",
        "再审申请人",
        "申请再审人",
        "申诉人",
        "被申诉人",
        "申请人",
        "复议申请人",
    ):
        return "defendant" if is_organ(name) else "plaintiff"
    return ""
