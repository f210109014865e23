"""What the acts of this room share: entering a fact of a hearing, and asking the law before anything is stored."""

from datetime import date

from yingsu import law
from yingsu.base import clock
from yingsu.base.actor import Actor
from yingsu.base.refusal import Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case, Hearing
from yingsu.docket.queries import entries_of
from yingsu.duties.actions import enter
from yingsu.hearings.models import Appearance
from yingsu.organs.models import Organ, Post

RANKS = {Post.Kind.MAIN_HEAD: "main-head", Post.Kind.DEPUTY_HEAD: "deputy"}


def enter_for(
    hearing: Hearing,
    kind: str,
    *,
    by: Actor,
    on: date | None,
    organ: Organ | None = None,
    note: str = "",
    known: date | None = None,
) -> None:
    """Enter a fact that says no more than which hearing it concerns."""
    values = {"hearing": hearing.label}
    happening = Happening(kind, on or clock.today(), values, hearing.instance, organ, known, note=note)
    enter(hearing.case, happening, by=by)


def rank_of(head: Post | None, defendant: Organ) -> str:
    """The head's standing in the words of the law: main head, deputy, or of another (lower, entrusted) body."""
    if head is None:
        return "none"
    if head.organ_id != defendant.pk:
        return "lower-organ"
    return RANKS.get(Post.Kind(head.kind), "entrusted")


def refuse_what_the_law_refuses(case: Case, happening: Happening) -> None:
    """Ask the law of the docket together with *happening*; a refusal that rests on it is raised with its article."""
    fact = {
        "id": "planned",
        "kind": happening.kind,
        "on": happening.on.isoformat(),
        "instance": happening.instance.label if happening.instance else "1",
        **dict(happening.values),
    }
    if happening.organ:
        fact["organ"] = happening.organ.code
    known = [entry.as_fact() for entry in entries_of(case)]
    for finding in law.conclude([*known, fact], as_of=clock.today()).findings:
        if finding.kind == "refusal" and "planned" in finding.because:
            raise Refused(
                finding.text, "请调整出庭人员后重新保存。", article=finding.citation.short, field="head"
            )


def lock(appearance: Appearance) -> Appearance:
    """The row as it stands now, held until the transaction ends."""
    Appearance.objects.select_for_update().get(pk=appearance.pk)
    appearance.refresh_from_db()
    return appearance


def must_stand(hearing: Hearing) -> None:
    """Refuse acts on a hearing the court has cancelled."""
    hearing.refresh_from_db()
    if hearing.state == Hearing.State.CANCELLED:
        raise Refused("本次开庭已取消。", "法院另行确定开庭时间的，请先登记新的传票。", status=409)
