"""manage.py demonstrate: load the demonstration city, once."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from yingsu.access.models import Account
from yingsu.demonstration.cases.loading import load_cases
from yingsu.demonstration.organs_and_people import PASSWORD, load_organs_and_people, sign_ins
from yingsu.demonstration.printing import table
from yingsu.demonstration.walk.walking import walk_the_case
from yingsu.docket.models import Case

REFUSAL = (
    "正式运行不能装入演示数据：演示账号的口令是公开的。"
    "请直接启动平台；要看演示，请另选数据目录并设置 YINGSU_MODE=demonstration 后重新运行。"
)
MAIN = (
    "clerk", "head", "deputy", "bureau", "supervisor", "unit", "archivist", "psb-office", "psb-deputy", "psb-head",
    "nrb-unit", "eeb-unit", "dz-clerk", "dz-deputy", "dz-bureau",
)  # fmt: skip


class Command(BaseCommand):
    """Loads organs, people, cases and the walk; a second run only says how to sign in."""

    help = "装入演示城市（机构、人员、案件，并将一件样例案件从收文走到归档）；已装入的不重复装入"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One choice: say nothing."""
        parser.add_argument("--quiet", action="store_true", help="不显示装入过程和账号")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is not there yet, then say how to sign in."""
        if not settings.DEMONSTRATION:
            raise CommandError(REFUSAL)
        self.quiet = bool(options["quiet"])
        organs, people = load_organs_and_people()
        self._say(f"机构 {organs} 个，人员 {people} 名。")
        if not Case.objects.exists():
            self._say("正在逐件办理案件，约半分钟……")
        self._say(f"案件 {load_cases()} 件。")
        case = walk_the_case(self._say)
        self._say(f"样例案件 1 件：{case.title}，已从收文走到归档。")
        self._tell_sign_ins()

    def _say(self, text: str = "") -> None:
        if not self.quiet:
            self.stdout.write(text)

    def _tell_sign_ins(self) -> None:
        self._say(f"演示账号（各账号口令相同，口令：{PASSWORD}）")
        rows = [(line.account, line.name, line.organ, line.title, PASSWORD) for line in sign_ins(*MAIN)]
        for line in table([("登录名", "姓名", "单位", "职务", "口令"), *rows]):
            self._say(f"  {line}")
        self._say(f"共 {Account.objects.count()} 个账号，其余登录名见 yingsu/demonstration/data/people.csv。")
