"""Looking matters up by the telephone somebody calls from: used, so recorded, and the reporter sees it."""

from datetime import datetime

from jingwei.domains.incidents.queries.known import MatterBrief, matters_of_telephone
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import PersonalField, Purpose
from jingwei.foundation.privacy.services import index_of, note_looks, resealed


def telephone_index(number: str) -> bytes:
    """What matters of a telephone are found by. Raises: BadPhone."""
    return index_of(REPORTER_PHONE, number)


def telephone_index_of_sealed(field: PersonalField, sealed: bytes | memoryview) -> bytes:
    """The same for a number that is sealed as another field; it is not shown to anybody."""
    return resealed(field, sealed, REPORTER_PHONE).index


def matters_of_caller(
    actor: Actor, index: bytes, *, since: datetime, most: int, purpose: Purpose, at: datetime
) -> list[MatterBrief]:
    """The caller's open and late matters within the actor's sight; each look is recorded for the reporter to see.

    Within the caller's work.
    """
    found = matters_of_telephone(actor, index, since=since, most=most)
    targets = [(f"incidents.incident:{one.incident_id}", one.reporter_id, one.area_code) for one in found]
    note_looks(actor, REPORTER_PHONE, targets, purpose=purpose, remark="来电时按号码查找", at=at)
    return found
