"""What helps while somebody speaks: where it is, which item it is, whether it is known, whether it is dangerous."""

from dataclasses import dataclass
from datetime import date

from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.rules.danger import Sign, services_for, signs_of_danger
from jingwei.domains.hotline.rules.likeness import NEAR_M, Told, likeness
from jingwei.domains.incidents.queries.known import MatterBrief, open_matters_around
from jingwei.domains.routing.contracts import ItemDetail
from jingwei.domains.routing.queries import suggested_items
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import locate, path_name
from jingwei.kernel.errors import Invalid

MOST_ITEMS = 6
MOST_MATTERS = 5
MOST_ITEMS_FOR_EVERYBODY = 4


@dataclass(frozen=True, slots=True)
class Heard:
    """What was written down so far."""

    words: str
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    area_code: str = ""
    item_code: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedItem:
    item: ItemDetail
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """Suggestions, all of them for the person on the telephone to judge."""

    area_code: str
    area_name: str
    signs: list[Sign]
    services: list[Emergency]
    items: list[SuggestedItem]
    matters: list[MatterBrief]


def hints_for(actor: Actor, heard: Heard, *, on: date) -> Hints:
    """What may help with what was heard so far; nothing is stored."""
    area_code = _area(heard)
    signs = signs_of_danger(heard.words)
    return Hints(
        area_code=area_code,
        area_name=path_name(area_code) if area_code else "",
        signs=signs,
        services=services_for(signs),
        items=[
            SuggestedItem(one.item, one.matched)
            for one in suggested_items(heard.words, on=on, limit=MOST_ITEMS)
        ],
        matters=_matters(actor, heard, area_code),
    )


@dataclass(frozen=True, slots=True)
class EverybodysHints:
    """What may be said to everybody: no matters, for those are not for everybody."""

    signs: list[Sign]
    services: list[Emergency]
    items: list[SuggestedItem]


def hints_for_everybody(words: str, *, on: date) -> EverybodysHints:
    """What helps somebody who writes their own report; nothing is stored."""
    signs = signs_of_danger(words)
    return EverybodysHints(
        signs=signs,
        services=services_for(signs),
        items=[
            SuggestedItem(one.item, one.matched)
            for one in suggested_items(words, on=on, limit=MOST_ITEMS_FOR_EVERYBODY)
        ],
    )


def _area(heard: Heard) -> str:
    """Where the pin lies, else the area that was chosen; a pin outside the city is told when it is submitted."""
    if heard.lon is None or heard.lat is None:
        return heard.area_code
    try:
        return locate(heard.lon, heard.lat).area_code
    except Invalid:
        return heard.area_code


def _matters(actor: Actor, heard: Heard, area_code: str) -> list[MatterBrief]:
    if not heard.words.strip() and not heard.item_code:
        return []
    mine = Told(heard.words, heard.address.strip(), heard.lon, heard.lat, heard.item_code)
    around = open_matters_around(
        actor, lon=heard.lon, lat=heard.lat, area_code=area_code, radius_m=int(NEAR_M)
    )
    scored = [
        (likeness(mine, Told(f"{one.title}{one.words}", one.address, one.lon, one.lat, one.item_code)), one)
        for one in around
    ]
    alike = [pair for pair in scored if pair[0] > 0]
    alike.sort(key=lambda pair: -pair[0])
    return [one for _, one in alike[:MOST_MATTERS]]


def speaks_of_danger(words: str) -> bool:
    """Whether the words point to somebody in danger."""
    return bool(signs_of_danger(words))
