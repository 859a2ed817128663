"""The tree of topics: kept by the city; what was ever used is put out of use, never taken away."""

from collections.abc import Sequence

from jingwei.domains.concerns.models import Topic
from jingwei.domains.concerns.queries.topics import CLASS_DIGITS, TOPIC_DIGITS, TopicRow
from jingwei.domains.concerns.rules.refusals import TopicNameTaken, TopicWithoutClass
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.redlines import refuse_red_lines


def load_topics(actor: Actor, topics: Sequence[TopicRow]) -> int:
    """The tree that a new city starts from, classes first. Raises: RedLineCrossed."""
    _refuse(topics)
    with work(actor, Permission.MANAGE_ITEMS) as job:
        Topic.objects.bulk_create([_filled(one) for one in topics])
        job.record_in_city("concerns.topic:table", loaded=len(topics))
    return len(topics)


def save_topic(actor: Actor, topic: TopicRow) -> None:
    """Add a class or a topic, change its words, put it out of use. For the whole city.

    Raises: RedLineCrossed, TopicWithoutClass, TopicNameTaken; NotFound for whoever does not answer for the city.
    """
    _refuse([topic])
    with work(actor, Permission.MANAGE_ITEMS) as job:
        above = topic.code[:CLASS_DIGITS]
        if len(topic.code) == TOPIC_DIGITS and not Topic.objects.filter(pk=above).exists():
            raise TopicWithoutClass(value=topic.code, above=above)
        # People choose by words: two of one name could not be told apart.
        other = Topic.objects.filter(name=topic.name).exclude(pk=topic.code).first()
        if other is not None:
            raise TopicNameTaken(name=topic.name, other=other.pk)
        _filled(topic).save()
        job.record_in_city(f"concerns.topic:{topic.code}", name=topic.name, is_active=topic.is_active)


def _refuse(topics: Sequence[TopicRow]) -> None:
    labels = [label for one in topics for label in (one.name, one.hint)]
    refuse_red_lines(labels, place_zh="民情主题", place_en="a topic of people's concerns")


def _filled(topic: TopicRow) -> Topic:
    return Topic(code=topic.code, name=topic.name, hint=topic.hint, is_active=topic.is_active)
