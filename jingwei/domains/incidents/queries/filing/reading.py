"""What the file of a matter is read from, and how its words are said in each form."""

from uuid import UUID

from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.disputes import ties_of
from jingwei.domains.incidents.queries.matter import Course, course_of
from jingwei.domains.incidents.rules.filing import without_names
from jingwei.domains.incidents.rules.taking_along import without_numbers
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.documents.contracts import Asked


class Reading:
    """One matter as it is read for its file: everything that stands beside it, by one reader, in one form."""

    def __init__(self, actor: Actor, incident: Incident, asked: Asked) -> None:
        self.actor, self.incident, self.asked = actor, incident, asked
        self.is_inside = not asked.is_outside
        self.known: Course = course_of(actor, incident)
        self.steps = [one for one in self.known.steps if self.is_inside or not one.is_internal]
        self.names = {one.actor_name for one in self.known.steps if one.actor_name}
        self.ties = ties_of(actor, incident)
        self.units = unit_names(self._unit_ids())

    def _unit_ids(self) -> set[UUID]:
        known, incident = self.known, self.incident
        found: set[UUID | None] = {incident.centre_id, incident.handler_unit_id}
        found |= {one.unit_id for one in known.steps} | {one.unit_id for one in known.assignments}
        found |= {one.unit_id for one in known.assists} | {one.asked_by_unit_id for one in known.questions}
        for one in self.ties.objections:
            found |= {one.unit_id, one.named_unit_id, one.referee_id, one.given_unit_id}
        return {one for one in found if one is not None}

    def plain(self, text: str) -> str:
        """Free text as this form may say it: long numbers never leave the house in clear, names only inside."""
        return without_numbers(text) if self.is_inside else without_names(text, self.names)

    def unit(self, unit_id: UUID | None) -> str:
        return self.units.get(unit_id, "") if unit_id is not None else ""


def heads_of(asked: Asked, *words: tuple[str, str]) -> tuple[str, ...]:
    return tuple(asked.word(one) for one in words)
