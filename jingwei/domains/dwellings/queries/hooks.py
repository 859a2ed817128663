"""Who else has something on houses: how many live there, where a house is used, and whose rows follow it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from jingwei.domains.dwellings.contracts import Follower, Occupancy, Usage, UsedBy
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.documents.contracts import Asked, Section, SectionSource

_occupancy: Occupancy | None = None
_usages: tuple[Usage, ...] = ()
_followers: tuple[Follower, ...] = ()
_sections: tuple[SectionSource, ...] = ()


def plug_occupancy(occupancy: Occupancy | None) -> None:
    """Say who counts the people of houses. Called once, by the wiring."""
    global _occupancy
    _occupancy = occupancy


def plug_usages(usages: Sequence[Usage]) -> None:
    """Say who else uses houses and buildings. Called once, by the wiring."""
    global _usages
    _usages = tuple(usages)


def plug_followers(followers: Sequence[Follower]) -> None:
    """Say whose rows stand on houses. Called once, by the wiring."""
    global _followers
    _followers = tuple(followers)


def plug_house_sections(sections: Sequence[SectionSource]) -> None:
    """Say what others add to the sheet of a house. Called once, by the wiring."""
    global _sections
    _sections = tuple(sorted(sections, key=lambda one: (one.order, one.key)))


def house_sections(actor: Actor, house_id: UUID, asked: Asked) -> list[Section]:
    """What others know of a house that was shown to the actor; each decides what they see of it."""
    read = [(one, tuple(one.read(actor, house_id, asked))) for one in _sections]
    return [Section(one.key, asked.say(one.title_zh, one.title_en), blocks) for one, blocks in read if blocks]


def people_in(actor: Actor, house_ids: Sequence[UUID]) -> Mapping[UUID, int] | None:
    """People by house; None where nobody counts them here, or the asker may not."""
    return None if _occupancy is None else _occupancy(actor, house_ids)


def used_by(actor: Actor, kind: str, record_id: UUID) -> list[UsedBy]:
    """Everything that uses a house or a building, within the asker's sight; to decide by, not to be told."""
    return [one for usage in _usages for one in usage(actor, kind, record_id) if one.count]


def uses_told(actor: Actor, kind: str, record_id: UUID) -> list[UsedBy]:
    """What of it the asker may be told: who reads houses does not therefore learn how many people live in one."""
    return [one for one in used_by(actor, kind, record_id) if is_told(actor, one)]


def is_told(actor: Actor, one: UsedBy) -> bool:
    return one.permission is None or is_permitted(actor, one.permission)


def followers() -> tuple[Follower, ...]:
    return _followers
