"""The API's addresses, sorted so that a request is compared with some dozens of them and not with all."""

from collections.abc import Iterable

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RoutePattern


def by_first_part(patterns: Iterable[URLPattern]) -> list[URLPattern | URLResolver]:
    """The same addresses with the same names, those of one beginning (``incidents``, ``incidents/<id>``) together.

    Django compares an address with one pattern after the other: among 300 that took longer than the permission.
    Within a beginning the order stays; what begins with something variable stays where it is.
    """
    groups: dict[str, list[URLPattern]] = {}
    sorted_: list[URLPattern | URLResolver] = []
    for one in patterns:
        route = str(one.pattern)
        first = route.split("/", 1)[0]
        if not first or "<" in first:
            sorted_.append(one)
            continue
        if first not in groups:
            groups[first] = []
            sorted_.append(URLResolver(RoutePattern(first), groups[first]))
        groups[first].append(_behind(first, one))
    return sorted_


def _behind(first: str, one: URLPattern) -> URLPattern:
    rest = RoutePattern(str(one.pattern).removeprefix(first), name=one.name, is_endpoint=True)
    return URLPattern(rest, one.callback, one.default_args, one.name)
