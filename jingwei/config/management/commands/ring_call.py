"""Let the fake exchange ring: ./jw ring-call NUMBER [--seat USER]. Demo only."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.domains.hotline.models import Seat
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.access.queries import account_named, posts_open_to
from jingwei.foundation.scoping import eyes
from jingwei.foundation.wire import way_to
from jingwei.integrations.telephony.fake import FakeExchange, over_http
from jingwei.kernel.clock import now
from jingwei.kernel.sockets import Asked, OutsideDown

CALLER = system_actor("演示数据")
FIRST_PORT, LAST_PORT = 8000, 8099


class Command(BaseCommand):
    help = "演示：让模拟电话交换机按真实的接口振铃。需要另一个终端里的 ./jw run。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", help="来电号码，演示请用169开头的11位号码")
        parser.add_argument("--seat", default="zhao", help="坐席的用户名，默认 zhao")
        parser.add_argument("--answer-after", type=float, default=4, help="几秒后接起；0 表示不接")
        parser.add_argument("--end-after", type=float, default=60, help="接起后几秒挂断")
        parser.add_argument("--url", help="平台地址；不写则找本机 8000–8099 端口上的平台")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.IS_DEMO and not os.environ.get("JINGWEI_DEMO"):
            self.stderr.write("提示：这是演示用的命令，事件会写进当前的库。")
        if not settings.TELEPHONY_KEY:
            raise CommandError("没有 JINGWEI_TELEPHONY_KEY。先执行 ./jw setup，再重启 ./jw run。")
        extension = self._extension(options["seat"])
        address = options["url"] or self._running()
        call = FakeExchange(settings.TELEPHONY_KEY, over_http(address)).call(options["number"], extension)
        self._tell("振铃", call.ring(now()))
        if options["answer_after"] <= 0:
            time.sleep(3)
            self._tell("对方挂断（未接）", call.hang_up(now()))
            return
        time.sleep(options["answer_after"])
        self._tell("接起", call.answer(now()))
        time.sleep(options["end_after"])
        self._tell("挂断", call.hang_up(now()))
        self._tell("录音", call.record(now()))

    def _extension(self, username: str) -> str:
        with eyes(CALLER):
            known = account_named(username)
            posts = [post.post_id for post in posts_open_to(known[1], at=now())] if known else []
            seat = Seat.objects.visible_to(CALLER).filter(post_id__in=posts).first()
        if seat is None:
            raise CommandError(f"“{username}”没有坐席分机。演示城市里 zhao、sun、wu、he 有；或由管理员登记。")
        return str(seat.extension)

    def _running(self) -> str:
        for port in range(FIRST_PORT, LAST_PORT + 1):
            address = f"http://127.0.0.1:{port}"
            try:
                if way_to(address, seconds=0.5)(Asked("GET", f"{address}/healthz")).status == 200:
                    return address
            except OutsideDown:
                continue
        raise CommandError("没有找到运行中的平台。先在另一个终端执行 ./jw run，或用 --url 指明地址。")

    def _tell(self, what: str, answer: tuple[int, str]) -> None:
        status, text = answer
        if status != 200:
            raise CommandError(f"{what}：平台回答 {status} {text}")
        self.stdout.write(f"    {what}")
        self.stdout.flush()
