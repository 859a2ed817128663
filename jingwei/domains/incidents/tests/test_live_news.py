"""Every step is told live to exactly those who see the incident by then; nothing personal stands in the payload."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from jingwei.domains.incidents import services
from jingwei.domains.incidents.queries.hearing import IncidentSight
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.services.course import add_participant, locked
from jingwei.domains.incidents.services.watching import leave_incident, watch_incident
from jingwei.domains.incidents.tests.walking import PHONE, can_see, reported, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import Kind, News, ToSight
from jingwei.foundation.live.rules import CHANNEL, read
from jingwei.foundation.live.services.sights import hearing, needs_asking, sees_when_asked
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, FAR_GRID, MONDAY_10, TOWNSHIP, centre

Listener = "psycopg.Connection[tuple[object, ...]]"
REPORTER = "li"


@pytest.fixture
def listener(own_city: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[Listener]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.ensure_connection()
        password = connection.settings_dict["PASSWORD"]
        with psycopg.connect(connection.connection.info.dsn, password=password, autocommit=True) as one:
            one.execute(f"listen {CHANNEL}")
            yield one
        connection.close()


def heard(listener: Listener, kind: Kind = Kind.INCIDENT) -> list[News]:
    """What was told since, of one kind. A round trip delivers everything that was committed before it."""
    listener.execute("select 1")
    told = [read(one.payload) for one in listener.notifies(timeout=0)]
    return [news for news in told if news.kind is kind]


def hearers(news: News) -> set[str]:
    may_hear = hearing(news)
    return {key for key, one in CAST.everybody().items() if may_hear(one)}


def seeing(case: object) -> set[str]:
    """Who sees it by both fences; the reporter's own sight is no matter of news."""
    return {key for key, one in CAST.everybody().items() if can_see(one, case)} - {REPORTER}  # type: ignore[arg-type]


def test_every_step_of_a_whole_course_reaches_those_who_see_it(listener: Listener) -> None:
    walk = reported()
    steps = [
        lambda: walk.accepted(),
        lambda: walk.dispatched(),
        lambda: walk.taken(),
        lambda: walk.handled(),
        lambda: walk.passed(),
        lambda: walk.closed(),
        lambda: walk.rated(),
    ]
    (news,) = heard(listener)
    assert (news.subject_id, news.version) == (walk.case, 1)
    assert hearers(news) == seeing(walk.case)
    assert "qian" not in hearers(news)
    for number, take in enumerate(steps, 2):
        take()
        (news,) = heard(listener)
        assert (news.subject_id, news.version) == (walk.case, number)
        assert hearers(news) == seeing(walk.case)
        assert ("qian" in hearers(news)) == (number >= 3)
        assert not {"chen", "zhou", "tang", "feng", "wang"} & hearers(news)


def test_a_tip_is_told_to_its_receiver_alone(listener: Listener) -> None:
    walk = tipped()
    (news,) = heard(listener)
    assert hearers(news) == {"sun"} == seeing(walk.case)
    services.escalate_incident(CAST.sun, walk.case, remark="请上级处理", at=walk.later())
    (news,) = heard(listener)
    assert hearers(news) == {"sun", "he"} == seeing(walk.case)


def test_a_report_about_a_unit_is_never_told_to_it(listener: Listener) -> None:
    walk = reported(about_unit_id=centre(TOWNSHIP))
    (news,) = heard(listener)
    assert hearers(news) == seeing(walk.case)
    assert not {"zhao", "wu", "lin"} & hearers(news)


def test_who_loses_sight_hears_only_that_their_lists_have_changed(listener: Listener) -> None:
    walk = reported(by=CAST.public)
    heard(listener)
    services.correct_incident(
        CAST.wu, walk.case, Correction(position=spot(FAR_GRID)), remark="位置有误", at=walk.later()
    )
    listener.execute("select 1")
    told = [read(one.payload) for one in listener.notifies(timeout=0)]
    (moved,) = [news for news in told if news.kind is Kind.INCIDENT]
    (lists,) = [news for news in told if news.kind is Kind.INBOX]
    assert hearers(moved) == seeing(walk.case)
    assert "lin" not in hearers(moved)
    assert "lin" in hearers(lists)
    assert (lists.subject_id, lists.version) == (None, None)


def test_nothing_personal_stands_in_a_payload(listener: Listener) -> None:
    walk = reported(words="王某家的电话一直打不通", reporter_name="李梅梅")
    walk.accepted().dispatched()
    listener.execute("select 1")
    texts = [one.payload for one in listener.notifies(timeout=0)]
    own = [text for text in texts if str(walk.case) in text and '"kind"' in text]
    assert len(own) == 3
    for text in own:
        assert str(CAST.li.person_id) not in text
        assert PHONE not in text
        assert text.isascii()


def test_a_crowd_of_participants_is_looked_up_in_the_database(listener: Listener) -> None:
    walk = reported()
    with eyes(CAST.wu):
        incident = locked(CAST.wu, walk.case)
        for _ in range(101):
            add_participant(incident, "assist", unit_id=uuid4(), at=MONDAY_10)
    walk.accepted().dispatched()
    news = heard(listener)[-1]
    assert isinstance(news.audience, ToSight)
    assert (news.audience.unit_ids, needs_asking(news)) == (frozenset(), True)
    assert "qian" not in hearers(news)
    assert sees_when_asked(CAST.qian, news)
    assert not sees_when_asked(CAST.feng, news)
    assert not sees_when_asked(CAST.zhou, news)


def test_presence_is_told_to_the_others_who_are_there(listener: Listener) -> None:
    walk = reported()

    def look(actor: Actor) -> None:
        with eyes(actor):
            watch_incident(actor, walk.case, is_typing=False, at=MONDAY_10)

    look(CAST.wu)
    assert heard(listener, Kind.PRESENCE) == []
    look(CAST.lin)
    (news,) = heard(listener, Kind.PRESENCE)
    assert hearers(news) == {"wu"}
    look(CAST.lin)
    assert heard(listener, Kind.PRESENCE) == []
    with eyes(CAST.wu):
        leave_incident(CAST.wu, walk.case, at=MONDAY_10)
    (news,) = heard(listener, Kind.PRESENCE)
    assert hearers(news) == {"lin"}


def test_a_rule_of_sight_is_asked_with_the_askers_eyes(listener: Listener) -> None:
    walk = reported()
    assert IncidentSight().by_asking(CAST.wu, walk.case)
    assert not IncidentSight().by_asking(CAST.chen, walk.case)
