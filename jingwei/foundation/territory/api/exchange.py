"""Geometry files over HTTP: into a draft with a report, out of a draft or a division."""

from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from ninja import Field, File, Form, Query, Router
from ninja.files import UploadedFile
from pydantic import BaseModel

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.imports.services.workbooks import OutFile
from jingwei.foundation.territory.models import GeometryImport, ImportedFeature
from jingwei.foundation.territory.queries import exchange as queries
from jingwei.foundation.territory.rules.exchange_columns import TARGETS
from jingwei.foundation.territory.rules.exchange_formats import GeometryFormat
from jingwei.foundation.territory.rules.exchange_mending import Mend
from jingwei.foundation.territory.rules.exchange_placing import Certainty
from jingwei.foundation.territory.rules.exchange_report import (
    FAULT_WORDS,
    JUST_TOLD,
    STATE_WORDS,
    FeatureState,
    ImportState,
    told_mend,
)
from jingwei.foundation.territory.rules.features import LoadManner
from jingwei.foundation.territory.services import exchange_importing as importing
from jingwei.foundation.territory.services.exchange_report import report_of
from jingwei.foundation.territory.services.exchange_storage import original_file
from jingwei.foundation.territory.services.exchange_writing import export_division, export_draft
from jingwei.kernel.clock import now
from jingwei.kernel.projections import system_of

router = Router(tags=["territory"])
MANAGE = Permission.MANAGE_TERRITORY
AREA = Annotated[str, Query(min_length=4, max_length=15, pattern=r"^\d+$")]
System = Annotated[str, Query(max_length=60)]


class ReadingOut(BaseModel):
    """A way of reading the coordinates: the share of the file that then lies on the draft's ground."""

    system: str
    label_zh: str
    label_en: str
    is_swapped: bool
    share: float
    apart_m: int | None


class GeometryImportOut(BaseModel):
    """A file in a draft. ``better`` is set where another coordinate system fits the ground better than the one taken."""

    id: UUID
    draft_id: UUID
    state: ImportState
    state_zh: str
    state_en: str
    round: int
    file_name: str
    size_bytes: int
    format: GeometryFormat
    layers: list[str]
    layer: str
    columns: list[str]
    encoding: str
    is_claim_wrong: bool
    crs: str
    vertices: int
    system: str
    system_zh: str
    system_en: str
    is_swapped: bool
    certainty: Certainty
    share: float | None
    better: ReadingOut | None
    others: list[ReadingOut]
    mapping: dict[str, str]
    targets: list[str]
    default_layer: str
    counts: dict[str, int]
    by_name: str
    created_at: datetime
    applied_at: datetime | None
    applied_version: int | None
    expires_at: datetime
    is_file_kept: bool


class GeometryImportsOut(BaseModel):
    rows: list[GeometryImportOut]


class MendOut(BaseModel):
    mend: Mend
    is_change: bool
    zh: str
    en: str
    count: int
    area_m2: float | None
    lon: float | None
    lat: float | None


class ImportFaultOut(BaseModel):
    fault: str
    zh: str
    en: str


class ImportedFeatureOut(BaseModel):
    """A feature of the file, with what was mended in it and what is wrong with it. ``outline`` is GeoJSON in WGS-84."""

    number: int
    state: FeatureState
    layer: str
    code: str
    name: str
    kind: str
    parent_code: str
    households: int | None
    people: int | None
    done: list[MendOut]
    faults: list[ImportFaultOut]
    outline: str | None


class ImportedFeaturesOut(BaseModel):
    rows: list[ImportedFeatureOut]
    next_cursor: str | None


class ReadingIn(edge.Input):
    """How the file is to be read: ``system`` as ``gk3-37``, ``mapping`` from what is taken to the file's column."""

    system: str = Field(max_length=60)
    is_swapped: bool = False
    mapping: dict[Annotated[str, Field(max_length=20)], Annotated[str, Field(max_length=200)]] = Field(
        default_factory=dict, max_length=20
    )
    default_layer: Annotated[str, Field(max_length=8)] = ""


class ApplyIn(edge.Input):
    """``version`` of the draft that was looked at; ``replace`` closes what the file does not hold."""

    version: int = Field(ge=1, le=2_147_483_647)
    manner: LoadManner = LoadManner.MERGE


