"""The report of a geometry file as a workbook."""

from collections.abc import Iterator
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import Line, OutFile, write_file
from jingwei.foundation.territory.models import GeometryImport, ImportedFeature
from jingwei.foundation.territory.queries.drafts import draft_for
from jingwei.foundation.territory.queries.exchange import import_of
from jingwei.foundation.territory.rules.exchange_mending import Mend
from jingwei.foundation.territory.rules.exchange_report import FAULT_WORDS, FeatureState, told_mend
from jingwei.foundation.work import work

HEADERS = ("序号", "结果", "编码", "名称", "问题和办法", "已改正", "经度", "纬度")
STATES = {
    FeatureState.GOOD: "可以放进草稿",
    FeatureState.MENDED: "改正后可以放进草稿",
    FeatureState.BAD: "不能放进草稿",
    FeatureState.SAME: "草稿里已有",
}


def report_of(actor: Actor, import_id: UUID) -> OutFile:
    """A line per feature, for whoever corrects the file. Raises: GeometryImportUnknown."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        found = import_of(actor, import_id)
        draft = draft_for(actor, found.draft_id)
        out = write_file(f"{found.file_name}-报告", HEADERS, _lines(found), file_format=FileFormat.XLSX)
        job.record_in_area(f"territory.geometryimport:{found.pk}", draft.scope_code, action="report")
    return out


def _lines(found: GeometryImport) -> Iterator[Line]:
    rows = ImportedFeature.objects.filter(geometry_import=found).defer("given", "outline").order_by("number")
    for row in rows:
        done = [told_mend(Mend(kind), count=count, area_m2=area).zh for kind, count, area, _, _ in row.done]
        place = next(((lon, lat) for *_, lon, lat in row.done if lon is not None), ("", ""))
        faults = [FAULT_WORDS[fault].zh for fault in row.faults]
        yield Line(
            [
                row.number,
                STATES[FeatureState(row.state)],
                row.code,
                row.name,
                "；".join(faults),
                "；".join(done),
                *place,
            ],
            {},
        )
