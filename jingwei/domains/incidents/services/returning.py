"""The list of what was odd, for whoever brought the file."""

import os
from collections.abc import Iterable
from pathlib import Path

from jingwei.domains.incidents.rules.transplant import ODDITY_LABELS
from jingwei.domains.incidents.services.transplant import IMPORTED, PRESENT, REFUSED, Told
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import Line, write_file

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
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        for piece in write_file(path.stem, HEADERS, lines, file_format=FileFormat.CSV).pieces():
            target.write(piece)
    unfinished.replace(path)
