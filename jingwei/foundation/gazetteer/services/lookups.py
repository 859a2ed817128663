"""A file of addresses or positions comes back with where each lies, in which grid, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.gazetteer.contracts import Found, How
from jingwei.foundation.gazetteer.queries.answering import Answered, Wanted, answer_many
from jingwei.foundation.imports.contracts import (
    DATUM_OPTION,
    LAT_COLUMN,
    LON_COLUMN,
    Answer,
    AnswerColumn,
    BadCell,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    text,
)
from jingwei.kernel.codes import Level
from jingwei.kernel.geo import Datum

HOW_WORDS = {
    How.NAME: "名称一致",
    How.ALIAS: "别名一致",
    How.FORMER: "曾用名一致",
    How.BEGINS: "名称开头",
    How.NAMED: "话里提到",
    How.WITHIN: "名称里有",
    How.SOUND: "读音相同",
    How.SLIP: "差一个字",
    How.INITIALS: "拼音首字母",
}
BY_POSITION = "按坐标"
OTHERS_TOLD = 3
METRE = 5
"""Decimals of a degree that stand for about a metre."""


def area_code(cell: str) -> str:
    """The code of an area to look in. Raises: BadCell."""
    try:
        Level(len(cell))
    except ValueError:
        raise BadCell("应填4、6、9、12或15位区划编码", "give a code of 4, 6, 9, 12 or 15 digits") from None
    if not cell.isdecimal():
        raise BadCell("区划编码只有数字", "a code has digits only")
    return cell


def check_lookup_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Rows with neither an address nor a whole position."""
    lacks = Fault(
        "address",
        "没有地址，也没有完整的经纬度。请至少填一样",
        "neither an address nor a whole position; give one",
    )
    return {row.number: [lacks] for row in rows if not row.values["address"] and not _is_placed(row)}


def answer_lookup_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[Answer | Fault]:
    """Where each address lies, or what is at each position; nothing is written."""
    wanted = [
        Wanted(lon=float(row.values["lon"]), lat=float(row.values["lat"]))
        if _is_placed(row)
        else Wanted(row.values["address"])
        for row in rows
    ]
    datum = context.options["datum"] or Datum.WGS84
    answers = answer_many(wanted, datum=datum, within=context.options["within"] or "")
    return [_told(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _is_placed(row: Row) -> bool:
    return row.values["lon"] is not None and row.values["lat"] is not None


def _told(row: Row, answer: Answered) -> Answer | Fault:
    if answer.fault is not None:
        return Fault("lon" if _is_placed(row) else "address", *answer.fault)
    best = answer.found[0] if answer.found else None
    described = answer.described
    return (
        best.name if best else described.address if described else "",
        described.area_name if described else best.area_name if best else "",
        described.area_code if described else best.area_code if best else "",
        round(answer.at.lon, METRE) if answer.at else None,
        round(answer.at.lat, METRE) if answer.at else None,
        HOW_WORDS[best.how] if best else BY_POSITION,
        round(best.sure * 100) if best else 100,
        "否" if answer.is_sure else "是",
        "、".join(_named(one) for one in answer.found[1 : 1 + OTHERS_TOLD]),
    )


def _named(found: Found) -> str:
    return f"{found.name}（{found.area_name}）" if found.area_name else found.name


LOOKUP_SHEET = Sheet(
    key="gazetteer.lookup",
    title_zh="地址查位置",
    title_en="Positions of addresses",
    columns=(
        Column(
            name="address",
            label_zh="地址",
            label_en="Address",
            parse=text(200),
            aliases=("详细地址", "位置", "地点", "事发地点", "地名"),
            example="迎春路小学对面",
            note_zh="道路、小区、单位的名称，或带名称的一句话",
            note_en="the name of a road, estate or building, or a sentence with one",
        ),
        replace(
            LON_COLUMN,
            note_zh="填了经纬度的行，查这个位置在哪个网格、旁边是什么",
            note_en="a row with a position is told its grid and what is beside it",
        ),
        LAT_COLUMN,
    ),
    permission=Permission.READ_LEDGER,
    check=check_lookup_rows,
    answer=answer_lookup_rows,
    answers=(
        AnswerColumn("place", "查得地点", "Place found"),
        AnswerColumn("area", "查得区划", "Area found"),
        AnswerColumn("grid", "查得网格编码", "Grid found"),
        AnswerColumn("found_lon", "查得经度", "Longitude found"),
        AnswerColumn("found_lat", "查得纬度", "Latitude found"),
        AnswerColumn("how", "怎样查到", "How"),
        AnswerColumn("sure", "把握（%）", "Sure (%)"),
        AnswerColumn("is_asked", "需人核对", "To be checked"),
        AnswerColumn("others", "其他可能", "Others"),
    ),
    options=(
        replace(
            DATUM_OPTION,
            required=False,
            note_zh="只管填了经纬度的行；不填按 WGS-84",
            note_en="for rows with a position; WGS-84 where none is given",
        ),
        Column(
            name="within",
            label_zh="只在这个区划内找",
            label_en="Only in this area",
            parse=area_code,
            example="430902001",
            note_zh="区划编码；不填在全市找",
            note_en="its code; the whole city where none is given",
        ),
    ),
)
