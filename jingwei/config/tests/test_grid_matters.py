"""What the workforce is told of matters: as far as whoever asks sees them, and counted without reading them."""

from uuid import uuid4

import pytest

from jingwei.config.grid_matters import matters_for_referral, open_by_community
from jingwei.domains.incidents.tests.walking import reported, tipped
from jingwei.domains.workforce.tests.working import member, referred, service_of, with_account
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, COUNTY

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def test_a_matter_goes_along_as_far_as_the_reader_sees_it(call: Call) -> None:
    incident_id = reported(CAST.lin).case
    row = referred(with_account(), incident_id=incident_id)
    own = call(CAST.lin, "GET", f"/workforce/referrals?incident_id={incident_id}").json()["rows"][0]
    assert (own["incident_id"], own["title"]) == (str(incident_id), own["title"])
    assert own["title"]
    theirs = call(CAST.qian, "GET", "/workforce/referrals?side=to_me").json()["rows"][0]
    assert (theirs["incident_id"], theirs["title"], theirs["receipt_no"]) == (None, "", row.receipt_no)
    body = {
        "id": str(uuid4()),
        "service_id": str(service_of(member())),
        "words": "请看看",
        "incident_id": str(uuid4()),
    }
    assert call(CAST.lin, "POST", "/workforce/referrals", body).json()["code"] == "workforce.matter_guarded"


def test_tips_go_no_further_and_others_see_nothing() -> None:
    plain, tip = reported(CAST.lin).case, tipped().case
    with eyes(CAST.machine):
        told = matters_for_referral(CAST.machine, [plain, tip])
    assert {key: one.is_guarded for key, one in told.items()} == {plain: False, tip: True}
    with eyes(CAST.tang):
        assert matters_for_referral(CAST.tang, [plain, tip]) == {}


def test_open_matters_are_counted_by_community() -> None:
    reported(CAST.lin)
    for seer, found in ((CAST.sun, {COMMUNITY: 1}), (CAST.tang, {})):
        with eyes(seer):
            assert dict(open_by_community(seer, COUNTY, at=now())) == found, seer.name
