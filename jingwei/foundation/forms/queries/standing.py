"""The forms and code tables in force, kept in the process: every record that is read or written asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jingwei.foundation.forms.contracts import Code, CodeTable, Form
from jingwei.foundation.forms.models import CityCode, CityTable, FormVersion
from jingwei.foundation.forms.queries.registry import built_in_of, kind_of
from jingwei.foundation.forms.rules.definitions import completed, fields_of, first_form
from jingwei.foundation.forms.rules.tables import SHIPPED
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.clock import local, now


@dataclass(frozen=True, slots=True)
class _Standing:
    published: Mapping[str, tuple[Form, ...]]
    tables: Mapping[str, CodeTable]


def form_of(kind: str, *, on: date | None = None) -> Form:
    """The form in force on a day (today where none is said); what the kind brings along where nobody published one.

    Raises: KindUnknown.
    """
    own = first_form(kind_of(kind))
    day = on or local(now()).date()
    published = STANDING.get().published.get(kind, ())
    return next((one for one in published if one.valid_from is not None and one.valid_from <= day), own)


def published_forms(kind: str) -> tuple[Form, ...]:
    """Every published version, the latest first; coming ones among them."""
    return STANDING.get().published.get(kind, ())


def code_tables() -> dict[str, CodeTable]:
    """Every code table by key: those that come with the program, with the city's additions, and the city's own."""
    return dict(STANDING.get().tables)


def code_table(key: str) -> CodeTable | None:
    return STANDING.get().tables.get(key)


def form_of_row(row: FormVersion) -> Form:
    """A stored version, with what a later program brings along for every record of its kind."""
    return Form(
        kind=row.kind,
        version=row.version,
        valid_from=row.valid_from,
        title_zh=row.title_zh,
        title_en=row.title_en,
        fields=completed(fields_of(row.fields), built_in_of(row.kind)),
        period_days=row.period_days,
    )


def _read() -> _Standing:
    published: dict[str, list[Form]] = {}
    for row in FormVersion.objects.filter(valid_from__isnull=False).order_by("-valid_from", "-version"):
        published.setdefault(row.kind, []).append(form_of_row(row))
    return _Standing({kind: tuple(forms) for kind, forms in published.items()}, _tables())


def _tables() -> dict[str, CodeTable]:
    told: dict[str, list[Code]] = {}
    for row in CityCode.objects.order_by("table_key", "place", "value"):
        told.setdefault(row.table_key, []).append(Code(row.value, row.name_zh, row.name_en, row.is_active))
    tables = {table.key: _with_city(table, told.get(table.key, [])) for table in SHIPPED}
    for own in CityTable.objects.order_by("key"):
        codes = tuple(told.get(own.key, ()))
        tables[own.key] = CodeTable(own.key, own.title_zh, own.title_en, own.source, False, codes)
    return tables


def _with_city(table: CodeTable, told: list[Code]) -> CodeTable:
    """A shipped table as the city uses it: codes put out of use, and codes of its own where it is not national."""
    by_value = {code.value: code for code in told}
    shipped = [
        replace(code, is_active=by_value[code.value].is_active) if code.value in by_value else code
        for code in table.codes
    ]
    known = {code.value for code in table.codes}
    added = [] if table.is_national else [code for code in told if code.value not in known]
    return replace(table, codes=(*shipped, *added))


STANDING = Kept("forms", _read)
"""Whoever publishes a form or changes a code table forgets it."""
