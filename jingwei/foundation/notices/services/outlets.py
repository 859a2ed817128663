"""Which outlet serves a channel: told once, by config."""

from collections.abc import Mapping

from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.notices.contracts import Channel, Message, Outlet, Receipt
from jingwei.foundation.notices.models import FakeDelivery
from jingwei.foundation.notices.rules import NoOutlet
from jingwei.foundation.work import work
from jingwei.kernel.clock import now

_outlets: dict[Channel, Outlet] = {}

FAKE_RECEIVER = system_actor("模拟发送通道（fake）")


class FakeOutlet:
    """Writes what it is given into a table and sends nothing. A message that comes twice is kept once."""

    name = "fake"

    def send(self, message: Message) -> Receipt:
        at = now()
        with work(FAKE_RECEIVER, Permission.SEND_NOTICES) as job:
            FakeDelivery.objects.bulk_create(
                [
                    FakeDelivery(
                        id=message.id,
                        channel=message.channel,
                        address_masked=f"***{message.address[-4:]}",
                        text=message.text,
                        at=at,
                    )
                ],
                ignore_conflicts=True,
            )
            job.record_own(f"notices.outgoing:{message.id}", act="fake_delivery")
        return Receipt(self.name, f"fake:{message.id}", at)


def plug_outlets(outlets: Mapping[Channel, Outlet]) -> None:
    """Set the outlets. Called once, by config."""
    _outlets.clear()
    _outlets.update(outlets)


def channels_served() -> frozenset[Channel]:
    """The channels that something is plugged in for."""
    return frozenset(_outlets)


def outlet_for(channel: Channel) -> Outlet:
    """Raises: NoOutlet."""
    outlet = _outlets.get(channel)
    if outlet is None:
        raise NoOutlet(f"nothing is plugged in for {channel.value}")
    return outlet
