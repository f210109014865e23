"""Who appears, the filing with the bureau, the certificate, the record (办法第十四条第三款、第十七至二十二条)."""

from yingsu.demonstration.organs_and_people import gender_of
from yingsu.demonstration.walk.steps import Step, Walk
from yingsu.documents import actions as documents
from yingsu.hearings import actions
from yingsu.hearings.contents import certificate_data
from yingsu.hearings.models import Appearance


def plan_appearance(walk: Walk, step: Step) -> None:
    """The unit fixes who appears."""
    needs = step.needs
    staff = [walk.people.post(account) for account in needs["staff"]]
    actions.plan_appearance(
        hearing=walk.hearing(needs["hearing"]),
        defendant=walk.defendant,
        head=walk.people.post(needs["heads"][0]),
        staff=[f"{post.title} {post.person.name}" for post in staff],
        lawyers=needs["lawyers"],
        **walk.days(step),
    )


def file_appearance(walk: Walk, step: Step) -> None:
    """The unit files it with the bureau."""
    actions.file_appearance(appearance=_appearance(walk, step), **walk.days(step))


def acknowledge_filing(walk: Walk, step: Step) -> None:
    """The bureau acknowledges."""
    actions.acknowledge_filing(appearance=_appearance(walk, step), **walk.days(step))


def file_identity_certificate(walk: Walk, step: Step) -> None:
    """The certificate, drafted by the unit and signed off by the main head, goes to the court."""
    appearance, by = _appearance(walk, step), walk.actor(step)
    data = certificate_data(appearance) | {"gender": gender_of(appearance.head_name)}
    document = documents.draft(**walk.place, kind="head_identity_certificate", data=data, by=by, on=step.on)
    documents.submit(document=document, by=by, on=step.on)
    documents.sign_off(document=document, by=walk.people.actor("psb-head"), on=step.on, known=step.on)
    actions.file_certificate(appearance=appearance, **walk.days(step))


def record_hearing(walk: Walk, step: Step) -> None:
    """The unit records what was held."""
    needs = step.needs
    what = actions.Appeared(
        head_appeared=True,
        head_spoke=True,
        proof="庭审笔录第2页载明副局长梁听雨到庭并发言",
        resolution=needs["head_statement"],
        dispute=needs["issues"],
        arguments=needs["arguments"],
        settlement=needs["settlement"]["result"],
    )
    actions.record_hearing(appearance=_appearance(walk, step), what=what, **walk.days(step))


def _appearance(walk: Walk, step: Step) -> Appearance:
    rows = Appearance.objects.select_related(
        "hearing__case", "hearing__instance", "head__person", "defendant"
    )
    found: Appearance = rows.get(hearing=walk.hearing(step.needs["hearing"]))
    return found
