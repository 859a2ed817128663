"""Where the house may go when it asks other systems: outside, never this machine, its network or a cloud's metadata.

Pure decisions; `jingwei/foundation/wire.py` carries them out and is the only way out (docs/adr/0035-hostile-input.md).
"""

import ipaddress
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from jingwei.kernel.sockets import OutsideDown

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

USUAL_PORTS = {"https": 443, "http": 80}
STRANGERS_PORTS = frozenset({443, 8443})
"""Where an address that nobody listed may be asked. Another port is no web server but something to be probed."""
LONGEST_URL = 8192
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")

NEVER = tuple(
    ipaddress.ip_network(one)
    for one in (
        *("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"),
        *("100.100.100.200/32", "192.0.0.192/32"),  # metadata of Alibaba Cloud, of Oracle Cloud
        *("::/128", "fe80::/10", "ff00::/8", "fd00:ec2::254/128", "fd20:ce::254/128"),
    )
)
"""Not even where an operator lists them: a cloud's metadata hands out the keys of the whole machine."""
_IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


class OutwardRefused(OutsideDown):
    """An address the house does not go to. ``host`` is the name only, never the whole address."""

    code = "outside.refused"
    message = (
        "不访问“{host}”：{reason}。如果它确实是本单位的系统，请由运维人员把它列入 JINGWEI_INSIDE_ORIGINS。"
    )
    message_en = (
        "“{host}” is not asked: {reason}. If it is a system of your own, have the operator list it in "
        "JINGWEI_INSIDE_ORIGINS."
    )


@dataclass(frozen=True, slots=True)
class Place:
    """One web server, as an address names it."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == USUAL_PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(url: str) -> Place:
    """Read an address strictly: what readers could understand differently is refused. Raises: OutwardRefused."""
    if len(url) > LONGEST_URL or _ODD.search(url):
        raise OutwardRefused(host="?", reason="地址写法不规范 / the address is oddly written")
    try:
        parts = urlsplit(url)
        host, port = _host_of(parts.hostname or ""), parts.port
    except ValueError:
        raise OutwardRefused(host="?", reason="地址写法不规范 / the address is oddly written") from None
    if parts.scheme not in USUAL_PORTS:
        raise OutwardRefused(host=host, reason="只访问 https / only https is asked")
    if parts.username is not None or parts.password is not None:
        raise OutwardRefused(host=host, reason="地址里带有用户名 / the address carries a user name")
    if port == 0:
        raise OutwardRefused(host=host, reason="端口无效 / no such port")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii():
        raise OutwardRefused(host=host, reason="地址写法不规范 / the address is oddly written")
    return Place(parts.scheme, host, port or USUAL_PORTS[parts.scheme], target)


def origins_of(listed: Iterable[str]) -> frozenset[str]:
    """Listed origins in the one form in which they are compared. Raises: OutwardRefused."""
    return frozenset(place_of(one).origin for one in listed)


def is_origin(written: str) -> bool:
    """Whether a setting names a server and nothing beyond it: ``https://sso.example.cn``, ``http://10.1.2.3:8080``."""
    try:
        return place_of(written).target == "/" and "?" not in written and "#" not in written
    except OutwardRefused:
        return False


def require_askable(place: Place, inside: Collection[str]) -> None:
    """Before any name is looked up. Raises: OutwardRefused."""
    if place.origin in inside:
        return
    if place.scheme != "https":
        raise OutwardRefused(host=place.host, reason="只访问 https / only https is asked")
    if place.port not in STRANGERS_PORTS:
        raise OutwardRefused(host=place.host, reason="端口不在允许范围 / the port is not allowed")


def require_address(place: Place, address: str, inside: Collection[str]) -> None:
    """What a name led to. Raises: OutwardRefused for this machine, its networks, and metadata of clouds."""
    try:
        asked = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        raise OutwardRefused(host=place.host, reason="没有这样的地址 / no such address") from None
    for one in _meant(asked):
        if any(one in network for network in NEVER if network.version == one.version):
            raise OutwardRefused(
                host=place.host, reason="指向保留地址或云平台元数据 / it leads to a reserved address"
            )
        if place.origin not in inside and (not one.is_global or one.is_multicast):
            raise OutwardRefused(
                host=place.host, reason="指向本机或内部网络 / it leads into this machine or an inner network"
            )


def require_named(place: Place) -> None:
    """For what a forward proxy looks up itself: a public name, never a number. Raises: OutwardRefused."""
    last = place.host.rpartition(".")[2]
    if ":" in place.host or "." not in place.host or not re.fullmatch(r"[a-z][a-z0-9-]+", last):
        raise OutwardRefused(host=place.host, reason="经代理只访问域名 / a proxy is asked for names only")
    if last in {"local", "localhost", "internal", "lan", "home", "corp", "intranet", "arpa"}:
        raise OutwardRefused(host=place.host, reason="内部域名 / an inner name")


def _host_of(host: str) -> str:
    """The name as it is looked up. Raises: ValueError."""
    if not host:
        raise ValueError("no host")
    if "%" in host:
        raise ValueError("a zone of one machine")
    if ":" in host:
        return str(ipaddress.IPv6Address(host))
    name = host.encode("idna").decode("ascii").lower().rstrip(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise ValueError("no host name")
    return name


def _meant(address: Address) -> list[Address]:
    """The address, and the one it carries where IPv6 wraps an older one."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    found: list[Address] = [address]
    if address.sixtofour is not None:
        found.append(address.sixtofour)
    if address.teredo is not None:
        found += address.teredo
    if address in _IPV4_COMPATIBLE and int(address) > 1:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if any(address in network for network in _NAT64):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found
