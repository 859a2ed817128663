"""Organisations and places on the one map: of which kind, where, and how they are called; contacts never."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import (
    OrganisationFilter,
    list_organisations,
    organisation_for,
)
from jingwei.domains.organisations.rules.refusals import OrganisationNotFound
from jingwei.domains.organisations.rules.words import COUNTED, KIND_WORDS, LAYER_KEY
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
from jingwei.kernel.clock import local, now

CLOSE_ZOOM = 17


def organisation_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """What is open, as far as it has a position."""
    rows = Organisation.objects.listed_for(actor, within=asked.within).filter(
        ended_at=None, position__isnull=False
    )
    kinds = asked.values("kind")
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return rows.annotate(map_kind=F("kind"), map_title=F("name"))


def organisation_map_rows(actor: Actor, rows: Sequence[Organisation], *, at: datetime) -> list[MapRow]:
    areas = names_of({row.scope_code for row in rows})
    return [
        MapRow(
            id=str(row.pk),
            kind=row.kind,
            title=row.name,
            subtitle=f"{areas.get(row.scope_code, '')} · {row.address}",
            lon=row.position.x,
            lat=row.position.y,
            path=path_of(row),
        )
        for row in rows
        if row.position is not None
    ]


def organisation_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: OrganisationNotFound."""
    try:
        row = organisation_for(actor, UUID(feature_id))
    except ValueError:
        raise OrganisationNotFound from None
    lines = [CardLine("种类", "Kind", *KIND_WORDS[OrganisationKind(row.kind)])]
    for key, zh, en, value in (
        ("place_kind", "场所类别", "Kind of place", row.place_kind),
        ("industry_section", "行业门类", "Industry", row.industry),
    ):
        table = code_table(key)
        code = table.code(value) if table and value else None
        if code is not None:
            lines.append(CardLine(zh, en, code.name_zh, code.name_en))
    for zh, en, is_so in (
        ("使用燃气", "Uses gas", row.uses_gas),
        ("店内住人", "People sleep here", row.people_sleep),
    ):
        if is_so is not None:
            lines.append(CardLine(zh, en, "是" if is_so else "否", "yes" if is_so else "no"))
    return Card(
        id=feature_id,
        kind=row.kind,
        title=row.name,
        subtitle=row.address,
        lon=row.position.x if row.position else None,
        lat=row.position.y if row.position else None,
        lines=tuple(lines),
        path=path_of(row),
        at=row.seen_at,
    )


def find_on_map(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By part of the name, initials, code or address."""
    page = list_organisations(actor, OrganisationFilter(words=words), on=local(now()).date(), size=limit)
    return [
        Found(
            layer=LAYER_KEY,
            id=str(row.pk),
            title=row.name,
            subtitle=row.address,
            lon=row.position.x,
            lat=row.position.y,
            zoom=CLOSE_ZOOM,
            path=path_of(row),
        )
        for row in page.rows
        if row.position is not None
    ]


def organisation_counts(asked: Asked) -> Counts | None:
    return Counts(a=asked.values("kind") or None)


def path_of(row: Organisation) -> str:
    return f"/organisations/{row.pk}"


ORGANISATION_LAYER = PointLayer(
    key=LAYER_KEY,
    title="组织和场所",
    title_en="Organisations and places",
    group="things",
    permission=Permission.VIEW_ORGANISATIONS,
    rows=organisation_rows,
    kind="map_kind",
    title_column="map_title",
    properties=(("address", "地址", "Address", "string"),),
    row=organisation_map_rows,
    card=organisation_card,
    search=find_on_map,
    filters=(
        FilterField(
            "kind", "种类", "Kind", options=tuple((kind.value, *words) for kind, words in KIND_WORDS.items())
        ),
    ),
    legend=(
        LegendEntry("legal_entity", *KIND_WORDS[OrganisationKind.LEGAL_ENTITY], tone="done", mark="square"),
        LegendEntry(
            "self_employed", *KIND_WORDS[OrganisationKind.SELF_EMPLOYED], tone="running", mark="diamond"
        ),
        LegendEntry("social", *KIND_WORDS[OrganisationKind.SOCIAL], tone="waiting", mark="ring"),
        LegendEntry("place", *KIND_WORDS[OrganisationKind.PLACE], tone="warning", mark="triangle"),
    ),
    rollup=Rollup(counted=COUNTED, answers=organisation_counts),
    is_bounded=lambda asked, *, at: True,
    list_path="/organisations",
    export_source="organisations.records",
    min_zoom=8,
)
