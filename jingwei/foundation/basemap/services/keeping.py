"""What the base map shows: each change is one edition more, and tells every browser to fetch anew."""

from datetime import datetime

from django.db import connection

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.basemap.contracts import Stage
from jingwei.foundation.basemap.models import Dataset, Feature, Shape
from jingwei.foundation.basemap.rules.refusals import DatasetUnknown, NotReady, StillShown
from jingwei.foundation.work import work

NEXT_EDITION = """
insert into basemap_edition (id, number, changed_at) values (1, 1, %s)
on conflict (id) do update set number = basemap_edition.number + 1, changed_at = excluded.changed_at
"""
KEPT_BEHIND = 1
"""How many earlier files of a name are kept, to go back to."""


def show(actor: Actor, dataset_id: int, *, at: datetime, is_finished: bool = False) -> Dataset:
    """Show a file's data in place of what had the same name; older ones than the last are removed.

    ``is_finished``: the import itself says that it has come to its end. Raises: DatasetUnknown, NotReady.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        dataset = _locked(dataset_id)
        if is_finished:
            dataset.stage, dataset.ended_at = Stage.READY, at
        if dataset.stage != Stage.READY:
            raise NotReady(name=dataset.name)
        Dataset.objects.filter(name=dataset.name, is_shown=True).update(is_shown=False)
        dataset.is_shown = True
        dataset.save(update_fields=["stage", "ended_at", "is_shown"])
        for old in _beyond(dataset):
            _forget(old)
        _count_edition(at)
        job.record_own(f"basemap.dataset:{dataset.pk}", action="show", name=dataset.name)
    return dataset


def hide(actor: Actor, dataset_id: int, *, reason: str, at: datetime) -> Dataset:
    """Take a file's data off the map; they stay. Raises: DatasetUnknown."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        dataset = _locked(dataset_id)
        if dataset.is_shown:
            dataset.is_shown = False
            dataset.save(update_fields=["is_shown"])
            _count_edition(at)
        job.record_own(f"basemap.dataset:{dataset.pk}", action="hide", name=dataset.name, reason=reason)
    return dataset


def remove(actor: Actor, dataset_id: int, *, reason: str) -> None:
    """Remove a file's data for good, also of an import that was given up. Raises: DatasetUnknown, StillShown."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        dataset = _locked(dataset_id)
        if dataset.is_shown:
            raise StillShown(name=dataset.name)
        job.record_own(f"basemap.dataset:{dataset.pk}", action="remove", name=dataset.name, reason=reason)
        _forget(dataset.pk)


def forget_unfinished(dataset_id: int) -> None:
    """An import that is begun anew, or found nothing: nobody has seen anything of it."""
    _forget(dataset_id)


def _locked(dataset_id: int) -> Dataset:
    found = Dataset.objects.select_for_update().filter(pk=dataset_id).first()
    if found is None:
        raise DatasetUnknown
    return found


def _beyond(dataset: Dataset) -> list[int]:
    others = Dataset.objects.filter(name=dataset.name, stage=Stage.READY).exclude(pk=dataset.pk)
    return list(others.order_by("-ended_at", "-pk").values_list("pk", flat=True)[KEPT_BEHIND:])


def _forget(dataset_id: int) -> None:
    """Statements instead of cascades: it may be millions of rows."""
    Feature.objects.filter(dataset_id=dataset_id)._raw_delete("default")
    Shape.objects.filter(dataset_id=dataset_id)._raw_delete("default")
    Dataset.objects.filter(pk=dataset_id)._raw_delete("default")


def _count_edition(at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NEXT_EDITION, [at])
