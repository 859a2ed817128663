"""Queue entrances of administration."""

from uuid import UUID

from procrastinate.contrib.django import app

from jingwei.foundation.administration.services import resets
from jingwei.kernel.clock import now


@app.task(name="administration.tell_of_password_request")
def tell_of_password_request(request_id: str) -> None:
    """Tell the administrators of somebody who forgot a password."""
    resets.tell_of_request(UUID(request_id), at=now())
