"""Administrators look after what the base map shows."""

from datetime import timedelta
from pathlib import Path

import pytest

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.basemap.models import Dataset, Edition, Feature
from jingwei.foundation.basemap.queries.tiles import present
from jingwei.foundation.basemap.rules.refusals import DatasetUnknown, NotReady, StillShown
from jingwei.foundation.basemap.rules.survey import Reading
from jingwei.foundation.basemap.services.importing import Progress, import_file
from jingwei.foundation.basemap.services.keeping import hide, remove, show
from jingwei.foundation.basemap.tests.ground import house, survey
from jingwei.kernel.errors import Forbidden
from tests.cast import MONDAY_10, Cast

pytestmark = pytest.mark.django_db
IMPORTER = system_actor("底图导入")


def brought_in(folder: Path, number: int) -> Dataset:
    features = [({"building": "yes"}, house(at, 1)) for at in range(number)]
    at = MONDAY_10 + timedelta(hours=number)
    file = survey(folder / f"{number}.geojson", features)
    return import_file(IMPORTER, file, name="houses", attribution="测绘", reading=Reading(), at=at)


def test_an_earlier_file_can_be_shown_again(tmp_path: Path) -> None:
    first, second = brought_in(tmp_path, 1), brought_in(tmp_path, 2)
    edition = Edition.objects.get().number
    show(Cast.ding, first.pk, at=MONDAY_10)
    assert list(Dataset.objects.filter(is_shown=True)) == [first]
    assert Edition.objects.get().number == edition + 1
    assert Dataset.objects.filter(pk=second.pk).exists()


def test_what_is_shown_is_not_removed_by_mistake(tmp_path: Path) -> None:
    dataset = brought_in(tmp_path, 2)
    ding = Cast.ding
    with pytest.raises(StillShown):
        remove(ding, dataset.pk, reason="不再使用")
    hide(ding, dataset.pk, reason="换新的测绘", at=MONDAY_10)
    remove(ding, dataset.pk, reason="不再使用")
    assert not Feature.objects.exists()
    with pytest.raises(DatasetUnknown):
        show(ding, dataset.pk, at=MONDAY_10)


def test_whoever_changed_it_through_another_process_reads_the_new_edition_at_once(tmp_path: Path) -> None:
    dataset = brought_in(tmp_path, 1)
    kept = present()
    hide(Cast.ding, dataset.pk, reason="换新的测绘", at=MONDAY_10)
    assert present() == kept, "what a process keeps is not asked for with every tile"
    assert present(afresh=True)[1] != kept[1]
    assert present()[1] != kept[1]


def test_one_that_is_not_at_its_end_is_not_shown(tmp_path: Path) -> None:
    file = survey(tmp_path / "a.geojson", [({"building": "yes"}, house(1, 1))])
    with pytest.raises(KeyboardInterrupt):
        import_file(
            IMPORTER, file, name="houses", attribution="测绘", reading=Reading(), at=MONDAY_10, heard=_stop
        )
    with pytest.raises(NotReady):
        show(Cast.ding, Dataset.objects.get().pk, at=MONDAY_10)


def _stop(progress: Progress) -> None:
    raise KeyboardInterrupt


def test_only_administrators_may(tmp_path: Path) -> None:
    dataset = brought_in(tmp_path, 1)
    with pytest.raises(Forbidden):
        hide(Cast.lin, dataset.pk, reason="试试", at=MONDAY_10)
