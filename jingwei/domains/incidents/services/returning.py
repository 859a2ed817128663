"""What goes back to whoever brought a file: the list of what was odd, and the receipts to hand on."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from jingwei.domains.incidents.rules.transplant import ODDITY_LABELS
from jingwei.domains.incidents.services.transplant import IMPORTED, PRESENT, REFUSED, Handed, Told
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import Line, write_file
from jingwei.foundation.privacy.services import tracking_code_of

RECEIPT_HEADERS = ("行号", "编号", "受理编号", "查询码")
HEADERS = ("行号", "编号", "处理", "字段", "说明", "Explanation")
FATE_LABELS = {IMPORTED: "已导入", PRESENT: "此前已在库中", REFUSED: "未导入"}


def returned_file(told: Iterable[Told], path: Path) -> None:
    """Write one line per remark; what stood in the cells is not repeated. Replaces the file as a whole."""
    lines = (
        Line(
            (
                one.number,
                one.external_id,
                FATE_LABELS[one.fate],
                one.remark.field,
                *ODDITY_LABELS[one.remark.oddity],
            ),
            {},
        )
        for one in sorted(told, key=lambda one: one.number)
    )
    _write(path, HEADERS, lines)


def receipts_file(handed: Iterable[Handed], path: Path) -> None:
    """Write the receipt of every report with its tracking code, to be passed on with the answer in the source.

    A code opens the course to whoever holds it: the file is for those who write to the reporters, and nobody else.
    """
    lines = (
        Line((one.number, one.external_id, one.receipt_no, tracking_code_of(one.fingerprint)), {})
        for one in sorted(handed, key=lambda one: one.number)
    )
    _write(path, RECEIPT_HEADERS, lines)


def _write(path: Path, headers: Sequence[str], lines: Iterable[Line]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        for piece in write_file(path.stem, headers, lines, file_format=FileFormat.CSV).pieces():
            target.write(piece)
    unfinished.replace(path)
