"""Moving inside one's area, to another grid, out of the city; and what stays behind."""

from datetime import date, timedelta

import pytest

from jingwei.domains.residents.contracts import EndWhy, Living
from jingwei.domains.residents.models import Residence, ResidentChange
from jingwei.domains.residents.queries.person import residences_of
from jingwei.domains.residents.rules.refusals import (
    DayBefore,
    DayInFuture,
    RecordEnded,
    ResidentNotFound,
)
from jingwei.domains.residents.services.changing import confirm_resident
from jingwei.domains.residents.services.finding import find_residents
from jingwei.domains.residents.services.keeping import forget_ended
from jingwei.domains.residents.services.moving import end_resident, move_resident
from jingwei.domains.residents.tests.people import home, listed, number, read, resident
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
MOVED_ON = date(2026, 11, 10)


def there(grid: str = FOREIGN_GRID, **more: object) -> object:
    return home(grid, **{"address": "桃花仑路3号", "from_on": MOVED_ON, "living": Living.INCOMING, **more})


def test_a_move_to_another_county_hands_the_record_over_with_its_history() -> None:
    row = resident("王小明", 1)
    move_resident(CAST.lin, row.pk, there(), version=1, remark="搬家", at=MONDAY_10)  # type: ignore[arg-type]
    for before in (CAST.lin, CAST.wu, CAST.zhao, CAST.sun):
        assert listed(before) == [] == listed(before, words="王小明")
        assert find_residents(before, number(1), remark="", at=MONDAY_10) == []
    assert listed(CAST.tang, words="wxm") == ["王小明"]
    with eyes(CAST.tang):
        homes = residences_of(row.pk)
        deeds = [one.deed for one in ResidentChange.objects.filter(resident_id=row.pk).order_by("at", "id")]
    assert [(one.scope_code, one.to_on, one.why) for one in homes] == [
        (FOREIGN_GRID, None, ""),
        (GRID_1, MOVED_ON, "moved"),
    ]
    assert deeds == ["registered", "moved"]
    with eyes(CAST.lin):
        left = list(Residence.objects.visible_to(CAST.lin))
        assert [(one.address, one.why) for one in left] == [("迎春路12号", "moved")]
        assert not ResidentChange.objects.filter(resident_id=row.pk).exists()
    with pytest.raises(ResidentNotFound):
        confirm_resident(CAST.lin, row.pk, source="desk", at=MONDAY_10)


def test_a_move_inside_ones_area_keeps_the_record_in_sight() -> None:
    row = resident("王小明", 1)
    move_resident(CAST.wu, row.pk, there(GRID_2), version=1, remark="", at=MONDAY_10)  # type: ignore[arg-type]
    assert read(CAST.wu, row.pk).address == "桃花仑路3号"
    assert listed(CAST.chen, words="桃花仑路") == ["王小明"]
    assert listed(CAST.lin) == []


def test_days_and_versions_are_kept_to() -> None:
    row = resident("王小明", 1)
    for wrong, version, day in (
        (StaleVersion, 9, MOVED_ON),
        (DayInFuture, 1, date(2026, 12, 1)),
        (DayBefore, 1, date(2020, 1, 1)),
    ):
        with pytest.raises(wrong):
            move_resident(
                CAST.lin,
                row.pk,
                there(from_on=day),  # type: ignore[arg-type]
                version=version,
                remark="",
                at=MONDAY_10,
            )
    assert read(CAST.lin, row.pk).version == 1


def test_an_ended_record_is_found_by_nothing_its_number_is_free_and_after_three_years_it_is_gone() -> None:
    row = resident("王小明", 1)
    end_resident(CAST.lin, row.pk, EndWhy.LEFT, on=MOVED_ON, version=1, remark="", at=MONDAY_10)
    assert listed(CAST.lin) == []
    assert listed(CAST.lin, is_ended=True) == ["王小明"]
    assert find_residents(CAST.lin, number(1), remark="", at=MONDAY_10) == []
    with pytest.raises(RecordEnded):
        confirm_resident(CAST.lin, row.pk, source="desk", at=MONDAY_10)
    again = resident("王小明", 1)
    almost = MONDAY_10 + timedelta(days=3 * 365)
    assert forget_ended(at=almost) == 0
    assert forget_ended(at=almost + timedelta(seconds=1)) == 1
    assert listed(CAST.lin, is_ended=True) == []
    assert read(CAST.lin, again.pk)
