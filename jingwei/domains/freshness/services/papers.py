"""Freshness as a sheet to take along: the table of one area, one level down."""

from datetime import datetime

from jingwei.domains.freshness.queries.freshness import Freshness, freshness_of
from jingwei.domains.freshness.queries.kinds import fresh_kinds
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import NO_NOTES, Line, OutFile, write_file
from jingwei.foundation.work import work
from jingwei.kernel.clock import local


def export_freshness(actor: Actor, area_code: str, *, file_format: FileFormat, at: datetime) -> OutFile:
    """Numbers only: records and fresh ones by area, together and by kind."""
    with work(actor, Permission.READ_LEDGER) as job:
        table = freshness_of(actor, area_code)
        kinds = {key: form_of(key).title_zh for key in fresh_kinds()}
        headers = ["区划", "区划代码", "记录数", "在有效期内"]
        headers += [words for title in kinds.values() for words in (f"{title}记录数", f"{title}在有效期内")]
        lines = [
            Line(
                [one.area_name, one.area_code, *_pair(one.total)]
                + [number for key in kinds for number in _pair(one.by_kind.get(key, Freshness()))],
                NO_NOTES,
            )
            for one in table.areas
        ]
        job.record_own("freshness.gridcount:table", act="export", area=area_code, rows=len(lines))
        name = f"台账鲜活度 {table.counted_on or local(at).date()}"
        return write_file(name, headers, lines, file_format=file_format)


def _pair(one: Freshness) -> list[int]:
    return [one.records, one.fresh]
