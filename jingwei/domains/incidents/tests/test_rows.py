"""What a list says of each row: opened before or new, and what could be done to many at once."""

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.queries import batch_moves, incident_for, seen_among
from jingwei.domains.incidents.queries.rows import OFFERED
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
PEOPLE = [CAST.lin, CAST.deng, CAST.wu, CAST.zhao, CAST.guo, CAST.qian, CAST.xu, CAST.gao, CAST.li]


def offered(actor: Actor, walk: Walk) -> set[Action]:
    with eyes(actor):
        found = queries.list_incidents(actor, queries.Filter(), at=walk.at, cursor=None, size=50).rows
        return {move.action for row in found if row.pk == walk.case for move in batch_moves(actor, row)}


def allowed(actor: Actor, walk: Walk) -> set[Action]:
    """The buttons of the matter itself."""
    with eyes(actor):
        if not queries.list_incidents(actor, queries.Filter(), at=walk.at, cursor=None, size=50).rows:
            return set()
        return {
            move.action for move in queries.actions_for(actor, incident_for(actor, walk.case), at=walk.at)
        }


def test_a_row_offers_what_the_matter_itself_offers() -> None:
    walk = reported()
    for on in ("accepted", "dispatched", "taken", "suspended", "resumed", "handled", "passed", "closed"):
        for actor in PEOPLE:
            assert offered(actor, walk) == allowed(actor, walk) & OFFERED, (on, actor.name)
        if on == "resumed":
            services.resume_incident(CAST.wu, walk.case, at=walk.later())
        else:
            getattr(walk, on)()
    assert offered(CAST.wu, walk) == allowed(CAST.wu, walk) & OFFERED == {Action.NOTE}


def test_a_row_is_new_until_the_person_has_opened_it() -> None:
    opened, other = reported(), reported()
    with eyes(CAST.wu):
        services.note_seen(CAST.wu, opened.case, at=MONDAY_10)
        assert seen_among(CAST.wu, [opened.case, other.case]) == {opened.case}
    with eyes(CAST.zhao):
        assert seen_among(CAST.zhao, [opened.case, other.case]) == set()
    with eyes(CAST.li):
        assert seen_among(CAST.li, [opened.case, other.case]) == set()
