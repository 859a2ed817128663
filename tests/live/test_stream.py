"""The stream over real HTTP: who hears what, and how it begins and ends."""

import socket
from collections.abc import Callable
from contextlib import ExitStack
from uuid import UUID, uuid4

import httpx
import pytest
from django.db import connection, transaction

from jingwei.domains.incidents.services.watching import watch_incident
from jingwei.domains.incidents.tests.walking import Walk, reported, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Holding, Post
from jingwei.foundation.access.services import sign_out, switch_post
from jingwei.foundation.live.contracts import Kind, News, ToPerson, ToPost, ToUnit
from jingwei.foundation.live.rules import CHANNEL, written
from jingwei.foundation.live.services.hub import MOST_STREAMS_OF_A_PERSON
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import mark_read, notify_post
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, DAY_ONE, MONDAY_10, OTHER_TOWNSHIP, URBAN
from tests.live.running import PAGE, WITHIN_S, LiveServer, Reader, reading

SecretOf = Callable[[Actor], str]
NO_ID = UUID(int=0)


def marked(*people: Actor) -> None:
    """A piece of news for each of them. News comes in order: what was not heard before it was not told."""
    with transaction.atomic():
        for one in people:
            tell(Kind.CALL, ToPerson(one.person_id), uuid4())  # type: ignore[arg-type]


def incidents_heard(reader: Reader, until: Actor) -> list[object]:
    marked(until)
    reader.wait_for("call")
    return [data["id"] for data in reader.named("incident")]


def test_a_report_is_heard_by_those_who_see_it_and_by_nobody_else(
    live: LiveServer, secret_of: SecretOf
) -> None:
    with (
        reading(live.address, secret_of(CAST.wu)) as wu,
        reading(live.address, secret_of(CAST.lin)) as lin,
        reading(live.address, secret_of(CAST.chen)) as chen,
        reading(live.address, secret_of(CAST.zhou)) as zhou,
        reading(live.address, secret_of(CAST.li)) as li,
    ):
        for one in (wu, lin, chen, zhou, li):
            one.wait_for("ready", is_resumed=False)
        walk = reported()
        wu.wait_for("incident", id=str(walk.case), version=1)
        lin.wait_for("incident", id=str(walk.case), version=1)
        assert incidents_heard(chen, CAST.chen) == []
        assert incidents_heard(zhou, CAST.zhou) == []
        assert incidents_heard(li, CAST.li) == []


def test_a_unit_hears_once_the_task_is_given_to_it(live: LiveServer, secret_of: SecretOf) -> None:
    with (
        reading(live.address, secret_of(CAST.qian)) as qian,
        reading(live.address, secret_of(CAST.feng)) as feng,
    ):
        qian.wait_for("ready")
        feng.wait_for("ready")
        walk = reported().accepted()
        assert incidents_heard(qian, CAST.qian) == []
        walk.dispatched()
        qian.wait_for("incident", id=str(walk.case), version=3)
        walk.taken().handled()
        qian.wait_for("incident", id=str(walk.case), version=5)
        assert incidents_heard(feng, CAST.feng) == []


def test_a_tip_reaches_its_receiver_alone(live: LiveServer, secret_of: SecretOf) -> None:
    with (
        reading(live.address, secret_of(CAST.sun)) as sun,
        reading(live.address, secret_of(CAST.guo)) as commander_of_the_same_centre,
        reading(live.address, secret_of(CAST.wu)) as wu,
    ):
        for one in (sun, commander_of_the_same_centre, wu):
            one.wait_for("ready")
        walk = tipped()
        sun.wait_for("incident", id=str(walk.case))
        assert incidents_heard(commander_of_the_same_centre, CAST.guo) == []
        assert incidents_heard(wu, CAST.wu) == []


def test_two_people_on_one_page_hear_of_each_other(live: LiveServer, secret_of: SecretOf) -> None:
    with reading(live.address, secret_of(CAST.wu)) as wu, reading(live.address, secret_of(CAST.zhao)) as zhao:
        wu.wait_for("ready")
        zhao.wait_for("ready")
        case = reported().case
        for one in (CAST.wu, CAST.lin):
            with eyes(one):
                watch_incident(one, case, is_typing=False, at=MONDAY_10)
        wu.wait_for("presence", id=str(case))
        incidents_heard(zhao, CAST.zhao)
        assert zhao.named("presence") == []


def test_a_notice_reaches_its_post_and_the_reading_of_it_too(live: LiveServer, secret_of: SecretOf) -> None:
    with reading(live.address, secret_of(CAST.wu)) as wu, reading(live.address, secret_of(CAST.mao)) as mao:
        wu.wait_for("ready")
        mao.wait_for("ready")
        words = Words("有新事件", "Something new")
        assert CAST.wu.post_id is not None
        notice_id = notify_post(
            CAST.machine, CAST.wu.post_id, kind="test.news", words=words, target="test", at=now()
        )
        wu.wait_for("notice", id=str(notice_id))
        mark_read(CAST.wu, notice_id, at=now())
        wu.wait_for("notice", id=str(notice_id))
        marked(CAST.mao)
        mao.wait_for("call")
        assert mao.named("notice") == []


