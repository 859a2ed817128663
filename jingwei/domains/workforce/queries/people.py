"""The people of one grid: each kind with who fills it, from posts and from services, and since when nobody does."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.workforce.contracts import ForceKind
from jingwei.domains.workforce.models import Service
from jingwei.domains.workforce.queries.members import serving_at
from jingwei.domains.workforce.queries.standards import active_kinds, standard_of
from jingwei.domains.workforce.queries.strength import present_in
from jingwei.domains.workforce.rules.strength import Present
from jingwei.foundation.access.contracts import Actor, HeldPost
from jingwei.foundation.access.queries import centres_of, posts_within
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level

MOST_POSTS = 500


@dataclass(frozen=True, slots=True)
class Slot:
    """One kind in a grid: how many there should be, who there is, and since when nobody (None: never, or filled)."""

    kind: ForceKind
    wanted: int
    posts: list[HeldPost]
    services: list[Service]
    empty_since: date | None

    @property
    def is_filled(self) -> bool:
        return bool(self.posts or self.services)


@dataclass(frozen=True, slots=True)
class GridPeople:
    """A grid or community with its people, and the number of the office that serves it."""

    area_code: str
    centre_name: str
    duty_phone: str
    slots: list[Slot]


def people_of(actor: Actor, area_code: str, *, at: datetime) -> GridPeople:
    """The people of a grid with those of its community, or of a community alone. The caller has checked the ground."""
    today = local(at).date()
    kinds, standard = active_kinds(), standard_of(today)
    codes = list(dict.fromkeys((area_code, area_code[: Level.COMMUNITY])))
    posts = _held(codes, kinds, at=at)
    services = serving_at(actor, codes)
    present = present_in(actor, area_code, kinds, on=today)
    slots = []
    for kind in kinds:
        held = [one for one in posts if one.role is kind.role]
        serving = [one for one in services if one.kind_id == kind.key]
        gone = [present.get((code, kind.key), Present()).empty_since for code in codes]
        since = None if held or serving else max(filter(None, gone), default=None)
        wanted = standard.wanted.get(kind.key, 0)
        if held or serving or wanted:
            slots.append(Slot(kind, wanted, held, serving, since))
    centre, phone = duty_of(area_code)
    return GridPeople(area_code, centre, phone, slots)


def duty_of(area_code: str) -> tuple[str, str]:
    """The centre that serves an area, and the nearest published number from there upwards: an office's, nobody's own."""
    above = [area_code[: int(level)] for level in reversed(Level) if int(level) <= len(area_code)]
    centres = centres_of(above)
    served = [centres[code] for code in above if code in centres]
    phones = [one.public_phone for one in served if one.public_phone]
    return (served[0].name if served else "", phones[0] if phones else "")


def holder_ids(people: GridPeople) -> set[UUID]:
    return {one.holder_id for slot in people.slots for one in slot.posts if one.holder_id}


def _held(codes: list[str], kinds: list[ForceKind], *, at: datetime) -> list[HeldPost]:
    roles = {one.role for one in kinds if one.role is not None}
    found = posts_within(codes[-1], unit_id=None, is_vacant=False, at=at, limit=MOST_POSTS, cursor=None).rows
    return [one for one in found if one.area_code in codes and one.role in roles]
