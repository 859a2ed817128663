"""Who has the same incident open, and who may know of it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from jingwei.domains.incidents.services.watching import Watcher, leave_incident, watch_incident
from jingwei.domains.incidents.tests.walking import reported, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.models import Presence
from jingwei.foundation.live.queries import present_at
from jingwei.foundation.live.rules import PRESENT_FOR
from jingwei.foundation.live.services.presence import appear, forget_gone
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, COMMUNITY, MONDAY_10, NAMES

pytestmark = pytest.mark.django_db


def watch(
    actor: Actor, case: UUID, *, is_typing: bool = False, at: datetime = MONDAY_10
) -> list[tuple[str, bool]]:
    with eyes(actor):
        return [(one.name, one.is_typing) for one in watch_incident(actor, case, is_typing=is_typing, at=at)]


def test_two_people_on_one_page_see_each_other() -> None:
    case = reported().case
    assert watch(CAST.wu, case) == []
    assert watch(CAST.lin, case) == [("吴芳", False)]
    assert watch(CAST.wu, case, is_typing=True) == [("林晓", False)]
    with eyes(CAST.lin):
        (wu,) = watch_incident(CAST.lin, case, is_typing=False, at=MONDAY_10)
    assert wu == Watcher(CAST.wu.person_id, "吴芳", f"{NAMES[COMMUNITY]}desk", is_typing=True)  # type: ignore[arg-type]


def test_who_gives_no_sign_has_gone() -> None:
    case = reported().case
    watch(CAST.wu, case)
    still = MONDAY_10 + PRESENT_FOR - timedelta(seconds=1)
    assert watch(CAST.lin, case, at=still) == [("吴芳", False)]
    assert watch(CAST.lin, case, at=MONDAY_10 + PRESENT_FOR) == []


def test_who_leaves_has_gone_at_once() -> None:
    case = reported().case
    watch(CAST.wu, case)
    with eyes(CAST.wu):
        leave_incident(CAST.wu, case, at=MONDAY_10)
        leave_incident(CAST.wu, case, at=MONDAY_10)
    assert watch(CAST.lin, case) == []


def test_only_coming_and_typing_are_news() -> None:
    case = reported().case

    def is_news(after_s: int, *, is_typing: bool = False) -> bool:
        with eyes(CAST.wu):
            return appear(CAST.wu, case, is_typing=is_typing, at=MONDAY_10 + timedelta(seconds=after_s))

    assert [is_news(0), is_news(20), is_news(40)] == [True, False, False]
    assert [is_news(41, is_typing=True), is_news(50, is_typing=True), is_news(60)] == [True, False, True]
    assert is_news(60 + int(PRESENT_FOR.total_seconds())), "came back after having gone"


def test_outside_sight_there_is_nothing_to_watch() -> None:
    case = reported().case
    for stranger in (CAST.chen, CAST.zhou, CAST.qian, CAST.li, CAST.public):
        with pytest.raises(NotFound):
            watch(stranger, case)
    tip = tipped().case
    with pytest.raises(NotFound):
        watch(CAST.wu, tip)
    assert watch(CAST.sun, tip) == []


def test_the_fence_refuses_a_sign_where_nothing_is_seen() -> None:
    case = reported().case
    for stranger in (CAST.chen, CAST.zhou, CAST.qian, CAST.li):
        with pytest.raises(ProgrammingError), transaction.atomic(), eyes(stranger):
            appear(stranger, case, is_typing=False, at=MONDAY_10)


def test_the_fence_refuses_a_sign_in_anothers_name() -> None:
    case = reported().case
    with pytest.raises(ProgrammingError), transaction.atomic(), eyes(CAST.wu):
        appear(CAST.lin, case, is_typing=False, at=MONDAY_10)
    with eyes(CAST.wu):
        appear(CAST.wu, case, is_typing=False, at=MONDAY_10)
    with eyes(CAST.lin):
        assert Presence.objects.filter(person_id=CAST.wu.person_id).delete()[0] == 0


def test_the_fence_shows_signs_to_those_who_see_the_incident() -> None:
    case = reported().case
    watch(CAST.wu, case)
    seeing = []
    for key, one in CAST.everybody().items():
        with eyes(one):
            if present_at(case, at=MONDAY_10):
                seeing.append(key)
    assert {"wu", "lin", "zhao", "sun", "he"} <= set(seeing)
    assert not {"chen", "zhou", "qian", "mao", "wang"} & set(seeing)


def test_signs_of_the_gone_are_forgotten() -> None:
    case = reported().case
    watch(CAST.wu, case)
    watch(CAST.lin, case, at=MONDAY_10 + timedelta(seconds=40))
    with eyes(CAST.machine):
        assert forget_gone(at=MONDAY_10 + timedelta(seconds=46)) == 1
        assert forget_gone(at=MONDAY_10 + timedelta(seconds=46)) == 0
