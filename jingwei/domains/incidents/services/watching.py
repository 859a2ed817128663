"""Two people on one page see each other: who has an incident open now, and who of them is writing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.queries.matter import incident_for
from jingwei.domains.incidents.services.showing import show_live
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import post_titles, staff_names
from jingwei.foundation.live.contracts import Kind, Present
from jingwei.foundation.live.queries import present_at
from jingwei.foundation.live.services.presence import appear, disappear
from jingwei.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Watcher:
    """A colleague who has the same incident open."""

    person_id: UUID
    name: str
    post_title: str
    is_typing: bool


def watch_incident(actor: Actor, incident_id: UUID, *, is_typing: bool, at: datetime) -> list[Watcher]:
    """Say that one has it open, and learn who else has. Given again every twenty seconds; forgotten after 45.

    Raises: NotFound where the actor does not see it.
    """
    _require_sight(actor, incident_id)
    is_news = appear(actor, incident_id, is_typing=is_typing, at=at)
    others = [one for one in present_at(incident_id, at=at) if one.person_id != actor.person_id]
    if is_news:
        _show(incident_id, others)
    return _named(others)


def leave_incident(actor: Actor, incident_id: UUID, *, at: datetime) -> None:
    """Say that one has closed it; twice does no harm. Raises: NotFound where the actor does not see it."""
    _require_sight(actor, incident_id)
    if disappear(actor, incident_id):
        _show(incident_id, present_at(incident_id, at=at))


def _require_sight(actor: Actor, incident_id: UUID) -> None:
    if actor.person_id is None or actor.post_id is None:
        raise NotFound
    incident_for(actor, incident_id)


def _show(incident_id: UUID, others: list[Present]) -> None:
    """Live to the others alone, and only as long as they see the incident."""
    if others:
        show_live(incident_id, Kind.PRESENCE, persons={one.person_id for one in others})


def _named(others: list[Present]) -> list[Watcher]:
    if not others:
        return []
    names = staff_names({one.person_id for one in others})
    titles = post_titles({one.post_id for one in others})
    return [
        Watcher(one.person_id, names[one.person_id], titles.get(one.post_id, ""), one.is_typing)
        for one in others
        if one.person_id in names
    ]
