"""Who sees an incident sees its photos; nobody else does."""

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.services import Proof
from jingwei.domains.incidents.tests.walking import photo, reported, spot
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.files.services import hold_file
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


def test_a_reported_photo_is_seen_with_the_incident_and_not_beside_it() -> None:
    file_id = photo(CAST.li)
    assert facts_of(CAST.wu, [file_id]) == []
    reported(file_ids=(file_id,))
    for sees in (CAST.li, CAST.lin, CAST.wu, CAST.zhao, CAST.sun, CAST.he):
        assert [one.file_id for one in facts_of(sees, [file_id])] == [file_id]
    for stranger in (CAST.chen, CAST.mao, CAST.zhou, CAST.tang, CAST.qian, CAST.wang, CAST.public):
        assert facts_of(stranger, [file_id]) == []


def test_the_desk_that_sees_it_may_hold_it_back_and_a_foreign_one_may_not() -> None:
    file_id = photo(CAST.li)
    reported(file_ids=(file_id,))
    assert hold_file(CAST.wu, file_id, at=MONDAY_10).publish_blocked
    with pytest.raises(NotFound):
        hold_file(CAST.zhou, file_id, at=MONDAY_10)


def test_staff_read_how_far_away_a_proof_was_taken_and_nobody_where_the_reporter_stood() -> None:
    walk = reported(file_ids=(photo(CAST.li, place=spot()),)).accepted().dispatched().taken()
    proofs = [Proof(photo(CAST.qian), "photo_before"), Proof(photo(CAST.qian, place=spot()), "photo_after")]
    services.handle_task(CAST.qian, walk.case, remark="已清运", proofs=proofs, at=walk.later())

    def distances(reader: Actor) -> dict[str, int | None]:
        with eyes(reader):
            shown = incident_out(reader, incident_for(reader, walk.case), at=walk.at)
        return {one.kind: one.distance_m for one in shown.attachments}

    assert distances(CAST.wu) == {"report": None, "photo_before": None, "photo_after": 0}
    assert set(distances(CAST.li).values()) == {None}
