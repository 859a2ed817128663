"""The sections of a file put together, with what other apps add to it."""

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filing.hands import hands_of
from jingwei.domains.incidents.queries.filing.life import basics_of, course_blocks, evidence_of
from jingwei.domains.incidents.queries.filing.reading import Reading
from jingwei.domains.incidents.queries.filing.time import time_of
from jingwei.domains.incidents.rules.filing import FORM_LABELS, PART_LABELS, WHOLE, FileForm, FilePart
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Asked, Document, Section
from jingwei.foundation.documents.queries import sections_of


def file_of(
    actor: Actor, incident: Incident, asked: Asked, *, parts: frozenset[FilePart] = WHOLE
) -> Document:
    """The file of a matter already shown to the actor, or only some ``parts`` of it."""
    file = Reading(actor, incident, asked)
    own = [
        (10, FilePart.BASICS, basics_of),
        (20, FilePart.COURSE, course_blocks),
        (30, FilePart.EVIDENCE, evidence_of),
        (40, FilePart.TIME, time_of),
        (50, FilePart.HANDS, hands_of),
    ]
    made = [
        (order, Section(part.value, asked.word(PART_LABELS[part]), tuple(blocks)))
        for order, part, read in own
        if part in parts and (blocks := read(file))
    ]
    if FilePart.BESIDE in parts:
        made += sections_of(actor, incident.pk, asked)
    made.sort(key=lambda one: one[0])  # stable: equals stay as they were told
    form = FileForm.OUTSIDE if asked.is_outside else FileForm.INSIDE
    return Document(
        title=asked.say("一事一档", "One matter, one file") + f" · {incident.receipt_no}",
        language=asked.language,
        lead=(
            (asked.say("事项", "Matter"), file.plain(incident.title)),
            (asked.say("状态", "State"), asked.word(STATE_LABELS[State(incident.state)])),
            (asked.say("版本", "Form"), asked.word(FORM_LABELS[form])),
            (asked.say("生成时间", "Made"), asked.moment(asked.at)),
        ),
        sections=tuple(section for _, section in made),
    )
