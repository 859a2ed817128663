"""Buildings on the one map: what a mark says, its card, its filters, and how they are counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Value, When
from django.db.models.functions import Coalesce, NullIf

from jingwei.domains.dwellings.contracts import BUILDING
from jingwei.domains.dwellings.models import Building
from jingwei.domains.dwellings.queries.buildings import building_for, house_counts
from jingwei.domains.dwellings.queries.finding import find_buildings
from jingwei.domains.dwellings.queries.houses import of_uses
from jingwei.domains.dwellings.rules.map_marks import BUILDING_COUNTED, MARKS, USES, mark_of
from jingwei.domains.dwellings.rules.refusals import BuildingNotFound
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.maps.contracts import (
    Asked,
    Card,
    CardLine,
    Counts,
    FilterField,
    Found,
    LegendEntry,
    MapRow,
    PointLayer,
    Rollup,
)

CLOSE_ZOOM = 17


def building_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """Those in use, by what they are used for."""
    rows = Building.objects.listed_for(actor, within=asked.within).filter(
        of_uses(asked.values("use")), ended_at=None
    )
    whens = (When(use=code, then=Value(mark)) for code, mark in USES.items())
    return rows.annotate(
        map_kind=Case(*whens, default=Value("other"), output_field=CharField()),
        map_title=Coalesce(NullIf("name", Value("")), "address"),
    )


def building_map_rows(actor: Actor, rows: Sequence[Building], *, at: datetime) -> list[MapRow]:
    areas = names_of({row.scope_code for row in rows})
    return [
        MapRow(
            id=str(row.pk),
            kind=mark_of(row.use),
            title=row.name or row.address,
            subtitle=f"{areas.get(row.scope_code, '')} · {row.address}",
            lon=row.position.x,
            lat=row.position.y,
            path=path_of(row),
        )
        for row in rows
    ]


def building_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: BuildingNotFound."""
    try:
        row = building_for(actor, UUID(feature_id))
    except ValueError:
        raise BuildingNotFound from None
    houses = house_counts([row.pk]).get(row.pk, 0)
    lines = [CardLine("房屋", "Houses", f"{houses}套", str(houses))]
    for key, zh, en, value in (
        ("house_use", "用途", "Use", row.use),
        ("building_structure", "结构", "Structure", row.structure),
    ):
        table = code_table(key)
        code = table.code(value) if table and value else None
        if code is not None:
            lines.append(CardLine(zh, en, code.name_zh, code.name_en))
    if row.floors_above:
        lines.append(
            CardLine("地上层数", "Floors above ground", f"{row.floors_above}层", str(row.floors_above))
        )
    return Card(
        id=feature_id,
        kind=mark_of(row.use),
        title=row.name or row.address,
        subtitle=row.address,
        lon=row.position.x,
        lat=row.position.y,
        lines=tuple(lines),
        path=path_of(row),
        at=row.seen_at,
    )


def find_on_map(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By part of the address, the name, or initials."""
    return [
        Found(
            layer="buildings",
            id=str(row.pk),
            title=row.name or row.address,
            subtitle=row.address,
            lon=row.position.x,
            lat=row.position.y,
            zoom=CLOSE_ZOOM,
            path=path_of(row),
        )
        for row in find_buildings(actor, words, limit=limit)
    ]


def building_counts(asked: Asked) -> Counts | None:
    return Counts(a=asked.values("use") or None)


def path_of(row: Building) -> str:
    return f"/dwellings/buildings/{row.pk}"


BUILDING_LAYER = PointLayer(
    key="buildings",
    title="楼栋",
    title_en="Buildings",
    group="things",
    permission=Permission.READ_LEDGER,
    rows=building_rows,
    kind="map_kind",
    title_column="map_title",
    properties=(("address", "地址", "Address", "string"),),
    row=building_map_rows,
    card=building_card,
    search=find_on_map,
    filters=(
        FilterField("use", "用途", "Use", options=tuple((mark, *words) for mark, words in MARKS.items())),
    ),
    legend=(
        LegendEntry("home", *MARKS["home"], tone="running", mark="square"),
        LegendEntry("trade", *MARKS["trade"], tone="done", mark="diamond"),
        LegendEntry("public", *MARKS["public"], tone="warning", mark="ring"),
        LegendEntry("industry", *MARKS["industry"], tone="overrun", mark="triangle"),
        LegendEntry("other", *MARKS["other"], tone="waiting", mark="ring"),
    ),
    rollup=Rollup(counted=BUILDING_COUNTED, answers=building_counts),
    is_bounded=lambda asked, *, at: True,
    list_path="/dwellings/buildings",
    export_source=BUILDING + "s",
    min_zoom=8,
)
