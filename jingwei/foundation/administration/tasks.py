"""Housekeeping of sessions."""

from uuid import UUID

from procrastinate.contrib.django import app

from jingwei.foundation.administration.services import account, phones, resets
from jingwei.kernel.clock import now


@app.periodic(cron="10 19 * * *")  # 03:10 in China
@app.task(name="administration.forget_ended_sessions", queueing_lock="administration.forget_ended_sessions")
def forget_ended_sessions(timestamp: int) -> None:
    """Delete sessions and tokens that ended a month ago."""
    account.forget_ended_sessions(at=now())


@app.task(name="administration.tell_of_password_request")
def tell_of_password_request(request_id: str) -> None:
    """Tell the administrators of somebody who forgot a password."""
    resets.tell_of_request(UUID(request_id), at=now())


@app.periodic(cron="20 19 * * *")  # 03:20 in China
@app.task(
    name="administration.forget_password_requests", queueing_lock="administration.forget_password_requests"
)
def forget_password_requests(timestamp: int) -> None:
    """End and delete what is past its time."""
    resets.forget_requests(at=now())


@app.periodic(cron="30 19 * * *")  # 03:30 in China
@app.task(name="administration.forget_phone_codes", queueing_lock="administration.forget_phone_codes")
def forget_phone_codes(timestamp: int) -> None:
    """Delete codes and the digests of addresses after two days."""
    phones.forget_codes(at=now())
