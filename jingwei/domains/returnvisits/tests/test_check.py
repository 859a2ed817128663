"""Samples: drawn with a recorded seed, given to officers of the grid, verified with a photo on the spot."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents.tests.walking import photo, reported, tipped
from jingwei.domains.returnvisits.contracts import SpotFinding
from jingwei.domains.returnvisits.models import Sample, SpotCheck
from jingwei.domains.returnvisits.queries.checks import CheckFilter, list_checks, progress_of
from jingwei.domains.returnvisits.queries.rates import visit_rates
from jingwei.domains.returnvisits.rules.refusals import CheckDone, OwnWork, PhotoMissing, SampleRefused
from jingwei.domains.returnvisits.rules.sampling import drawn
from jingwei.domains.returnvisits.services import NewSample, SpotResult, draw_sample, record_check
from jingwei.domains.returnvisits.services.checking import CHECK
from jingwei.domains.returnvisits.tests.visiting import closed
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.queries import file_seen_by
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.geo import Datum, position
from tests.cast import (
    CAST,
    COMMUNITY,
    GRID_1,
    GRID_2,
    MONDAY_10,
    OTHER_COUNTY,
    TOWNSHIP,
    URBAN,
    centre,
    inside,
)

pytestmark = pytest.mark.django_db
DAY = local(MONDAY_10).date()
LATER = MONDAY_10 + timedelta(days=1)


def sampled(by: Actor = CAST.zhao, **changes: Any) -> Sample:
    values: dict[str, Any] = {
        "area_code": TOWNSHIP,
        "from_on": DAY,
        "until_on": DAY,
        "count": 2,
        "limit": "5d",
    }
    with eyes(by):
        return draw_sample(by, NewSample(**(values | changes)), at=LATER)


def checks_of(sample: Sample) -> list[SpotCheck]:
    with eyes(CAST.machine):
        return list(SpotCheck.objects.visible_to(CAST.machine).filter(sample_id=sample.pk))


def found(
    by: Actor, check_id: UUID, finding: SpotFinding, *, grid: str = GRID_1, photos: int = 1
) -> SpotCheck:
    with eyes(by):
        files = [photo(by, at=LATER) for _ in range(photos)]
        there = position(*inside(grid), datum=Datum.WGS84, accuracy_m=15)
        return record_check(by, check_id, SpotResult(finding, "现场看过", files, there), at=LATER)


def test_the_draw_can_be_made_again_from_seed_and_population() -> None:
    cases = [closed().case for _ in range(4)]
    sample = sampled()
    assert (sample.population, sample.asked_count, len(sample.seed)) == (4, 2, 32)
    checks = checks_of(sample)
    assert {one.incident_id for one in checks} == set(drawn(sample.seed, cases, 2))
    for one in checks:
        assert (one.post_id, one.handler_unit_id) == (CAST.lin.post_id, URBAN)
        watch = watch_of(CHECK, one.pk)
        assert watch is not None
        assert (watch.owed.post_id, watch.due_at) == (CAST.lin.post_id, one.due_at)
    with eyes(CAST.machine):
        (told,) = Notice.objects.filter(title_zh="有抽查核实待办")
    assert told.post_id == CAST.lin.post_id


def test_only_ordinary_closed_matters_of_the_period_and_area_are_drawn_from() -> None:
    closed()
    tipped(CAST.public)
    for changes in (
        {"from_on": DAY - timedelta(days=5), "until_on": DAY - timedelta(days=1)},
        {"area_code": OTHER_COUNTY},
        {"item_prefix": "0203"},
        {"until_on": DAY + timedelta(days=3)},
    ):
        with pytest.raises(SampleRefused):
            sampled(**changes)
    with pytest.raises(Forbidden):
        sampled(CAST.lin, area_code=GRID_1)
    assert sampled(count=50).population == 1


def test_what_differs_is_told_to_who_drew_it_and_counts() -> None:
    for _ in range(2):
        closed()
    sample = sampled()
    good, bad = checks_of(sample)
    row = found(CAST.lin, good.pk, SpotFinding.AS_REPORTED)
    assert (row.finding, row.by_name, row.distance_m) == ("as_reported", "林晓", 0)
    far = found(CAST.lin, bad.pk, SpotFinding.NOT_DONE, grid=GRID_2)
    assert far.distance_m is not None
    assert far.distance_m > 500
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="抽查与反馈不符").values_list("post_id", flat=True))
    assert told == {CAST.zhao.post_id}
    watch = watch_of(CHECK, bad.pk)
    assert watch is not None
    assert watch.outcome == "done"
    with eyes(CAST.zhao):
        how_far = progress_of(CAST.zhao, [sample.pk])[sample.pk]
        assert (how_far.total, how_far.done, how_far.as_reported) == (2, 2, 1)
        differing = CheckFilter(sample_id=sample.pk, is_differing=True)
        assert [one.pk for one in list_checks(CAST.zhao, differing, cursor=None, size=9).rows] == [bad.pk]
        rates = visit_rates(
            CAST.zhao, area_code=None, unit_id=None, from_on=DAY, until_on=DAY + timedelta(days=1)
        )
    assert (rates.checked, rates.differing) == (2, 1)
    with pytest.raises(CheckDone):
        found(CAST.lin, good.pk, SpotFinding.PARTLY)


def test_its_photos_are_seen_with_it() -> None:
    closed()
    (one,) = checks_of(sampled(count=1))
    row = found(CAST.lin, one.pk, SpotFinding.AS_REPORTED)
    for who in (CAST.zhao, CAST.wu, CAST.qian):
        with eyes(who):
            assert file_seen_by(who, row.file_ids[0])
    with pytest.raises(NotFound), eyes(CAST.mao):
        file_seen_by(CAST.mao, row.file_ids[0])


def test_a_photo_is_needed_and_nobody_verifies_their_own_units_work() -> None:
    closed()
    (one,) = checks_of(sampled(count=1))
    with pytest.raises(PhotoMissing):
        found(CAST.lin, one.pk, SpotFinding.AS_REPORTED, photos=0)
    with pytest.raises(NotFound):
        found(CAST.chen, one.pk, SpotFinding.AS_REPORTED)
    with pytest.raises(Forbidden):
        found(CAST.qian, one.pk, SpotFinding.AS_REPORTED)
    with eyes(CAST.lin):
        mine = CheckFilter(is_mine=True, is_open=True)
        assert [row.pk for row in list_checks(CAST.lin, mine, cursor=None, size=9).rows] == [one.pk]


def test_a_centre_that_handled_it_itself_does_not_verify_it() -> None:
    walk = reported(CAST.public).accepted().escalated()
    walk.dispatched(CAST.zhao, unit_id=centre(COMMUNITY)).taken(CAST.wu).handled(CAST.wu)
    walk.passed(CAST.lin).closed(CAST.zhao)
    (one,) = checks_of(sampled(count=1))
    with pytest.raises(OwnWork):
        found(CAST.wu, one.pk, SpotFinding.AS_REPORTED)
    assert found(CAST.lin, one.pk, SpotFinding.PARTLY).finding == "partly"
