"""Single sign-on over HTTP, at real servers: who gets in, into whose account, and out again."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Strength
from jingwei.foundation.access.models import Account, ProviderLink, ProviderSession, ProviderState, Token
from jingwei.foundation.access.services import clear_expired, close_account, reset_password
from jingwei.foundation.administration.services import providers
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.bridges.serving import browsed
from tests.bridges.vouched import Browser, Town, refused
from tests.calling import call
from tests.cast import CAST

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def newest_entry(**of: Any) -> Entry:
    with eyes(CAST.machine):
        return Entry.objects.order_by("-id").filter(**of)[0]


# --- getting in ---


def test_staff_come_in_where_the_citys_user_names_are_ours(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    answer = browser.sign_in("city", "/desk/inbox?bucket=new")
    assert answer.status_code == 200, answer.content
    assert answer.json()["next_page"] == "/desk/inbox?bucket=new"
    assert browser.me.json()["person_id"] == str(CAST.wu.person_id)
    entry = newest_entry(person_id=CAST.wu.person_id)
    assert (entry.change["act"], entry.change["provider"]) == ("sign_in", "city")
    with eyes(CAST.machine):
        kept = ProviderLink.objects.get()
        told = Notice.objects.get(kind="access.provider")
    assert told.person_id == CAST.wu.person_id
    assert b"sub-of-wu" not in bytes(kept.subject_sealed) + bytes(kept.subject_index)


def test_cookies_are_beyond_scripts_and_other_sites(town: Town, browser: Browser, settings: Any) -> None:
    browser.begin("city")
    kept = browser.client.cookies["jw_provider"]
    assert (kept["httponly"], kept["samesite"], kept["max-age"]) == (True, "Strict", 600)
    settings.IS_BEHIND_TLS = True
    browser.begin("city")
    behind_tls = browser.client.cookies["__Host-jw_provider"]
    assert (behind_tls["secure"], behind_tls["path"], behind_tls["domain"]) == (True, "/", "")


def test_a_session_says_when_and_how_well_somebody_proved_who_they_are(town: Town, browser: Browser) -> None:
    town.city.at_keyboard, town.city.methods = "wu", ("pwd", "otp")
    town.city.signed_in_at = now() - timedelta(hours=3)
    assert browser.sign_in("city").status_code == 200
    with eyes(CAST.machine):
        token = Token.objects.filter(person_id=CAST.wu.person_id).latest("created_at")
    assert (token.way, token.strength) == ("city", Strength.TWO_FACTORS)
    assert token.authenticated_at
    assert abs(token.authenticated_at - town.city.signed_in_at) < timedelta(seconds=2)
    town.city.methods = ("pwd",)
    assert Browser().sign_in("city", is_fresh=True).status_code == 200
    with eyes(CAST.machine):
        token = Token.objects.filter(person_id=CAST.wu.person_id).latest("created_at")
    assert token.strength == Strength.ONE_FACTOR
    assert token.authenticated_at
    assert abs(token.authenticated_at - now()) < timedelta(seconds=5)


def test_who_asks_for_a_fresh_proof_is_not_given_an_old_one(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    town.city.twist = lambda said: said | {"auth_time": said["auth_time"] - 3600}
    refused(browser.sign_in("city", is_fresh=True), 401, "access.provider_refused", "stale")
    assert browser.sign_in("city").status_code == 200


def test_a_linked_cas_account_opens(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    refused(Browser().sign_in("office"), 401, "access.provider_unlinked")
    assert browser.be(CAST.lin).link("office").status_code == 201
    fresh = Browser()
    assert fresh.sign_in("office").status_code == 200
    assert fresh.me.json()["person_id"] == str(CAST.lin.person_id)


def test_a_resident_links_and_comes_in_by_plain_oauth(town: Town, browser: Browser) -> None:
    town.province.at_keyboard = "360700"
    assert browser.be(CAST.li).link("province", "/m/me").json() == {"next_page": "/m/me"}
    fresh = Browser()
    assert fresh.sign_in("province", "/m/").status_code == 200
    assert fresh.me.json()["person_id"] == str(CAST.li.person_id)
    with eyes(CAST.machine):
        token = Token.objects.filter(person_id=CAST.li.person_id).latest("created_at")
    assert token.authenticated_at
    assert token.authenticated_at < now() - timedelta(hours=1), "plain OAuth does not say when"


def test_providers_are_listed(town: Town) -> None:
    listed = Client().get("/api/v1/session/providers").json()
    assert [(one["key"], one["serves"]) for one in listed] == [
        ("city", "staff"),
        ("other", "staff"),
        ("office", "staff"),
        ("province", "residents"),
    ]


def test_the_demonstrations_provider_vouches_for_nobody_in_a_real_city(settings: Any) -> None:
    """Whoever sets JINGWEI_DEMO on a real city must not open its accounts to everybody."""
    address = "/demo/provider/city/authorize?client_id=jingwei&redirect_uri=http://testserver/x&state=s&as=wu"
    assert not settings.IS_DEMO
    assert Client().get(address).status_code == 404
    settings.IS_DEMO = True
    assert Client().get(address).status_code == 404, "the database holds no demo city"


# --- whose account ---


def test_nobody_is_made_up(town: Town, browser: Browser) -> None:
    with eyes(CAST.machine):
        before = Account.objects.count()
    town.city.at_keyboard = "newcomer"
    refused(browser.sign_in("city"), 401, "access.provider_unlinked")
    town.other.at_keyboard = "wu"
    refused(browser.sign_in("other"), 401, "access.provider_unlinked")
    with eyes(CAST.machine):
        assert (Account.objects.count(), ProviderLink.objects.count()) == (before, 0)
    entry = newest_entry(target="access.provider:other")
    assert entry.change["refused"] == "access.provider_unlinked"
    assert "wu" not in json.dumps(entry.change)


def test_a_user_name_given_to_somebody_else_over_there_does_not_inherit(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    town.city.subjects["wu"] = "sub-of-the-next-wu"
    refused(Browser().sign_in("city"), 409, "access.provider_other_identity")


def test_leavers_and_lost_passwords_are_shut_out(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    assert CAST.wu.person_id
    with eyes(CAST.machine):
        reset_password(CAST.wu.person_id, by=None, at=now())
        assert not ProviderLink.objects.exists()
    assert browser.me.status_code == 401
    refused(Browser().sign_in("city"), 403, "access.container_link_barred")
    with eyes(CAST.machine):
        close_account(CAST.wu.person_id, by=None, at=now())
    refused(Browser().sign_in("city"), 401, "access.provider_unlinked")


def test_a_provider_opens_only_the_accounts_it_serves(town: Town, browser: Browser) -> None:
    town.province.at_keyboard = "1"
    answer = browser.be(CAST.wu).post("/session/providers/province/link", {"next_page": "/desk/account"})
    refused(answer, 403, "access.provider_not_for_you")
    answer = Browser().be(CAST.li).post("/session/providers/office/link", {"next_page": "/m/me"})
    refused(answer, 403, "access.provider_not_for_you")


def test_an_identity_belongs_to_one_person_and_is_let_go_of(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    assert browser.be(CAST.lin).link("office").status_code == 201
    refused(Browser().be(CAST.wu).link("office"), 409, "access.container_taken")
    (shown,) = browser.client.get("/api/v1/me/providers").json()
    assert shown["provider"] == "office"
    address = f"/api/v1/me/providers/{shown['link_id']}"
    stranger = Browser().be(CAST.wu).client
    headers = {"Sec-Fetch-Site": "same-origin"}
    assert stranger.delete(address, headers=headers).status_code == 404
    assert browser.client.delete(address, headers=headers).status_code == 204
    refused(Browser().sign_in("office"), 401, "access.provider_unlinked")


def test_links_are_fenced(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    assert browser.be(CAST.lin).link("office").status_code == 201
    for stranger in (CAST.wu, CAST.he, CAST.ding):
        with eyes(stranger):
            assert not ProviderLink.objects.exists()
            assert ProviderLink.objects.all().delete()[0] == 0
            assert not ProviderSession.objects.exists()
            assert not ProviderState.objects.exists()


# --- signing out ---


def test_signing_out_ends_the_providers_session_too(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    answer = browser.post("/session/end", {"next_page": "/desk/sign-in"})
    address = answer.json()["address"]
    assert answer["Clear-Site-Data"] == '"cache"'
    assert browser.me.status_code == 401
    assert browsed(address) == "http://testserver/desk/sign-in"
    (told,) = town.city.signed_out
    assert told["client_id"] == "jingwei"
    assert told["id_token_hint"].count(".") == 2
    with eyes(CAST.machine):
        assert not ProviderSession.objects.exists()


def test_cas_is_told_as_well_and_a_password_session_ends_alone(town: Town, browser: Browser) -> None:
    town.office.at_keyboard = "04217"
    browser.be(CAST.lin).link("office")
    assert browser.post("/session/end", {"next_page": "/desk/sign-in"}).json() == {"address": None}
    assert browser.me.status_code == 401
    fresh = Browser()
    fresh.sign_in("office")
    address = fresh.post("/session/end", {"next_page": "/m/"}).json()["address"]
    assert address == f"{town.office.base}/logout?service=http%3A%2F%2Ftestserver%2Fm%2F"


def test_a_provider_that_is_away_keeps_nobody_signed_in(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    town.city.is_down = True
    provider = providers._plugged["city"][1]
    provider.known.about = None  # type: ignore[attr-defined]
    assert browser.post("/session/end", {"next_page": "/desk/sign-in"}).json() == {"address": None}
    assert browser.me.status_code == 401


def test_signing_out_leads_nowhere_else(town: Town, browser: Browser) -> None:
    answer = browser.be(CAST.wu).post("/session/end", {"next_page": "//evil.example"})
    refused(answer, 422, "access.provider_foreign_place")


def test_what_is_kept_for_the_farewell_goes_with_the_session(town: Town, browser: Browser) -> None:
    town.city.at_keyboard = "wu"
    assert browser.sign_in("city").status_code == 200
    with eyes(CAST.machine):
        assert ProviderSession.objects.count() == 1
        clear_expired(before=now() + timedelta(days=400))
        assert not ProviderSession.objects.exists()
