"""Who sees and takes back the rows of residents, and what finding them by words may answer."""

from collections.abc import Iterable
from typing import Any

from jingwei.foundation.access.contracts import Actor
from tests.matrix.fences.rules import Facts, Row, area, either, machine, person, post

resident = either(machine, area(), person("account_person_id"))


def request(actor: Actor, row: Row, facts: Facts) -> bool:
    """Where the record lies, and whoever asked: the post, or the person where no post did."""
    by_person = row["asker_post_id"] is None and person("asker_person_id")(actor, row, facts)
    return by_person or any(rule(actor, row, facts) for rule in (machine, area(), post("asker_post_id")))


def taken_back(actor: Actor, row: Row, facts: Facts) -> bool:
    """Machines; within the area what was brought in and nobody has touched."""
    is_untouched = row["batch_id"] is not None and row["version"] == 1
    return machine(actor, row, facts) or (is_untouched and area()(actor, row, facts))


def taken_back_with_resident(actor: Actor, row: Row, facts: Facts) -> bool:
    whose = facts.row("residents_resident", row["resident_id"])
    return machine(actor, row, facts) or taken_back(actor, whose, facts)


def words(ground: Any) -> Iterable[tuple[Any, ...]]:
    for first, behind in (
        ("矩", "矩\U0010ffff"),
        ("", "\U0010ffff"),
        ("a", "\U0010ffff"),
        ("'", "') or true --"),
    ):
        for within in ("", None, "4309", "%"):
            yield first, behind, within, 10**9
    yield None, None, None, None


def fault(actor: Actor, asked: tuple[Any, ...], answer: list[dict[str, Any]], ground: Any) -> str | None:
    """Ids of one's own area and nothing else."""
    if any(set(row) != {"resident_id"} for row in answer):
        return f"tells {answer[:1]}"
    rule = either(machine, area())
    strangers = [
        row["resident_id"]
        for row in answer
        if not rule(actor, ground.facts.row("residents_resident", row["resident_id"]), ground.facts)
    ]
    return f"leads to {strangers}" if strangers else None
