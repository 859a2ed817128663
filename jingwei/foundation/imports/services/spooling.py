"""One pass over a source file: its rows as JSON lines, each with its key and the double it is of."""

from collections import Counter
from collections.abc import Callable

from django.conf import settings

from jingwei.foundation.imports.contracts import Sheet
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.rules.headers import ORIGIN_HEADER
from jingwei.foundation.imports.rules.refusals import FileRefused
from jingwei.foundation.imports.rules.rows import SourceRow, key_material
from jingwei.foundation.imports.services.reading import MOST_ROWS, read_rows
from jingwei.foundation.imports.services.storage import SpoolWriter, source_path, spool_path
from jingwei.foundation.imports.services.uploads import facts_of
from jingwei.kernel.crypto import blind_index

ROWS_PER_BEAT = 10_000
KEY_FIELD = "imports.row"


def spool_round(batch: Batch, sheet: Sheet, *, beat: Callable[[], None]) -> int:
    """Write the spool of the present round and return its number of rows. Raises: FileRefused.

    Memory grows with the number of rows only by 16 bytes of key each (about 60 MB at the limit).
    """
    origin_at = next((i for i, h in enumerate(batch.headers) if h.strip() == ORIGIN_HEADER), None)
    width = len(batch.headers)
    first_seen: dict[bytes, int] = {}
    times_seen: Counter[bytes] = Counter()
    total = 0
    spool = SpoolWriter(spool_path(batch.id, batch.round))
    try:
        for number, cells in read_rows(source_path(batch.id, batch.round), facts_of(batch)):
            if number <= batch.header_row:
                continue
            total += 1
            if total > MOST_ROWS:
                raise FileRefused(
                    f"超过{MOST_ROWS}行，请分成几个文件", f"more than {MOST_ROWS} rows; split it"
                )
            if total % ROWS_PER_BEAT == 0:
                beat()
            cells += [""] * (width - len(cells))
            material = key_material(batch.key_names, batch.mapping, cells)
            key = blind_index(settings.INDEX_KEY, material, field=KEY_FIELD)
            double_of = None
            if sheet.key_columns:
                double_of = first_seen.setdefault(key, number)
                double_of = None if double_of == number else double_of
            else:
                # Rows alike in every cell are different rows: the second of them has a key of its own.
                times_seen[key] += 1
                if times_seen[key] > 1:
                    material = f"{material}#{times_seen[key]}"
                    key = blind_index(settings.INDEX_KEY, material, field=KEY_FIELD)
            origin = _origin(cells, origin_at) if batch.round > 1 else number
            spool.add(SourceRow(number, origin, key, double_of, tuple(cells[:width])))
        if total == 0:
            raise FileRefused("表头下面没有数据行", "there are no rows below the header")
    except BaseException:
        spool.abandon()
        raise
    spool.finish()
    return total


def _origin(cells: list[str], origin_at: int | None) -> int | None:
    """The row's number in the file that it first came with, if the returned file's column says so."""
    if origin_at is None or not cells[origin_at].isdecimal():
        return None
    return min(int(cells[origin_at][:9]), 2_147_483_647)
