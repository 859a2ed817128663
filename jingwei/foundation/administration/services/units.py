"""Units: opened, renamed, switched off and on by administrators within their area; all of it is recorded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import (
    ANYWHERE,
    CENTRE,
    Actor,
    NewUnit,
    Permission,
    UnitBrief,
    system_actor,
)
from jingwei.foundation.administration.rules import (
    CENTRE_WORDS,
    Ground,
    UnitWish,
    codes_above,
    planned,
    public_phone,
    require_no_centre,
    require_unused,
)
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.audit.queries import entries_seen
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

LOOKER = system_actor("机构核对")
"""Whether a unit or post was used is asked about the whole city, never about whom or what."""

KindWords = Callable[[], Mapping[str, str]]
CountOpen = Callable[[UUID], int]
FindUsed = Callable[[Iterable[UUID]], set[UUID]]


def _unplugged(*asked: object) -> Any:
    raise RuntimeError("config.wiring has not plugged the units in")


_kind_words: KindWords = _unplugged
_count_open: CountOpen = _unplugged
_find_used: FindUsed = _unplugged


def plug_units(*, kind_words: KindWords, count_open: CountOpen, find_used: FindUsed) -> None:
    """Tell which kinds there are, how many open matters a unit has, and which units and posts were ever used.

    Called once, by config: kinds and matters belong to domains, which stand above.
    """
    global _kind_words, _count_open, _find_used
    _kind_words, _count_open, _find_used = kind_words, count_open, find_used


def used_among(ids: Iterable[UUID]) -> set[UUID]:
    """Those of these units and posts that ever had a part in anything."""
    with eyes(LOOKER):
        return _find_used(ids)


def changed_since_opened(unit_id: UUID) -> bool:
    """Whether anything was recorded of a unit besides its opening."""
    with eyes(LOOKER):
        entries = entries_seen(
            target=f"access.unit:{unit_id}", person_id=None, since=None, until=None, limit=2, cursor=None
        )
    return len(entries.rows) > 1


def create_unit(
    actor: Actor,
    *,
    code: str,
    name: str,
    kind: str,
    area_code: str,
    parent_id: UUID | None = None,
    is_government: bool = True,
) -> UUID:
    """Open a unit in one's own area. Without a parent it stands under the nearest centre. Returns its id.

    Raises: UnitCodeTaken; UnitKindUnknown; UnitAreaUnknown; OutsideYourArea; CentreExists; ParentDoesNotFit.
    """
    wish = UnitWish(
        unit_id=uuid7(),
        code=code,
        name=name,
        kind=kind,
        area_code=area_code,
        parent_id=parent_id,
        is_government=is_government,
    )
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        unit = planned(wish, ground_for([wish]), scope=actor.scope)
        open_planned(job, [unit])
    return unit.unit_id


def rename_unit(actor: Actor, unit_id: UUID, *, name: str) -> None:
    """Give a unit another name. Raises: NotFound."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        unit = _administered(actor, unit_id)
        access.rename_unit(unit_id, name)
        _record(job, unit, act="rename_unit", before=unit.name, name=name)


def set_unit_phone(actor: Actor, unit_id: UUID, *, phone: str) -> None:
    """Say at which number the public reaches a unit. Raises: NotFound; PublicPhoneMalformed."""
    phone = public_phone(phone)
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        unit = _administered(actor, unit_id)
        access.set_public_phone(unit_id, phone)
        _record(job, unit, act="set_unit_phone", before=unit.public_phone, phone=phone)


def switch_unit_off(actor: Actor, unit_id: UUID, *, at: datetime) -> None:
    """Take a unit out of use, with its vacant posts; history keeps its name. Raises: NotFound; UnitStillUsed."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        unit = _administered(actor, unit_id)
        held = [title for _, title, person_id, _ in people.posts_of_unit(unit_id, at=at) if person_id]
        with eyes(LOOKER):
            open_incidents = _count_open(unit_id)
        require_unused(
            unit,
            held_titles=held,
            has_units_below=people.has_units_below(unit_id),
            open_incidents=open_incidents,
        )
        posts = access.switch_unit(unit_id, on=False)
        _record(job, unit, act="switch_unit_off", posts=posts)


def switch_unit_on(actor: Actor, unit_id: UUID) -> None:
    """Put a unit back into use, with its posts. Raises: NotFound; CentreExists; ParentDoesNotFit."""
    with work(actor, Permission.MANAGE_POSTS) as job:
        access.lock_units()
        unit = _administered(actor, unit_id)
        if unit.kind == CENTRE and not unit.is_active:
            ground = Ground(kinds={}, areas=frozenset(), centres=people.centres_of([unit.area_code]))
            require_no_centre(unit.area_code, ground)
        posts = access.switch_unit(unit_id, on=True)
        _record(job, unit, act="switch_unit_on", posts=posts)


def ground_for(wishes: Sequence[UnitWish]) -> Ground:
    """Everything that some wishes are measured against, in a fixed number of reads."""
    areas = {code for wish in wishes if _is_code(wish.area_code) for code in codes_above(wish.area_code)}
    words = {**_kind_words(), **CENTRE_WORDS}
    ground = Ground(kinds=words, areas=frozenset(names_of(areas)), centres=people.centres_of(areas))
    ids = [wish.parent_id for wish in wishes if wish.parent_id]
    codes = [code for wish in wishes for code in (wish.code, wish.parent_code) if code]
    for unit in people.units_known(ids=ids, codes=codes):
        ground.add(unit)
    return ground


def open_planned(job: Work, units: Sequence[NewUnit]) -> None:
    """Write planned units and record each."""
    access.open_units(units)
    for unit in units:
        job.record_in_area(
            f"access.unit:{unit.unit_id}",
            unit.area_code,
            act="create_unit",
            code=unit.code,
            name=unit.name,
            kind=unit.kind,
            parent=unit.parent_id,
        )


def _is_code(area_code: str) -> bool:
    return area_code.isascii() and area_code.isdigit()


def _administered(actor: Actor, unit_id: UUID) -> UnitBrief:
    """A unit of one's own area, also a switched-off one. Raises: NotFound."""
    unit = next(iter(people.units_known(ids=[unit_id])), None)
    if unit is None or (actor.scope != ANYWHERE and not lies_within(unit.area_code, actor.scope)):
        raise NotFound
    return unit


def _record(job: Work, unit: UnitBrief, **change: object) -> None:
    job.record_in_area(f"access.unit:{unit.unit_id}", unit.area_code, code=unit.code, **change)
