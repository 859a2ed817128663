"""What is told of a device and of where it stands: enough to recognise one's own, too little to find anybody by."""

import ipaddress

APPS = (
    ("wxwork/", "wecom"),
    ("micromessenger/", "wechat"),
    ("dingtalk", "dingtalk"),
    ("alipayclient", "alipay"),
    ("edg/", "edge"),
    ("edga/", "edge"),
    ("edgios/", "edge"),
    ("opr/", "opera"),
    ("huaweibrowser/", "huawei"),
    ("miuibrowser/", "xiaomi"),
    ("qqbrowser/", "qq"),
    ("ucbrowser/", "uc"),
    ("firefox/", "firefox"),
    ("fxios/", "firefox"),
    ("chrome/", "chrome"),
    ("crios/", "chrome"),
    ("safari/", "safari"),
)
"""In this order: most browsers also claim to be the ones below them."""

SYSTEMS = (
    ("openharmony", "harmony"),
    ("harmonyos", "harmony"),
    ("android", "android"),
    ("iphone", "iphone"),
    ("ipad", "ipad"),
    ("windows", "windows"),
    ("mac os x", "mac"),
    ("linux", "linux"),
)

OTHER = "other"


def device_of(user_agent: str) -> str:
    """``app/system`` by what a browser says of itself, such as ``chrome/windows``; a program is ``other/other``."""
    said = user_agent.lower()
    app = next((name for mark, name in APPS if mark in said), OTHER)
    system = next((name for mark, name in SYSTEMS if mark in said), OTHER)
    return f"{app}/{system}"


def coarse_network(address: str) -> str:
    """The first half of an IPv4 address, the first 32 bits of an IPv6 one; ``inside`` for private networks."""
    try:
        found = ipaddress.ip_address(address.partition("/")[0].strip())
    except ValueError:
        return ""
    if found.is_private or found.is_loopback:
        return "inside"
    if isinstance(found, ipaddress.IPv4Address):
        first, second, *_ = str(found).split(".")
        return f"{first}.{second}.*.*"
    return f"{ipaddress.IPv6Network((found, 32), strict=False).network_address}*"
