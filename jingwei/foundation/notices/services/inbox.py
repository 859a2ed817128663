"""Putting notices into inboxes, and reading them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import posts_of_unit
from jingwei.foundation.live.contracts import Kind, ToPerson, ToPost
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.queries import own_notices
from jingwei.foundation.notices.rules import FOLD_WINDOW, NOTICE_KEEP_DAYS, NoticeUnknown
from jingwei.foundation.notices.services.pushing import push_notice
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7
from jingwei.kernel.jobs import present_job

RENEWED = ("times", "at", "title_zh", "title_en", "body_zh", "body_en", "target", "is_urgent")
"""What changes of a notice that is counted up."""


@dataclass(frozen=True, slots=True)
class PostNotice:
    """What one of many posts is told."""

    post_id: UUID
    words: Words
    target: str
    fold: str
    is_urgent: bool = False


def notify_post(
    actor: Actor,
    post_id: UUID,
    *,
    kind: str,
    words: Words,
    target: str,
    at: datetime,
    fold: str | None = None,
    is_urgent: bool = False,
) -> UUID:
    """Tell whoever holds a post. ``actor`` is a named system actor: hearers act, not people.

    An unread notice of the same kind and ``fold`` (the target, if not given) is counted up and renewed instead of
    adding a second one: choose one fold for many targets ("incidents.new") and 200 events give one notice.
    Returns the notice's id. Raises: Forbidden for anybody but the system.
    """
    return _notify(actor, "post_id", post_id, kind, words, target, fold, is_urgent, at)


def notify_posts(actor: Actor, told: Sequence[PostNotice], *, kind: str, at: datetime) -> int:
    """Tell many posts at once, each folded as ``notify_post`` would; returns how many. A post and fold stand in it once."""
    if not told:
        return 0
    with work(actor, Permission.SEND_NOTICES) as job:
        _all_at_a_time(sorted(f"{one.post_id}:{kind}:{one.fold}" for one in told))
        young = Notice.objects.filter(
            post_id__in={one.post_id for one in told},
            kind=kind,
            fold__in={one.fold for one in told},
            read_at=None,
            at__gt=at - FOLD_WINDOW,
        )
        known = {(row.post_id, row.fold): row for row in young.order_by("at")}
        new, renewed = [], []
        for one in told:
            row = known.get((one.post_id, one.fold))
            if row is None:
                row = Notice(id=uuid7(), kind=kind, fold=one.fold, first_at=at, at=at, post_id=one.post_id)
                new.append(row)
            else:
                row.times, row.at = row.times + 1, max(at, row.at)
                renewed.append(row)
            _say(row, one.words, one.target, one.is_urgent or row.is_urgent)
        Notice.objects.bulk_create(new)
        Notice.objects.bulk_update(renewed, RENEWED)
        for row in new:
            push_notice(actor, row, at=at)
        for row in (*new, *renewed):
            _show(row.post_id, None, row.id)
        job.record_own(f"notices.notice:{kind}", act="notify_many", kind=kind, posts=len(told))
    return len(told)


def notify_person(
    actor: Actor,
    person_id: UUID,
    *,
    kind: str,
    words: Words,
    target: str,
    at: datetime,
    fold: str | None = None,
    is_urgent: bool = False,
) -> UUID:
    """Tell a person whatever post they work in, or a resident; otherwise as ``notify_post``."""
    return _notify(actor, "person_id", person_id, kind, words, target, fold, is_urgent, at)


def notify_unit(
    actor: Actor,
    unit_id: UUID,
    *,
    kind: str,
    words: Words,
    target: str,
    at: datetime,
    fold: str | None = None,
    is_urgent: bool = False,
) -> int:
    """Tell every held post of a unit; returns how many."""
    posts = sorted(post_id for post_id, _, holder_id, _ in posts_of_unit(unit_id, at=at) if holder_id)
    for post_id in posts:
        _notify(actor, "post_id", post_id, kind, words, target, fold, is_urgent, at)
    return len(posts)


def mark_read(actor: Actor, notice_id: UUID, *, at: datetime) -> None:
    """Read one notice; reading it again changes nothing. Raises: NoticeUnknown."""
    with work(actor, Permission.READ_NOTICES) as job:
        notice = Notice.objects.select_for_update().filter(pk=notice_id).first()
        if notice is None:
            raise NoticeUnknown
        if notice.read_at is None:
            notice.read_at, notice.read_by_id = at, actor.person_id
            notice.save(update_fields=["read_at", "read_by_id"])
            _show(notice.post_id, notice.person_id, notice_id)
        job.record_own(f"notices.notice:{notice_id}", act="read")


def mark_all_read(actor: Actor, *, until: datetime, at: datetime) -> int:
    """Read everything up to a moment (what the list showed, not what came since). Returns how many."""
    with work(actor, Permission.READ_NOTICES) as job:
        unread = own_notices(actor).filter(read_at=None, at__lte=until)
        marked = unread.update(read_at=at, read_by_id=actor.person_id)
        if marked:
            _show(actor.post_id, actor.person_id, None)
        job.record_own("notices.notice:all", act="read", count=marked, until=until)
    return marked


def drop_old_notices(actor: Actor, *, at: datetime) -> int:
    """Delete notices past their retention. Returns how many."""
    with work(actor, Permission.SEND_NOTICES) as job:
        dropped, _ = Notice.objects.filter(at__lt=at - timedelta(days=NOTICE_KEEP_DAYS)).delete()
        job.record_own("notices.notice:old", act="drop", count=dropped)
    return dropped


def _notify(
    actor: Actor,
    reader: str,
    reader_id: UUID,
    kind: str,
    words: Words,
    target: str,
    fold: str | None,
    is_urgent: bool,
    at: datetime,
) -> UUID:
    folded = fold if fold is not None else target
    with work(actor, Permission.SEND_NOTICES) as job:
        _one_at_a_time(f"{reader_id}:{kind}:{folded}")
        young = Notice.objects.filter(
            **{reader: reader_id}, kind=kind, fold=folded, read_at=None, at__gt=at - FOLD_WINDOW
        )
        notice = young.order_by("-at").first()
        if notice is None:
            notice = Notice(id=uuid7(), kind=kind, fold=folded, first_at=at, at=at, **{reader: reader_id})
            _say(notice, words, target, is_urgent)
            notice.save(force_insert=True)
            push_notice(actor, notice, at=at)
        else:
            notice.times = F("times") + 1
            notice.at = max(at, notice.at)
            _say(notice, words, target, is_urgent or notice.is_urgent)
            notice.save()
        _show(notice.post_id, notice.person_id, notice.id)
        heard = {"heard": present_job()} if present_job() else {}
        job.record_own(f"notices.notice:{notice.id}", act="notify", kind=kind, about=target, **heard)
    return notice.id


def _show(post_id: UUID | None, person_id: UUID | None, notice_id: UUID | None) -> None:
    """Live, to whoever works in the post, and to the person in every window of theirs."""
    if post_id is not None:
        tell(Kind.NOTICE, ToPost(post_id), notice_id)
    if person_id is not None:
        tell(Kind.NOTICE, ToPerson(person_id), notice_id)


def _say(notice: Notice, words: Words, target: str, is_urgent: bool) -> None:
    notice.title_zh, notice.title_en = words.title_zh[:120], words.title_en[:200]
    notice.body_zh, notice.body_en = words.body_zh[:500], words.body_en[:800]
    notice.target, notice.is_urgent = target, is_urgent


def _all_at_a_time(folds: Sequence[str]) -> None:
    """The same for many, always in one order: two who tell the same posts wait for each other instead of locking up."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtextextended(f.fold, 4309))"
            " from (select fold from unnest(%s::text[]) with ordinality as t(fold, n) order by n) f",
            [list(folds)],
        )


def _one_at_a_time(fold: str) -> None:
    """Two hearers of like events must meet in one notice: the second waits for the first to commit."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 4309))", [fold])
