"""Many files 一事一档 at once: the matters of a list, each as a PDF, in one package."""

import base64
from collections.abc import Sequence

from jingwei.domains.incidents.queries.lists import list_incidents
from jingwei.domains.incidents.queries.matter import incident_for
from jingwei.domains.incidents.rules.filing import MOST_FILES, PART_LABELS, FileForm, FilePart
from jingwei.domains.incidents.services.export_source import (
    INCIDENT_SOURCE,
    count_incidents,
    filter_of,
    read_wish,
    say_wish,
)
from jingwei.domains.incidents.services.filing import document_of, file_name
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.documents.services.printing import make_pdf
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Holds,
    ReadRows,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
)
from jingwei.foundation.work import work

PARTS: tuple[TakenColumn, ...] = tuple(
    TakenColumn(part.value, label, label_en) for part, (label, label_en) in PART_LABELS.items()
)


def files_of(form: FileForm) -> ReadRows:
    """How the files of a list are read: one matter at a time, each recorded as printed."""

    def read(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
        page = list_incidents(actor, filter_of(taking.wish), at=taking.at, cursor=cursor, size=1)
        rows: list[Sequence[Cell]] = []
        for row in page.rows:
            with work(actor, Permission.READ_INCIDENT) as job:
                incident = incident_for(actor, row.pk)
                document = document_of(
                    actor,
                    incident,
                    form=form,
                    purpose=taking.purpose,
                    language=taking.language,
                    at=taking.at,
                    parts=frozenset(map(FilePart, taking.columns)),
                )
                content = make_pdf(actor, document)
                job.record(incident, action="print_file", form=form.value, export=str(taking.export_id))
            name = file_name(incident.receipt_no, form, taking.language)
            rows.append((name, base64.b64encode(content).decode()))
        return TakenPage(rows, page.next_cursor)

    return read


def _source(key: str, form: FileForm, title_zh: str, title_en: str) -> Source:
    return Source(
        key=key,
        title_zh=title_zh,
        title_en=title_en,
        columns=PARTS,
        permission=Permission.READ_INCIDENT,
        read=read_wish,
        say=say_wish,
        count=count_incidents,
        rows=files_of(form),
        holds=Holds.FILES,
        most_rows=MOST_FILES,
        filters_of=INCIDENT_SOURCE.key,
    )


FILE_SOURCE = _source(
    "incident_files", FileForm.INSIDE, "一事一档（内部完整版）", "Incident files (whole, inside)"
)
OUTSIDE_FILE_SOURCE = _source(
    "incident_files_outside", FileForm.OUTSIDE, "一事一档（对外脱敏版）", "Incident files (without names)"
)
