"""Notices reach the right eyes, once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.queries import count_unread, list_notices
from jingwei.foundation.notices.rules import FOLD_WINDOW, NOTICE_KEEP_DAYS, NoticeUnknown
from jingwei.foundation.notices.services.inbox import (
    PostNotice,
    drop_old_notices,
    mark_all_read,
    mark_read,
    notify_person,
    notify_post,
    notify_posts,
    notify_unit,
)
from jingwei.foundation.notices.tasks import announce
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10, centre

pytestmark = pytest.mark.django_db
CRIER = system_actor("测试通知")
WORDS = Words("新事件", "New incident", "请受理", "Please accept")
TARGET = "incidents.incident:1"


def to_wu(
    *,
    target: str = TARGET,
    fold: str | None = None,
    minutes: int = 0,
    kind: str = "new",
    words: Words = WORDS,
):
    at = MONDAY_10 + timedelta(minutes=minutes)
    return notify_post(CRIER, CAST.wu.post_id, kind=kind, words=words, target=target, at=at, fold=fold)


def inbox(actor=CAST.wu, **wanted):
    with eyes(actor):
        return list_notices(actor, **wanted).rows


def test_a_notice_is_seen_by_its_reader_only() -> None:
    to_wu()
    notify_person(CRIER, CAST.li.person_id, kind="answer", words=WORDS, target=TARGET, at=MONDAY_10)
    for actor, kinds in (
        (CAST.wu, ["new"]),
        (CAST.li, ["answer"]),
        (CAST.zhao, []),
        (CAST.he, []),
        (CAST.wang, []),
    ):
        assert [n.kind for n in inbox(actor)] == kinds
        with eyes(actor):
            assert [n.kind for n in Notice.objects.all()] == kinds  # the fence under the query says the same
    with eyes(CAST.public):
        assert not Notice.objects.exists()
    assert not Notice.objects.exists()


def test_people_do_not_put_notices_into_inboxes() -> None:
    with pytest.raises(Forbidden):
        notify_post(CAST.he, CAST.wu.post_id, kind="new", words=WORDS, target=TARGET, at=MONDAY_10)


def test_like_notices_are_counted_up_while_unread() -> None:
    first = to_wu()
    again = to_wu(minutes=5, words=Words("新消息", "News"))
    (notice,) = inbox()
    assert first == again
    assert (notice.times, notice.title_zh, notice.first_at, notice.at) == (
        2,
        "新消息",
        MONDAY_10,
        MONDAY_10 + timedelta(minutes=5),
    )


def test_two_hundred_events_give_one_notice() -> None:
    for n in range(200):
        to_wu(target=f"incidents.incident:{n}", fold="incidents.new")
    (notice,) = inbox()
    assert (notice.times, notice.target) == (200, "incidents.incident:199")


def test_what_differs_is_not_folded() -> None:
    to_wu()
    to_wu(target="incidents.incident:2")
    to_wu(kind="urged")
    to_wu(minutes=int(FOLD_WINDOW.total_seconds() // 60) + 1)
    assert [n.times for n in inbox()] == [1, 1, 1, 1]


def test_a_read_notice_is_not_counted_up() -> None:
    first = to_wu()
    mark_read(CAST.wu, first, at=MONDAY_10)
    second = to_wu(minutes=1)
    assert first != second
    with eyes(CAST.wu):
        assert count_unread(CAST.wu) == 1
    assert [n.id for n in inbox(only_unread=True)] == [second]


def test_an_older_event_heard_late_does_not_turn_time_back() -> None:
    to_wu(minutes=9)
    to_wu(minutes=3)
    assert inbox()[0].at == MONDAY_10 + timedelta(minutes=9)


def test_reading_is_noted_once_and_strangers_cannot() -> None:
    notice_id = to_wu()
    with pytest.raises(NoticeUnknown):
        mark_read(CAST.zhao, notice_id, at=MONDAY_10)
    mark_read(CAST.wu, notice_id, at=MONDAY_10)
    mark_read(CAST.wu, notice_id, at=MONDAY_10 + timedelta(days=1))
    (notice,) = inbox()
    assert (notice.read_at, notice.read_by_id) == (MONDAY_10, CAST.wu.person_id)


def test_all_that_was_shown_is_read_but_not_what_came_since() -> None:
    for minutes in (0, 1, 2):
        to_wu(target=str(minutes), minutes=minutes)
    notify_post(CRIER, CAST.zhao.post_id, kind="new", words=WORDS, target=TARGET, at=MONDAY_10)
    assert mark_all_read(CAST.wu, until=MONDAY_10 + timedelta(minutes=1), at=MONDAY_10) == 2
    assert [n.target for n in inbox(only_unread=True)] == ["2"]
    assert len(inbox(CAST.zhao, only_unread=True)) == 1


def test_a_unit_is_told_post_by_post() -> None:
    told = notify_unit(CRIER, centre("4309"), kind="new", words=WORDS, target=TARGET, at=MONDAY_10)
    assert told == 3
    for actor in (CAST.he, CAST.cao, CAST.ding):
        assert len(inbox(actor)) == 1


def test_pages_go_on_behind_the_last_row() -> None:
    for minutes in (0, 0, 1, 1, 2):
        to_wu(target=str(uuid4()), minutes=minutes)
    with eyes(CAST.wu):
        first = list_notices(CAST.wu, limit=2)
        second = list_notices(CAST.wu, limit=2, cursor=first.next_cursor)
        third = list_notices(CAST.wu, limit=2, cursor=second.next_cursor)
    seen = [n.id for page in (first, second, third) for n in page.rows]
    assert len(set(seen)) == 5
    assert third.next_cursor is None


def test_an_announcement_becomes_a_notice() -> None:
    fields = {
        "kind": "imports.finished",
        "title_zh": "导入完成",
        "title_en": "Import finished",
        "body_zh": "写入2行",
    }
    fields |= {"body_en": "2 rows", "target": "imports.batch:1", "at": MONDAY_10.isoformat()}
    announce(post_id=str(CAST.wu.post_id), person_id=None, **fields)
    announce(post_id=None, person_id=str(CAST.li.person_id), **fields)
    announce(post_id=None, person_id=None, **fields)
    assert [inbox(CAST.wu)[0].body_zh, inbox(CAST.li)[0].title_en] == ["写入2行", "Import finished"]


def test_old_notices_are_dropped() -> None:
    to_wu()
    assert drop_old_notices(CRIER, at=MONDAY_10 + timedelta(days=NOTICE_KEEP_DAYS)) == 0
    assert drop_old_notices(CRIER, at=MONDAY_10 + timedelta(days=NOTICE_KEEP_DAYS + 1)) == 1


def test_many_posts_told_at_once_fold_as_one_by_one() -> None:
    to_wu(fold="all")
    told = [PostNotice(one.post_id, Words("两件", "Two"), TARGET, "all") for one in (CAST.wu, CAST.zhao)]
    at = MONDAY_10 + timedelta(minutes=5)
    assert notify_posts(CRIER, told, kind="new", at=at) == 2
    (again,), (first,) = inbox(), inbox(CAST.zhao)
    assert (again.times, again.title_zh, again.at, first.times) == (2, "两件", at, 1)
    assert notify_posts(CRIER, [], kind="new", at=at) == 0
    with pytest.raises(Forbidden):
        notify_posts(CAST.he, told, kind="new", at=at)
