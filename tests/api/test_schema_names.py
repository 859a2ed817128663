"""Two things of one name in the document would be one thing: the second takes the place of the first, silently."""

from collections import defaultdict
from collections.abc import Iterator

from pydantic import BaseModel

from jingwei.config.api import document


def _below(base: type) -> Iterator[type]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


def test_no_two_schemas_of_the_document_share_a_name() -> None:
    used = set(document()["components"]["schemas"])
    homes: dict[str, set[str]] = defaultdict(set)
    for one in _below(BaseModel):
        if one.__name__ in used and one.__module__.startswith("jingwei."):
            homes[one.__name__].add(one.__module__)
    assert len(homes) > 50
    assert {name: sorted(modules) for name, modules in homes.items() if len(modules) > 1} == {}
