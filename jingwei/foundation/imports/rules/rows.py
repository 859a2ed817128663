"""From cells to parsed rows and faults; what names a row; which mappings hold."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID, uuid5

from jingwei.foundation.imports.contracts import Answer, BadCell, Column, Fault, Row, Sheet
from jingwei.foundation.imports.rules.refusals import MappingRefused
from jingwei.kernel.errors import DomainError

MOST_BAD_ROWS = 20_000
"""After so many the check stops: the mapping is wrong, not the rows."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row as spooled: its number in this file, its number in the first file, its key, its cells by header."""

    number: int
    origin: int | None
    key: bytes
    double_of: int | None
    cells: tuple[str, ...]

    def line(self) -> str:
        fields = (self.number, self.origin, self.key.hex(), self.double_of, self.cells)
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_line(cls, line: str | bytes) -> "SourceRow":
        number, origin, key, double_of, cells = json.loads(line)
        return cls(number, origin, bytes.fromhex(key), double_of, tuple(cells))


def require_sound_mapping(headers: Sequence[str], mapping: Sequence[str | None], sheet: Sheet) -> None:
    """Raises: MappingRefused for unknown or doubled columns and for required ones that are missing."""
    labels = {column.name: column for column in sheet.columns}
    chosen = [name for name in mapping if name is not None]
    unknown = sorted(set(chosen) - set(labels))
    if len(mapping) != len(headers):
        raise MappingRefused(
            f"文件有{len(headers)}列，收到{len(mapping)}列",
            f"the file has {len(headers)} columns, {len(mapping)} were given",
        )
    if unknown:
        raise MappingRefused(
            f"没有这样的列：{'、'.join(unknown)}", f"there is no such column: {', '.join(unknown)}"
        )
    doubled = sorted({name for name in chosen if chosen.count(name) > 1})
    if doubled:
        raise MappingRefused(
            f"多个表头对应了同一列：{'、'.join(labels[n].label_zh for n in doubled)}",
            f"several headers are mapped to one column: {', '.join(labels[n].label_en for n in doubled)}",
        )
    missing = [column for column in sheet.columns if column.required and column.name not in chosen]
    if missing:
        raise MappingRefused(
            f"缺少必填列：{'、'.join(c.label_zh for c in missing)}。请在文件中补上，或为它们选择对应的表头",
            f"required columns are missing: {', '.join(c.label_en for c in missing)}. "
            "Add them to the file or choose the headers they stand under",
        )


def parsed_options(sheet: Sheet, given: Mapping[str, str]) -> dict[str, Any]:
    """The options of a file, parsed. Raises: MappingRefused."""
    unknown = sorted(set(given) - {option.name for option in sheet.options})
    if unknown:
        raise MappingRefused(
            f"没有这样的选项：{'、'.join(unknown)}", f"there is no such option: {', '.join(unknown)}"
        )
    values, faults = parsed_cells(sheet.options, {name: text.strip() for name, text in given.items()})
    if faults:
        raise MappingRefused(
            "；".join(fault.message_zh for fault in faults), "; ".join(fault.message_en for fault in faults)
        )
    return values


def parsed_cells(
    columns: Sequence[Column], cells: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Values and faults by column; a column that is not in the file counts as empty."""
    values: dict[str, Any] = {}
    faults = []
    for column in columns:
        cell = cells.get(column.name, "")
        if cell:
            try:
                values[column.name] = column.parse(cell)
            except DomainError as refusal:
                values[column.name] = None
                faults.append(fault_of(refusal, column))
        else:
            values[column.name] = None
            if column.required:
                faults.append(
                    Fault(
                        column.name, f"“{column.label_zh}”不能为空", f"“{column.label_en}” must not be empty"
                    )
                )
    return values, tuple(faults)


def parsed_row(
    sheet: Sheet, mapping: Sequence[str | None], source: SourceRow, *, batch_id: UUID, round_number: int
) -> tuple[Row, tuple[Fault, ...]]:
    """A row with what can be read of it, and what cannot."""
    cells = {
        name: cell for name, cell in zip(mapping, source.cells, strict=False) if name is not None and cell
    }
    values, faults = parsed_cells(sheet.columns, cells)
    if source.double_of is not None:
        faults = (
            *faults,
            Fault(
                sheet.key_columns[0],
                f"与第{source.double_of}行重复",
                f"the same as row {source.double_of}",
            ),
        )
    return Row(source.number, row_id(sheet, source, batch_id, round_number), values), faults


def row_id(sheet: Sheet, source: SourceRow, batch_id: UUID, round_number: int) -> UUID:
    """The same when a chunk is tried again; with key columns also when the row comes in another round."""
    name = source.key.hex() if sheet.key_columns else f"{round_number}:{source.number}"
    return uuid5(batch_id, name)


def key_names(sheet: Sheet, mapping: Sequence[str | None], earlier: Sequence[str] | None) -> list[str]:
    """The columns that name a row: the sheet's key, or all that are mapped.

    Where an earlier round has written rows by all mapped columns, the same must be mapped again, or every row
    would look new. Raises: MappingRefused.
    """
    if sheet.key_columns:
        return list(sheet.key_columns)
    mapped = {name for name in mapping if name is not None}
    missing = [column for column in sheet.columns if column.name in set(earlier or ()) - mapped]
    if missing:
        raise MappingRefused(
            f"本批次已写入的行是按这些列识别的，请同样对应：{'、'.join(c.label_zh for c in missing)}",
            f"the rows already written are recognised by these columns; map them again: "
            f"{', '.join(c.label_en for c in missing)}",
        )
    return sorted(earlier) if earlier else sorted(mapped)


def key_material(names: Sequence[str], mapping: Sequence[str | None], cells: Sequence[str]) -> str:
    """What a row is named by, as text."""
    by_name = {name: cell for name, cell in zip(mapping, cells, strict=False) if name is not None}
    return json.dumps([by_name.get(name, "") for name in names], ensure_ascii=False)


def fault_of(refusal: DomainError, column: Column | None = None) -> Fault:
    """A refusal as a fault: of the column it came from, or that its data name."""
    named = refusal.data.get("column")
    name = column.name if column else named if isinstance(named, str) else None
    if column and isinstance(refusal, BadCell):
        return Fault(name, f"“{column.label_zh}”{refusal.text}", f"“{column.label_en}”: {refusal.text_en}")
    return Fault(name, refusal.text, refusal.text_en)


def answer_to_text(answer: Answer) -> str:
    return json.dumps(list(answer), ensure_ascii=False)


def answer_from_text(text: str) -> list[str | int | float | None]:
    return list(json.loads(text))


def faults_to_text(faults: Sequence[Fault]) -> str:
    return json.dumps([asdict(fault) for fault in faults], ensure_ascii=False)


def faults_from_text(text: str) -> list[Fault]:
    return [Fault(**one) for one in json.loads(text)]
