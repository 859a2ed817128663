"""The first fence: a query that was not told whose eyes it is for raises. The second: the database shows nothing."""

from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.models import Count, Exists, F, OuterRef, Subquery, Sum

from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor
from jingwei.foundation.access.models import Person
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import ScopeMissing, eyes, looking_as
from jingwei.foundation.tests.stones import Stone, stone
from tests.cast import CAST, GRID_1, GRID_2, in_post

S = Stone.objects
FORGETFUL: dict[str, Callable[[], Any]] = {
    "all": lambda: list(S.all()),
    "filter": lambda: list(S.filter(height_cm=40)),
    "exclude": lambda: list(S.exclude(height_cm=40)),
    "get": lambda: S.get(height_cm=40),
    "first": lambda: S.first(),
    "last": lambda: S.order_by("height_cm").last(),
    "latest": lambda: S.latest("height_cm"),
    "slice": lambda: list(S.all()[:1]),
    "count": lambda: S.count(),
    "exists": lambda: S.exists(),
    "contains": lambda: S.contains(stone("无", GRID_1)),
    "aggregate": lambda: S.aggregate(Sum("height_cm")),
    "annotate": lambda: list(S.values("grid_code").annotate(n=Count("id"))),
    "values": lambda: list(S.values()),
    "values_list": lambda: list(S.values_list("id")),
    "in_bulk": lambda: S.in_bulk(),
    "iterator": lambda: list(S.iterator()),
    "distinct": lambda: list(S.distinct()),
    "union": lambda: list(S.visible_to(CAST.wu).union(S.all())),
    "union, unscoped first": lambda: list(S.all().union(S.visible_to(CAST.wu))),
    "intersection": lambda: list(S.visible_to(CAST.wu).intersection(S.all())),
    "difference": lambda: list(S.visible_to(CAST.wu).difference(S.all())),
    "exists in another query": lambda: list(
        Person.objects.filter(Exists(S.filter(finder_id=OuterRef("pk"))))
    ),
    "annotated exists": lambda: list(Person.objects.annotate(has=Exists(S.filter(finder_id=OuterRef("pk"))))),
    "subquery": lambda: list(Person.objects.annotate(h=Subquery(S.values("height_cm")[:1]))),
    "in": lambda: list(Person.objects.filter(pk__in=S.values("finder_id"))),
    "not in": lambda: list(Person.objects.exclude(pk__in=S.values("finder_id"))),
    "in itself": lambda: list(S.visible_to(CAST.wu).filter(pk__in=S.all())),
    "update": lambda: S.update(height_cm=1),
    "filtered update": lambda: S.filter(height_cm=40).update(height_cm=F("height_cm") + 1),
    "delete": lambda: S.all().delete(),
    "filtered delete": lambda: S.filter(height_cm=40).delete(),
    "bulk_update": lambda: S.bulk_update([stone("无", GRID_1)], ["height_cm"]),
    "get_or_create": lambda: S.get_or_create(inscription="无"),
    "update_or_create": lambda: S.update_or_create(inscription="无"),
    "explain": lambda: S.all().explain(),
    "select_for_update": lambda: list(S.select_for_update()),
    "reverse": lambda: list(S.order_by("id").reverse()),
    "dates of a copy": lambda: list(S.all().all().filter().order_by()),
}


@pytest.mark.parametrize("query", FORGETFUL.values(), ids=FORGETFUL.keys())
def test_a_query_that_was_not_told_whose_eyes_raises(
    stones: psycopg.Connection, query: Callable[[], Any]
) -> None:
    with pytest.raises(ScopeMissing, match=r"Stone: call \.visible_to\(actor\)"), eyes(CAST.machine):
        query()
    assert stones.execute("select count(*), sum(height_cm) from stones_stone").fetchone() == (5, 300)


SIGHTS = [
    (CAST.lin, "林一 林二"),
    (CAST.chen, "陈一"),
    (CAST.wu, "林一 林二 陈一"),
    (CAST.zhao, "林一 林二 陈一"),
    (CAST.zhou, "周一"),
    (CAST.sun, "周一 林一 林二 陈一"),
    (CAST.tang, "唐一"),
    (CAST.he, "周一 唐一 林一 林二 陈一"),
    (CAST.machine, "周一 唐一 林一 林二 陈一"),
    (CAST.qian, ""),
    (CAST.li, "林二"),
    (CAST.wang, ""),
    (PUBLIC_ACTOR, ""),
]


