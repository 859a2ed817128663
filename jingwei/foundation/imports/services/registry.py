"""The sheets of this installation: told once, by config; importing itself knows no domain."""

from collections.abc import Sequence
from dataclasses import replace

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
    """Every sheet, in the order told and as it was told."""
    return list(_sheets.values())


def sheets_for(actor: Actor) -> list[Sheet]:
    """The sheets that the actor may import, with the columns they have now."""
    return [_with_columns_of_now(sheet) for sheet in all_sheets() if may_import(actor, sheet)]


def sheet_for(actor: Actor, key: str) -> Sheet:
    """The sheet with the columns it has now, if the actor may import it. Raises: SheetUnknown."""
    sheet = _sheets.get(key)
    if sheet is None or not may_import(actor, sheet):
        raise SheetUnknown(sheet=key)
    return _with_columns_of_now(sheet)


def may_import(actor: Actor, sheet: Sheet) -> bool:
    """Whether the actor's role carries the sheet's own permission."""
    try:
        require_permission(actor, sheet.permission)
    except Forbidden:
        return False
    return True


def _with_columns_of_now(sheet: Sheet) -> Sheet:
    """A column that the sheet has of itself is not asked for a second time. Raises: BadSheet."""
    if sheet.columns_now is None:
        return sheet
    own = {column.name for column in (*sheet.columns, *sheet.options)}
    asked = tuple(column for column in sheet.columns_now() if column.name not in own)
    present = replace(sheet, columns=(*sheet.columns, *asked), columns_now=None)
    _require_sound(present)
    return present


def _require_sound(sheet: Sheet) -> None:
    names = [column.name for column in (*sheet.columns, *sheet.options)]
    if len(set(names)) != len(names):
        raise BadSheet(f"{sheet.key}: two columns have the same name")
    if (sheet.write is None) == (sheet.answer is None) or bool(sheet.answer) != bool(sheet.answers):
        raise BadSheet(f"{sheet.key}: a sheet either writes, or answers and says with which columns")
    strangers = set(sheet.key_columns) - {column.name for column in sheet.columns}
    if strangers and sheet.columns_now is None:
        raise BadSheet(f"{sheet.key}: key columns {sorted(strangers)} are no columns")
    said = [(column.name, column.label_zh, column.label_en) for column in sheet.answers]
    said += [(c.name, c.label_zh, c.label_en, *c.aliases) for c in (*sheet.columns, *sheet.options)]
    for word in (word for words in said for word in words):
        if red_line_of(word) is not None:
            raise BadSheet(f"{sheet.key}: “{word}” may not be collected")
