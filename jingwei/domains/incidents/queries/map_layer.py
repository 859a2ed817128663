"""Incidents as a layer of the map: the same sight as their lists, the same filters, and indicators by area."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Case, CharField, Exists, F, Func, OuterRef, Q, Value, When

from jingwei.domains.clocks.contracts import Colour, colour
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident, Participant
from jingwei.domains.incidents.queries.matter import incident_for, item_of
from jingwei.domains.incidents.rules import on_map
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS, is_open
from jingwei.domains.incidents.rules.sight import NOBODY_BY_AREA
from jingwei.domains.incidents.rules.taking_along import CHANNEL_WORDS, CLOCK_WORDS
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.maps.contracts import (
    Asked,
    Card,
    CardLine,
    FilterField,
    Found,
    Indicator,
    IndicatorAsked,
    MapRow,
    PointLayer,
    Rollup,
)
from jingwei.foundation.maps.queries import counts_of_layer
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound

KIND = Case(
    *(When(state=int(state), then=Value(kind)) for state, kind in on_map.KIND_OF.items()),
    output_field=CharField(),
)
CARD_ZOOM = 17


def _seconds(column: str) -> Func:
    template = "coalesce(extract(epoch from %(expressions)s), 0)::bigint"
    return Func(F(column), template=template, output_field=BigIntegerField())


def incident_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """What the actor's lists hold, as far as it has a place; a unit's by its part in them."""
    rows = Incident.objects.listed_for(actor, within=asked.within)
    if not actor.scope and actor.sharing_unit_id is not None:
        part = Participant.objects.filter(
            incident_id=OuterRef("pk"), unit_id=actor.sharing_unit_id, post_id=None
        )
        rows = rows.filter(Exists(part))
        if asked.values("overdue") or asked.values("slipping"):  # as in its lists: what it has to do itself
            rows = rows.filter(handler_unit_id=actor.sharing_unit_id)
    rows = rows.filter(head_id=None, sight_floor__gt=NOBODY_BY_AREA)
    rows = rows.annotate(map_kind=KIND, due=_seconds("due_at"), warn=_seconds("warn_at"))
    rows = rows.annotate(urgent=F("is_urgent"), suspended=_seconds("suspended_at"))
    return rows.filter(_condition(asked, at))


def _condition(asked: Asked, at: datetime) -> Q:
    kinds = on_map.kinds_asked(asked)
    states = [int(on_map.STATE_OF[kind]) for kind in kinds] if kinds is not None else [int(s) for s in State]
    found = Q(state__in=states)
    if on_map.is_open_only(asked):
        found &= Q(state__lt=int(State.CLOSED))
    if items := asked.values("item"):
        found &= _any(_item(code) for code in items)
    if channels := asked.values("channel"):
        found &= Q(channel__in=channels)
    if asked.values("urgent"):
        found &= Q(is_urgent=True)
    if asked.values("overdue"):
        found &= Q(due_at__lt=at)
    if asked.values("slipping"):
        found &= Q(due_at__gte=at, warn_at__lte=at)
    if ages := asked.values("age"):
        found &= _any(_age(name, at) for name in ages)
    return found


def _any(conditions: Any) -> Q:
    found = Q()
    for one in conditions:
        found |= one
    return found


def _item(code: str) -> Q:
    return Q(item_code=code) if len(code) == 6 else Q(item_code__gte=code, item_code__lt=code + ":")


def _age(name: str, at: datetime) -> Q:
    least, most = on_map.AGES[name]
    found = Q(reported_at__lte=at - timedelta(days=least))
    return found if most is None else found & Q(reported_at__gt=at - timedelta(days=most))


def is_bounded(asked: Asked, *, at: datetime) -> bool:
    """Open ones are few, whatever was ever recorded."""
    return on_map.is_open_only(asked)


def incident_map_rows(actor: Actor, rows: Sequence[Any], *, at: datetime) -> list[MapRow]:
    """Rows for the list that mirrors the map: number, title, state and how late it is, area."""
    areas = names_of({row.scope_code for row in rows})
    return [
        MapRow(
            id=str(row.pk),
            kind=on_map.KIND_OF[State(row.state)],
            title=row.title,
            subtitle=" · ".join(
                part
                for part in (row.receipt_no, areas.get(row.scope_code, ""), _clock_words(row, at)[0])
                if part
            ),
            lon=row.position.x,
            lat=row.position.y,
            at=row.reported_at,
            path=f"/incidents/{row.pk}",
        )
        for row in rows
    ]


def _clock_words(row: Incident, at: datetime) -> tuple[str, str]:
    shown = colour(
        now=at,
        due_at=row.due_at,
        warn_at=row.warn_at,
        is_done=not is_open(State(row.state)),
        is_waiting=row.suspended_at is not None,
    )
    return CLOCK_WORDS[Colour(shown)]


def incident_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: NotFound outside sight."""
    try:
        row = incident_for(actor, UUID(feature_id))
    except ValueError:
        raise NotFound from None
    item = item_of(row)
    state, channel = (
        STATE_LABELS[State(row.state)],
        CHANNEL_WORDS.get(row.channel, (row.channel, row.channel)),
    )
    lines = [
        CardLine("受理编号", "Receipt no.", row.receipt_no, row.receipt_no),
        CardLine("状态", "State", *state),
        CardLine("时限", "Limit", *_clock_words(row, at)),
        CardLine("来源", "Channel", *channel),
    ]
    if item:
        lines.append(CardLine("事项", "Item", item.item_name, item.item_name))
    if row.due_at:
        due = local(row.due_at).strftime("%Y-%m-%d %H:%M")
        lines.append(CardLine("办理期限", "Due", due, due))
    if row.address:
        lines.append(CardLine("地址", "Address", row.address, row.address))
    has_place = row.position is not None and not row.position.empty
    return Card(
        id=str(row.pk),
        kind=on_map.KIND_OF[State(row.state)],
        title=row.title,
        subtitle=path_name(row.scope_code),
        lon=row.position.x if has_place else None,
        lat=row.position.y if has_place else None,
        lines=tuple(lines),
        path=f"/incidents/{row.pk}",
        at=row.reported_at,
    )


