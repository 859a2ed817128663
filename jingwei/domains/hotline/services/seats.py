"""Which desk posts take calls, and whether they do now."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.models import Seat
from jingwei.domains.hotline.rules.refusals import ExtensionTaken, NoSeat, NotASeat
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import post_facts
from jingwei.foundation.work import work
from jingwei.kernel.codes import ancestor_codes, lies_within
from jingwei.kernel.errors import NotFound


def set_seat(actor: Actor, post_id: UUID, *, extension: str, at: datetime) -> Seat:
    """Give a desk post an extension, or another one. Raises: NotFound, NotASeat, ExtensionTaken."""
    post = post_facts(post_id)
    if not lies_within(post.area_code, actor.scope):
        raise NotFound
    if post.role is not Role.DESK or post.unit_id is None:
        raise NotASeat
    with work(actor, Permission.MANAGE_POSTS) as job:
        taken = Seat.objects.unscoped("an extension rings at one table in the whole city")
        other = taken.filter(extension=extension).exclude(pk=post_id).first()
        if other is not None:
            raise ExtensionTaken(extension=extension, post=post_facts(other.post_id).title)
        codes = ancestor_codes(post.area_code)
        seat = Seat.objects.visible_to(actor).filter(pk=post_id).first()
        is_new = seat is None
        seat = seat or Seat(post_id=post_id, is_signed_on=False)
        seat.unit_id, seat.extension, seat.since_at = post.unit_id, extension, at
        seat.lie_in(codes)
        seat.save(force_insert=is_new, force_update=not is_new)
        job.record_in_area(f"hotline.seat:{post_id}", seat.scope_code, act="set", extension=extension)
    return seat


def release_seat(actor: Actor, post_id: UUID) -> None:
    """Take the extension away: the post takes no calls any more. Raises: NotFound."""
    post = post_facts(post_id)
    if not lies_within(post.area_code, actor.scope):
        raise NotFound
    with work(actor, Permission.MANAGE_POSTS) as job:
        Seat.objects.visible_to(actor).filter(pk=post_id).delete()
        job.record_in_area(f"hotline.seat:{post_id}", post.area_code, act="release")


def switch_seat(actor: Actor, *, is_signed_on: bool, at: datetime) -> Seat:
    """Sign one's own seat on or off 签入签出: calls pop up at signed-on seats only. Raises: NoSeat."""
    with work(actor, Permission.TAKE_CALL) as job:
        rows = Seat.objects.visible_to(actor).filter(pk=actor.post_id)
        seat: Seat | None = rows.select_for_update().first()
        if seat is None:
            raise NoSeat
        seat.is_signed_on, seat.since_at = is_signed_on, at
        seat.save(update_fields=["is_signed_on", "since_at"])
        job.record(seat, act="sign_on" if is_signed_on else "sign_off")
    return seat
