"""The demo's places are found by name and by sound, and are made once."""

from datetime import datetime

import pytest

from jingwei.config.demo.places import seed_places
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING
from tests.cast import CAST, COMMUNITY

AT = datetime(2026, 11, 18, 15, 40, tzinfo=BEIJING)


def quiet(line: str) -> None:
    """Progress is for people."""


@pytest.mark.django_db
def test_every_community_has_a_place() -> None:
    assert seed_places(at=AT, say=quiet) >= 4
    assert seed_places(at=AT, say=quiet) == 0
    rows = Place.objects.unscoped("test")
    assert set(rows.values_list("source", flat=True)) == {"demo"}
    assert rows.filter(community_code=COMMUNITY, kind="office").exists()
    with eyes(CAST.public):
        assert find_places("yingchunfuwuzhongxin")[0].name == "迎春社区党群服务中心"
