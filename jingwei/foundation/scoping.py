"""Every read of jurisdiction-bound data passes here: a query that was not told whose eyes it is for raises.

Two fences. The query adds equality on a stored ancestor column (fast, indexed). Underneath, PostgreSQL's
row-level security reads the same eyes from session settings that live as long as the transaction; without them
a connection sees nothing. `_base_manager` stays plain, so that saving and following a foreign key work.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Self

from django.db import connection, models, transaction
from django.db.models import Q, sql

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.kernel.codes import AreaCodes, Level, level_of, lies_within
from jingwei.kernel.trace import present_trace

NOTHING = "~none"
COLUMN_AT_LEVEL = {
    Level.CITY: "city_code",
    Level.COUNTY: "county_code",
    Level.TOWNSHIP: "township_code",
    Level.COMMUNITY: "community_code",
    Level.GRID: "grid_code",
}
AREA_COLUMNS = {column.removesuffix("_code"): column for column in COLUMN_AT_LEVEL.values()}
"""The same by the short names of the levels, after which indexes are named."""
SET_EYES = """
select set_config('jw.scope', %s, true), set_config('jw.unit', %s, true),
       set_config('jw.role', %s, true), set_config('jw.post', %s, true), set_config('jw.person', %s, true), set_config('jw.case', %s, true),
       set_config('jw.trace', %s, true), set_config('application_name', %s, true)
"""
"""The last two carry the number of the request: jobs take it along (a trigger), and the database's own log names it."""

_eyes: ContextVar[Actor | None] = ContextVar("jw_eyes", default=None)


class ScopeMissing(RuntimeError):
    """A scoped model was queried without ``visible_to(actor)`` or ``unscoped(reason)``."""


def eye_settings(actor: Actor | None) -> list[str]:
    """The values of jw.scope, jw.unit, jw.role, jw.post, jw.person and jw.case for an actor; all closed for None."""
    if actor is None:
        return [NOTHING, "", "", "", "", ""]
    return [
        actor.scope or NOTHING,
        str(actor.sharing_unit_id or ""),
        actor.role.value,
        str(actor.post_id or ""),
        str(actor.person_id or ""),
        str(actor.case_id or ""),
    ]


@contextmanager
def eyes(actor: Actor) -> Iterator[None]:
    """One transaction that sees what the actor may see. Nested use restores the outer eyes at its end.

    The settings live as long as the outermost transaction: inside somebody else's they are closed again here.
    """
    outer = _eyes.get()
    is_nested = connection.in_atomic_block
    token = _eyes.set(actor)
    try:
        with transaction.atomic():
            _look_as(actor)
            yield
            if is_nested:
                _look_as(outer)
    finally:
        _eyes.reset(token)


def looking_as(actor: Actor) -> bool:
    """Whether the running transaction already sees with this actor's eyes."""
    return _eyes.get() == actor and connection.in_atomic_block


def _look_as(actor: Actor | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            SET_EYES, [*eye_settings(actor), present_trace(), f"jingwei {present_trace()}".strip()]
        )


class ScopedQuery(sql.Query):
    """Carries the mark through every clone, subquery, ``Exists`` and union, and raises where it is missing."""

    scope_given = False
    seen_by: Actor | None = None

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        if not self.scope_given:
            name = self.model.__name__ if self.model else "?"
            raise ScopeMissing(f"{name}: call .visible_to(actor) or .unscoped(reason) before reading")
        return super().get_compiler(*args, **kwargs)


