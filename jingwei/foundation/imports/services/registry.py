"""The sheets of this installation: told once, by config; importing itself knows no domain."""

from collections.abc import Sequence

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.imports.contracts import Sheet
from jingwei.foundation.imports.rules.refusals import SheetUnknown
from jingwei.kernel.errors import Forbidden
from jingwei.kernel.redlines import red_line_of

_sheets: dict[str, Sheet] = {}


class BadSheet(RuntimeError):
    """A sheet contradicts itself or asks for what may not be collected. A programming error."""


def register_sheets(sheets: Sequence[Sheet]) -> None:
    """Set what can be imported. Called once, by config. Raises: BadSheet."""
    told = {sheet.key: sheet for sheet in sheets}
    if len(told) != len(sheets):
        raise BadSheet("two sheets have the same key")
    for sheet in sheets:
        _require_sound(sheet)
    _sheets.clear()
    _sheets.update(told)


def all_sheets() -> list[Sheet]:
    """Every sheet, in the order told."""
    return list(_sheets.values())


def sheet_for(actor: Actor, key: str) -> Sheet:
    """The sheet, if the actor may import it. Raises: SheetUnknown."""
    sheet = _sheets.get(key)
    if sheet is None or not may_import(actor, sheet):
        raise SheetUnknown(sheet=key)
    return sheet


def may_import(actor: Actor, sheet: Sheet) -> bool:
    """Whether the actor's role carries the sheet's own permission."""
    try:
        require_permission(actor, sheet.permission)
    except Forbidden:
        return False
    return True


def _require_sound(sheet: Sheet) -> None:
    names = [column.name for column in (*sheet.columns, *sheet.options)]
    if len(set(names)) != len(names):
        raise BadSheet(f"{sheet.key}: two columns have the same name")
    strangers = set(sheet.key_columns) - {column.name for column in sheet.columns}
    if strangers:
        raise BadSheet(f"{sheet.key}: key columns {sorted(strangers)} are no columns")
    for column in (*sheet.columns, *sheet.options):
        for word in (column.name, column.label_zh, column.label_en, *column.aliases):
            if red_line_of(word) is not None:
                raise BadSheet(f"{sheet.key}: “{word}” may not be collected")
