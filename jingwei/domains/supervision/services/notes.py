"""Leaders' notes 批示: the unit that owes the matter owes an answer, too."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.services.watches import stop_watch
from jingwei.domains.incidents.queries.overseeing import instructions_of, overseen
from jingwei.domains.supervision.contracts import Happening, Supervised
from jingwei.domains.supervision.models import Note
from jingwei.domains.supervision.queries.policy import policy_at
from jingwei.domains.supervision.rules.refusals import NoteNotWaiting, NotTheReceiver
from jingwei.domains.supervision.services.watching import KEEPER, NOTE, watch_note
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7


def owe_answer(incident_id: UUID, version: int, *, at: datetime) -> Note | None:
    """Have whoever owes the matter answer a note that was written; once, however often it is heard."""
    with work(KEEPER, Permission.SUPERVISE_MATTER) as job:
        matter = overseen(KEEPER, [incident_id]).get(incident_id)
        is_known = Note.objects.filter(incident_id=incident_id, version=version).exists()
        written = instructions_of(incident_id, version=version)
        if matter is None or matter.ower_id is None or is_known or not written:
            job.recorded_elsewhere()
            return None
        note = Note(
            id=uuid7(),
            incident_id=incident_id,
            version=version,
            unit_id=matter.ower_id,
            noted_at=written[0].at,
        )
        note.save(force_insert=True)
        watch_note(note, policy_at(at), at=written[0].at)
        job.record_own(f"supervision.note:{note.pk}", incident=str(incident_id), unit=str(note.unit_id))
    return note


def answer_note(actor: Actor, incident_id: UUID, version: int, *, words: str, at: datetime) -> Note:
    """Answer a leader's note for one's unit. Raises: NotFound, NotTheReceiver, NoteNotWaiting."""
    with work(actor, Permission.ANSWER_SUPERVISION) as job:
        if not overseen(actor, [incident_id]):
            raise NotFound
        rows = Note.objects.filter(incident_id=incident_id, version=version)
        note = rows.select_for_update().first()
        if note is None or note.answered_at is not None:
            raise NoteNotWaiting
        if actor.unit_id != note.unit_id:
            raise NotTheReceiver
        note.answered_at, note.answer = at, words.strip()
        note.answer_name, note.answer_post_id = actor.name, actor.post_id
        note.save(update_fields=["answered_at", "answer", "answer_name", "answer_post_id"])
        stop_watch(NOTE, note.pk, at=at, outcome="answered")
        job.record_own(f"supervision.note:{note.pk}", act="answer", incident=str(incident_id))
        job.publish(Supervised(Happening.NOTE_ANSWERED, note.pk, at))
    return note
