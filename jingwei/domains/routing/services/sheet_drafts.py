"""Drafts that a sheet is read into: the item list's and the duty matrix's alike. Nothing is in force before one is opened."""

from collections.abc import Iterable
from typing import TypeVar

from jingwei.domains.routing.models import DutyList, ItemList
from jingwei.domains.routing.queries import unit_kinds
from jingwei.domains.routing.rules.refusals import NotADraft
from jingwei.foundation.imports.contracts import Context, Fault

L = TypeVar("L", ItemList, DutyList)


def draft_of_batch(model: type[L], context: Context) -> L:
    """The batch's own draft, locked; made with its first rows. Raises: NotADraft once somebody opened it."""
    draft = model.objects.select_for_update().filter(batch_id=context.batch_id).first()
    if draft is None:
        draft = model(name=context.options["list_name"], loaded_at=context.at, batch_id=context.batch_id)
        draft.save(force_insert=True)
    if draft.valid_from_on is not None:
        raise NotADraft(name=draft.name, valid_from_on=draft.valid_from_on.isoformat())
    return draft


def ids_of(targets: Iterable[str]) -> dict[int, str]:
    """The rows that a batch has written, by their keys."""
    return {int(target.rpartition(":")[2]): target for target in targets}


def keep_opened(ids: dict[int, str], rows: Iterable[tuple[int, ItemList | DutyList]]) -> dict[str, Fault]:
    """Take rows of versions that were opened out of ``ids``: they stay, and why is said of each."""
    return {
        ids.pop(key): Fault(
            None,
            f"清单“{version.name}”已启用，不能撤销；请导入新的版本",
            f"the list “{version.name}” was opened; import a new version",
        )
        for key, version in rows
        if version.valid_from_on is not None
    }


def kinds_by_word() -> dict[str, str]:
    """Keys of kinds of unit by what people may write for them."""
    kinds = unit_kinds()
    return {kind.name_zh: kind.key for kind in kinds} | {kind.key: kind.key for kind in kinds}
