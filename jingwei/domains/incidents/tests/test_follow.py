"""Public matters close by and following them: nothing of it points at a person, a home or the minute of a report."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Follow
from jingwei.domains.incidents.queries.following import (
    followed_matter,
    followed_photos,
    list_followed,
    nearby_matters,
    public_id_of,
)
from jingwei.domains.incidents.rules.following import MatterNotPublic, likeness, squares_around
from jingwei.domains.incidents.rules.nearby import CELLS_A_DEGREE, cell_of
from jingwei.domains.incidents.services import Proof
from jingwei.domains.incidents.services.following import follow_matter, tell_followers, unfollow_matter
from jingwei.domains.incidents.tests.walking import RUBBISH, Walk, reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.models import File
from jingwei.foundation.files.services.serving import content_seen_by
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST, GRID_3, MONDAY_10, URBAN

pytestmark = pytest.mark.django_db
__all__ = ["call"]
PLACE = spot()


def near(walk: Walk, *, item_code: str = "") -> list[UUID]:
    return [one.public_id for one in nearby_matters(PLACE.lon, PLACE.lat, item_code=item_code, at=walk.at)]


def followed(walk: Walk, by: Actor = CAST.wang) -> UUID:
    public_id = public_id_of(walk.case)
    follow_matter(by, public_id, at=walk.at)
    return public_id


def course(walk: Walk, by: Actor = CAST.wang) -> Any:
    with eyes(by):
        return followed_matter(by, public_id_of(walk.case), at=walk.at)


def test_what_is_accepted_and_open_is_found_close_by_and_nothing_else() -> None:
    walk = reported()
    assert near(walk) == []
    walk.accepted()
    assert near(walk) == [public_id_of(walk.case)]
    far = spot(GRID_3)
    assert nearby_matters(far.lon + 1, far.lat, item_code="", at=walk.at) == []
    walk.dispatched().taken().handled().passed().closed()
    assert near(walk) == []


@pytest.mark.parametrize("kind", ["tip", "confidential", "about a unit", "not a public item"])
def test_what_could_point_at_somebody_is_neither_found_nor_followed(kind: str) -> None:
    if kind == "tip":
        walk = tipped()
        with eyes(CAST.machine):
            services.accept_incident(CAST.machine, walk.case, item_code=RUBBISH, at=walk.later())
    elif kind == "about a unit":
        walk = reported(about_unit_id=URBAN)
        with eyes(CAST.machine):
            services.accept_incident(CAST.machine, walk.case, item_code=RUBBISH, at=walk.later())
    elif kind == "confidential":
        walk = reported(identity=Identity.CONFIDENTIAL).accepted()
    else:
        ((hidden,),) = rows(
            "select item_code from routing_item where not is_published order by item_code limit 1"
        )
        walk = reported().accepted(item_code=hidden)
    assert near(walk) == []
    for public_id in (public_id_of(walk.case), walk.case, uuid4()):
        with pytest.raises(MatterNotPublic):
            follow_matter(CAST.wang, public_id, at=walk.at)


def test_the_place_is_told_by_the_square_alone() -> None:
    """Asking from many points of one square learns nothing more: the answers are the same to the letter."""
    walk = reported().accepted()
    corner = 1 / CELLS_A_DEGREE
    west, south = int(PLACE.lon / corner) * corner, int(PLACE.lat / corner) * corner
    answers = {
        repr(nearby_matters(west + corner * x, south + corner * y, item_code="", at=walk.at))
        for x in (0.01, 0.5, 0.99)
        for y in (0.01, 0.99)
    }
    assert len(answers) == 1
    (only,) = answers
    assert str(PLACE.lon) not in only
    assert str(walk.case) not in only
    assert walk.receipt.receipt_no not in only
    assert len(set(squares_around(PLACE.lon, PLACE.lat))) == 9
    assert cell_of(PLACE.lon, PLACE.lat) in squares_around(PLACE.lon, PLACE.lat)


def test_the_same_item_comes_first() -> None:
    other = reported().accepted(item_code="010303")
    same = reported().accepted()
    assert near(same, item_code=RUBBISH) == [public_id_of(same.case), public_id_of(other.case)]
    assert near(same, item_code="010303")[0] == public_id_of(other.case)
    assert [likeness("010101", one) for one in ("010101", "010103", "010303", "020101", "")] == [
        3,
        2,
        1,
        0,
        0,
    ]


def test_a_follower_sees_the_public_course_without_words_remarks_or_names() -> None:
    walk = reported(words="我家在迎春路18号，邻居王大爷乱堆").accepted()
    followed(walk)
    services.note_incident(CAST.wu, walk.case, remark="内部备注", is_internal=True, at=walk.later())
    walk.dispatched().taken().handled().passed().closed()
    found = course(walk)
    assert [one.action for one in found.steps] == [
        Action.ACCEPT,
        Action.DISPATCH,
        Action.TAKE,
        Action.HANDLE,
        Action.PASS_CHECK,
        Action.CLOSE,
    ]
    assert URBAN in {one.unit_id for one in found.steps}
    told = repr(found)
    for hidden in (
        "迎春路",
        "王大爷",
        "清运",
        "内部",
        "钱伟",
        "林晓",
        str(CAST.li.person_id),
        str(walk.case),
    ):
        assert hidden not in told


def test_photos_are_those_of_the_work_that_may_stand_in_public() -> None:
    shown_to_nobody = masked_photo(CAST.li)
    walk = reported(file_ids=(shown_to_nobody,)).accepted()
    public_id = followed(walk)
    walk.dispatched().taken()
    free, held = masked_photo(CAST.qian), masked_photo(CAST.qian, publish_blocked=True)
    given = [Proof(held, "photo_before"), Proof(free, "photo_after")]
    services.handle_task(CAST.qian, walk.case, remark="已清运", proofs=given, at=walk.later())
    with eyes(CAST.wang):
        assert followed_photos(CAST.wang, public_id, at=walk.at) == [free]
        assert course(walk).photos == 1
        with pytest.raises(NotFound):
            content_seen_by(CAST.wang, free)


def test_only_the_follower_knows_who_follows() -> None:
    walk = reported().accepted()
    followed(walk)
    for other in (CAST.li, CAST.wu, CAST.he, CAST.ding, CAST.cao):
        with eyes(other):
            assert not Follow.objects.exists()
            with pytest.raises(MatterNotPublic):
                followed_matter(other, public_id_of(walk.case), at=walk.at)
    audited = rows("select target || change::text from audit_entry where permission = 'follow_incident'")
    assert len(audited) == 1
    assert str(walk.case) not in str(audited)
    with pytest.raises(Forbidden):
        followed(walk, CAST.wu)


def test_following_twice_is_following_once_and_ends_when_asked() -> None:
    walk = reported().accepted()
    public_id = followed(walk)
    followed(walk)
    with eyes(CAST.wang):
        assert [one.public_id for one in list_followed(CAST.wang, at=walk.at)] == [public_id]
    unfollow_matter(CAST.wang, public_id, at=walk.at)
    with eyes(CAST.wang):
        assert list_followed(CAST.wang, at=walk.at) == []
    with pytest.raises(MatterNotPublic):
        unfollow_matter(CAST.wang, public_id, at=walk.at)


def test_followers_hear_of_the_main_steps_and_only_of_them() -> None:
    walk = reported().accepted()
    public_id = followed(walk)
    walk.dispatched()
    assert tell_followers(walk.case, Action.TAKE, at=walk.at) == 0
    for _ in range(2):
        assert tell_followers(walk.case, Action.DISPATCH, at=walk.at) == 1
    with eyes(CAST.wang):
        (notice,) = Notice.objects.filter(person_id=CAST.wang.person_id)
    assert notice.target == f"incidents.followed:{public_id}"
    assert walk.receipt.receipt_no not in notice.body_zh + notice.title_zh


def test_what_is_no_longer_public_leaves_its_place_only() -> None:
    walk = reported().accepted()
    followed(walk)
    ((hidden,),) = rows(
        "select item_code from routing_item where not is_published order by item_code limit 1"
    )
    correction = services.Correction(item_code=hidden)
    services.correct_incident(CAST.wu, walk.case, correction, remark="事项更正", at=walk.later())
    assert replace(course(walk), since_at=MONDAY_10).matter is None
    assert course(walk).steps == ()
    assert tell_followers(walk.case, Action.CLOSE, at=walk.at) == 0


def test_over_http(call: Call) -> None:
    at = now()
    walk = reported(at=at, reported_at=at).accepted()
    here = f"lon={PLACE.lon}&lat={PLACE.lat}"
    (found,) = call(None, "GET", f"/nearby?{here}&item_code={RUBBISH}").json()
    assert (found["likeness"], found["is_here"], found["community_name"]) == (3, True, "迎春社区")
    assert found["reported_on"] == str(found["reported_on"])[:10]
    address = f"/nearby/{found['public_id']}/follow"
    assert call(None, "POST", address).status_code == 401
    assert call(CAST.wang, "POST", address).json()["matter"]["item_code"] == RUBBISH
    assert [one["public_id"] for one in call(CAST.wang, "GET", "/me/followed").json()] == [found["public_id"]]
    one = call(CAST.wang, "GET", f"/me/followed/{found['public_id']}")
    assert [step["action"] for step in one.json()["steps"]] == ["accept"]
    assert "actor" not in json.dumps(one.json())
    assert call(CAST.wang, "GET", f"/me/followed/{found['public_id']}/photos/0/320").status_code == 404
    assert call(CAST.wang, "DELETE", address).status_code == 204
    assert walk.row.reporter_id == CAST.li.person_id


def masked_photo(actor: Actor, *, publish_blocked: bool = False) -> UUID:
    """A stored photo with its small pictures."""
    file = File(
        id=uuid7(),
        kind="photo",
        media_type="image/jpeg",
        sha256="0" * 64,
        size_bytes=1,
        uploader_person_id=actor.person_id,
        uploaded_at=MONDAY_10,
        has_thumbnails=True,
        publish_blocked=publish_blocked,
    )
    with eyes(actor):
        file.save(force_insert=True)
    return file.id