class ScopedQuerySet(models.QuerySet[Any]):
    def __init__(self, model: Any = None, query: Any = None, using: Any = None, hints: Any = None) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def visible_to(self, actor: Actor) -> Self:
        """Keep rows that the actor may see: by area, by taking part, or because they are their own."""
        return self._given(self.filter(self.model.sight(actor)), actor)

    def listed_for(self, actor: Actor, *, within: str | None = None) -> Self:
        """Keep the rows of the actor's lists, or of one area among them; narrower than ``visible_to``, never wider."""
        return self._given(self.filter(self.model.listing(actor, within)), actor)

    def unscoped(self, reason: str) -> Self:
        """Read across jurisdictions. The reason is for reviewers: ``grep unscoped`` lists every such place.

        Row-level security stays underneath: without a system actor's eyes this shows no more than before.
        """
        if not reason:
            raise ValueError("unscoped() needs a reason")
        return self._given(self.all(), None)

    def update(self, **kwargs: Any) -> int:
        self._require()
        return super().update(**kwargs)

    def delete(self) -> Any:
        self._require()
        return super().delete()

    def _given(self, queryset: Self, actor: Actor | None) -> Self:
        queryset.query.scope_given = True
        queryset.query.seen_by = actor
        return queryset

    def _require(self) -> None:
        if not getattr(self.query, "scope_given", False):
            raise ScopeMissing(f"{self.model.__name__}: call .visible_to(actor) before writing")

    def _fetch_all(self) -> None:
        super()._fetch_all()
        seen_by = getattr(self.query, "seen_by", None)
        if seen_by is not None:
            for row in self._result_cache or ():
                if isinstance(row, ScopedModel):
                    row.seen_by = seen_by


class ScopedModel(models.Model):
    """A row that belongs to an area: that day's place as ancestor codes, and the code that scopes it today.

    Subclasses that show rows to residents name ``owner_field``; those that units take part in override
    ``sight_by_part``; ``sight_floor`` on the row (longest scope that sees it by area) hides it from lower levels.
    """

    city_code = models.CharField(max_length=4)
    county_code = models.CharField(max_length=6, null=True, blank=True)
    township_code = models.CharField(max_length=9, null=True, blank=True)
    community_code = models.CharField(max_length=12, null=True, blank=True)
    grid_code = models.CharField(max_length=15, null=True, blank=True)
    scope_code = models.CharField(max_length=15)

    seen_by: Actor | None = None
    owner_field: ClassVar[str | None] = None
    has_sight_floor: ClassVar[bool] = False

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def lie_in(self, codes: AreaCodes) -> None:
        """Write down where the row lies; it is saved by whoever asked."""
        for name, code in codes.columns.items():
            setattr(self, name, code)

    @classmethod
    def sight(cls, actor: Actor) -> Q:
        """The condition under which the actor may see a row. Row-level security says the same in SQL."""
        return cls.sight_by_area(actor) | cls.sight_by_part(actor) | cls.sight_of_own(actor)

    @classmethod
    def listing(cls, actor: Actor, within: str | None = None) -> Q:
        """The one indexable way in which the actor's lists are made: by area, else by part, else their own."""
        if actor.scope:
            return cls.sight_by_area(actor, within)
        mine = cls.sight_by_part(actor) if actor.sharing_unit_id else cls.sight_of_own(actor)
        return mine & cls.inside(within) if within else mine

    @classmethod
    def sight_by_area(cls, actor: Actor, within: str | None = None) -> Q:
        """Equality on one ancestor column: two of them would make the planner intersect two indexes."""
        if actor.scope == ANYWHERE:
            return cls.inside(within) if within else ALL
        if within and lies_within(actor.scope, within):
            within = None  # all of one's own area lies in it
        if not actor.scope or (within and not lies_within(within, actor.scope)):
            return NONE
        found = cls.inside(within or actor.scope)
        if cls.has_sight_floor:
            found &= Q(sight_floor__gte=len(actor.scope))
        return found

    @classmethod
    def inside(cls, area_code: str) -> Q:
        """Rows of an area, by the column of its level."""
        return Q(**{COLUMN_AT_LEVEL[level_of(area_code)]: area_code})

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """For rows that units take part in; overridden where a table of participants stands beside the row."""
        return NONE

    @classmethod
    def sight_of_own(cls, actor: Actor) -> Q:
        own = Q(pk=actor.case_id) if actor.case_id else NONE
        if cls.owner_field is not None and actor.person_id is not None:
            own |= Q(**{cls.owner_field: actor.person_id})
        return own


ALL = ~Q(pk__in=[])
NONE = Q(pk__in=[])
