"""The challenge: signed, for one report, and no shortcut."""

from datetime import UTC, datetime, timedelta

from jingwei.domains.incidents.rules.challenge import SEED_LASTS, is_solved, make_seed, read_seed, solve
from jingwei.domains.incidents.rules.guarding import Where, bits_for, counted_address, network_of

KEY, NONCE, AT = b"k" * 32, b"n" * 12, datetime(2026, 11, 16, 2, tzinfo=UTC)


def test_a_seed_counts_until_its_end_and_only_as_it_was_signed() -> None:
    seed = make_seed(KEY, NONCE, bits=15, at=AT)
    assert read_seed(KEY, seed.text, at=AT) == seed
    assert read_seed(KEY, seed.text, at=AT + SEED_LASTS - timedelta(seconds=1)) == seed
    assert read_seed(KEY, seed.text, at=AT + SEED_LASTS) is None
    assert read_seed(b"x" * 32, seed.text, at=AT) is None
    for place in range(len(seed.text)):
        changed = "A" if seed.text[place] != "A" else "B"
        assert read_seed(KEY, seed.text[:place] + changed + seed.text[place + 1 :], at=AT) is None
    for strange in ("", "=", "é", "AAAA", seed.text + "AA", seed.text + "="):
        assert read_seed(KEY, strange, at=AT) is None


def test_an_answer_is_for_one_report_and_one_seed() -> None:
    seed, other = make_seed(KEY, NONCE, bits=12, at=AT), make_seed(KEY, b"m" * 12, bits=12, at=AT)
    answer = solve(seed.text, "report", 12)
    assert is_solved(seed, "report", answer)
    assert not is_solved(seed, "another report", answer)
    assert not is_solved(other, "report", answer)
    assert not is_solved(seed, "report", answer - 1)
    assert sum(is_solved(seed, "report", guess) for guess in range(500)) <= 2


def test_what_many_share_makes_it_harder_and_is_never_the_hardest_alone() -> None:
    assert bits_for(frozenset()) == 0
    alone = {where: bits_for(frozenset({where})) for where in (Where.DEVICE, Where.ADDRESS, Where.AREA)}
    assert alone[Where.AREA] == alone[Where.DEVICE] < alone[Where.ADDRESS]
    assert bits_for(frozenset(alone) | {Where.NETWORK}) == 20


def test_an_address_that_is_everybodys_is_nobodys() -> None:
    for everybodys in ("127.0.0.1", "10.2.3.4", "192.168.1.9", "unknown", "fd00::/64"):
        assert counted_address(everybodys) is None
    assert counted_address("39.144.1.7") == "39.144.1.7"
    assert counted_address("2409:8950:1:2::/64") == "2409:8950:1:2::/64"
    assert network_of("39.144.1.7") == "39.144.1.0/24"
    assert network_of("2409:8950:1:2::/64") == "2409:8950:1::/48"
