"""Bringing a geometry file into a draft: read, place, mend, judge, report; then put what is good into the draft."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
from django.contrib.gis.geos import GEOSGeometry
from shapely import Geometry

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.models import Draft, GeometryImport, ImportedFeature
from jingwei.foundation.territory.queries.drafts import draft_for, features_of
from jingwei.foundation.territory.queries.exchange import ground_of, import_to_change, remembered_mapping
from jingwei.foundation.territory.rules.exchange_columns import (
    CODE_LENGTH,
    Values,
    guessed_columns,
    require_sound_columns,
    values_of,
)
from jingwei.foundation.territory.rules.exchange_formats import GeometryFormat
from jingwei.foundation.territory.rules.exchange_placing import (
    Candidate as Reading,
)
from jingwei.foundation.territory.rules.exchange_placing import (
    Certainty,
    Placing,
    apart_m,
    checked_placing,
    placing_of,
)
from jingwei.foundation.territory.rules.exchange_refusals import (
    ColumnsRefused,
    GeometryFileGone,
    NothingToApply,
)
from jingwei.foundation.territory.rules.exchange_report import (
    Candidate,
    FeatureState,
    ImportState,
    Judged,
    judged,
)
from jingwei.foundation.territory.rules.features import GivenFeature, Ground, LoadManner
from jingwei.foundation.territory.services.exchange_reading import (
    FileFacts,
    Line,
    MendedLine,
    lines_of,
    mended_lines,
    read_file,
)
from jingwei.foundation.territory.services.exchange_storage import (
    KEEP_DAYS,
    drop_files,
    keep_original,
    lines_path,
    original_path,
)
from jingwei.foundation.territory.services.loading import load_features
from jingwei.foundation.work import Work, work
from jingwei.kernel.ids import uuid7
from jingwei.kernel.projections import WGS84, CoordinateSystem, system_of, system_of_description
from jingwei.kernel.redlines import refuse_red_lines

KEPT_POINTS = 1_000
SAME_DEG = 2e-6
"""Outlines in a draft are rounded to a millionth of a degree."""


def upload_geometry(
    actor: Actor, draft_id: UUID, *, file_name: str, pieces: Iterable[bytes], at: datetime, layer: str = ""
) -> GeometryImport:
    """Read a file and say of every feature what would become of it; the draft is not touched.

    Raises: NotFound; GeometryFileRefused, SystemRefused, RedLineCrossed (then the file is not kept).
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_for(actor, draft_id)
        found = GeometryImport(id=uuid7(), draft_id=draft.pk, round=1, created_at=at)
        found.by_name, found.by_post = actor.name, actor.post_id
        try:
            _take_file(actor, draft, found, file_name, pieces, layer, at)
            found.save(force_insert=True)
            _check(draft, found)
        except BaseException:
            drop_files(found.id)
            raise
        _record(job, draft, found, "upload", size_bytes=found.size_bytes, format=found.format)
    return found


def upload_correction(
    actor: Actor, import_id: UUID, *, file_name: str, pieces: Iterable[bytes], at: datetime, layer: str = ""
) -> GeometryImport:
    """Go on with a corrected file: how it is read is remembered, and what stands in the draft already is skipped.

    Raises: GeometryImportUnknown, GeometryFileRefused, SystemRefused, RedLineCrossed; then everything is as before.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        found = import_to_change(actor, import_id)
        draft = draft_for(actor, found.draft_id)
        mapping, default_layer, is_chosen = found.mapping, found.default_layer, found.is_mapping_chosen
        found.round += 1
        try:
            _take_file(actor, draft, found, file_name, pieces, layer, at)
            if is_chosen and set(mapping.values()) <= set(found.columns):
                found.mapping, found.default_layer, found.is_mapping_chosen = mapping, default_layer, True
            found.save()
            _check(draft, found)
        except BaseException:
            original_path(import_id, found.round).unlink(missing_ok=True)
            lines_path(import_id, found.round).unlink(missing_ok=True)
            raise
        _record(job, draft, found, "correct", round=found.round)
    return found


def read_again(
    actor: Actor,
    import_id: UUID,
    *,
    system: str,
    is_swapped: bool,
    mapping: Mapping[str, str],
    default_layer: str,
) -> GeometryImport:
    """Say how the file is to be read: its coordinate system, which column is what, the layer where none is told.

    Raises: GeometryImportUnknown, GeometryFileGone, SystemUnknown, ColumnsRefused.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        found = import_to_change(actor, import_id)
        draft = draft_for(actor, found.draft_id)
        chosen = system_of(system)
        require_sound_columns(mapping, found.columns)
        if default_layer and default_layer not in CODE_LENGTH:
            raise ColumnsRefused(
                reason_zh=f"没有“{default_layer}”这个层级，请从列表中选择",
                reason_en=f"there is no layer “{default_layer}”; choose from the list",
            )
        if not lines_path(found.id, found.round).exists():
            raise GeometryFileGone(days=KEEP_DAYS)
        is_another = (chosen.code, is_swapped) != (found.system, found.is_swapped)
        found.mapping, found.default_layer, found.is_mapping_chosen = dict(mapping), default_layer, True
        if is_another and found.points:
            ground = ground_of(draft.scope_code)
            points = np.asarray(found.points, dtype=np.float64)
            if ground is not None:
                _note_placing(found, checked_placing(points, ground, chosen, is_swapped=is_swapped))
            else:
                found.system, found.is_swapped, found.certainty = chosen.code, is_swapped, Certainty.CHOSEN
        found.save()
        _check(draft, found)
        _record(job, draft, found, "read_again", system=found.system, mapping=found.mapping)
    return found


