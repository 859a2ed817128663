"""A copy of a record that leaves the house: what it is for, and who answers for it, stand on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.documents.contracts import Asked, Document, PurposeMissing, Section

LEAST_PURPOSE = 4
MOST_PURPOSE = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """Who takes a copy along, what for, and how it is written."""

    actor: Actor
    purpose: str
    asked: Asked


def copy_for(actor: Actor, purpose: str, asked: Asked) -> Copy:
    """Raises: PurposeMissing."""
    given = " ".join(purpose.split())[:MOST_PURPOSE]
    if len(given) < LEAST_PURPOSE:
        raise PurposeMissing(least=LEAST_PURPOSE)
    return Copy(actor, given, asked)


def copied(copy: Copy, title: str, lead: Sequence[tuple[str, str]], sections: Sequence[Section]) -> Document:
    """A document for use inside, with who took it, when, and what for."""
    asked = copy.asked
    made = asked.moment(asked.at)
    return Document(
        title=title,
        language=asked.language,
        lead=(*lead, (asked.say("打印时间", "Printed"), made)),
        sections=tuple(one for one in sections if one.blocks),
        foot=foot_of(copy.actor, asked, copy.purpose),
        mark=f"{copy.actor.name} {made}",
    )


def foot_of(actor: Actor, asked: Asked, purpose: str) -> str:
    """Who answers for a copy that turns up."""
    unit = unit_names([actor.unit_id]).get(actor.unit_id, "") if actor.unit_id else ""
    said = [
        asked.say("内部使用，不得外传", "internal use only"),
        f"{actor.name} {unit}".strip(),
        asked.moment(asked.at),
        asked.say(f"用途：{purpose}", f"for: {purpose}"),
    ]
    return " · ".join(said)
