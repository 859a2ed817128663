"""Print the demo city's people and how they sign in: ./jw cast."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.config.demo.loader import cast_password, city_size
from jingwei.config.demo.organisation import cast_members
from jingwei.kernel.errors import DomainError


class Command(BaseCommand):
    help = "列出演示城市的固定人物及其登录方式。"

    def handle(self, *args: Any, **options: Any) -> None:
        password = cast_password(settings.VAR_FOLDER)
        try:
            size = city_size()
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        if size is None or password is None:
            raise CommandError("库中没有演示城市。先执行 ./jw demo，或直接 ./jw run。")
        self.stdout.write("  演示人物（密码均为本机随机生成，只用于演示）：")
        for member in cast_members():
            self.stdout.write(f"    {member.username:<6} {member.name}  {member.part}")
        self.stdout.write(f"  密码：{password}")
