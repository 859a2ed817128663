"""Ask every connected container for what a page needs, and say who answers."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.config.containers import plugs_of
from jingwei.foundation.administration.rules.containers import CONTAINER_WORDS
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError

NOBODY = "No container is set up. See docs/guides/operator.md, “微信、企业微信、钉钉、支付宝”."


class Command(BaseCommand):
    help = (
        "Ask WeChat, WeCom, DingTalk and Alipay, as far as they are set up, with this installation's secrets."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        plugs, silent = plugs_of(settings), []
        for container, bridge in plugs.bridges.items():
            name = CONTAINER_WORDS[container][1]
            try:
                bridge.configure("https://localhost/m/", nonce="check", at=now())
            except DomainError as fault:
                silent.append(name)
                self.stdout.write(f"{name}: {fault.text_en}")
            else:
                sends = any(channel.value == container.value for channel in plugs.outlets)
                self.stdout.write(f"{name}: answers; notices are {'sent' if sends else 'not sent'} there")
        if not plugs.bridges:
            self.stdout.write(NOBODY)
        if silent:
            raise CommandError(f"no answer from: {', '.join(silent)}")
