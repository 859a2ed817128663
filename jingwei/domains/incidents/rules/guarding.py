"""How much one device, address, network or community may send before something is asked, and before it has to wait.

Whoever shares an address or a community with a flood is never refused because of it: what is shared only raises the
challenge. Refused is a single device or account that sends more than a person can see, or an address that sends more
than a street behind it could; and never somebody who speaks of danger.
"""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

from jingwei.domains.incidents.rules.challenge import EASIEST_BITS, HARDEST_BITS
from jingwei.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Allowance:
    """A kind of bucket: ``burst`` at once, and ``hourly`` of them come back within an hour."""

    name: str
    burst: int
    hourly: float

    @property
    def rate(self) -> float:
        """Tokens a second."""
        return self.hourly / 3600


class Where(StrEnum):
    """What is counted."""

    DEVICE = "device"
    ADDRESS = "address"
    NETWORK = "network"
    AREA = "area"
    ACCOUNT = "account"


FREE: dict[Where, Allowance] = {
    Where.DEVICE: Allowance("report_free_device", 5, 6),
    Where.ADDRESS: Allowance("report_free_address", 100, 100),
    Where.NETWORK: Allowance("report_free_network", 400, 400),
    Where.AREA: Allowance("report_free_area", 120, 120),
}
"""Without any challenge. Behind one address of a mobile network a hundred at once report unasked."""
MOST: dict[Where, Allowance] = {
    Where.DEVICE: Allowance("report_most_device", 20, 20),
    Where.ADDRESS: Allowance("report_most_address", 1000, 1000),
    Where.ACCOUNT: Allowance("report_most_account", 30, 30),
}
"""With a challenge at most. Networks and communities have none: nobody is refused for what others send."""
HARDER: dict[Where, int] = {Where.DEVICE: 1, Where.ADDRESS: 2, Where.NETWORK: 1, Where.AREA: 1}
"""How many bits more each of them asks for once it is empty."""
DANGER_BITS = EASIEST_BITS + 2
"""What is asked of somebody who speaks of danger and would otherwise have to wait: a second, and never a refusal."""
WRONG_CODES: dict[Where, Allowance] = {
    Where.DEVICE: Allowance("track_wrong_device", 20, 20),
    Where.ADDRESS: Allowance("track_wrong_address", 300, 300),
}
"""Tracking codes that were not found: only wrong ones count."""
LONGEST_ADDRESS_PREFIX = {4: 24, 6: 48}


class ChallengeNeeded(DomainError):
    """The device is asked to compute; programs do so by themselves, people are told what happens."""

    code = "incident.challenge_needed"
    message = (
        "刚才这里提交得很多，请让您的手机先算一道题再提交（不用看图，也不用听声音，约几秒钟，页面会自动完成）。"
        "不能计算时，可用手机验证码登录后提交。紧急危险请直接拨打110、119、120。您填写的内容不会丢失。"
    )
    message_en = (
        "Much was sent from here lately, so your device has to do some computing first: nothing to look at or listen "
        "to, a few seconds, done by the page itself. If it cannot, sign in with a code by SMS and send it again. "
        "In danger call 110, 119 or 120. What you typed is kept."
    )
    status = 428


class ReportsTooOften(DomainError):
    code = "incident.reports_too_often"
    message = (
        "提交得太多了，请在{minutes}分钟后再提交，您填写的内容不会丢失。"
        "紧急危险请拨打110、119、120；等不及的事项可拨打12345。"
    )
    message_en = (
        "Too many reports; send it again in {minutes} minutes, what you typed is kept. "
        "In danger call 110, 119 or 120; what cannot wait is taken by telephone under 12345."
    )
    status = 429


class CodesTriedTooOften(DomainError):
    code = "incident.codes_tried_too_often"
    message = (
        "输错的查询码太多了，请在{minutes}分钟后再试。"
        "请核对受理回执上的10位查询码；找不到回执可拨打12345，报受理编号查询。"
    )
    message_en = (
        "Too many wrong tracking codes; try again in {minutes} minutes. Check the ten letters on your receipt; "
        "without it, ask 12345 with the receipt number."
    )
    status = 429


def too_often(kind: type[DomainError], wait_s: int) -> DomainError:
    """A refusal that says how long, for people in minutes and for machines in seconds."""
    return kind(minutes=max(1, -(-wait_s // 60)), seconds=wait_s)


def network_of(address: str) -> str:
    """The network around an address as the edge gives it: of IPv4 the /24, of IPv6 (a /64 already) the /48."""
    around = ip_network(address, strict=False)
    return str(around.supernet(new_prefix=LONGEST_ADDRESS_PREFIX[around.version]))


def counted_address(address: str) -> str | None:
    """The address, or None for one that stands for everybody: this machine, or a gateway that names nobody.

    A gateway that does not say whom it speaks for would otherwise silence the whole city with the first flood.
    """
    try:
        one: IPv4Address | IPv6Network = (
            IPv6Network(address) if "/" in address else ip_address(address)  # type: ignore[assignment]
        )
    except ValueError:
        return None
    return None if one.is_loopback or one.is_private else address


def bits_for(pressed: frozenset[Where]) -> int:
    """How hard the challenge is, by what has run empty; none where nothing has."""
    if not pressed:
        return 0
    return min(HARDEST_BITS, EASIEST_BITS + sum(HARDER[one] for one in pressed))
