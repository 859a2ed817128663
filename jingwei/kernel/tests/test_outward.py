"""Where the house may go: the pure half, against everything an address can be disguised as."""

import pytest

from jingwei.kernel.outward import (
    OutwardRefused,
    is_origin,
    origins_of,
    place_of,
    require_address,
    require_askable,
    require_named,
)

PUBLIC = place_of("https://sso.example.cn/login?a=1")
LISTED = origins_of(["https://sso.example.cn", "http://10.1.2.3:8080"])


def test_an_address_is_read_in_one_way() -> None:
    assert (PUBLIC.scheme, PUBLIC.host, PUBLIC.port, PUBLIC.target) == (
        "https",
        "sso.example.cn",
        443,
        "/login?a=1",
    )
    assert place_of("https://[2001:DB8::1]:8443").origin == "https://[2001:db8::1]:8443"
    assert place_of("https://市民.example.cn./").host == "xn--7stw62a.example.cn"
    assert place_of("HTTPS://SSO.Example.CN").origin == PUBLIC.origin


ODD = [
    *("ftp://example.cn/", "file:///etc/passwd", "gopher://example.cn/", "//example.cn/", "example.cn", ""),
    *("https:///etc/passwd", "https://", "https://a b.cn/", "https://a.cn/\r\nX: y", "https://a.cn\\@b.cn/"),
    *("https://user@example.cn/", "https://user:word@example.cn/", "https://a.cn@127.0.0.1/"),
    *("https://example.cn:0/", "https://example.cn:99999/", "https://example.cn:x/", "https://-a.cn/"),
    *("https://[fe80::1%25eth0]/", "https://[::1", "https://a..cn/", f"https://{'a' * 64}.cn/"),
    *(
        "https://example.cn/路",
        f"https://example.cn/{'x' * 9000}",
        "https://exa\tmple.cn/",
        "https://a.cn\x00/",
    ),
]


@pytest.mark.parametrize("url", ODD)
def test_what_readers_could_understand_differently_is_refused(url: str) -> None:
    with pytest.raises(OutwardRefused):
        place_of(url)


INNER = [
    *("127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"),
    *("198.18.0.1", "192.0.2.1", "203.0.113.9", "::1", "fc00::1", "fd12:3456::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1", "::7f00:1"),
    "2001:0:7f00:1::80ff:fffe",
]
RESERVED = [
    *("169.254.169.254", "169.254.0.1", "0.0.0.0", "0.1.2.3", "255.255.255.255", "240.0.0.1", "224.0.0.1"),  # noqa: S104
    *("100.100.100.200", "192.0.0.192", "::", "fe80::1", "ff02::1", "fd00:ec2::254"),
    *("::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::", "not-an-address"),
]


@pytest.mark.parametrize("address", [*INNER, *RESERVED])
def test_a_public_name_may_not_lead_inside(address: str) -> None:
    with pytest.raises(OutwardRefused):
        require_address(PUBLIC, address, [])


@pytest.mark.parametrize("address", ["8.8.8.8", "1.2.4.8", "2400:3200::1", "::ffff:8.8.8.8"])
def test_it_may_lead_outside(address: str) -> None:
    require_address(PUBLIC, address, [])


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "fd12:3456::1"])
def test_a_listed_origin_may_stand_inside(address: str) -> None:
    require_address(PUBLIC, address, LISTED)


@pytest.mark.parametrize("address", RESERVED)
def test_a_clouds_metadata_is_never_asked_even_if_listed(address: str) -> None:
    with pytest.raises(OutwardRefused):
        require_address(PUBLIC, address, LISTED)


@pytest.mark.parametrize(
    ("url", "is_asked"),
    [
        ("https://example.cn/", True),
        ("https://example.cn:8443/", True),
        ("https://example.cn:22/", False),
        ("https://example.cn:5432/", False),
        ("http://example.cn/", False),
        ("http://10.1.2.3:8080/x", True),
        ("http://10.1.2.3/", False),
        ("https://10.1.2.3:8080/", False),
        ("http://sso.example.cn/", False),
    ],
)
def test_without_tls_or_on_odd_ports_only_what_is_listed(url: str, is_asked: bool) -> None:
    try:
        require_askable(place_of(url), LISTED)
    except OutwardRefused:
        assert not is_asked
    else:
        assert is_asked


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost", "db", "db.internal", "a.lan"]
)
def test_a_proxy_is_asked_for_public_names_only(host: str) -> None:
    with pytest.raises(OutwardRefused):
        require_named(place_of(f"https://{host}/"))
    require_named(PUBLIC)


def test_a_setting_names_a_server_and_nothing_beyond() -> None:
    assert is_origin("https://sso.example.cn")
    assert is_origin("http://10.1.2.3:8080/")
    assert not any(
        is_origin(one) for one in ("sso.example.cn", "https://a.cn/path", "https://a.cn/?x", "10.0.0.0/8")
    )


def test_a_refusal_names_the_host_and_no_secret() -> None:
    with pytest.raises(OutwardRefused) as caught:
        place_of("https://user:geheim@example.cn/?token=geheim")
    assert "geheim" not in str(caught.value)
    assert "geheim" not in caught.value.text_en
