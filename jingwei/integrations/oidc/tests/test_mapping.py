from typing import Any

import pytest

from jingwei.integrations.oidc.mapping import (
    basic,
    challenge_of,
    claim,
    discovered,
    is_strong,
    subject_of,
    username_of,
    with_query,
)
from jingwei.kernel.vouching import ProviderRefused

ABOUT = {
    "issuer": "https://id.example",
    "authorization_endpoint": "https://id.example/authorize",
    "token_endpoint": "https://id.example/token",
    "jwks_uri": "https://id.example/keys",
}


def test_the_challenge_is_the_one_of_the_standard() -> None:
    """Source: RFC 7636, appendix B."""
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_the_secret_is_form_encoded_before_it_is_sent() -> None:
    """Source: RFC 6749 §2.3.1."""
    assert basic("a:b", "c d%") == "Basic YSUzQWI6YyUyMGQlMjU="


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"issuer": "https://evil.example"}, "issuer"),
        ({"issuer": "https://id.example/"}, "issuer"),
        ({"token_endpoint": "http://id.example/token"}, "answer"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "answer"),
        ({"end_session_endpoint": "http://id.example/out"}, "answer"),
        ({"jwks_uri": None}, "answer"),
    ],
)
def test_a_provider_speaks_for_itself_and_over_tls(change: dict[str, Any], fault: str) -> None:
    assert discovered(ABOUT, issuer="https://id.example").token == "https://id.example/token"
    with pytest.raises(ProviderRefused) as refusal:
        discovered(ABOUT | change, issuer="https://id.example")
    assert refusal.value.data["fault"] == fault


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"amr": ["pwd"]}, False),
        ({"amr": ["otp", "hwk"]}, False),
        ({"amr": ["pwd", "otp"]}, True),
        ({"amr": ["fpt", "hwk"]}, True),
        ({"amr": ["mfa"]}, True),
        ({"acr": "urn:city:two"}, True),
        ({"acr": "urn:city:one"}, False),
        ({"amr": "mfa"}, False),
        ({"amr": [["mfa"]]}, False),
        ({}, False),
    ],
)
def test_two_kinds_of_proof_are_two_factors(said: dict[str, Any], expected: bool) -> None:
    assert is_strong(said, {"urn:city:two"}) is expected


def test_a_lasting_name_is_text_or_a_number_and_never_empty() -> None:
    assert (subject_of(4217), subject_of("a")) == ("4217", "a")
    for wrong in (None, "", " a", True, 1.5, [], "x" * 256):
        with pytest.raises(ProviderRefused):
            subject_of(wrong)


def test_claims_are_found_by_their_path() -> None:
    said = {"data": {"user": {"id": 7, "name": " lin "}}, "name": "x"}
    assert claim(said, "data.user.id") == 7
    assert claim(said, "name.first") is None
    assert username_of(said, "data.user.name") == "lin"
    assert username_of(said, "data") is None


def test_an_address_with_a_query_keeps_it() -> None:
    assert with_query("https://id.example/a?tenant=1", {"b": "ü"}) == "https://id.example/a?tenant=1&b=%C3%BC"
