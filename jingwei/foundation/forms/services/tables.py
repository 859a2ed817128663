"""Code tables of the city: its own, its additions, and codes put out of use."""

from collections.abc import Sequence

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Code, CodeTable
from jingwei.foundation.forms.models import CityCode, CityTable
from jingwei.foundation.forms.queries.standing import STANDING, code_tables
from jingwei.foundation.forms.rules.keeping_tables import MOST_TABLES, refuse_crossing, require_sound
from jingwei.foundation.forms.rules.refusals import TooManyTables
from jingwei.foundation.forms.rules.tables import SHIPPED
from jingwei.foundation.work import work


def save_code_table(
    actor: Actor, key: str, *, title_zh: str, title_en: str, source: str, codes: Sequence[Code]
) -> CodeTable:
    """Make a table or change one; the codes are all it shall have, in order.

    Raises: BadCodeTable, RedLineCrossed, TooManyTables, NotFound for administrators of a part of the city.
    """
    shipped = next((table for table in SHIPPED if table.key == key), None)
    wanted = CodeTable(
        key,
        title_zh.strip(),
        title_en.strip(),
        shipped.source if shipped else source.strip(),
        shipped is not None and shipped.is_national,
        tuple(codes),
    )
    refuse_crossing(wanted)
    with work(actor, Permission.MANAGE_FORMS) as job:
        job.record_in_city(f"forms.codetable:{key[:40]}", codes=len(wanted.codes))
        job.alone_with("forms.tables")
        STANDING.forget()
        tables = code_tables()
        require_sound(wanted, tables.get(key), shipped=shipped)
        if key not in tables and len(tables) >= MOST_TABLES:
            raise TooManyTables(most=MOST_TABLES)
        if shipped is None:
            CityTable(
                key=key, title_zh=wanted.title_zh, title_en=wanted.title_en, source=wanted.source
            ).save()
        _save_codes(wanted, shipped)
        STANDING.forget_when_committed()
    return wanted


def _save_codes(wanted: CodeTable, shipped: CodeTable | None) -> None:
    standing = {row.value: row for row in CityCode.objects.filter(table_key=wanted.key)}
    usual = {code.value for code in shipped.codes} if shipped else set()
    for place, code in enumerate(wanted.codes):
        row = standing.get(code.value)
        if row is None and code.value in usual and code.is_active:
            continue
        row = row or CityCode(table_key=wanted.key, value=code.value)
        row.name_zh, row.name_en = code.name_zh.strip(), code.name_en.strip()
        row.is_active, row.place = code.is_active, place
        row.save()
