"""What incidents say when administration wants to change a unit: both sides at once, as wiring joins them."""

import pytest

from jingwei.config.unit_use import kind_words, open_incidents, used_among
from jingwei.domains.incidents.tests.walking import reported
from jingwei.foundation.administration.rules import UnitStillUsed
from jingwei.foundation.administration.services.posts import vacate_post
from jingwei.foundation.administration.services.units import rename_unit, switch_unit_off
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, COUNTY, MONDAY_10, WATER, centre

pytestmark = pytest.mark.django_db


def test_kinds_are_known_by_key_and_by_chinese_name() -> None:
    words = kind_words()
    assert words["城市管理"] == words["urban_management"] == "urban_management"


def test_a_unit_is_used_from_its_first_incident_on() -> None:
    ids = [centre(COMMUNITY), WATER, CAST.feng.post_id]
    with eyes(CAST.machine):
        assert used_among(ids) == set()
    reported()
    with eyes(CAST.machine):
        assert used_among(ids) == {centre(COMMUNITY)}
        assert open_incidents(centre(COMMUNITY)) == 1
        assert open_incidents(centre(COUNTY)) == 0


def test_a_centre_with_an_open_incident_stays() -> None:
    reported()
    for one in (CAST.lin, CAST.chen, CAST.deng, CAST.luo, CAST.wu):
        assert one.post_id
        vacate_post(CAST.ding, one.post_id, at=MONDAY_10)
    with pytest.raises(UnitStillUsed) as refusal:
        switch_unit_off(CAST.ding, centre(COMMUNITY), at=MONDAY_10)
    assert "还有1件未办结的事件" in refusal.value.text
    assert "1 open incidents" in refusal.value.text_en


def test_a_renamed_centre_is_named_so_in_the_next_receipt() -> None:
    rename_unit(CAST.ding, centre(COMMUNITY), name="迎春社区社会治理工作站")
    assert reported().receipt.centre_name == "迎春社区社会治理工作站"