def test_news_for_a_post_or_a_unit_reaches_no_other(live: LiveServer, secret_of: SecretOf) -> None:
    with reading(live.address, secret_of(CAST.xu)) as xu, reading(live.address, secret_of(CAST.feng)) as feng:
        xu.wait_for("ready")
        feng.wait_for("ready")
        export_id = uuid4()
        with transaction.atomic():
            tell(Kind.EXPORT, ToPost(CAST.xu.post_id), export_id)  # type: ignore[arg-type]
            tell(Kind.INBOX, ToUnit(URBAN))
        xu.wait_for("export", id=str(export_id))
        xu.wait_for("inbox")
        marked(CAST.feng)
        feng.wait_for("call")
        assert feng.named("export") == feng.named("inbox") == []


def test_what_is_rolled_back_is_never_heard(live: LiveServer, secret_of: SecretOf) -> None:
    with reading(live.address, secret_of(CAST.wu)) as wu:
        wu.wait_for("ready")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            walk: Walk = reported()
            walk.accepted()
            raise ZeroDivisionError
        assert str(walk.case) not in incidents_heard(wu, CAST.wu)


# --- beginning -------------------------------------------------------------------------------------------


def test_nobody_listens_without_a_session(live: LiveServer) -> None:
    with reading(live.address, None) as nobody:
        nobody.wait_for("signed_out")
        nobody.wait_for_end()
    with reading(live.address, "made-up") as guess:
        guess.wait_for("signed_out")
        guess.wait_for_end()


def test_a_program_listens_with_its_token(live: LiveServer, secret_of: SecretOf) -> None:
    bearer = {"Authorization": f"Bearer {secret_of(CAST.wu)}"}
    with reading(live.address, None, headers=bearer) as program:
        program.wait_for("ready")
    refused = httpx.get(
        f"{live.address}/live/events", headers={"Authorization": "Bearer made-up"}, trust_env=False
    )
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_needed")


