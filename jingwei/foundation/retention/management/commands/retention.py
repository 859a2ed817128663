"""``./jw retention``: what is kept how long, when its job last ran, and what is left over."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jingwei.foundation.retention.contracts import Pace
from jingwei.foundation.retention.queries import standings
from jingwei.foundation.retention.services import KEEPER, carry_out
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now


class Command(BaseCommand):
    help = "保存期限：每类数据留多久、依据、最近一次清理；--now 立即清理一遍。What is kept how long, and the proof."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--now", action="store_true", help="go through every kind now")

    def handle(self, *args: Any, **options: Any) -> None:
        at = now()
        if options["now"]:
            for pace in Pace:
                carry_out(pace, at=at)
        with eyes(KEEPER):
            found = standings(at=at)
        for one in found:
            last = local(one.last_at).strftime("%Y-%m-%d %H:%M") if one.last_at else "—"
            mark = "!!" if one.faults else "  "
            job = (
                f"最近 {last}，清理 {one.last_gone}，30天共 {one.gone_lately}"
                if one.rule.carry_out
                else "不清理"
            )
            self.stdout.write(f"{mark} {one.rule.label_zh}：{one.rule.keep_zh}；{one.rule.end_zh}；{job}")
            if one.faults:
                self.stdout.write(f"     {'、'.join(one.faults)}，超期 {one.overdue}")
        if any(one.faults for one in found):
            raise SystemExit(1)
