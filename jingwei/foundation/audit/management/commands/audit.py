"""``./jw audit verify|seal|restored``."""

import argparse
import sys

from django.core.management.base import BaseCommand

from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Verification
from jingwei.kernel.clock import local, now


class Command(BaseCommand):
    help = "审计：verify 核验是否被改动（被改动时以状态 1 结束），seal 立即封存，restored 登记一次备份恢复。"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True)
        words.add_parser("verify", help="核验全部封条和记录")
        words.add_parser("seal", help="立即封存")
        restored = words.add_parser("restored", help="登记一次备份恢复")
        restored.add_argument("--reason", required=True, help="原因和经办人")

    def handle(self, *args: object, word: str, reason: str = "", **options: object) -> None:
        if word == "seal":
            self.stdout.write(f"已封存 {services.seal_entries(at=now())} 条审计记录。")
        elif word == "restored":
            number = services.record_restore(reason, at=now())
            self.stdout.write(f"已登记：恢复到封条 {number}。")
        else:
            result = services.check_all(at=now())
            self.stdout.write(report(result))
            if not result.is_intact:
                sys.exit(1)


def report(result: Verification) -> str:
    """The verification as people read it."""
    moment = local(result.checked_at).strftime("%Y-%m-%d %H:%M:%S")
    head = (
        f"核验时间 {moment}：封条 {result.seal_count} 个，已封存记录 {result.entry_count} 条，"
        f"待封存 {result.unsealed_count} 条。"
    )
    if result.is_intact:
        return f"{head}\n审计完整，未发现改动。"
    lines = [f"  - {finding.text}" for finding in result.findings]
    return "\n".join([head, f"发现 {len(lines)} 处问题：", *lines])
