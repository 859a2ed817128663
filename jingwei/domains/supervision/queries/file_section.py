"""What the file of a matter says of supervision."""

from uuid import UUID

from jingwei.domains.incidents.queries.overseeing import instructions_of
from jingwei.domains.supervision.models import CardEntry
from jingwei.domains.supervision.queries.cards import cards_of, entries_of, notes_of
from jingwei.domains.supervision.rules.wording import ACT_LABELS, KIND_LABELS
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.documents.contracts import Asked, Block, SectionSource, Table


def file_section(actor: Actor, subject_id: UUID, asked: Asked) -> tuple[Block, ...]:
    """Cards with their course, leaders' notes with their answers; nothing for outsiders and whoever reported it."""
    if asked.is_outside or actor.unit_id is None:
        return ()
    cards, notes = cards_of(subject_id), notes_of(subject_id)
    entries = entries_of(row.pk for row in cards)
    owed = {row.version: row for row in notes}
    units = unit_names({row.unit_id for row in (*cards, *notes)})
    rows: list[tuple[str, ...]] = []
    for card in reversed(cards):
        kind = asked.say(*KIND_LABELS[card.kind])
        rows += [
            (asked.moment(one.at), f"{kind} · {units.get(card.unit_id, '')}", _said(one, asked))
            for one in entries.get(card.pk, [])
        ]
    for note in instructions_of(subject_id):
        label = asked.say("领导批示", "Leader's note")
        rows.append((asked.moment(note.at), f"{label} · {note.by_name}", note.words))
        answer = owed.get(note.version)
        if answer is not None and answer.answered_at is not None:
            who = f"{asked.say('答复', 'Answer')} · {units.get(answer.unit_id, '')}"
            rows.append((asked.moment(answer.answered_at), who, answer.answer))
    if not rows:
        return ()
    heads = (asked.say("时间", "When"), asked.say("督办", "Supervision"), asked.say("内容", "Words"))
    return (Table(heads, tuple(rows)),)


def _said(one: CardEntry, asked: Asked) -> str:
    act = asked.say(*ACT_LABELS.get(one.act, (one.act, one.act)))
    return f"{act}（{one.by_name}）{one.words}".strip()


SUPERVISION_SECTION = SectionSource(
    "supervision", "督办与批示", "Supervision and leaders' notes", order=60, read=file_section
)
