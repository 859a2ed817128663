"""Messages leave once, not at night, and no number is left lying about."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.notices.contracts import (
    AddressRefused,
    Audience,
    Channel,
    Message,
    OutletDown,
    Receipt,
)
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.notices.queries import fake_deliveries, messages_about
from jingwei.foundation.notices.rules import (
    MESSAGE_KEEP_DAYS,
    RETRY_AFTER,
    STUCK_AFTER,
    MessageState,
    retry_at,
    send_at,
)
from jingwei.foundation.notices.services import outlets
from jingwei.foundation.notices.services.messages import (
    deliver_message,
    erase_old_messages,
    release_stuck_messages,
    write_message,
)
from jingwei.foundation.notices.services.outlets import FakeOutlet, plug_outlets
from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.foundation.privacy.queries import looks_at_person
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10

SYSTEM = system_actor("测试短信")
PHONE = "13807371234"
FIELD = PersonalField("test.phone", "电话", "回访", "测试", 30, Mask.PHONE)
TARGET = "incidents.incident:1"


class Socket:
    """An outside system that does as it is told."""

    name = "socket"

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.trouble: Exception | None = None

    def send(self, message: Message) -> Receipt:
        self.sent.append(message)
        if self.trouble is not None:
            raise self.trouble
        return Receipt(self.name, "r1", MONDAY_10)


@pytest.fixture
def socket() -> Iterator[Socket]:
    before = dict(outlets._outlets)
    plugged = Socket()
    plug_outlets({Channel.SMS: plugged})
    yield plugged
    plug_outlets(before)


def written(
    *,
    at: datetime = MONDAY_10,
    once: str = "closed:1",
    is_urgent: bool = False,
    audience: Audience = Audience.RESIDENT,
):
    return write_message(
        SYSTEM,
        channel=Channel.SMS,
        audience=audience,
        field=FIELD,
        sealed=seal_value(FIELD, PHONE).sealed,
        text="您反映的事项已办结",
        once=once,
        target=TARGET,
        subject_id=CAST.li.person_id,
        at=at,
        is_urgent=is_urgent,
    )


def state_of(message_id) -> str:
    with eyes(SYSTEM):
        return Outgoing.objects.get(pk=message_id).state


def jobs() -> list[datetime]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select scheduled_at from procrastinate_jobs where task_name = 'notices.deliver' order by id"
        )
        return [at for (at,) in cursor.fetchall()]


@pytest.mark.django_db
def test_a_message_is_written_with_its_job_and_sent_once(socket: Socket) -> None:
    message_id = written()
    assert jobs() == [MONDAY_10]
    assert deliver_message(message_id, at=MONDAY_10) is MessageState.SENT
    assert deliver_message(message_id, at=MONDAY_10) is None
    ((sent),) = socket.sent
    assert (sent.id, sent.address, sent.text) == (message_id, PHONE, "您反映的事项已办结")
    with eyes(SYSTEM):
        (outgoing,) = messages_about(TARGET)
    assert (outgoing.outlet, outgoing.reference, outgoing.tries) == ("socket", "r1", 1)


@pytest.mark.django_db
def test_an_occasion_is_told_once(socket: Socket) -> None:
    assert written() is not None
    assert written() is None
    assert written(once="closed:2") is not None
    assert len(jobs()) == 2


@pytest.mark.django_db
def test_the_job_vanishes_with_the_change_it_tells_of(socket: Socket) -> None:
    with pytest.raises(RuntimeError), eyes(SYSTEM):
        written()
        raise RuntimeError
    assert jobs() == []


@pytest.mark.django_db
def test_people_do_not_send_and_do_not_see(socket: Socket) -> None:
    written()
    with pytest.raises(Forbidden):
        write_message(
            CAST.he, channel=Channel.SMS, audience=Audience.STAFF, field=FIELD, sealed=b"", text="", once="x",
            target=TARGET, at=MONDAY_10,
        )  # fmt: skip
    for actor in (CAST.wu, CAST.he, CAST.ding, CAST.li):
        with eyes(actor):
            assert not Outgoing.objects.exists()


@pytest.mark.django_db
def test_at_night_residents_sleep(socket: Socket) -> None:
    night = MONDAY_10.replace(hour=23)
    morning = (night + timedelta(days=1)).replace(hour=7)
    message_id = written(at=night)
    assert jobs() == [morning]
    assert deliver_message(message_id, at=night) is None
    assert socket.sent == []
    assert deliver_message(message_id, at=morning) is MessageState.SENT
    assert jobs()[0] == morning
    urgent = written(at=night, once="urgent", is_urgent=True)
    assert deliver_message(urgent, at=night) is MessageState.SENT
    staff = written(at=night, once="staff", audience=Audience.STAFF)
    assert deliver_message(staff, at=night) is MessageState.SENT


@pytest.mark.django_db
def test_a_worker_that_comes_late_does_not_wake_anybody(socket: Socket) -> None:
    message_id = written(at=MONDAY_10.replace(hour=21, minute=59))
    assert deliver_message(message_id, at=MONDAY_10.replace(hour=22)) is None
    assert jobs()[-1] == (MONDAY_10 + timedelta(days=1)).replace(hour=7)


@pytest.mark.django_db
def test_a_dead_outlet_is_tried_again_and_then_given_up(socket: Socket) -> None:
    socket.trouble = OutletDown(reason="超时")
    message_id = written()
    at = MONDAY_10
    for pause in RETRY_AFTER:
        assert deliver_message(message_id, at=at) is MessageState.WAITING
        at += pause
        assert jobs()[-1] == at
    assert deliver_message(message_id, at=at) is MessageState.FAILED
    assert {m.id for m in socket.sent} == {message_id}
    assert len(socket.sent) == len(RETRY_AFTER) + 1


@pytest.mark.django_db
def test_a_retry_does_not_fall_into_the_night(socket: Socket) -> None:
    socket.trouble = OutletDown(reason="超时")
    at = MONDAY_10.replace(hour=21, minute=59, second=30)
    deliver_message(written(at=at), at=at)
    assert jobs()[-1] == (MONDAY_10 + timedelta(days=1)).replace(hour=7)


@pytest.mark.django_db
def test_a_bad_address_is_not_tried_again(socket: Socket) -> None:
    socket.trouble = AddressRefused(reason="空号")
    message_id = written()
    assert deliver_message(message_id, at=MONDAY_10) is MessageState.REFUSED
    assert state_of(message_id) == "refused"
    assert len(jobs()) == 1


@pytest.mark.django_db
def test_a_message_that_lost_its_sender_is_sent_under_the_same_id(socket: Socket) -> None:
    socket.trouble = SystemExit()
    message_id = written()
    with pytest.raises(SystemExit):
        deliver_message(message_id, at=MONDAY_10)
    assert state_of(message_id) == "sending"
    socket.trouble = None
    assert release_stuck_messages(at=MONDAY_10 + STUCK_AFTER) == 0
    later = MONDAY_10 + STUCK_AFTER + timedelta(seconds=1)
    assert release_stuck_messages(at=later) == 1
    assert deliver_message(message_id, at=later) is MessageState.SENT
    assert [m.id for m in socket.sent] == [message_id, message_id]


@pytest.mark.django_db
def test_a_message_whose_job_was_lost_is_sent(socket: Socket) -> None:
    written()
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
    assert release_stuck_messages(at=MONDAY_10 + STUCK_AFTER + timedelta(seconds=1)) == 1
    assert len(jobs()) == 1


@pytest.mark.django_db
def test_no_number_is_left_in_logs_tables_or_tracebacks(
    socket: Socket, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    socket.trouble = OutletDown(reason="超时")
    deliver_message(written(), at=MONDAY_10)
    assert caplog.records
    assert PHONE not in caplog.text
    assert PHONE not in repr(socket.sent)
    with eyes(SYSTEM), connection.cursor() as cursor:
        tables = (
            "notices_outgoing",
            "notices_fakedelivery",
            "audit_entry",
            "privacy_reveal",
            "procrastinate_jobs",
        )
        for table in tables:
            cursor.execute(f"select count(*) from {table} t where t::text like %s", [f"%{PHONE}%"])
            assert cursor.fetchone() == (0,), table


@pytest.mark.django_db
def test_opening_the_number_is_a_recorded_look(socket: Socket) -> None:
    deliver_message(written(), at=MONDAY_10)
    with eyes(CAST.li):
        (look,) = looks_at_person(CAST.li.person_id)
    assert (look.field, look.viewer_name, look.target) == ("test.phone", "消息发送程序", TARGET)


@pytest.mark.django_db
def test_the_fake_keeps_what_it_was_given_once_and_masks_the_number(socket: Socket) -> None:
    plug_outlets({Channel.SMS: FakeOutlet()})
    message_id = written()
    assert deliver_message(message_id, at=MONDAY_10) is MessageState.SENT
    FakeOutlet().send(Message(message_id, Channel.SMS, PHONE, "又一次"))
    with eyes(SYSTEM):
        (kept,) = fake_deliveries()
        assert messages_about(TARGET)[0].outlet == "fake"
    assert (kept.id, kept.address_masked, kept.text) == (message_id, "***1234", "您反映的事项已办结")


@pytest.mark.django_db
def test_address_and_text_are_erased_in_the_end(socket: Socket) -> None:
    message_id = written()
    deliver_message(message_id, at=MONDAY_10)
    waiting = written(once="later")
    at = MONDAY_10 + timedelta(days=MESSAGE_KEEP_DAYS, seconds=1)
    assert erase_old_messages(at=MONDAY_10 + timedelta(days=MESSAGE_KEEP_DAYS)) == 0
    assert erase_old_messages(at=at) == 1
    with eyes(SYSTEM):
        kept = {m.id: m.address_sealed for m in Outgoing.objects.all()}
    assert kept[message_id] is None
    assert kept[waiting] is not None


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (6, 59, (16, 7)),
        (7, 0, (16, None)),
        (21, 59, (16, None)),
        (22, 0, (17, 7)),
        (23, 59, (17, 7)),
        (0, 0, (16, 7)),
    ],
)
def test_quiet_hours(hour: int, minute: int, expected: tuple[int, int | None]) -> None:
    at = datetime(2026, 11, 16, hour, minute, tzinfo=BEIJING)
    day, morning = expected
    wanted = at if morning is None else datetime(2026, 11, day, morning, tzinfo=BEIJING)
    assert send_at(at, audience=Audience.RESIDENT, is_urgent=False) == wanted
    assert send_at(at, audience=Audience.RESIDENT, is_urgent=True) == at
    assert send_at(at, audience=Audience.STAFF, is_urgent=False) == at


def test_retries_end() -> None:
    assert retry_at(1, MONDAY_10) == MONDAY_10 + RETRY_AFTER[0]
    assert retry_at(len(RETRY_AFTER) + 1, MONDAY_10) is None
