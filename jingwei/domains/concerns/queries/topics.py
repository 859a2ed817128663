"""The city's tree of topics: classes and the topics below them."""

from collections.abc import Collection
from dataclasses import dataclass

from jingwei.domains.concerns.models import Topic
from jingwei.domains.concerns.rules.refusals import TopicUnknown

CLASS_DIGITS, TOPIC_DIGITS = 2, 4


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One row of the tree; ``hint`` says what belongs here."""

    code: str
    name: str
    hint: str
    is_active: bool

    @property
    def class_code(self) -> str:
        return self.code[:CLASS_DIGITS]


def topics() -> list[TopicRow]:
    """The whole tree in its order, rows out of use included."""
    return [_row(one) for one in Topic.objects.order_by("code")]


def topic_in_use(code: str) -> TopicRow:
    """A topic that may be noted. Raises: TopicUnknown for a class, and where it or its class is out of use."""
    rows = Topic.objects.filter(pk__in=[code, code[:CLASS_DIGITS]], is_active=True)
    found = {one.pk: one for one in rows}
    if len(code) != TOPIC_DIGITS or len(found) != 2:
        raise TopicUnknown(value=code[:40])
    return _row(found[code])


def names_of_topics(codes: Collection[str]) -> dict[str, str]:
    """Names of topics and of the classes above them, by code."""
    wanted = {one[:CLASS_DIGITS] for one in codes} | set(codes)
    return dict(Topic.objects.filter(pk__in=wanted).values_list("code", "name"))


def _row(one: Topic) -> TopicRow:
    return TopicRow(one.code, one.name, one.hint, one.is_active)
