"""Sorted by their beginnings, every address of the API still leads where it led."""

from django.core.checks import run_checks
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.urls.resolvers import RoutePattern

from jingwei.config.addresses import by_first_part
from jingwei.config.api import api

PATTERNS = api.urls[0]
ONE_BY_ONE = URLResolver(RoutePattern(""), PATTERNS)


def test_every_address_leads_to_its_operation_and_is_logged_as_it_is_written() -> None:
    assert len(PATTERNS) > 200
    for one in PATTERNS:
        address = "/api/v1/" + str(one.pattern).replace("<", "").replace(">", "").replace(":", "-")
        found, before = resolve(address), ONE_BY_ONE.resolve(address.removeprefix("/api/v1/"))
        assert found.route == f"api/v1/{before.route}"
        assert found.url_name == before.url_name


def test_names_still_lead_back() -> None:
    assert reverse("api:openapi-json") == "/api/v1/openapi.json"


def test_a_beginning_is_no_more_than_a_beginning() -> None:
    beginnings = [str(one.pattern) for one in by_first_part(PATTERNS) if isinstance(one, URLResolver)]
    assert len(beginnings) < len(PATTERNS) / 3
    assert beginnings == list(dict.fromkeys(beginnings))
    assert get_resolver().resolve("/healthz").route == "healthz"
    assert [one.msg for one in run_checks() if str(one.id).startswith("urls.")] == []
