"""Components and resources on the one map: what a mark says, its card, its filters, and how it is counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Q, Value, When
from django.db.models.functions import Coalesce, NullIf

from jingwei.domains.ledger.contracts import Condition, Life, ResourceState
from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.queries.components import (
    ComponentFilter,
    component_for,
    in_states,
    list_components,
)
from jingwei.domains.ledger.queries.resources import ResourceFilter, list_resources, resource_for
from jingwei.domains.ledger.rules.components import CONDITION_WORDS, LIFE_WORDS
from jingwei.domains.ledger.rules.map_marks import (
    COMPONENT_COUNTED,
    COMPONENT_MARKS,
    RESOURCE_MARKS,
    component_mark,
)
from jingwei.domains.ledger.rules.refusals import ComponentNotFound, ResourceNotFound, SearchTooWide
from jingwei.domains.ledger.rules.resources import STATE_WORDS
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.maps.contracts import (
    Asked,
    Card,
    CardLine,
    Counts,
    FilterField,
    FilterRefused,
    Found,
    LegendEntry,
    MapRow,
    PointLayer,
    Rollup,
)
from jingwei.kernel.clock import local, now
from jingwei.kernel.codes import Level

CLOSE_ZOOM = 17


def component_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """Those that are not retired, by how they were found, by class or type. Raises: FilterRefused."""
    rows = Component.objects.listed_for(actor, within=asked.within).filter(life__lt=int(Life.RETIRED))
    rows = rows.filter(in_states(asked.values("state")))
    classes = Q()
    for code in asked.values("kind"):
        if not (code.isascii() and code.isdigit() and len(code) in {2, 4}):
            raise FilterRefused(layer="components", name="kind", value=code)
        classes |= Q(kind_id=code) if len(code) == 4 else Q(kind_id__gte=code, kind_id__lt=code + ":")
    rows = rows.filter(classes)
    if asked.values("due"):
        rows = rows.filter(life=int(Life.IN_USE), inspect_due_on__lte=local(at).date())
    in_use = (When(Q(condition=int(one)), then=Value(mark)) for one, mark in COMPONENT_MARKS.items())
    return rows.annotate(
        map_kind=Case(
            When(life=int(Life.OUT_OF_USE), then=Value("out")),
            *in_use,
            default=Value("good"),
            output_field=CharField(),
        ),
        map_title=Coalesce(NullIf("name", Value("")), "code"),
    )


def component_map_rows(actor: Actor, rows: Sequence[Component], *, at: datetime) -> list[MapRow]:
    areas = names_of({row.scope_code for row in rows})
    kinds = _types(rows)
    return [
        MapRow(
            id=str(row.pk),
            kind=component_mark(Life(row.life), Condition(row.condition)),
            title=row.name or row.code,
            subtitle=f"{kinds.get(row.kind_id, row.kind_id)} · {row.address or areas.get(row.scope_code, '')}",
            lon=row.position.x,
            lat=row.position.y,
            path=f"/ledger/components/{row.pk}",
        )
        for row in rows
    ]


def _types(rows: Sequence[Component]) -> dict[str, str]:
    codes = {row.kind_id for row in rows}
    kind = Component._meta.get_field("kind").related_model
    return dict(kind.objects.filter(pk__in=codes).values_list("pk", "type_name"))


def component_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: ComponentNotFound."""
    row = component_for(actor, _id(feature_id, ComponentNotFound))
    condition, life = Condition(row.condition), Life(row.life)
    unit = row.keeper_name or row.owner_name
    lines = [
        _line("编码", "Code", row.code),
        _line("类别", "Kind", f"{row.kind.class_name} · {row.kind.type_name}"),
        CardLine("状况", "Condition", *CONDITION_WORDS[condition]),
        CardLine("使用状态", "Life", *LIFE_WORDS[life]),
    ]
    if unit:
        lines.append(_line("责任单位", "Looked after by", unit))
    if row.inspect_due_on:
        lines.append(_line("下次巡检", "Inspection due", row.inspect_due_on.isoformat()))
    return Card(
        id=feature_id,
        kind=component_mark(life, condition),
        title=row.name or row.kind.type_name,
        subtitle=row.address,
        lon=row.position.x,
        lat=row.position.y,
        lines=tuple(lines),
        path=f"/ledger/components/{row.pk}",
        at=row.inspected_at,
    )