@edge.operation(
    router,
    "POST",
    "/drafts/{draft_id}/imports",
    "uploadGeometry",
    MANAGE,
    response={201: GeometryImportOut},
    sees="draft",
)
def upload_geometry(
    request: HttpRequest, draft_id: UUID, file: File[UploadedFile], layer: Form[str] = ""
) -> GeometryImportOut:
    """GeoJSON, zipped Shapefile, GeoPackage, KML, KMZ, or an .xlsx of codes: read and judged, nothing is changed."""
    edge.require_storable(layer)
    return _told(
        importing.upload_geometry(
            edge.actor(request),
            draft_id,
            file_name=file.name or "",
            pieces=file.chunks(),
            at=now(),
            layer=layer,
        )
    )


@edge.operation(
    router,
    "GET",
    "/drafts/{draft_id}/imports",
    "listGeometryImports",
    MANAGE,
    response=GeometryImportsOut,
    sees="draft",
)
def list_geometry_imports(request: HttpRequest, draft_id: UUID) -> GeometryImportsOut:
    """The files that were brought into a draft, latest first."""
    return GeometryImportsOut(rows=[_told(one) for one in queries.imports_of(edge.actor(request), draft_id)])


@edge.operation(
    router,
    "GET",
    "/imports/{import_id}",
    "readGeometryImport",
    MANAGE,
    response=GeometryImportOut,
    sees="geometry",
)
def read_geometry_import(request: HttpRequest, import_id: UUID) -> GeometryImportOut:
    return _told(queries.import_of(edge.actor(request), import_id))


@edge.operation(
    router,
    "PUT",
    "/imports/{import_id}/reading",
    "readGeometryAgain",
    MANAGE,
    response=GeometryImportOut,
    sees="geometry",
)
def read_geometry_again(request: HttpRequest, import_id: UUID, body: ReadingIn) -> GeometryImportOut:
    """Choose coordinate system, columns and layer; every feature is judged anew. Remembered for the next such file."""
    for text in (*body.mapping, *body.mapping.values()):
        edge.require_storable(text)
    return _told(
        importing.read_again(
            edge.actor(request),
            import_id,
            system=body.system,
            is_swapped=body.is_swapped,
            mapping=body.mapping,
            default_layer=body.default_layer,
        )
    )


@edge.operation(
    router,
    "GET",
    "/imports/{import_id}/features",
    "listImportedFeatures",
    MANAGE,
    response=ImportedFeaturesOut,
    sees="geometry",
)
def list_imported_features(
    request: HttpRequest,
    import_id: UUID,
    state: FeatureState | None = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = queries.PAGE,
) -> ImportedFeaturesOut:
    """The report, feature by feature: what was mended and where, what is wrong and what to do about it."""
    page = queries.imported_features(edge.actor(request), import_id, state=state, cursor=cursor, limit=limit)
    return ImportedFeaturesOut(rows=[_feature(row) for row in page.rows], next_cursor=page.next_cursor)


@edge.operation(
    router,
    "GET",
    "/imports/{import_id}/report",
    "downloadGeometryReport",
    MANAGE,
    response=None,
    sees="geometry",
)
def download_geometry_report(request: HttpRequest, import_id: UUID) -> StreamingHttpResponse:
    """The same as a workbook, for whoever corrects the file."""
    return _sent(report_of(edge.actor(request), import_id))


@edge.operation(
    router,
    "GET",
    "/imports/{import_id}/original",
    "downloadGeometryOriginal",
    MANAGE,
    response=None,
    sees="geometry",
)
def download_geometry_original(request: HttpRequest, import_id: UUID) -> FileResponse:
    """The file as it was sent, with its own coordinates, while it is kept."""
    found = queries.import_of(edge.actor(request), import_id)
    answer = FileResponse(
        original_file(found.id, found.round),
        as_attachment=True,
        filename=found.file_name,
        content_type="application/octet-stream",
    )
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@edge.operation(
    router,
    "POST",
    "/imports/{import_id}/correction",
    "correctGeometry",
    MANAGE,
    response=GeometryImportOut,
    sees="geometry",
)
def correct_geometry(
    request: HttpRequest, import_id: UUID, file: File[UploadedFile], layer: Form[str] = ""
) -> GeometryImportOut:
    """Go on with a corrected file: columns are remembered, what stands in the draft already is skipped."""
    edge.require_storable(layer)
    return _told(
        importing.upload_correction(
            edge.actor(request),
            import_id,
            file_name=file.name or "",
            pieces=file.chunks(),
            at=now(),
            layer=layer,
        )
    )


