"""Forgotten passwords: asked for in public, told to that unit's administrators, answered by them.

Nobody learns whether an account exists: the same row is written for any name, the same answer given, and who it is
looked up afterwards, behind the door. Administrators make sure by other means that it is really that person.
"""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from jingwei.foundation.access import queries as people
from jingwei.foundation.access.contracts import AccountState, Permission, Role, system_actor
from jingwei.foundation.administration.models import PasswordRequest
from jingwei.foundation.administration.queries.staff import CONTACT_FIELD
from jingwei.foundation.administration.rules import RequestEnd, common_area, is_throttled
from jingwei.foundation.administration.rules.people import LAPSES_AFTER, REQUEST_KEPT, UNKNOWN_KEPT
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.crypto import blind_index, decrypt, encrypt
from jingwei.kernel.ids import uuid7

LOST_KEYS = system_actor("忘记密码")
TELL = "administration.tell_of_password_request"
NAME_FIELD = "administration.username"


def ask_password_reset(username: str, *, contact: str, at: datetime) -> None:
    """Note that somebody forgot a password and how to reach them. The answer is the same for every name."""
    name = username.strip().lower()
    with work(LOST_KEYS, Permission.USE_ACCOUNT) as job:
        index = blind_index(settings.INDEX_KEY, name, field=NAME_FIELD)
        request, is_new = PasswordRequest.objects.select_for_update().get_or_create(
            name_index=index, ended_at=None, defaults={"id": uuid7(), "asked_at": at, "times": 0}
        )
        request.times += 1
        if is_new or not is_throttled(request.asked_at, at=at):
            request.asked_at = at
            request.username_sealed = encrypt(settings.FIELD_KEY, name, field=NAME_FIELD)
            request.contact_sealed = encrypt(settings.FIELD_KEY, contact.strip(), field=CONTACT_FIELD)
            app.configure_task(TELL).defer(request_id=str(request.id))
        request.save()
        job.record_own(f"administration.passwordrequest:{request.id}", act="ask", times=request.times)


def tell_of_request(request_id: UUID, *, at: datetime) -> int:
    """Find out whose it is and tell the nearest administrators. Returns how many posts were told."""
    with work(LOST_KEYS, Permission.MANAGE_POSTS) as job:
        request = PasswordRequest.objects.select_for_update().filter(pk=request_id, ended_at=None).first()
        if request is None or request.username_sealed is None:
            job.record_own(f"administration.passwordrequest:{request_id}", act="not_open")
            return 0
        name = decrypt(settings.FIELD_KEY, bytes(request.username_sealed), field=NAME_FIELD)
        known = people.account_named(name)
        request.username_sealed = None
        if known is None or people.staff_brief(known[1], at=at).state is AccountState.CLOSED:
            request.contact_sealed = None
            request.save()
            job.record_own(f"administration.passwordrequest:{request.id}", act="nobody")
            return 0
        posts = people.staff_brief(known[1], at=at).posts
        request.person_id = known[1]
        request.area_code = common_area([post.area_code for post in posts], city=city_codes()[0])
        request.save()
        job.record_in_area(f"access.person:{known[1]}", request.area_code, act="ask_password")
        keepers = _administrators(request.area_code, request.person_id, at=at)
        for post_id in keepers:
            _tell(post_id, request, posts[0].title if posts else "", at)
    return len(keepers)


def end_requests(
    job: Work, person_id: UUID, outcome: RequestEnd, *, by: UUID | None, remark: str = "", at: datetime
) -> int:
    """Close what is open of a person and erase what was typed; with the system's eyes. Returns how many."""
    ended = PasswordRequest.objects.filter(person_id=person_id, ended_at=None).update(
        ended_at=at,
        ended_by_id=by,
        outcome=outcome.value,
        remark=remark,
        contact_sealed=None,
        username_sealed=None,
    )
    if ended:
        job.record_own(f"access.person:{person_id}", act="end_password_request", outcome=outcome.value)
    return ended


def forget_requests(*, at: datetime) -> int:
    """Delete rows of names that do not exist, end what nobody answered, delete what is old. Returns how many went."""
    with work(LOST_KEYS, Permission.MANAGE_POSTS) as job:
        opened = PasswordRequest.objects.filter(ended_at=None)
        unknown = opened.filter(person_id=None, asked_at__lt=at - UNKNOWN_KEPT).delete()[0]
        lapsed = opened.filter(person_id__isnull=False, asked_at__lt=at - LAPSES_AFTER).update(
            ended_at=at, outcome=RequestEnd.LAPSED.value, contact_sealed=None
        )
        old = PasswordRequest.objects.filter(ended_at__lt=at - REQUEST_KEPT).delete()[0]
        job.record_own(
            "administration.passwordrequest:old", act="forget", unknown=unknown, lapsed=lapsed, old=old
        )
    return int(unknown + old)


def _administrators(area_code: str, asking: UUID | None, *, at: datetime) -> list[UUID]:
    """The held administrators' posts of the area, or of the nearest one above that has any but the asker's own."""
    today = local(at).date()
    for end in sorted({4, 6, 9, 12, 15} & set(range(len(area_code) + 1)), reverse=True):
        posts = [
            post_id
            for post_id in people.posts_of_role(Role.ADMINISTRATOR, area_code[:end])
            if people.holder_of(post_id, on=today) not in (None, asking)
        ]
        if posts:
            return posts
    return []


def _tell(post_id: UUID, request: PasswordRequest, title: str, at: datetime) -> None:
    whose_zh = f"“{title}”的担任人" if title else "一位未任职人员"
    whose_en = f"The holder of “{title}”" if title else "A member of staff without a post"
    words = Words(
        title_zh="有人忘记密码",
        title_en="Somebody forgot a password",
        body_zh=f"{whose_zh}申请重设密码。请先用已知的电话或当面核实本人，再在“人员”中签发一次性密码。",
        body_en=(
            f"{whose_en} asks for a new password. Make sure on a number you know, or face to face, that it is that "
            "person; then make a one-time password under Staff."
        ),
    )
    notify_post(
        LOST_KEYS,
        post_id,
        kind="password_request",
        words=words,
        target=f"access.person:{request.person_id}",
        at=at,
    )
