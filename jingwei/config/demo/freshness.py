"""The demo's collection tasks: what is due among its buildings, houses and residents, planned once as the night does."""

from collections.abc import Callable
from datetime import datetime

from jingwei.config.demo.ledger import SEEDER
from jingwei.config.demo.organisation import COMMUNITY, OTHER_COMMUNITY
from jingwei.domains.freshness.models import GridCount
from jingwei.domains.freshness.services.planning import plan_area
from jingwei.foundation.scoping import eyes


def seed_freshness(*, at: datetime, say: Callable[[str], object]) -> int:
    """Plan the communities that have records, unless it was done. Returns how many records were given out."""
    with eyes(SEEDER):
        if GridCount.objects.unscoped("the demo is seeded once").exists():
            return 0
        say("统计鲜活度，安排采集任务（演示数据） …")
        return sum(plan_area(SEEDER, code, at=at).given for code in (COMMUNITY, OTHER_COMMUNITY))
