"""What was heard and settled on the spot goes from the notes of people's concerns to the work log."""

from datetime import datetime

from jingwei.domains.concerns.contracts import Settled
from jingwei.domains.worklog.services import NewEntry, record_entry
from jingwei.foundation.access.contracts import Actor

ORIGIN = "concern"


def record_settled(actor: Actor, settled: Settled, *, at: datetime) -> None:
    """An entry under the note's own id, so that both lead to each other. Raises: whatever the work log may refuse."""
    record_entry(
        actor,
        NewEntry(
            entry_id=settled.entry_id,
            item_code=settled.item_code,
            happened_at=at,
            position=settled.position,
            area_code=settled.area_code,
            address=settled.address,
            words=settled.words,
            origin=ORIGIN,
        ),
        at=at,
    )
