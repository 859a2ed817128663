"""People's concerns on the one map: where, on what topic, how often; a card names nobody because nobody is known."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, Value, When

from jingwei.domains.concerns.contracts import ConcernOccasion, ConcernStage
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries.concerns import (
    STANDS,
    TAKEN_UP,
    ConcernFilter,
    concern_for,
    list_concerns,
    narrowed,
)
from jingwei.domains.concerns.queries.topics import names_of_topics
from jingwei.domains.concerns.rules.concerns import OCCASION_WORDS, OFTEN, STAGE_WORDS, stage_of
from jingwei.domains.concerns.rules.map_marks import COUNTED, LAYER_KEY
from jingwei.domains.concerns.rules.refusals import ConcernNotFound
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of
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
from jingwei.kernel.codes import Level

CLOSE_ZOOM = 17
TOPIC = r"\d{2}|\d{4}"


def concern_rows(actor: Actor, asked: Asked, *, at: datetime) -> Any:
    """What the list holds, as far as it has a position."""
    rows = Concern.objects.listed_for(actor, within=asked.within).filter(STANDS)
    rows = rows.filter(
        narrowed(
            topics=asked.values("topic"), stages=asked.values("stage"), occasions=asked.values("occasion")
        )
    )
    mark = Case(
        When(TAKEN_UP, then=Value(ConcernStage.TAKEN_UP.value)),
        When(times_all__gte=OFTEN, then=Value(ConcernStage.OFTEN.value)),
        default=Value(ConcernStage.HEARD.value),
        output_field=CharField(),
    )
    return rows.annotate(map_kind=mark, map_title=F("topic__name"))


def concern_map_rows(actor: Actor, rows: Sequence[Concern], *, at: datetime) -> list[MapRow]:
    areas = names_of({row.scope_code for row in rows})
    topics = names_of_topics({row.topic_id for row in rows})
    return [
        MapRow(
            id=str(row.pk),
            kind=_stage(row).value,
            title=topics.get(row.topic_id, row.topic_id),
            subtitle=" · ".join(
                part for part in (row.address or areas.get(row.scope_code, ""), row.words[:30]) if part
            ),
            lon=row.position.x,
            lat=row.position.y,
            at=row.heard_at,
            path=f"/concerns/{row.pk}",
        )
        for row in rows
    ]


def concern_card(actor: Actor, feature_id: str, *, at: datetime) -> Card:
    """Raises: ConcernNotFound."""
    row = concern_for(actor, _id(feature_id))
    topics = names_of_topics({row.topic_id})
    stage, occasion = _stage(row), OCCASION_WORDS[_occasion(row)]
    lines = [
        _line("大类", "Class", topics.get(row.topic_id[:2], "")),
        CardLine(
            "听到", "Heard", f"{row.times_all}次", f"{row.times_all} times" if row.times_all > 1 else "once"
        ),
        CardLine("来自", "On the occasion of", *occasion),
        CardLine("进展", "What became of it", *STAGE_WORDS[stage]),
    ]
    if row.words:
        lines.append(_line("内容", "Words", row.words))
    return Card(
        id=feature_id,
        kind=stage.value,
        title=topics.get(row.topic_id, row.topic_id),
        subtitle=row.address or names_of({row.scope_code}).get(row.scope_code, ""),
        lon=row.position.x if row.position else None,
        lat=row.position.y if row.position else None,
        lines=tuple(lines),
        path=f"/concerns/{row.pk}",
        at=row.heard_at,
    )


def find_concerns(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """By words, where the actor's area is small enough for reading through."""
    if not actor.scope or len(actor.scope) < Level.TOWNSHIP:
        return []
    rows = [
        row
        for row in list_concerns(actor, ConcernFilter(words=words), cursor=None, size=limit).rows
        if row.position is not None
    ]
    return (
        [
            Found(
                layer=LAYER_KEY,
                id=one.id,
                title=one.title,
                subtitle=one.subtitle,
                lon=one.lon,
                lat=one.lat,
                zoom=CLOSE_ZOOM,
                path=one.path,
            )
            for one in concern_map_rows(actor, rows, at=rows[0].heard_at)
        ]
        if rows
        else []
    )


def concern_counts(asked: Asked) -> Counts | None:
    """Counts know the mark and the class; a single topic, or an occasion, is read from the rows."""
    topics = asked.values("topic")
    if asked.values("occasion") or any(len(one) != 2 for one in topics):
        return None
    return Counts(a=asked.values("stage") or None, b=topics or None)


def _stage(row: Concern) -> ConcernStage:
    return stage_of(is_taken_up=row.is_taken_up, times=row.times_all)


def _occasion(row: Concern) -> ConcernOccasion:
    return ConcernOccasion(row.occasion)


def _line(title: str, title_en: str, value: str) -> CardLine:
    return CardLine(title, title_en, value, value)


def _id(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise ConcernNotFound from None


CONCERN_LAYER = PointLayer(
    key=LAYER_KEY,
    title="民情",
    title_en="People's concerns",
    group="concerns",
    permission=Permission.READ_CONCERNS,
    rows=concern_rows,
    kind="map_kind",
    title_column="map_title",
    properties=(
        ("topic_id", "主题代码", "Topic code", "string"),
        ("times_all", "听到次数", "Times heard", "integer"),
    ),
    row=concern_map_rows,
    card=concern_card,
    search=find_concerns,
    at_column="heard_at",
    time_title="听到时间",
    time_title_en="Heard",
    filters=(
        FilterField(
            "stage",
            "进展",
            "What became of it",
            options=tuple((one.value, *words) for one, words in STAGE_WORDS.items()),
        ),
        FilterField("topic", "主题或大类代码", "Topic or class code", pattern=TOPIC),
        FilterField(
            "occasion",
            "来自",
            "Occasion",
            options=tuple((one.value, *words) for one, words in OCCASION_WORDS.items()),
        ),
    ),
    legend=(
        LegendEntry(
            ConcernStage.HEARD.value, *STAGE_WORDS[ConcernStage.HEARD], tone="running", mark="circle"
        ),
        LegendEntry(
            ConcernStage.OFTEN.value, *STAGE_WORDS[ConcernStage.OFTEN], tone="warning", mark="triangle"
        ),
        LegendEntry(
            ConcernStage.TAKEN_UP.value, *STAGE_WORDS[ConcernStage.TAKEN_UP], tone="done", mark="square"
        ),
    ),
    rollup=Rollup(counted=COUNTED, answers=concern_counts, has_b=True, has_days=True),
    is_bounded=lambda asked, *, at: False,
    list_path="/concerns",
    export_source="concerns.notes",
    min_zoom=8,
)
