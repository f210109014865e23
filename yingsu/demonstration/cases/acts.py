"""Which act does which kind of fact. Facts without an act are entered as they stand."""

from yingsu.demonstration.cases import answering, deciding, handling, hearing
from yingsu.demonstration.cases.stories import Fact, Story
from yingsu.demonstration.cases.telling import Doing, Telling

ACTS: dict[str, Doing] = {
    "opinion-put-up": handling.put_up,
    "opinion-approved": handling.approve,
    "opinion-returned": handling.send_back,
    "unit-decided": handling.decide_unit,
    "passed-on": handling.pass_on,
    "risk-assessed": answering.assess_risk,
    "preparation-finished": answering.finish_preparation,
    "answer-signed-off": answering.sign_off,
    "answer-returned": answering.send_back,
    "answer-filed": answering.file_answer,
    "evidence-filed": answering.file_evidence,
    "extension-applied": answering.apply_extension,
    "extension-granted": answering.grant_extension,
    "extension-refused": answering.refuse_extension,
    "hearing-set": hearing.set_hearing,
    "hearing-cancelled": hearing.cancel_hearing,
    "matter-marked": hearing.mark_matter,
    "appearance-planned": hearing.plan,
    "appearance-filed": hearing.file_appearance,
    "filing-acknowledged": hearing.acknowledge,
    "identity-certificate-filed": hearing.file_certificate,
    "inability-stated": hearing.state_inability,
    "hearing-recorded": hearing.record,
    "case-report-submitted": deciding.submit_report,
    "case-report-filed": deciding.file_report,
    "appeal-decided": deciding.decide_appeal,
    "appealed": deciding.appeal,
    "retrial-applied": deciding.appeal,
    "effective": deciding.effective,
    "performance-ordered": deciding.order_performance,
    "performance-done": deciding.perform,
    "recommendation-answered": deciding.answer_recommendation,
    "self-corrected": deciding.self_correct,
    "court-informed": deciding.inform,
    "parties-informed": deciding.inform,
    "reconsideration-organ-informed": deciding.inform,
    "archived": deciding.close_volume,
}


def act_for(story: Story, fact: Fact) -> Doing | None:
    """The act that does *fact*; none when it is entered as it stands."""
    if fact.kind == "receipt" and fact.values["receiver"] == "unit":
        return handling.acknowledge
    if fact.kind == "hearing-held" and _is_recorded(story, fact):
        return _with_the_record
    return ACTS.get(fact.kind)


def _is_recorded(story: Story, fact: Fact) -> bool:
    return bool(story.facts_of("hearing-recorded", fact.instance, fact.organ, hearing=fact.values["hearing"]))


def _with_the_record(telling: Telling, fact: Fact) -> None:
    """A hearing that was recorded enters with its record."""
