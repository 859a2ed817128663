"""What a system key may be: pure checks of a wish."""

import ipaddress
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from jingwei.foundation.access.contracts import NewKey, Permission
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError, Invalid


class KeyNameTaken(DomainError):
    code = "access.key_name_taken"
    message = "已有名为“{name}”的系统密钥，收回的也算。请换一个名字。"
    message_en = "There is, or was, a system key named “{name}”. Choose another name."


class KeyNotFit(Invalid):
    code = "access.key_not_fit"
    message = "系统密钥没有保存：{reason}"
    message_en = "The system key was not saved: {reason_en}"


LONGEST_KEY_DAYS = 366
LONGEST_OVERLAP_HOURS = 14 * 24
MOST_PER_MINUTE = 6000
MOST_NETWORKS = 20
WIDEST_NETWORKS = {4: 8, 6: 16}
"""By version, the shortest prefix: a network that is almost everywhere is no limit."""


def clean_key(new: NewKey, *, grantable: Iterable[Permission], at: datetime) -> NewKey:
    """A wish in one spelling, if it can be. Raises: KeyNotFit."""
    name, purpose = " ".join(new.name.split()), " ".join(new.purpose.split())
    if len(name) < 2 or len(purpose) < 2:
        raise KeyNotFit(
            reason="请写明是哪个系统、做什么用。", reason_en="say which system it is, and what for."
        )
    ungranted = sorted(one.value for one in set(new.grants) - set(grantable))
    if ungranted or not new.grants:
        raise KeyNotFit(
            reason=f"权限只能从可授予的里面选，至少一项{'；不能授予：' + '、'.join(ungranted) if ungranted else ''}。",
            reason_en=f"choose at least one permission, of those that a key can have {', not '.join(['', *ungranted])}".strip()
            + ".",
        )
    if not at < new.expires_at <= at + timedelta(days=LONGEST_KEY_DAYS):
        raise KeyNotFit(reason="有效期最长一年。", reason_en="it is valid for a year at most.")
    if not 1 <= new.rate_per_minute <= MOST_PER_MINUTE:
        raise KeyNotFit(
            reason=f"每分钟次数应在1到{MOST_PER_MINUTE}之间。",
            reason_en=f"between 1 and {MOST_PER_MINUTE} requests a minute.",
        )
    return replace(new, name=name, purpose=purpose, networks=tuple(_networks(new.networks)))


def _networks(given: Iterable[str]) -> list[str]:
    try:
        found = sorted({ipaddress.ip_network(one.strip()) for one in given}, key=str)
    except ValueError:
        raise KeyNotFit(
            reason="网络地址应如 10.1.0.0/16 或 203.0.113.7。",
            reason_en="a network is written as 10.1.0.0/16 or 203.0.113.7.",
        ) from None
    if len(found) > MOST_NETWORKS or any(one.prefixlen < WIDEST_NETWORKS[one.version] for one in found):
        raise KeyNotFit(
            reason=f"最多{MOST_NETWORKS}个网络，且不能大于 /8（IPv6 为 /16）。",
            reason_en=f"{MOST_NETWORKS} networks at most, none wider than /8 (IPv6: /16).",
        )
    return [str(one) for one in found]


def require_overlap(hours: int) -> None:
    """Raises: KeyNotFit."""
    if not 0 <= hours <= LONGEST_OVERLAP_HOURS:
        raise KeyNotFit(
            reason=f"新旧并用最长{LONGEST_OVERLAP_HOURS // 24}天。",
            reason_en=f"old and new work side by side for {LONGEST_OVERLAP_HOURS // 24} days at most.",
        )


def require_unit_inside(unit_area: str, area_code: str) -> None:
    """A unit's key lies where the unit does. Raises: KeyNotFit."""
    if not lies_within(unit_area, area_code):
        raise KeyNotFit(
            reason="所选单位不在所选辖区内。请把辖区选到包含该单位的一级。",
            reason_en="the unit does not lie in the area chosen; choose an area that holds it.",
        )
