"""Printing a file 一事一档: who printed which form of what, and what for, is recorded before a page is laid out."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filing import file_of
from jingwei.domains.incidents.queries.matter import incident_for
from jingwei.domains.incidents.rules.filing import (
    FORM_LABELS,
    LEAST_PURPOSE,
    WHOLE,
    FileForm,
    FilePart,
    PurposeNeeded,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.documents.contracts import Asked, Document, Language
from jingwei.foundation.documents.services.copies import foot_of
from jingwei.foundation.work import work


def form_for(actor: Actor, form: FileForm) -> FileForm:
    """Whoever is not of the government reads and prints the form for people outside, whatever they ask for."""
    return form if actor.unit_id is not None else FileForm.OUTSIDE


def print_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    form: FileForm,
    purpose: str,
    language: Language,
    at: datetime,
    parts: frozenset[FilePart] = WHOLE,
) -> Document:
    """One matter's file, or some parts of it, ready for the printer. Raises: NotFound, PurposeNeeded."""
    with work(actor, Permission.READ_INCIDENT) as job:
        incident = incident_for(actor, incident_id)
        form = form_for(actor, form)
        given = " ".join(purpose.split())[:200]
        if form is FileForm.INSIDE and len(given) < LEAST_PURPOSE:
            raise PurposeNeeded(least=LEAST_PURPOSE)
        document = document_of(
            actor, incident, form=form, purpose=given, language=language, at=at, parts=parts
        )
        job.record(incident, action="print_file", form=form.value, purpose=given)
    return document


def document_of(
    actor: Actor,
    incident: Incident,
    *,
    form: FileForm,
    purpose: str,
    language: Language,
    at: datetime,
    parts: frozenset[FilePart] = WHOLE,
) -> Document:
    """The file of a matter already seen, with who printed it, when and what for on every page."""
    asked = Asked(language, is_outside=form is FileForm.OUTSIDE, at=at)
    file = file_of(actor, incident, asked, parts=parts)
    return Document(
        title=file.title,
        language=file.language,
        lead=file.lead,
        sections=file.sections,
        foot=_foot(actor, asked, form, purpose),
    )


def _foot(actor: Actor, asked: Asked, form: FileForm, purpose: str) -> str:
    """Who answers for a copy that turns up; outside only that it is the form without names."""
    if form is FileForm.OUTSIDE:
        made = asked.moment(asked.at)
        return asked.say(f"对外脱敏版，不含姓名和号码 · {made}", f"Without names and numbers · {made}")
    return foot_of(actor, asked, purpose)


def file_name(receipt_no: str, form: FileForm, language: Language) -> str:
    side = 0 if language is Language.ZH else 1
    return f"{receipt_no}-{('一事一档', 'file')[side]}-{FORM_LABELS[form][side]}.pdf"
