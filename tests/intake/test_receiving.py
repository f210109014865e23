"""Files of every form, the same file twice, and files that cannot be read: none loses the others."""

from collections.abc import Callable

import pytest

from tests.intake import forms_of_files as forms
from tests.intake.conftest import SAMPLES
from yingsu.base.actor import Actor
from yingsu.base.refusal import Denied, Refused
from yingsu.intake.actions import propose, read_waiting, receive
from yingsu.intake.child import page_image
from yingsu.intake.models import Batch, Proposal, Upload

NUMBERS = {
    "01": "（2025）鲁1402行初9001号",
    "02": "",
    "03": "（2025）鲁1402行初9001号",
    "04": "（2025）鲁1402行初9001号",
    "05": "（2025）鲁1402行初9001号",
    "06": "（2024）鲁1423行初9007号",
    "07": "（2025）鲁14行终9025号",
    "08": "（2025）鲁1426行初9011号",
    "09": "（2024）鲁14行初9150号",
    "10": "（2025）鲁1428行审9060号",
    "11": "（2025）鲁1402法建9001号",
}
NOTICE = forms.sample(SAMPLES, "01")


def taken(by: Actor, *files: tuple[str, bytes]) -> list[Upload]:
    """Receive and read files; the uploads in the order they were given."""
    batch = receive(files=files, by=by)
    read_waiting(by=by)
    return list(Upload.objects.filter(batch=batch).order_by("id"))


@pytest.mark.parametrize(
    ("ending", "make"), [("txt", str.encode), ("docx", forms.as_docx), ("pdf", forms.as_pdf)]
)
def test_each_sample_is_read_in_each_form(
    ending: str, make: Callable[[str], bytes], police_clerk: Actor
) -> None:
    files = [(f"{begin}.{ending}", make(forms.sample(SAMPLES, begin))) for begin in NUMBERS]
    uploads = taken(police_clerk, *files)
    read = {upload.file_name[:2]: upload.proposals.get() for upload in uploads}
    assert {begin: row.value("case_no") for begin, row in read.items()} == NUMBERS
    assert all(row.fields["doc_type"][0]["how"] for row in read.values())


def test_enforcement_without_suit_is_recognised_and_kept_out(police_clerk: Actor) -> None:
    (upload,) = taken(police_clerk, ("10.txt", forms.sample(SAMPLES, "10").encode()))
    row = upload.proposals.get()
    assert (row.state, row.is_suit, upload.state) == ("set_aside", False, "set_aside")
    assert "非诉执行" in row.reason


def test_the_same_file_again_is_noticed(police_clerk: Actor) -> None:
    (first,) = taken(police_clerk, ("01.txt", NOTICE.encode()))
    (again,) = taken(police_clerk, ("再传一次.txt", NOTICE.encode()))
    assert (again.state, again.same_as) == ("set_aside", first)
    assert "内容完全相同" in again.error
    assert not again.proposals.exists()


def test_another_organ_may_receive_the_same_file(police_clerk: Actor, office_clerk: Actor) -> None:
    taken(police_clerk, ("01.txt", NOTICE.encode()))
    (theirs,) = taken(office_clerk, ("01.txt", NOTICE.encode()))
    assert theirs.state == "proposed"


def test_bad_files_say_why_and_the_others_are_kept(police_clerk: Actor, settings: object) -> None:
    settings.UPLOAD_LIMIT_MB = 1  # type: ignore[attr-defined]
    uploads = taken(
        police_clerk,
        ("空.pdf", b""),
        ("大.txt", b"a" * (1024 * 1024 + 1)),
        ("程序.exe", b"MZ\x00\x00" * 40),
        ("假.pdf", NOTICE.encode()),
        ("加密.pdf", forms.locked_pdf(NOTICE)),
        ("巨幅.png", forms.huge_picture()),
        ("损坏.pdf", forms.as_pdf(NOTICE)[:700]),
        ("好.txt", NOTICE.encode()),
    )
    told = {upload.file_name: upload.error for upload in uploads}
    for name, words in {
        "空.pdf": "是空的",
        "大.txt": "超过 1 MB",
        "程序.exe": "不是可以识别的格式",
        "假.pdf": "内容却是纯文本",
        "加密.pdf": "密码",
        "巨幅.png": "像素",
        "损坏.pdf": "",
    }.items():
        assert words in told[name]
        assert told[name].endswith("。") and "请" in told[name], told[name]
    states = {upload.file_name: upload.state for upload in uploads}
    assert states.pop("好.txt") == "proposed"
    assert set(states.values()) == {"unreadable"}


def test_a_scan_waits_for_a_person_with_its_picture(police_clerk: Actor) -> None:
    (upload,) = taken(police_clerk, ("扫描.png", forms.as_scan(NOTICE)))
    row = upload.proposals.get()
    assert (row.doc_type, row.kind, row.state) == ("", "other", "proposed")
    assert upload.file is not None
    assert page_image(upload.file, upload.file_name, 1, 600).startswith(b"\x89PNG")


def test_a_drawn_page_is_kept(police_clerk: Actor, data_folder: object) -> None:
    (upload,) = taken(police_clerk, ("01.pdf", forms.as_pdf(NOTICE)))
    assert upload.file is not None
    first = page_image(upload.file, upload.file_name, 1, 500)
    assert page_image(upload.file, upload.file_name, 1, 500) == first
    with pytest.raises(Refused, match="没有第 7 页"):
        page_image(upload.file, upload.file_name, 7, 500)


def test_no_file_is_refused(police_clerk: Actor) -> None:
    with pytest.raises(Refused, match="没有选择文件"):
        receive(files=[], by=police_clerk)
    assert not Batch.objects.exists()


def test_reading_twice_changes_nothing(police_clerk: Actor) -> None:
    (upload,) = taken(police_clerk, ("01.txt", NOTICE.encode()))
    propose(upload=upload, papers=[{"doc_type": "其他", "kind": "other"}], by=police_clerk)
    assert Proposal.objects.get().doc_type == "应诉通知书"


def test_who_may_not_receive_is_denied(organs: object, police_clerk: Actor) -> None:
    from tests.builders import actor

    head = actor(organs["police"], "main_head", "孟书言")  # type: ignore[index]
    with pytest.raises(Denied):
        receive(files=[("01.txt", NOTICE.encode())], by=head)
