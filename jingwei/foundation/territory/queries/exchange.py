"""Reads of geometry files that were brought into drafts."""

from datetime import datetime
from uuid import UUID

import shapely
from shapely import Geometry

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import areas_on
from jingwei.foundation.territory.models import Draft, GeometryImport, ImportedFeature
from jingwei.foundation.territory.queries.drafts import draft_for
from jingwei.foundation.territory.rules.exchange_refusals import GeometryImportUnknown
from jingwei.foundation.territory.rules.exchange_report import FeatureState
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 100


def import_of(actor: Actor, import_id: UUID) -> GeometryImport:
    """An import in a draft that the actor sees. Raises: GeometryImportUnknown."""
    found = GeometryImport.objects.filter(pk=import_id).first()
    if found is None:
        raise GeometryImportUnknown
    try:
        draft_for(actor, found.draft_id)
    except NotFound:
        raise GeometryImportUnknown from None
    return found


def import_to_change(actor: Actor, import_id: UUID) -> GeometryImport:
    """The same, locked. Raises: GeometryImportUnknown."""
    import_of(actor, import_id)
    return GeometryImport.objects.select_for_update().get(pk=import_id)


def imports_of(actor: Actor, draft_id: UUID) -> list[GeometryImport]:
    """The files brought into a draft, latest first. Raises: NotFound."""
    draft = draft_for(actor, draft_id)
    return list(GeometryImport.objects.filter(draft_id=draft.pk).defer("points").order_by("-id")[:PAGE])


def imported_features(
    actor: Actor, import_id: UUID, *, state: FeatureState | None, cursor: str | None, limit: int
) -> Page[ImportedFeature]:
    """The report, feature by feature, in the order of the file."""
    found = import_of(actor, import_id)
    rows = ImportedFeature.objects.filter(geometry_import=found).defer("given").order_by("number")
    if state is not None:
        rows = rows.filter(state=state)
    if cursor is not None:
        (after,) = key_of(cursor, int)
        rows = rows.filter(number__gt=after)
    return page_of(list(rows[: limit + 1]), limit, lambda row: (row.number,))


def remembered_mapping(actor: Actor, columns: list[str]) -> tuple[dict[str, str], str] | None:
    """How somebody in the actor's area last read a file with these columns: mapping and the layer of the file."""
    earlier = (
        GeometryImport.objects.filter(columns=columns, is_mapping_chosen=True)
        .filter(draft__in=Draft.objects.visible_to(actor))
        .order_by("-id")
        .values_list("mapping", "default_layer")
        .first()
    )
    return (dict(earlier[0]), earlier[1]) if earlier else None


def ground_of(area_code: str) -> Geometry | None:
    """The outline of the area that a draft stands on; what is in it where it has none of its own."""
    shapes = []
    for version in areas_on(area_code):
        if version.outline_wkb is None:
            continue
        shape = shapely.from_wkb(version.outline_wkb)
        if version.code == area_code:
            return shape
        shapes.append(shape)
    return shapely.union_all(shapes) if shapes else None


def expired_imports(*, at: datetime) -> list[UUID]:
    due = GeometryImport.objects.filter(is_file_kept=True, expires_at__lte=at)
    return list(due.values_list("id", flat=True))
