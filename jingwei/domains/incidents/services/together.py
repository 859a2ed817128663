"""Steps taken together: a batch 成批办理 leaves its mark in the facts of each of its steps."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from jingwei.domains.incidents.models import Step

BATCH_FACT = "batch"

_batch: ContextVar[UUID | None] = ContextVar("incidents_batch", default=None)


@contextmanager
def together(batch_id: UUID) -> Iterator[None]:
    """Every step taken inside belongs to this batch."""
    token = _batch.set(batch_id)
    try:
        yield
    finally:
        _batch.reset(token)


def batch_mark() -> dict[str, str]:
    """What a step taken now notes of its batch; nothing outside of one."""
    batch_id = _batch.get()
    return {BATCH_FACT: str(batch_id)} if batch_id else {}


def batch_of_step(incident_id: UUID, version: int | None) -> str | None:
    """The batch a step belonged to. Needs eyes that see the incident."""
    if version is None:
        return None
    step = Step.objects.filter(incident_id=incident_id, version=version).only("facts").first()
    return step.facts.get(BATCH_FACT) if step else None
