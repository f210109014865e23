"""Going through the steps, and telling what each left: facts, days, and in the end the volume."""

from collections.abc import Callable

from yingsu.archive.models import Volume
from yingsu.base.tx import write_tx
from yingsu.demonstration.dates import as_on
from yingsu.demonstration.organs_and_people import People
from yingsu.demonstration.printing import Say
from yingsu.demonstration.walk import after, hearing, papers, response
from yingsu.demonstration.walk.steps import Step, Walk, steps, walk_data
from yingsu.docket.models import Case, Entry
from yingsu.docket.queries import instance_by_number
from yingsu.documents.kinds.values import ordinal
from yingsu.duties.models import Duty
from yingsu.duties.reconcile import reconcile
from yingsu.intake.models import Proposal
from yingsu.organs.models import Organ

DOING: dict[str, tuple[str, Callable[[Walk, Step], None]]] = {
    "receive": ("收文", papers.receive),
    "acknowledge": ("签收", papers.acknowledge),
    "put-up-opinion": ("拟办", response.put_up_opinion),
    "approve-opinion": ("批办", response.approve_opinion),
    "pass-on": ("转办", response.pass_on),
    "assess-risk": ("法律风险评估", response.assess_risk),
    "list-evidence": ("登记证据", response.list_evidence),
    "finish-preparation": ("应诉准备", response.finish_preparation),
    "submit-answer": ("起草答辩状、证据目录并送审", response.submit_answer),
    "sign-off-answer": ("审签", response.sign_off_answer),
    "file-with-court": ("提交法院", response.file_with_court),
    "plan-appearance": ("确定出庭人员", hearing.plan_appearance),
    "file-appearance": ("报备", hearing.file_appearance),
    "acknowledge-filing": ("备案签收", hearing.acknowledge_filing),
    "file-identity-certificate": ("提交负责人身份证明", hearing.file_identity_certificate),
    "record-hearing": ("庭审登记", hearing.record_hearing),
    "submit-case-report": ("报送情况报告", after.submit_case_report),
    "file-case-report": ("报告备案", after.file_case_report),
    "decide-appeal": ("决定是否上诉", after.decide_appeal),
    "enter-effective": ("登记生效和应履行事项", after.enter_effective),
    "answer-recommendation": ("回复司法建议", after.answer_recommendation),
    "perform": ("履行", after.perform),
    "archive": ("立卷归档", after.close_volume),
}


def walk_the_case(say: Say) -> Case:
    """Take the sample case along the whole path, all or nothing; does nothing when it was taken before."""
    told = walk_data()["case"]
    number = told["instances"][0]["case_number"]
    standing = instance_by_number(number)
    if standing is not None:
        return Case.objects.get(pk=standing.case_id)
    walk = Walk(People(), Organ.objects.get(code=told["defendants"][0]["organ"]), number)
    with write_tx():
        for step in steps():
            with as_on(step.on):
                _go(walk, step, say)
        case = Case.objects.select_for_update().get(pk=walk.case.pk)
        reconcile(case)
    _tell_volume(case, say)
    return case


def _go(walk: Walk, step: Step, say: Say) -> None:
    words, act = DOING[step.do]
    seen, before = _seq(walk), _duties(walk)
    walk.read = []
    act(walk, step)
    who = walk.actor(step)
    say(f"{_cn(step)}　{words}　{who.organ} {who.title} {who.person}（办法{_article(step.article)}）")
    for proposal in walk.read:
        say(f"    识读 {_told(proposal)}")
    for entry in Entry.objects.filter(case=walk.case, seq__gt=seen).order_by("seq"):
        say(f"    登记 {entry.summary}")
    for line in _moved(before, _duties(walk)):
        say(f"    {line}")


def _seq(walk: Walk) -> int:
    instance = walk.instance
    last = Entry.objects.filter(case=instance.case).order_by("-seq").first() if instance else None
    return last.seq if last else 0


def _duties(walk: Walk) -> dict[str, Duty]:
    instance = walk.instance
    rows = Duty.objects.filter(case=instance.case).exclude(nature=Duty.Nature.EXPECTED) if instance else ()
    return {row.key: row for row in rows}


def _moved(before: dict[str, Duty], now: dict[str, Duty]) -> list[str]:
    """Duties that this step opened or met, soonest first."""
    lines = []
    for key, row in sorted(now.items(), key=lambda pair: (pair[1].due is None, str(pair[1].due))):
        was = before.get(key)
        if was is not None and (was.state, was.due) == (row.state, row.due):
            continue
        if row.state in (Duty.State.MET, Duty.State.MET_LATE):
            lines.append(f"完成 {row.title}（{row.cite}）")
        elif row.state == Duty.State.OPEN:
            day = (
                f"{row.due.year}年{row.due.month}月{row.due.day}日前" if row.due else "未定期限，应当及时办理"
            )
            lines.append(f"期限 {day}　{row.title}（{row.cite}）")
    return lines


def _told(proposal: Proposal) -> str:
    number = proposal.value("case_no")
    return f"{proposal.upload.file_name}：{proposal.doc_type}，{f'案号{number}，' if number else ''}识读 {len(proposal.fields)} 项"


def _tell_volume(case: Case, say: Say) -> None:
    volume = Volume.objects.get(case=case)
    say(f"案卷 {volume.number}：卷内文书 {len(volume.contents)} 件，共 {volume.pages} 页，已归档。")


def _cn(step: Step) -> str:
    return f"{step.on.year}年{step.on.month}月{step.on.day}日"


def _article(article: str) -> str:
    """“13.1” → 第十三条第一款."""
    number, _, paragraph = article.partition(".")
    return f"第{ordinal(int(number))}条" + (f"第{ordinal(int(paragraph))}款" if paragraph else "")
