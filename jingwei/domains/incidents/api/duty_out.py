"""Whose duty a matter is, as the dispatch screen shows it: the line that speaks, and whom it names."""

from uuid import UUID

from pydantic import BaseModel

from jingwei.domains.routing.contracts import Choice
from jingwei.domains.routing.queries.duty_words import say_lines


class AssistingUnitOut(BaseModel):
    """A unit that the line names to assist at this place."""

    unit_id: UUID
    name: str


class DutyOut(BaseModel):
    """The line of the duty matrix that speaks of the matter. ``lead_id`` is null where no such unit serves the place;
    limits are empty where the item's own hold."""

    no: int
    list_id: int
    list_name: str
    when: str
    when_en: str
    lead_id: UUID | None
    lead_name: str
    lead_name_en: str
    assists: list[AssistingUnitOut]
    handle_limit: str
    assist_limit: str
    village: str
    village_words: str
    village_words_en: str
    basis: str
    note: str


def duty_out(choice: Choice) -> DutyOut | None:
    """The line as it travels; nothing where no line speaks of the matter."""
    if choice.line is None:
        return None
    (said,) = say_lines([choice.line])
    return DutyOut(
        no=choice.line.no,
        list_id=choice.line.list_id,
        list_name=choice.list_name,
        when=said.when,
        when_en=said.when_en,
        lead_id=choice.lead.unit_id if choice.lead else None,
        lead_name=choice.lead.name if choice.lead else said.lead.words,
        lead_name_en=choice.lead.name if choice.lead else said.lead.words_en,
        assists=[AssistingUnitOut(unit_id=one.unit_id, name=one.name) for one in choice.assists],
        handle_limit=choice.handle_limit,
        assist_limit=choice.assist_limit,
        village=choice.village,
        village_words=said.village_words,
        village_words_en=said.village_words_en,
        basis=choice.line.basis,
        note=choice.line.note,
    )