def find_components(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By number; by words where the actor's area is small enough for reading through."""
    is_code = words.isascii() and words.isdigit() and len(words) == 16
    if not is_code and (len(actor.scope) < Level.TOWNSHIP or not actor.scope):
        return []
    try:
        today = local(now()).date()
        rows = list_components(actor, ComponentFilter(words=words), on=today, cursor=None, size=limit).rows
    except SearchTooWide:
        return []
    return [
        Found(
            layer="components",
            id=str(row.pk),
            title=row.name or row.kind.type_name,
            subtitle=f"{row.code} · {row.address}",
            lon=row.position.x,
            lat=row.position.y,
            zoom=CLOSE_ZOOM,
            path=f"/ledger/components/{row.pk}",
        )
        for row in rows
    ]


def component_counts(asked: Asked) -> Counts | None:
    """Counts know the mark and the class; a type, or what is due, is read from the rows."""
    kinds = asked.values("kind")
    if asked.values("due") or any(len(one) != 2 for one in kinds):
        return None
    return Counts(a=asked.values("state") or None, b=kinds or None)


COMPONENT_LAYER = PointLayer(
    key="components",
    title="部件",
    title_en="Components",
    group="things",
    permission=Permission.READ_LEDGER,
    rows=component_rows,
    kind="map_kind",
    title_column="map_title",
    properties=(("code", "部件编码", "Component code", "string"), ("kind_id", "小类", "Type", "string")),
    row=component_map_rows,
    card=component_card,
    search=find_components,
    filters=(
        FilterField(
            "state",
            "状况",
            "Condition",
            options=(
                *((mark, *CONDITION_WORDS[one]) for one, mark in COMPONENT_MARKS.items()),
                ("out", *LIFE_WORDS[Life.OUT_OF_USE]),
            ),
        ),
        FilterField("kind", "大类或小类代码", "Class or type code"),
        FilterField(
            "due",
            "该巡检的",
            "Inspection due",
            options=(("1", "只看该巡检的", "due only"),),
            list_name="is_due",
            is_of_the_moment=True,
        ),
    ),
    legend=(
        LegendEntry("good", *CONDITION_WORDS[Condition.GOOD], tone="done", mark="circle"),
        LegendEntry("worn", *CONDITION_WORDS[Condition.WORN], tone="warning", mark="triangle"),
        LegendEntry("damaged", *CONDITION_WORDS[Condition.DAMAGED], tone="overrun", mark="triangle"),
        LegendEntry("missing", *CONDITION_WORDS[Condition.MISSING], tone="overrun", mark="diamond"),
        LegendEntry("out", *LIFE_WORDS[Life.OUT_OF_USE], tone="waiting", mark="square"),
    ),
    rollup=Rollup(counted=COMPONENT_COUNTED, answers=component_counts, has_b=True),
    is_bounded=lambda asked, *, at: True,
    list_path="/ledger/components",
    export_source="ledger.components",
    min_zoom=8,
)


# --- resources ---------------------------------------------------------------------------------------------


def resource_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """Those that are not retired, by kind and state."""
    rows = Resource.objects.listed_for(actor, within=asked.within).filter(
        state__lt=int(ResourceState.RETIRED)
    )
    kinds = asked.values("kind")
    if kinds:
        rows = rows.filter(kind_id__in=kinds)
    states = [int(state) for state, mark in RESOURCE_MARKS.items() if mark in asked.values("state")]
    if asked.values("state"):
        rows = rows.filter(state__in=states)
    marks = (When(state=int(one), then=Value(mark)) for one, mark in RESOURCE_MARKS.items())
    return rows.annotate(map_kind=Case(*marks, default=Value("ready"), output_field=CharField()))


def resource_map_rows(actor: Actor, rows: Sequence[Resource], *, at: datetime) -> list[MapRow]:
    kind = Resource._meta.get_field("kind").related_model
    names = dict(kind.objects.filter(pk__in={row.kind_id for row in rows}).values_list("pk", "name_zh"))
    return [
        MapRow(
            id=str(row.pk),
            kind=RESOURCE_MARKS.get(ResourceState(row.state), "shut"),
            title=row.name,
            subtitle=f"{names.get(row.kind_id, row.kind_id)} · {row.address}",
            lon=row.position.x,
            lat=row.position.y,
            path=f"/ledger/resources/{row.pk}",
        )
        for row in rows
    ]


def resource_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: ResourceNotFound."""
    row = resource_for(actor, _id(feature_id, ResourceNotFound))
    state = ResourceState(row.state)
    lines = [
        CardLine("类别", "Kind", row.kind.name_zh, row.kind.name_en),
        CardLine("状态", "State", *STATE_WORDS[state]),
    ]
    if row.capacity is not None:
        lines.append(
            CardLine(
                "容量",
                "Capacity",
                f"{row.capacity}{row.kind.counts_zh}",
                f"{row.capacity} {row.kind.counts_en}".strip(),
            )
        )
    for title, title_en, value in (
        ("开放时间", "Hours", row.hours),
        ("公开电话", "Public phone", row.phone),
        ("管理单位", "Run by", row.unit_name),
    ):
        if value:
            lines.append(_line(title, title_en, value))
    return Card(
        id=feature_id,
        kind=RESOURCE_MARKS.get(state, "shut"),
        title=row.name,
        subtitle=row.address,
        lon=row.position.x,
        lat=row.position.y,
        lines=tuple(lines),
        path=f"/ledger/resources/{row.pk}",
    )


def find_resources(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By name or address."""
    rows = list_resources(actor, ResourceFilter(words=words), cursor=None, size=limit).rows
    return [
        Found(
            layer="resources",
            id=str(row.pk),
            title=row.name,
            subtitle=f"{row.kind.name_zh} · {row.address}",
            lon=row.position.x,
            lat=row.position.y,
            zoom=CLOSE_ZOOM,
            path=f"/ledger/resources/{row.pk}",
        )
        for row in rows
    ]


RESOURCE_LAYER = PointLayer(
    key="resources",
    title="资源",
    title_en="Resources",
    group="things",
    permission=Permission.READ_LEDGER,
    rows=resource_rows,
    kind="map_kind",
    title_column="name",
    properties=(("kind_id", "类别", "Kind", "string"),),
    row=resource_map_rows,
    card=resource_card,
    search=find_resources,
    filters=(
        FilterField("kind", "类别", "Kind"),
        FilterField(
            "state",
            "状态",
            "State",
            options=tuple((mark, *STATE_WORDS[state]) for state, mark in RESOURCE_MARKS.items()),
        ),
    ),
    legend=(
        LegendEntry("ready", *STATE_WORDS[ResourceState.READY], tone="done", mark="ring"),
        LegendEntry("busy", *STATE_WORDS[ResourceState.BUSY], tone="running", mark="diamond"),
        LegendEntry("shut", *STATE_WORDS[ResourceState.SHUT], tone="waiting", mark="square"),
    ),
    is_bounded=lambda asked, *, at: True,
    list_path="/ledger/resources",
    export_source="ledger.resources",
    min_zoom=8,
)


def _line(title: str, title_en: str, value: str) -> CardLine:
    return CardLine(title, title_en, value, value)


def _id(given: str, refusal: type[Exception]) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise refusal from None
