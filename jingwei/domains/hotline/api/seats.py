"""Seats: the administrator gives extensions, the desk signs on and off."""

from uuid import UUID

from django.http import HttpRequest

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.api.routes import router
from jingwei.domains.hotline.api.shaping import seats_out
from jingwei.domains.hotline.queries.callbacks import call_back_counts
from jingwei.domains.hotline.queries.calls import seat_of, seats_within
from jingwei.domains.hotline.services import seats
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


@operation(router, "GET", "/seat", "getSeat", P.TAKE_CALL, response=io.MySeatOut)
def get_seat(request: HttpRequest) -> io.MySeatOut:
    """One's own seat, and how many call-backs wait in the centre."""
    return _mine(request)


@operation(router, "POST", "/seat", "switchSeat", P.TAKE_CALL, response=io.MySeatOut)
def switch_seat(request: HttpRequest, body: io.SwitchIn) -> io.MySeatOut:
    """Sign one's seat on or off 签入签出: calls pop up at signed-on seats."""
    seats.switch_seat(actor(request), is_signed_on=body.is_signed_on, at=now())
    return _mine(request)


@operation(router, "GET", "/seats", "listSeats", P.MANAGE_POSTS, response=list[io.SeatOut])
def list_seats(request: HttpRequest) -> list[io.SeatOut]:
    """Which desk posts take calls, and at which extension."""
    return seats_out(seats_within(actor(request)))


@operation(router, "PUT", "/seats/{post_id}", "setSeat", P.MANAGE_POSTS, response=io.SeatOut, sees="post")
def set_seat(request: HttpRequest, post_id: UUID, body: io.SeatIn) -> io.SeatOut:
    """Give a desk post an extension, or another one."""
    return seats_out([seats.set_seat(actor(request), post_id, extension=body.extension, at=now())])[0]


@operation(
    router, "DELETE", "/seats/{post_id}", "releaseSeat", P.MANAGE_POSTS, response={204: None}, sees="post"
)
def release_seat(request: HttpRequest, post_id: UUID) -> None:
    """Take the extension away: the post takes no calls any more."""
    seats.release_seat(actor(request), post_id)


def _mine(request: HttpRequest) -> io.MySeatOut:
    seat = seat_of(actor(request))
    waiting, overdue = call_back_counts(actor(request), at=now())
    return io.MySeatOut(
        seat=seats_out([seat])[0] if seat else None, call_backs_open=waiting, call_backs_overdue=overdue
    )
