"""Lines of the duty matrix with the names of what they speak of, looked up once for all of them."""

from collections.abc import Iterable, Sequence

from jingwei.domains.routing.contracts import DutyLine, SaidLine, SaidParty
from jingwei.domains.routing.queries.items import names_of_prefixes, unit_kinds
from jingwei.domains.routing.rules.duty_cells import (
    VILLAGE_NAMES,
    VILLAGE_NAMES_EN,
    conditions_said,
    party_said,
)
from jingwei.foundation.access.queries import units_known
from jingwei.foundation.areas.queries import names_of
from jingwei.kernel.clock import local, now


def say_parties(written: Iterable[str]) -> dict[str, SaidParty]:
    """Parties in words, by what is written."""
    asked = set(written)
    kinds = {kind.key: (kind.name_zh, kind.name_en) for kind in unit_kinds()}
    codes = {one.removeprefix("=") for one in asked if one.startswith("=")}
    units = {unit.code: unit.name for unit in units_known(codes=codes)} if codes else {}
    return {one: SaidParty(one, *party_said(one, kinds, units)) for one in asked}


def say_lines(lines: Sequence[DutyLine]) -> list[SaidLine]:
    """Lines in words; items are called as in the list in force today."""
    parties = say_parties(party for line in lines for party in (line.lead, *line.assists))
    items = names_of_prefixes(on=local(now()).date())
    areas = names_of({line.area_code for line in lines if line.area_code})
    said = []
    for line in lines:
        item, area = items.get(line.item_prefix, line.item_prefix), areas.get(line.area_code, line.area_code)
        when, when_en = conditions_said(line, item, area)
        said.append(
            SaidLine(
                line=line,
                item_name=item,
                area_name=area,
                when=when,
                when_en=when_en,
                lead=parties[line.lead],
                assists=tuple(parties[one] for one in line.assists),
                village_words=VILLAGE_NAMES.get(line.village, ""),
                village_words_en=VILLAGE_NAMES_EN.get(line.village, ""),
            )
        )
    return said
