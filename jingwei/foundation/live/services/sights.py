"""Who sees what, as the apps that own the subjects say; plugged in by config."""

from collections.abc import Callable, Mapping

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import Kind, News, SightRule, ToSight
from jingwei.foundation.live.rules import hears

_rules: dict[Kind, SightRule] = {}


def plug_sights(rules: Mapping[Kind, SightRule]) -> None:
    """Set the rule of every kind of news that is bound to a row. Called once, by config."""
    _rules.clear()
    _rules.update(rules)


def hearing(news: News) -> Callable[[Actor], bool]:
    """Who hears this news for certain, as a question to be asked of many. Without a rule for its kind: nobody."""
    audience = news.audience
    if not isinstance(audience, ToSight):
        return lambda actor: hears(actor, audience)
    rule = _rules.get(news.kind)
    if rule is None or news.subject_id is None:
        return lambda actor: False
    by_facts, persons = rule.by_facts(news.subject_id, audience), audience.persons
    if persons is None:
        return by_facts
    return lambda actor: actor.person_id in persons and by_facts(actor)


def needs_asking(news: News) -> bool:
    """Whether somebody who would not hear it by the facts given may still see the subject."""
    return isinstance(news.audience, ToSight) and not news.audience.is_whole


def sees_when_asked(actor: Actor, news: News) -> bool:
    """The database's answer, with the actor's eyes. Blocks."""
    rule = _rules.get(news.kind)
    return rule is not None and news.subject_id is not None and rule.by_asking(actor, news.subject_id)
