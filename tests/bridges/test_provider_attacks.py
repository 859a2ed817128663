"""Single sign-on over HTTP, at real servers: everything that must not open an account."""

import hashlib
import hmac
import json
import warnings
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from jingwei.foundation.access.models import ProviderState, Token
from jingwei.foundation.administration.services import providers
from jingwei.foundation.scoping import eyes
from jingwei.integrations.oidc.fake import spare_key
from jingwei.integrations.oidc.mapping import _unpadded, public_keys
from jingwei.kernel.clock import now
from tests.bridges.serving import browsed
from tests.bridges.vouched import Browser, Town, refused
from tests.calling import call
from tests.cast import CAST

__all__ = ["call"]
pytestmark = pytest.mark.django_db


# --- what must not work: our side of the wire ---


def test_a_try_is_good_once(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    seal = browser.client.cookies["jw_provider"].value
    assert browser.post("/session/provider", brought).status_code == 200
    town.city.used.clear()  # a provider that takes its codes twice
    thief = Browser()
    thief.client.cookies["jw_provider"] = seal
    refused(thief.post("/session/provider", brought), 401, "access.provider_attempt_lost")
    with eyes(CAST.machine):
        assert ProviderState.objects.count() == 1


def test_a_code_is_good_once_at_the_provider(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    first = browser.there_and_back("city")
    assert browser.post("/session/provider", first).status_code == 200
    second = browser.there_and_back("city") | {"proof": first["proof"]}
    refused(browser.post("/session/provider", second), 401, "access.provider_refused", "proof")


def test_somebody_elses_answer_signs_nobody_in(town: Town, browser: Browser) -> None:
    """Login CSRF: the attacker's own code and state, slipped to a victim, with and without a try of their own."""
    town.city.at_keyboard = "zhou"
    of_attacker = Browser().there_and_back("city")
    refused(browser.post("/session/provider", of_attacker), 401, "access.provider_attempt_lost")
    browser.begin("city")
    refused(browser.post("/session/provider", of_attacker), 401, "access.provider_attempt_lost")
    assert browser.me.status_code == 401


def test_a_code_of_another_try_does_not_fit(town: Town, browser: Browser) -> None:
    """The attacker's code with the victim's own state: PKCE keeps it from being changed into a token."""
    town.city.at_keyboard = "zhou"
    stolen = Browser().there_and_back("city")["proof"]
    town.city.at_keyboard = "wu"
    own = browser.there_and_back("city") | {"proof": stolen}
    refused(browser.post("/session/provider", own), 401, "access.provider_refused", "proof")


def test_another_sites_page_can_neither_begin_nor_finish(town: Town, browser: Browser) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    answer = browser.post("/session/providers/city", {"next_page": "/desk/"}, **foreign)
    refused(answer, 403, "cross_site")
    town.city.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    refused(browser.post("/session/provider", brought, **foreign), 403, "cross_site")


@pytest.mark.parametrize(
    "place",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/desk//evil.example",
        "/desk/../../x",
        "/desk/\r\nX: y",
        "/elsewhere",
        "javascript:alert(1)",
        "/desk",
    ],
)
def test_signing_in_leads_nowhere_else(town: Town, browser: Browser, place: str) -> None:
    refused(
        browser.post("/session/providers/city", {"next_page": place}), 422, "access.provider_foreign_place"
    )


def test_the_address_to_come_back_to_leads_nowhere_else(browser: Browser) -> None:
    for query in (
        "state=//evil.example",
        "state=https%3A%2F%2Fevil.example&code=x",
        "",
        "next=//evil.example",
    ):
        answer = browser.client.get(f"/sign-in/city?{query}")
        assert answer["Location"].startswith("/desk/sign-in/back?"), query
    answer = browser.client.get("/sign-in/%2F%2Fevil.example?code=x")
    assert answer.status_code == 404 or "evil" not in answer["Location"]


def test_an_answer_of_one_provider_is_not_taken_for_anothers(town: Town, browser: Browser) -> None:
    """Mix-up: a dishonest provider has the browser bring it an honest one's code, or sends its own to the other's door."""
    town.city.at_keyboard = town.other.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    asked = len(town.other.asked)
    answer = browser.post("/session/provider", brought | {"provider_key": "other"})
    refused(answer, 401, "access.provider_attempt_lost")
    assert len(town.other.asked) == asked, "the honest provider's code never reached the other one"
    address = browser.begin("city")
    town.city.answers_as = town.other.issuer
    brought = browser.come_back(browsed(address))
    assert brought["issuer"] == town.other.issuer
    refused(browser.post("/session/provider", brought), 401, "access.provider_refused", "issuer")
    providers._plugged["city"][1].known.about = None  # type: ignore[attr-defined]
    answer = browser.post("/session/providers/city", {"next_page": "/desk/inbox"})
    refused(answer, 401, "access.provider_refused", "issuer")


def test_a_provider_that_names_itself_must_do_so(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    del brought["issuer"]
    refused(browser.post("/session/provider", brought), 401, "access.provider_refused", "issuer")


def test_one_who_cancels_over_there_is_told_so(town: Town, browser: Browser) -> None:
    refused(browser.sign_in("city"), 401, "access.provider_refused", "denied")


def test_a_try_ends_after_ten_minutes(town: Town, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    town.city.at_keyboard = "wu"
    later = now() + timedelta(minutes=11)
    brought = browser.there_and_back("city")
    monkeypatch.setattr("jingwei.foundation.administration.api.providers.now", lambda: later)
    refused(browser.post("/session/provider", brought), 401, "access.provider_attempt_lost")


def test_a_link_that_somebody_else_began_is_not_made(town: Town, browser: Browser) -> None:
    """The victim's session with the attacker's try: the attacker's identity would open the victim's account."""
    town.office.at_keyboard = "attacker"
    attacker = Browser().be(CAST.zhou)
    brought = attacker.there_and_back("office", "/desk/account", to_link=True)
    browser.be(CAST.wu).client.cookies["jw_provider"] = attacker.client.cookies["jw_provider"].value
    refused(browser.post("/me/providers", brought), 401, "access.provider_attempt_lost")
    enter = Browser()
    enter.client.cookies["jw_provider"] = attacker.client.cookies["jw_provider"].value
    refused(enter.post("/session/provider", brought), 401, "access.provider_attempt_lost")


def test_an_api_token_links_nothing(town: Town, call: Any) -> None:
    secret = call(CAST.wu, "POST", "/me/tokens", {"label": "p", "days": 1}).json()["secret"]
    answer = Client().post(
        "/api/v1/session/providers/office/link",
        {"next_page": "/desk/account"},
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )
    refused(answer, 403, "access.session_needed")


def test_a_made_up_seal_opens_nothing(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    for seal in ("", "x", "AAAA", "ä"):
        browser.client.cookies["jw_provider"] = seal
        refused(browser.post("/session/provider", brought), 401, "access.provider_attempt_lost")


def test_an_unknown_provider_is_said_to_be_one(town: Town, browser: Browser) -> None:
    refused(browser.post("/session/providers/moon", {"next_page": "/desk/"}), 404, "access.provider_unknown")


def test_a_provider_that_is_away_is_told_as_such(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    brought = browser.there_and_back("city")
    town.city.is_down = True
    answer = browser.post("/session/provider", brought)
    refused(answer, 503, "outside.down")


# --- what must not work: what a provider, or whoever stands between, says ---

LIES = {
    "of another issuer": (lambda said: said | {"iss": "https://evil.example"}, "issuer"),
    "meant for others": (lambda said: said | {"aud": "somebody-else"}, "audience"),
    "meant for several, asked for by nobody": (lambda said: said | {"aud": ["jingwei", "x"]}, "audience"),
    "asked for by another": (lambda said: said | {"aud": ["jingwei", "x"], "azp": "x"}, "audience"),
    "asked for by another, meant for us": (lambda said: said | {"azp": "x"}, "audience"),
    "ended": (lambda said: said | {"exp": said["iat"] - 61}, "time"),
    "of tomorrow": (lambda said: said | {"iat": said["iat"] + 86400, "exp": said["exp"] + 86400}, "time"),
    "of yesterday": (lambda said: said | {"iat": said["iat"] - 86400}, "time"),
    "not good yet": (lambda said: said | {"nbf": said["iat"] + 600}, "time"),
    "without an end": (lambda said: {k: v for k, v in said.items() if k != "exp"}, "time"),
    "proved tomorrow": (lambda said: said | {"auth_time": said["iat"] + 86400}, "time"),
    "an end that is no number": (lambda said: said | {"exp": "never"}, "time"),
    "an end beyond all calendars": (lambda said: said | {"exp": 10**18}, "time"),
    "of another try": (lambda said: said | {"nonce": "another"}, "nonce"),
    "of no try": (lambda said: {k: v for k, v in said.items() if k != "nonce"}, "nonce"),
    "about nobody": (lambda said: {k: v for k, v in said.items() if k != "sub"}, "subject"),
    "about an empty name": (lambda said: said | {"sub": " "}, "subject"),
    "with another access token": (lambda said: said | {"at_hash": "c29tZXRoaW5nIGVsc2U"}, "signature"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_is_believed_only_if_all_of_it_holds(town: Town, browser: Browser, lie: str) -> None:
    town.city.at_keyboard = "wu"
    town.city.twist, fault = LIES[lie]
    refused(browser.sign_in("city"), 401, "access.provider_refused", fault)
    assert browser.me.status_code == 401
    town.city.twist = lambda said: said
    assert browser.sign_in("city").status_code == 200


def _written(header: Any, said: Any) -> str:
    return ".".join(_unpadded(json.dumps(one).encode()) for one in (header, said))


def _unsigned(said: Any) -> str:
    return f"{_written({'alg': 'none'}, said)}."


def _with_public_key_as_secret(said: Any) -> str:
    head = _written({"alg": "HS256", "kid": spare_key(1).kid}, said)
    public = spare_key(1).as_pem(private=False)
    return f"{head}.{_unpadded(hmac.new(public, head.encode(), hashlib.sha256).digest())}"


def _by_a_stranger(said: Any) -> str:
    return jwt.encode({"alg": "RS256", "kid": spare_key(1).kid}, said, spare_key(2))


def _with_a_key_of_its_own(said: Any) -> str:
    stranger = spare_key(2)
    header = {"alg": "RS256", "jwk": stranger.as_dict(private=False), "kid": stranger.kid}
    return jwt.encode(header, said, stranger)


def _altered(said: Any) -> str:
    head, _, mark = jwt.encode({"alg": "RS256", "kid": spare_key(1).kid}, said, spare_key(1)).split(".")
    return f"{head}.{_unpadded(json.dumps(said | {'preferred_username': 'zhao'}).encode())}.{mark}"


FORGERIES = {
    "not signed": _unsigned,
    "signed with the public key as a secret": _with_public_key_as_secret,
    "signed by a stranger": _by_a_stranger,
    "signed with a key it brings along": _with_a_key_of_its_own,
    "altered afterwards": _altered,
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_token_opens_nothing(town: Town, browser: Browser, forgery: str) -> None:
    town.city.at_keyboard = "wu"
    town.city.sign = FORGERIES[forgery]
    refused(browser.sign_in("city"), 401, "access.provider_refused", "signature")
    assert browser.me.status_code == 401
    town.city.sign = None
    assert browser.sign_in("city").status_code == 200


@pytest.mark.parametrize("token", ["", "a.b", "a.b.c", "….….…", "x" * 40000, "W10.W10.W10"])
def test_nonsense_is_no_token(town: Town, browser: Browser, token: str) -> None:
    town.city.at_keyboard = "wu"
    town.city.sign = lambda said: token
    answer = browser.sign_in("city")
    assert (answer.status_code, answer.json()["code"]) == (401, "access.provider_refused")


def test_a_token_for_somebody_else_is_not_taken(town: Town, browser: Browser) -> None:
    """Substitution: a genuine token of this provider, given to another system or in another try."""
    town.city.at_keyboard = "zhou"
    seen: list[str] = []
    town.city.sign = lambda said: seen.append(town.city.signed(said)) or seen[-1]  # type: ignore[func-returns-value]
    assert Browser().sign_in("city").status_code == 200
    town.city.at_keyboard = "wu"
    town.city.sign = lambda said: seen[0]
    refused(browser.sign_in("city"), 401, "access.provider_refused", "nonce")


def test_a_little_difference_of_clocks_does_not_matter(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    town.city.twist = lambda said: said | {"iat": said["iat"] + 40, "auth_time": said["auth_time"] + 40}
    assert browser.sign_in("city").status_code == 200
    town.city.twist = lambda said: said | {"exp": said["iat"] - 40}
    assert browser.sign_in("city").status_code == 200


def test_keys_rotate_and_strange_names_of_keys_do_not_make_us_ask_for_ever(
    town: Town, browser: Browser
) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    provider = providers._plugged["city"][1]
    provider.known.keys_at -= timedelta(minutes=1)  # type: ignore[attr-defined]
    town.city.key_number = 2
    assert browser.sign_in("city").status_code == 200
    asked = town.city.asked.count("/city/keys")
    town.city.sign = lambda said: jwt.encode({"alg": "RS256", "kid": "made-up"}, said, spare_key(2))
    for _ in range(3):
        refused(browser.sign_in("city"), 401, "access.provider_refused", "signature")
    assert town.city.asked.count("/city/keys") == asked


def test_weak_and_symmetric_keys_are_passed_over(town: Town, browser: Browser) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        weak = RSAKey.generate_key(1024)
        listed = [OctKey.generate_key(256).as_dict(), weak.as_dict(private=False), {"kty": "RSA"}, "x"]
        assert public_keys({"keys": listed}) == []


# --- CAS ---

HEAD = '<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">'
GOOD = f"{HEAD}<cas:authenticationSuccess><cas:user>04217</cas:user></cas:authenticationSuccess></cas:serviceResponse>"
ANSWERS = {
    "an entity from a file": (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>{GOOD.replace("04217", "&e;")}',
        "answer",
    ),
    "an entity of its own": (f'<!DOCTYPE x [<!ENTITY e "04217">]>{GOOD.replace("04217", "&e;")}', "answer"),
    "a document type alone": (f'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">{GOOD}', "answer"),
    "another namespace": (GOOD.replace("yale", "evil"), "answer"),
    "two successes": (
        GOOD.replace(
            "</cas:authenticationSuccess>",
            "</cas:authenticationSuccess><cas:authenticationSuccess><cas:user>x</cas:user></cas:authenticationSuccess>",
        ),
        "answer",
    ),
    "two users": (GOOD.replace("</cas:user>", "</cas:user><cas:user>zhao</cas:user>"), "subject"),
    "a user with a comment's tail": (GOOD.replace("04217", "<b>04217</b>"), "subject"),
    "by way of a proxy": (
        GOOD.replace("</cas:user>", "</cas:user><cas:proxies><cas:proxy>x</cas:proxy></cas:proxies>"),
        "answer",
    ),
    "nobody": (GOOD.replace("04217", ""), "subject"),
    "nothing": ("", "answer"),
    "no XML": ("yes\n04217\n", "answer"),
    "cut off": (GOOD[:90], "answer"),
}


@pytest.mark.parametrize("lie", ANSWERS)
def test_an_answer_of_cas_is_read_strictly(town: Town, browser: Browser, lie: str) -> None:
    town.office.at_keyboard = "04217"
    assert browser.be(CAST.lin).link("office").status_code == 201
    answer, fault = ANSWERS[lie]
    town.office.answer = answer.encode()
    refused(Browser().sign_in("office"), 401, "access.provider_refused", fault)
    town.office.answer = GOOD.encode()
    assert Browser().sign_in("office").status_code == 200


def test_a_service_ticket_is_good_once_and_for_this_service(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    assert browser.be(CAST.lin).link("office").status_code == 201
    first = browser.there_and_back("office")
    assert browser.post("/session/provider", first).status_code == 200
    again = browser.there_and_back("office") | {"proof": first["proof"]}
    refused(browser.post("/session/provider", again), 401, "access.provider_refused", "proof")
    of_another = Browser().there_and_back("office")
    own = browser.there_and_back("office") | {"proof": of_another["proof"]}
    refused(browser.post("/session/provider", own), 401, "access.provider_refused", "audience")


@pytest.mark.parametrize("ticket", ["PT-1", "ST-", "x", "ST-1&renew=true", "ST-1/../x", f"ST-{'x' * 1001}"])
def test_what_is_no_service_ticket_is_never_sent(town: Town, browser: Browser, ticket: str) -> None:
    town.office.at_keyboard = "04217"
    brought = browser.there_and_back("office") | {"proof": ticket}
    refused(browser.post("/session/provider", brought), 401, "access.provider_refused", "proof")
    assert town.office.asked == []


def test_cas_says_when_and_how_well(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    assert browser.be(CAST.lin).link("office").status_code == 201
    town.office.signed_in_at = now() - timedelta(hours=2)
    assert Browser().sign_in("office").status_code == 200
    with eyes(CAST.machine):
        token = Token.objects.filter(person_id=CAST.lin.person_id, way="office").get()
    assert token.authenticated_at
    assert abs(token.authenticated_at - town.office.signed_in_at) < timedelta(seconds=2)
    assert Browser().sign_in("office", is_fresh=True).status_code == 200
