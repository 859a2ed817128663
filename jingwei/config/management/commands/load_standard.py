"""Load what every city starts from: ./jw load_standard"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.config.standard import load_standard
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError


class Command(BaseCommand):
    help = "载入单位类型、标准事项清单、官方工作日历、部件代码表和资源类别；已有的不变，可重复执行。"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_standard(now())
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        kinds = loaded.component_kinds, loaded.resource_kinds
        if not (loaded.unit_kinds or loaded.items or loaded.years or any(kinds)):
            self.stdout.write("标准数据已经齐全，没有改动。")
            return
        years = "、".join(str(year) for year in loaded.years) or "无"
        self.stdout.write(
            f"已载入：单位类型 {loaded.unit_kinds} 种，事项 {loaded.items} 项，工作日历年份：{years}，"
            f"部件小类 {kinds[0]} 种，资源类别 {kinds[1]} 种。"
        )