@pytest.mark.parametrize(("actor", "expected"), SIGHTS, ids=lambda part: getattr(part, "name", None))
def test_both_fences_show_the_same(stones: psycopg.Connection, actor: Actor, expected: str) -> None:
    with eyes(actor):
        by_query = S.visible_to(actor).values_list("inscription", flat=True)
        assert " ".join(sorted(by_query)) == expected
        by_database = S.unscoped("the test compares the fences").values_list("inscription", flat=True)
        assert " ".join(sorted(by_database)) == expected


def test_the_second_fence_stands_where_the_first_is_torn_down(stones: psycopg.Connection) -> None:
    with eyes(CAST.chen):
        assert [s.inscription for s in S.visible_to(CAST.he)] == ["陈一"]
        assert [s.inscription for s in S.raw("select * from stones_stone")] == ["陈一"]
        assert S.visible_to(CAST.he).update(height_cm=1) == 1
        S.visible_to(CAST.he).delete()
    assert stones.execute("select count(*), min(height_cm) from stones_stone").fetchone() == (4, 40)


def test_a_used_connection_without_eyes_sees_nothing(stones: psycopg.Connection) -> None:
    with eyes(CAST.he):
        assert S.visible_to(CAST.he).count() == 5
        assert Person.objects.count() > 0
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('jw.scope', true), jw_scope()")
        assert cursor.fetchone() == ("", "~none")
    assert S.unscoped("the test looks without eyes").count() == 0
    assert Person.objects.count() == Entry.objects.count() == Reveal.objects.count() == 0


def test_a_refusal_leaves_no_eyes_behind(stones: psycopg.Connection) -> None:
    with pytest.raises(KeyError), eyes(CAST.he):
        raise KeyError
    assert S.unscoped("the test looks without eyes").count() == 0


def test_nested_eyes_give_the_outer_ones_back(stones: psycopg.Connection) -> None:
    def seen() -> int:
        return int(S.unscoped("the test counts what the database shows").count())

    with eyes(CAST.chen):
        with eyes(CAST.machine):
            assert seen() == 5
            assert looking_as(CAST.machine)
        assert seen() == 1
        with pytest.raises(KeyError), eyes(CAST.machine):
            raise KeyError
        assert seen() == 1
        assert looking_as(CAST.chen)
    assert not looking_as(CAST.chen)


def test_inside_a_foreign_transaction_the_eyes_close_again(stones: psycopg.Connection) -> None:
    with transaction.atomic():
        with eyes(CAST.he):
            assert S.unscoped("the test looks with the city's eyes").count() == 5
        assert S.unscoped("the test looks without eyes").count() == 0


@pytest.mark.parametrize("scope", ["", "~none", "%", "4309%", "_", "43090200100100", "x", "4309' or true --"])
def test_no_scope_but_a_code_or_the_systems_opens_anything(stones: psycopg.Connection, scope: str) -> None:
    with eyes(in_post(CAST.wu, scope=scope, person_id=None)):
        inside = scope != "" and GRID_1.startswith(scope)
        shown = S.unscoped("the test tries strange scopes").values_list("grid_code", flat=True)
        assert set(shown) == ({GRID_1, GRID_2} if inside else set())


def test_rows_remember_who_was_shown_them(stones: psycopg.Connection) -> None:
    with eyes(CAST.wu):
        assert {s.seen_by for s in S.visible_to(CAST.wu)} == {CAST.wu}
        assert S.visible_to(CAST.wu).get(inscription="陈一").seen_by == CAST.wu
        assert S.unscoped("the test asks nobody").get(inscription="陈一").seen_by is None
        assert next(S.visible_to(CAST.wu).iterator()).seen_by is None


def test_the_mark_travels_through_every_clone(stones: psycopg.Connection) -> None:
    with eyes(CAST.wu):
        mine = S.visible_to(CAST.wu)
        assert mine.filter(height_cm__gt=45).order_by("-height_cm").first().inscription == "林二"
        assert mine.aggregate(total=Sum("height_cm")) == {"total": 150}
        assert mine.union(S.visible_to(CAST.chen)).count() == 3
        assert Person.objects.filter(Exists(mine.filter(finder_id=OuterRef("pk")))).count() == 0
        assert mine.filter(height_cm=40).delete()[0] == 1
    with eyes(CAST.machine):
        mine = S.visible_to(CAST.machine)
        assert Person.objects.filter(Exists(mine.filter(finder_id=OuterRef("pk")))).count() == 1


def test_leaving_the_scope_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        S.unscoped("")


def test_a_new_row_is_saved_without_reading_it_back(stones: psycopg.Connection) -> None:
    with eyes(CAST.chen):
        stone("外地", GRID_1).save(force_insert=True)
        assert S.visible_to(CAST.chen).count() == 1
    assert stones.execute("select count(*) from stones_stone").fetchone() == (6,)