def find_incidents(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By receipt number, as far as the actor sees it."""
    number = words.strip().upper()
    if not (number.isascii() and number.isalnum() and any(letter.isdigit() for letter in number)):
        return []
    rows = Incident.objects.visible_to(actor).filter(receipt_no=number)[:limit]
    return [
        Found(
            layer=on_map.LAYER_KEY,
            id=str(row.pk),
            title=row.title,
            subtitle=row.receipt_no,
            lon=row.position.x if row.position and not row.position.empty else None,
            lat=row.position.y if row.position and not row.position.empty else None,
            zoom=CARD_ZOOM,
            path=f"/incidents/{row.pk}",
        )
        for row in rows
    ]


INCIDENT_LAYER = PointLayer(
    key=on_map.LAYER_KEY,
    title="事件",
    title_en="Incidents",
    group="matters",
    permission=Permission.READ_INCIDENT,
    rows=incident_rows,
    kind="map_kind",
    title_column="title",
    row=incident_map_rows,
    card=incident_card,
    legend=on_map.LEGEND,
    filters=(
        FilterField(
            "state",
            "状态",
            "State",
            (
                (on_map.OPEN, "未办结", "Open"),
                *((kind, *STATE_LABELS[state]) for state, kind in on_map.KIND_OF.items()),
                (on_map.ALL, "全部", "All"),
            ),
        ),
        FilterField("item", "事项", "Item", pattern=r"\d{2}|\d{4}|\d{6}"),
        FilterField(
            "channel",
            "来源",
            "Channel",
            tuple((str(channel), *words) for channel, words in CHANNEL_WORDS.items()),
        ),
        FilterField("urgent", "紧急", "Urgent", (("1", "紧急", "Urgent"),), list_name="is_urgent"),
        FilterField(
            "overdue",
            "已超时",
            "Overdue",
            (("1", "已超时", "Overdue"),),
            list_name="is_overdue",
            is_of_the_moment=True,
        ),
        FilterField(
            "slipping",
            "快到时限",
            "Nearly due",
            (("1", "快到时限", "Nearly due"),),
            list_name="is_slipping",
            is_of_the_moment=True,
        ),
        FilterField(
            "age",
            "已过时间",
            "Age",
            (
                ("d1", "1天内", "Up to a day"),
                ("d3", "1至3天", "1 to 3 days"),
                ("d7", "3至7天", "3 to 7 days"),
                ("d30", "7至30天", "7 to 30 days"),
                ("more", "30天以上", "Over 30 days"),
            ),
            is_of_the_moment=True,
        ),
    ),
    properties=(
        ("urgent", "紧急", "Urgent", "boolean"),
        ("due", "办理期限", "Due", "integer"),
        ("warn", "预警时间", "Warns from", "integer"),
        ("suspended", "挂起时间", "Suspended since", "integer"),
    ),
    at_column="reported_at",
    time_title="上报时间",
    time_title_en="Reported",
    search=find_incidents,
    rollup=Rollup(counted=on_map.COUNTED, answers=on_map.counts_asked, has_b=True, has_days=True),
    is_bounded=is_bounded,
    list_path="/incidents",
    export_source="incidents",
    is_on=True,
    min_zoom=6,
)


# --- indicators ------------------------------------------------------------------------------------------


def _counts(
    actor: Actor, asked: IndicatorAsked, *states: str, in_period: bool, **filters: str
) -> Mapping[str, int]:
    given = {"state": states} | {name: (value,) for name, value in filters.items()}
    question = Asked(
        filters=given,
        since=asked.since if in_period else None,
        until=asked.until if in_period else None,
        within=asked.within,
    )
    return counts_of_layer(actor, INCIDENT_LAYER, question, level=asked.level, at=asked.at)


def _count_of(actor: Actor, asked: IndicatorAsked, *, state: str, in_period: bool) -> Any:
    return {code: (float(n), None) for code, n in _counts(actor, asked, state, in_period=in_period).items()}


def _share_closed(actor: Actor, asked: IndicatorAsked) -> Any:
    whole = _counts(actor, asked, on_map.ALL, in_period=True)
    closed = _counts(actor, asked, on_map.KIND_OF[State.CLOSED], in_period=True)
    return {code: (float(closed.get(code, 0)), float(n)) for code, n in whole.items()}


def _share_in_time(actor: Actor, asked: IndicatorAsked) -> Any:
    whole = _counts(actor, asked, on_map.OPEN, in_period=False)
    late = _counts(actor, asked, on_map.OPEN, in_period=False, overdue="1")
    return {code: (float(n - late.get(code, 0)), float(n)) for code, n in whole.items()}


INCIDENT_INDICATORS = (
    Indicator(
        "incidents.open",
        "未办结事件",
        "Open matters",
        "件",
        "matters",
        "现在未办结的事件数。",
        "Matters that are open now.",
        Permission.READ_INCIDENT,
        partial(_count_of, state=on_map.OPEN, in_period=False),
    ),
    Indicator(
        "incidents.reported",
        "上报事件",
        "Matters reported",
        "件",
        "matters",
        "所选日期内上报的事件数。",
        "Matters reported in the days chosen.",
        Permission.READ_INCIDENT,
        partial(_count_of, state=on_map.ALL, in_period=True),
        needs_period=True,
    ),
    Indicator(
        "incidents.reported_per_1000",
        "每千人上报",
        "Reported per 1,000 people",
        "件/千人",
        "per 1,000",
        "所选日期内上报的事件数，除以区划人口，乘以1000；没有人口数的区划不着色。",
        "Matters reported in the days chosen, per thousand people; areas without a population stay blank.",
        Permission.READ_INCIDENT,
        partial(_count_of, state=on_map.ALL, in_period=True),
        per=1000,
        needs_period=True,
        by_people=True,
    ),
    Indicator(
        "incidents.closed_share",
        "结案率",
        "Share closed",
        "",
        "",
        "所选日期内上报的事件中，现在已结案的比例。",
        "Of the matters reported in the days chosen, the share that is closed now.",
        Permission.READ_INCIDENT,
        _share_closed,
        per=1,
        needs_period=True,
    ),
    Indicator(
        "incidents.in_time_share",
        "未超时率",
        "Share in time",
        "",
        "",
        "现在未办结的事件中，没有超过时限的比例。",
        "Of the matters open now, the share that is not overdue.",
        Permission.READ_INCIDENT,
        _share_in_time,
        per=1,
    ),
)