def test_another_sites_page_is_refused(live: LiveServer, secret_of: SecretOf) -> None:
    cookie = f"jw_session={secret_of(CAST.wu)}"
    for strange in (
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9.evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = httpx.get(
            f"{live.address}/live/events", headers={"Cookie": cookie} | strange, trust_env=False
        )
        assert answer.status_code == 403, strange
        assert "access-control-allow-origin" not in answer.headers


def test_only_the_platforms_own_page_may_read(live: LiveServer) -> None:
    answer = httpx.get(f"{live.address}/live/events", headers={"Origin": PAGE}, trust_env=False)
    assert answer.headers["access-control-allow-origin"] == PAGE
    assert answer.headers["access-control-allow-credentials"] == "true"
    own = httpx.get(f"{live.address}/live/events", headers={"Origin": live.address}, trust_env=False)
    assert own.status_code == 401
    assert "access-control-allow-origin" not in own.headers


def test_a_page_of_an_address_that_is_not_ours_is_refused(live: LiveServer) -> None:
    """A name of somebody else's that was made to lead here asks under that name."""
    foreign = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert httpx.get(f"{live.address}/live/events", headers=foreign, trust_env=False).status_code == 403


def test_there_is_nothing_else_there(live: LiveServer) -> None:
    assert httpx.get(f"{live.address}/live/moon", trust_env=False).status_code == 404
    assert httpx.post(f"{live.address}/live/events", trust_env=False).status_code == 405


# --- ending ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_session_that_ended_or_moved_ends_its_stream(live: LiveServer, secret_of: SecretOf) -> None:
    """Within the time after which the server looks again: both are awaited together."""
    second = Post(
        id=uuid4(), title="第二岗位", role="desk", area_code=OTHER_TOWNSHIP, unit_id=CAST.zhou.unit_id
    )
    with eyes(CAST.machine):
        second.save(force_insert=True)
        Holding(post_id=second.id, person_id=CAST.zhou.person_id, from_on=DAY_ONE).save()
    ending, moving = secret_of(CAST.wu), secret_of(CAST.zhou)
    with (
        reading(live.address, ending) as wu,
        reading(live.address, moving) as zhou,
        reading(live.address, secret_of(CAST.lin)) as lin,
    ):
        for one in (wu, zhou, lin):
            one.wait_for("ready")
        with eyes(CAST.wu):
            sign_out(ending, at=now())
        with eyes(CAST.zhou):
            switch_post(CAST.zhou, second.id, secret=moving, at=now())
        wu.wait_for("signed_out")
        wu.wait_for_end()
        zhou.wait_for("moved")
        zhou.wait_for_end()
        marked(CAST.lin)
        lin.wait_for("call")
        assert lin.named("signed_out") == lin.named("moved") == []


def test_who_opens_too_many_loses_the_oldest(live: LiveServer, secret_of: SecretOf) -> None:
    secret = secret_of(CAST.deng)
    with ExitStack() as stack:
        readers = [
            stack.enter_context(reading(live.address, secret)) for _ in range(MOST_STREAMS_OF_A_PERSON)
        ]
        for one in readers:
            one.wait_for("ready")
        newest = stack.enter_context(reading(live.address, secret))
        newest.wait_for("ready")
        readers[0].wait_for("crowded")
        readers[0].wait_for_end()
        marked(CAST.deng)
        newest.wait_for("call")
        readers[1].wait_for("call")


def test_a_reader_that_takes_nothing_is_told_to_read_anew(live: LiveServer, secret_of: SecretOf) -> None:
    """What waits for a slow page stays bounded, and the others do not wait for it."""
    secret = secret_of(CAST.wu)
    head = f"GET /live/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {secret}\r\n\r\n"
    many = 60_000  # more than the system keeps between two programs
    with socket.socket() as slow, reading(live.address, secret) as quick:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.settimeout(WITHIN_S)
        slow.connect(("127.0.0.1", live.port))
        slow.sendall(head.encode())
        quick.wait_for("ready")
        template = written(News(Kind.CALL, ToPerson(CAST.wu.person_id), subject_id=NO_ID))  # type: ignore[arg-type]
        with connection.cursor() as cursor:
            storm = (
                "select pg_notify(%s, replace(%s, %s, gen_random_uuid()::text)) from generate_series(1, %s)"
            )
            cursor.execute(storm, [CHANNEL, template, str(NO_ID), many])
        with transaction.atomic():
            tell(Kind.NOTICE, ToPerson(CAST.wu.person_id), NO_ID)  # type: ignore[arg-type]
        quick.wait_for("notice", id=str(NO_ID))
        taken = b""
        while b"event: notice" not in taken:
            part = slow.recv(1 << 20)
            assert part, "the stream ended"
            taken += part
    assert b"event: resync" in taken
    assert taken.count(b"event: call") < many


# --- gaps ------------------------------------------------------------------------------------------------


def test_who_comes_back_soon_hears_what_was_missed(live: LiveServer, secret_of: SecretOf) -> None:
    secret = secret_of(CAST.wu)
    with reading(live.address, secret) as wu:
        wu.wait_for("ready")
        first = reported()
        last = wu.wait_for("incident", id=str(first.case)).event_id
    assert last is not None
    missed, not_mine = reported(), tipped()
    with reading(live.address, secret_of(CAST.lin)) as witness:
        witness.wait_for("ready")
        incidents_heard(witness, CAST.lin)
    with reading(live.address, secret, last=last) as wu:
        wu.wait_for("ready", is_resumed=True)
        wu.wait_for("incident", id=str(missed.case))
        heard = incidents_heard(wu, CAST.wu)
        assert str(first.case) not in heard
        assert str(not_mine.case) not in heard
        assert wu.named("resync") == []


@pytest.mark.parametrize("last", ["00000000-1", "nonsense", "x-99999999999"])
def test_who_comes_with_an_unknown_mark_is_told_to_read_anew(
    live: LiveServer, secret_of: SecretOf, last: str
) -> None:
    with reading(live.address, secret_of(CAST.wu), last=last) as wu:
        wu.wait_for("ready", is_resumed=False)
        wu.wait_for("resync")


def test_a_restarted_server_tells_everybody_to_read_anew(live: LiveServer, secret_of: SecretOf) -> None:
    secret = secret_of(CAST.wu)
    with reading(live.address, secret) as wu:
        last = wu.wait_for("ready").event_id
        live.stop()
        wu.wait_for_end()
    assert last is not None
    live.start()
    with reading(live.address, secret, last=last) as wu:
        wu.wait_for("ready", is_resumed=False)
        wu.wait_for("resync")
        walk = reported()
        wu.wait_for("incident", id=str(walk.case))


def test_a_lost_database_connection_is_taken_up_again(live: LiveServer, secret_of: SecretOf) -> None:
    with reading(live.address, secret_of(CAST.wu)) as wu:
        wu.wait_for("ready")
        with connection.cursor() as cursor:
            cursor.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name = 'jingwei live' and datname = current_database()"
            )
            assert cursor.rowcount == 1
        wu.wait_for("paused")
        wu.wait_for("resync")
        walk = reported()
        wu.wait_for("incident", id=str(walk.case))