@edge.operation(
    router,
    "POST",
    "/imports/{import_id}/apply",
    "applyGeometry",
    MANAGE,
    response=GeometryImportOut,
    sees="geometry",
)
def apply_geometry(request: HttpRequest, import_id: UUID, body: ApplyIn) -> GeometryImportOut:
    """Put the good features into the draft, in one change; bad ones stay in the report."""
    return _told(
        importing.apply_import(
            edge.actor(request), import_id, version=body.version, manner=body.manner, at=now()
        )
    )


@edge.operation(
    router, "GET", "/drafts/{draft_id}/export", "exportDraft", MANAGE, response=None, sees="draft"
)
def export_a_draft(
    request: HttpRequest,
    draft_id: UUID,
    file_format: GeometryFormat = GeometryFormat.GEOJSON,
    system: System = "wgs84",
    layer: Annotated[list[Layer], Query(max_length=4)] = [],  # noqa: B006 — read only
) -> StreamingHttpResponse:
    """A draft as a file, in the coordinate system that is asked for."""
    return _sent(
        export_draft(edge.actor(request), draft_id, layers=layer, file_format=file_format, system=system)
    )


@edge.operation(router, "GET", "/export", "exportDivision", Permission.READ_TERRITORY, response=None)
def export_a_division(
    request: HttpRequest,
    within: AREA,
    on: edge.Day | None = None,
    file_format: GeometryFormat = GeometryFormat.GEOJSON,
    system: System = "wgs84",
    layer: Annotated[list[Layer], Query(max_length=4)] = [],  # noqa: B006 — read only
) -> StreamingHttpResponse:
    """The areas in force today, or on a day, as a file."""
    day: date | None = on
    return _sent(
        export_division(
            edge.actor(request), within, on=day, layers=layer, file_format=file_format, system=system
        )
    )


def _sent(out: OutFile) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    answer["Cache-Control"] = "no-store"
    return answer


def _told(found: GeometryImport) -> GeometryImportOut:
    system, state = system_of(found.system), STATE_WORDS[ImportState(found.state)]
    placing: dict[str, Any] = found.placing
    better = placing.get("better")
    return GeometryImportOut(
        id=found.id,
        draft_id=found.draft_id,
        state=ImportState(found.state),
        state_zh=state.zh,
        state_en=state.en,
        round=found.round,
        file_name=found.file_name,
        size_bytes=found.size_bytes,
        format=GeometryFormat(found.format),
        layers=found.layers,
        layer=found.layer,
        columns=found.columns,
        encoding=found.encoding,
        is_claim_wrong=found.is_claim_wrong,
        crs=found.crs,
        vertices=found.vertices,
        system=found.system,
        system_zh=system.label_zh,
        system_en=system.label_en,
        is_swapped=found.is_swapped,
        certainty=Certainty(found.certainty),
        share=placing.get("share"),
        better=_reading(better) if better else None,
        others=[_reading(one) for one in placing.get("others", [])],
        mapping=found.mapping,
        targets=list(TARGETS),
        default_layer=found.default_layer,
        counts=found.counts,
        by_name=found.by_name,
        created_at=found.created_at,
        applied_at=found.applied_at,
        applied_version=found.applied_version,
        expires_at=found.expires_at,
        is_file_kept=found.is_file_kept,
    )


def _reading(told: dict[str, Any]) -> ReadingOut:
    system = system_of(told["system"])
    return ReadingOut(label_zh=system.label_zh, label_en=system.label_en, **told)


def _feature(row: ImportedFeature) -> ImportedFeatureOut:
    return ImportedFeatureOut(
        number=row.number,
        state=FeatureState(row.state),
        layer=row.layer,
        code=row.code,
        name=row.name,
        kind=row.kind,
        parent_code=row.parent_code,
        households=row.households,
        people=row.people,
        done=[_mend(*one) for one in row.done],
        faults=[
            ImportFaultOut(fault=one, zh=FAULT_WORDS[one].zh, en=FAULT_WORDS[one].en) for one in row.faults
        ],
        outline=row.outline.geojson if row.outline else None,
    )


def _mend(mend: str, count: int, area: float | None, lon: float | None, lat: float | None) -> MendOut:
    kind = Mend(mend)
    words = told_mend(kind, count=count, area_m2=area)
    return MendOut(
        mend=kind,
        is_change=kind not in JUST_TOLD,
        zh=words.zh,
        en=words.en,
        count=count,
        area_m2=area,
        lon=lon,
        lat=lat,
    )
