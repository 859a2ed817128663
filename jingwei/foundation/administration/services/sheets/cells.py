"""Cells that several sheets of the organisation share."""

import re

from jingwei.foundation.imports.contracts import (
    BadCell,
    Fault,
)
from jingwei.kernel.errors import DomainError

UNIT_CODE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"


def unit_code(cell: str) -> str:
    """Raises: BadCell."""
    if not re.fullmatch(UNIT_CODE_PATTERN, cell):
        raise BadCell(
            "单位代码只能用字母、数字和 . _ -，最多40个", "letters, digits and . _ - only, 40 at most"
        )
    return cell


def fault_of(refusal: DomainError) -> Fault:
    """A refusal at the cell it names."""
    return Fault(refusal.data.get("column"), refusal.text, refusal.text_en)