def apply_import(
    actor: Actor, import_id: UUID, *, version: int, manner: LoadManner, at: datetime
) -> GeometryImport:
    """Put every good feature into the draft, in one change that can be undone there; bad ones stay in the report.

    Raises: GeometryImportUnknown, NothingToApply, StaleVersion where somebody changed the draft since it was read.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        found = import_to_change(actor, import_id)
        draft = draft_for(actor, found.draft_id)
        rows = ImportedFeature.objects.filter(geometry_import=found).exclude(state=FeatureState.BAD)
        if manner is LoadManner.MERGE:
            rows = rows.exclude(state=FeatureState.SAME)
        standing = {one.code: one for one in features_of(draft) if one.code}
        given = [_given(row, standing.get(row.code)) for row in rows.defer("given").order_by("number")]
        if not given:
            raise NothingToApply
        load_features(
            actor, draft.pk, given, version=version, manner=manner, note=found.file_name[:80], at=at
        )
        draft = draft_for(actor, found.draft_id)
        found.state, found.applied_at, found.applied_version = ImportState.APPLIED, at, draft.version
        found.counts = {**found.counts, "applied": len(given)}
        found.save()
        _record(job, draft, found, "apply", features=len(given), manner=manner.value)
    return found


def _take_file(
    actor: Actor,
    draft: Draft,
    found: GeometryImport,
    file_name: str,
    pieces: Iterable[bytes],
    layer: str,
    at: datetime,
) -> None:
    """Read the file down to lines, and find out what it says and where it lies."""
    path, size = keep_original(found.id, found.round, pieces)
    facts = read_file(path, lines_path(found.id, found.round), layer=layer)
    refuse_red_lines(facts.columns, place_zh="属性列", place_en="a column of the file")
    _note_facts(found, facts, file_name, size)
    found.state, found.applied_at, found.applied_version = ImportState.CHECKED, None, None
    found.expires_at, found.is_file_kept = at + timedelta(days=KEEP_DAYS), True
    remembered = remembered_mapping(actor, found.columns)
    if remembered:
        found.mapping, found.default_layer = remembered
    else:
        found.mapping, found.default_layer = guessed_columns(facts.columns), ""
    found.is_mapping_chosen = False
    declared = system_of_description(facts.crs)
    ground = ground_of(draft.scope_code)
    if ground is None or not len(facts.points):
        found.system, found.is_swapped = (declared or WGS84).code, False
        found.certainty, found.placing = Certainty.DECLARED if declared else Certainty.ASSUMED, {}
    else:
        _note_placing(found, placing_of(facts.points, ground, declared=declared))


def _note_facts(found: GeometryImport, facts: FileFacts, file_name: str, size: int) -> None:
    found.file_name, found.size_bytes = (file_name or "file")[-200:], size
    found.format, found.layers, found.layer = facts.format, list(facts.layers), facts.layer
    found.columns, found.encoding, found.is_claim_wrong = (
        list(facts.columns),
        facts.encoding,
        facts.is_claim_wrong,
    )
    found.crs, found.vertices = facts.crs[:2000], facts.vertices
    found.points = facts.points[:: len(facts.points) // KEPT_POINTS + 1].tolist()
    found.counts = {"features": facts.features}


def _note_placing(found: GeometryImport, placing: Placing) -> None:
    found.system, found.is_swapped = placing.taken.system.code, placing.taken.is_swapped
    found.certainty = placing.certainty
    found.placing = {
        "share": placing.taken.share,
        "better": _told(placing.better, placing.taken) if placing.better else None,
        "others": [_told(one, placing.taken) for one in placing.others],
    }


def _told(one: Reading, taken: Reading) -> dict[str, object]:
    apart = round(apart_m(one, taken)) if one.share and taken.share else None
    return {"system": one.system.code, "is_swapped": one.is_swapped, "share": one.share, "apart_m": apart}


def _check(draft: Draft, found: GeometryImport) -> None:
    """Convert, mend and judge every feature anew, and write the report."""
    lines = list(lines_of(lines_path(found.id, found.round)))
    mended = _outlines(found, lines, system_of(found.system))
    values = [values_of(line.cells, found.mapping, default_layer=found.default_layer) for line in lines]
    standing = {one.code: one for one in features_of(draft) if one.code}
    candidates = [
        Candidate(told, one.outline, one.done, one.fault) for told, one in zip(values, mended, strict=True)
    ]
    answers = judged(
        candidates,
        area_code=draft.scope_code,
        ground=ground_of(draft.scope_code),
        known_codes={code: one.layer for code, one in standing.items()},
    )
    rows = []
    for line, told, one, answer in zip(lines, values, mended, answers, strict=True):
        is_same = answer.state is not FeatureState.BAD and _stands_already(told, one.outline, standing)
        rows.append(_row(found, line, told, one, Judged(FeatureState.SAME, ()) if is_same else answer))
    ImportedFeature.objects.filter(geometry_import=found).delete()
    ImportedFeature.objects.bulk_create(rows, batch_size=500)
    counted = Counter(row.state for row in rows)
    held = {row.code for row in rows if row.code}
    layers = {row.layer for row in rows}
    absent = [code for code, one in standing.items() if one.layer in layers and code not in held]
    found.counts = {
        "features": len(rows),
        **{state.value: counted.get(state.value, 0) for state in FeatureState},
        "absent": len(absent),
    }
    found.save()


def _outlines(found: GeometryImport, lines: list[Line], system: CoordinateSystem) -> list[MendedLine]:
    if found.format == GeometryFormat.SHEET:
        return [MendedLine(line.number, None, (), "empty") for line in lines]
    return mended_lines(lines_path(found.id, found.round), system, is_swapped=found.is_swapped)


def _stands_already(told: Values, outline: Geometry | None, standing: Mapping[str, Ground]) -> bool:
    """Whether the draft has exactly this: a corrected file brings only what is new."""
    if told.code not in standing:
        return False
    one = standing[told.code]
    shape = one.outline
    is_told_so = (
        (not told.name or told.name == one.name)
        and (not told.kind or told.kind == one.kind)
        and told.households in {None, one.households}
        and told.people in {None, one.people}
    )
    if not is_told_so or outline is None:
        return is_told_so
    if shape is None or not shape.is_valid:
        return False
    return bool(outline.symmetric_difference(shape).area <= SAME_DEG * outline.length)


def _row(found: GeometryImport, line: Line, told: Values, one: MendedLine, answer: Judged) -> ImportedFeature:
    return ImportedFeature(
        geometry_import_id=found.id,
        number=line.number,
        state=answer.state,
        layer=told.layer,
        code=told.code,
        name=told.name,
        kind=told.kind,
        parent_code=told.parent_code,
        households=told.households,
        people=told.people,
        given=line.given_wkb,
        outline=GEOSGeometry(memoryview(one.outline.wkb), srid=4326) if one.outline is not None else None,
        done=[[d.mend.value, d.count, d.area_m2, d.lon, d.lat] for d in one.done],
        faults=list(answer.faults),
    )


def _given(row: ImportedFeature, there: Ground | None) -> GivenFeature:
    """What the file does not say of the kind is as it stands, or urban where nothing stands yet."""
    layer = Layer(row.layer)
    unsaid = there.kind if there is not None else AreaKind.URBAN
    kind = AreaKind.SPECIAL if layer is Layer.SPECIAL else AreaKind(row.kind) if row.kind else unsaid
    return GivenFeature(
        layer=layer,
        code=row.code,
        name=row.name,
        kind=kind,
        parent_code=row.parent_code,
        households=row.households,
        people=row.people,
        outline_wkb=bytes(row.outline.wkb) if row.outline else None,
    )


def _record(job: Work, draft: Draft, found: GeometryImport, action: str, **more: object) -> None:
    job.record_in_area(f"territory.geometryimport:{found.pk}", draft.scope_code, action=action, **more)
