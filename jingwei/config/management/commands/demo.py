"""Put the demo city into the database: ./jw demo [--city small|full]."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.config.demo.concerns import seed_concerns
from jingwei.config.demo.doorvisits import seed_door_visits
from jingwei.config.demo.dwellings import seed_dwellings
from jingwei.config.demo.freshness import seed_freshness
from jingwei.config.demo.hotline import seed_hotline
from jingwei.config.demo.joint import seed_joint
from jingwei.config.demo.ledger import seed_ledger
from jingwei.config.demo.loader import seed_city, sign_in_cast
from jingwei.config.demo.organisation import cast_members
from jingwei.config.demo.organisations import seed_organisations
from jingwei.config.demo.places import seed_places
from jingwei.config.demo.residents import seed_residents
from jingwei.config.demo.simulator import simulate
from jingwei.config.demo.supervision import seed_supervision
from jingwei.config.demo.tasks import seed_tasks
from jingwei.config.demo.visits import seed_visits
from jingwei.config.demo.workforce import seed_workforce
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError


class Command(BaseCommand):
    help = "装入演示城市（益阳）和最近30天的模拟事件：small 一个区，full 全市。重复执行不会改变已有数据。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--city", choices=("small", "full"), default="small", help="small 一个区，full 全市"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        try:
            seeded = seed_city(options["city"], at=now(), say=self._say)
            sign_in_cast(cast_members(), settings.VAR_FOLDER)
            seed_ledger(at=now(), say=self._say)
            seed_dwellings(at=now(), say=self._say)
            seed_residents(at=now(), say=self._say)
            seed_organisations(at=now(), say=self._say)
            seed_places(at=now(), say=self._say)
            simulated = simulate(at=now(), say=self._say)
            seed_hotline(at=now(), say=self._say)
            seed_tasks(at=now(), say=self._say)
            seed_workforce(at=now(), say=self._say)
            seed_concerns(at=now(), say=self._say)
            seed_joint(at=now(), say=self._say)
            seed_supervision(at=now(), say=self._say)
            seed_visits(at=now(), say=self._say)
            seed_door_visits(at=now(), say=self._say)
            seed_freshness(at=now(), say=self._say)
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        counts = f"{seeded.areas} 个区划，其中网格 {seeded.grids} 个"
        if seeded.is_new or simulated:
            seconds = time.monotonic() - started
            self._say(f"演示城市已就绪：{counts}，新增事件 {simulated} 件，用时 {seconds:.0f} 秒。")
        else:
            self._say(f"演示城市已在库中：{counts}。")

    def _say(self, line: str) -> None:
        self.stdout.write(f"    {line}")
        self.stdout.flush()
