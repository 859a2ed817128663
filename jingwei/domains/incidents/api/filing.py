"""One incident one file 一事一档 over HTTP: as a page, and as a PDF."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Query, Schema
from pydantic import BaseModel

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.queries.filing import file_of
from jingwei.domains.incidents.rules.filing import WHOLE, FileForm, FilePart
from jingwei.domains.incidents.services.filing import file_name, form_for, print_incident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.documents.contracts import (
    Asked,
    Block,
    Document,
    Facts,
    Language,
    Note,
    Pictures,
    Table,
)
from jingwei.foundation.documents.services.printing import MEDIA_TYPE, make_pdf
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


class FileIn(Schema):
    """For whom it is written; people outside government get the form without names whatever they ask for."""

    form: FileForm = FileForm.INSIDE
    language: Language = Language.ZH
    parts: Annotated[list[FilePart], Field(max_length=len(FilePart))] = []

    def chosen(self) -> frozenset[FilePart]:
        """Nothing named is the whole."""
        return frozenset(self.parts) or WHOLE


class PrintIn(FileIn):
    purpose: Annotated[io.Line, Field(description="内部完整版必填，印在每页下方并记入审计")] = ""


class FileFactOut(BaseModel):
    name: str
    value: str


class FilePictureOut(BaseModel):
    file_id: UUID
    caption: str


class FileMarkOut(BaseModel):
    """One step of the drawing: its lane from the top, its word, how it is coloured, when it was."""

    lane: int
    word: str
    tone: Literal["late", "back", "end", "wait", "note", "plain"]
    at: str


class FileBlockOut(BaseModel):
    """A piece of a section; ``kind`` says which of the fields are filled."""

    kind: Literal["note", "facts", "table", "pictures", "lanes"]
    words: str
    facts: list[FileFactOut]
    heads: list[str]
    rows: list[list[str]]
    pictures: list[FilePictureOut]
    lanes: list[str]
    marks: list[FileMarkOut]


class FileSectionOut(BaseModel):
    key: str
    title: str
    blocks: list[FileBlockOut]


class IncidentFileOut(BaseModel):
    """一事一档：这件事的全部记录，按读者能看的写。"""

    title: str
    form: FileForm
    lead: list[FileFactOut]
    sections: list[FileSectionOut]


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/file",
    "getIncidentFile",
    P.READ_INCIDENT,
    response=IncidentFileOut,
    sees="incident",
)
def get_incident_file(request: HttpRequest, incident_id: UUID, wanted: Query[FileIn]) -> IncidentFileOut:
    """The whole file of a matter: course, evidence, clocks, hands, and what other parts of the house know."""
    who, at = actor(request), now()
    incident = queries.incident_for(who, incident_id)
    services.note_seen(who, incident_id, at=at)
    form = form_for(who, wanted.form)
    asked = Asked(wanted.language, is_outside=form is FileForm.OUTSIDE, at=at)
    document = file_of(who, incident, asked, parts=wanted.chosen())
    return IncidentFileOut(
        title=document.title,
        form=form,
        lead=_facts(document.lead),
        sections=[
            FileSectionOut(key=one.key, title=one.title, blocks=[_block(block) for block in one.blocks])
            for one in document.sections
        ],
    )


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/file.pdf",
    "printIncidentFile",
    P.READ_INCIDENT,
    response={200: None},
    sees="incident",
)
def print_incident_file(
    request: HttpRequest, incident_id: UUID, wanted: Query[PrintIn]
) -> StreamingHttpResponse:
    """The file as a PDF, tagged and with its fonts; recorded with its purpose. Laid out when it is sent."""
    who = actor(request)
    document = print_incident(
        who,
        incident_id,
        form=wanted.form,
        purpose=wanted.purpose,
        language=wanted.language,
        at=now(),
        parts=wanted.chosen(),
    )
    incident = queries.incident_for(who, incident_id)
    response = StreamingHttpResponse(_laid_out(who, document), content_type=MEDIA_TYPE)
    name = file_name(incident.receipt_no, form_for(who, wanted.form), wanted.language)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _laid_out(who: Actor, document: Document) -> Iterator[bytes]:
    """Only when the transaction has ended: laying out takes a second, and needs no connection meanwhile."""
    yield make_pdf(who, document)


def _facts(rows: Iterable[tuple[str, str]]) -> list[FileFactOut]:
    return [FileFactOut(name=name, value=value) for name, value in rows if value]


def _block(block: Block) -> FileBlockOut:
    if isinstance(block, Note):
        return _piece("note", words=block.words)
    if isinstance(block, Facts):
        return _piece("facts", facts=_facts(block.rows))
    if isinstance(block, Table):
        rows = [list(row) for row in block.rows]
        return _piece("table", words=block.caption, heads=list(block.heads), rows=rows)
    if isinstance(block, Pictures):
        shown = [FilePictureOut(file_id=one.file_id, caption=one.caption) for one in block.pictures]
        return _piece("pictures", pictures=shown)
    marks = [{"lane": one.lane, "word": one.word, "tone": one.tone, "at": one.at} for one in block.marks]
    return _piece("lanes", words=block.says, lanes=list(block.lanes), marks=marks)


def _piece(kind: str, **filled: object) -> FileBlockOut:
    """A piece with what it has; the rest of its fields are empty."""
    empty = {"words": "", "facts": [], "heads": [], "rows": [], "pictures": [], "lanes": [], "marks": []}
    return FileBlockOut.model_validate({"kind": kind, **empty, **filled})
