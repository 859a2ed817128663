"""The demo city's duty matrix 权责清单: a line for each item, and before them a few that a real city would have.

Invented like the rest of the demo: what is said of villages follows the usual three lists, not a document of this city.
"""

from collections.abc import Iterator
from datetime import date, datetime

from jingwei.config.demo.organisation import TOWNSHIP, TOWNSHIP_UNIT
from jingwei.domains.routing.contracts import ItemBrief, NewLine, Village
from jingwei.domains.routing.queries import items_in_force
from jingwei.domains.routing.queries.duties import duty_briefs
from jingwei.domains.routing.services.duties import load_duties
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import local

LIST_NAME = "演示权责清单"
BASIS = "演示数据：按事项清单的责任单位拟订"
NIGHT = "22:00-06:00"
ENFORCING = frozenset(
    {"public_security", "traffic_police", "market", "ecology", "natural_resources", "emergency", "fire"}
    | {"urban_management", "human_resources", "transport", "housing"}
)
"""Work that takes a power of enforcement: no village may be given it."""
OF_ITS_OWN = frozenset({"mediation", "property_company", "township"})
"""Near enough to a village that the matrix says nothing about its part."""
NOISE_AT_NIGHT = ("040301", "040302")
STALLS = "010201"


def load_demo_duties(actor: Actor, *, begins_on: date, at: datetime) -> int:
    """Bring the matrix into force where there is none at all. Returns how many lines were written."""
    if duty_briefs(with_drafts=False):
        return 0
    lines = list(_lines(items_in_force(on=local(at).date())))
    load_duties(actor, LIST_NAME, lines, begins_on, at=at)
    return len(lines)


def _lines(items: list[ItemBrief]) -> Iterator[NewLine]:
    known = {item.item_code for item in items}
    for code in NOISE_AT_NIGHT:
        if code in known:
            yield NewLine(
                item_prefix=code,
                hours=NIGHT,
                lead="public_security",
                assists=("urban_management",),
                handle_limit="2H",
                assist_limit="4h",
                village=Village.RELIEVED,
                basis="演示数据：夜间噪声由公安先行劝止",
            )
    if STALLS in known:
        yield NewLine(
            item_prefix=STALLS,
            area_code=TOWNSHIP,
            level=len(TOWNSHIP),
            lead=TOWNSHIP_UNIT,
            assists=("urban_management",),
            assist_limit="1d",
            village=Village.ASSIST,
            basis="演示数据：街道赋权事项目录",
            note="试点街道自行处置，城管协助",
        )
    for item in items:
        yield NewLine(
            item_prefix=item.item_code,
            lead=item.unit_kind,
            village=_village(item),
            basis=BASIS,
        )


def _village(item: ItemBrief) -> str:
    if item.unit_kind in ENFORCING:
        return Village.RELIEVED
    return "" if item.unit_kind in OF_ITS_OWN else Village.ASSIST
