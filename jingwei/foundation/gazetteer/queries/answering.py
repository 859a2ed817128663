"""Many words and positions at once: each is answered by itself, or told what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jingwei.foundation.gazetteer.contracts import Found
from jingwei.foundation.gazetteer.queries.describing import Described, describe_many
from jingwei.foundation.gazetteer.queries.finding import find_places
from jingwei.foundation.gazetteer.rules.matching import SURE_FROM
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, Position, position

UNKNOWN = (
    "没有找到这个地点。请核对名称，或补充道路、小区。",
    "No such place was found. Check the name, or add the road or estate.",
)
OUTSIDE = (
    "位置不在本市范围内。请核对经纬度和坐标系。",
    "The position lies outside the city. Check longitude, latitude and datum.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words, or a position; where both are given, the position is what counts."""

    words: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """``found`` answers words, the surest first; ``described`` says what is at the position, which is ``at`` in WGS-84.

    ``fault`` is told in Chinese and English where there is no answer.
    """

    found: tuple[Found, ...] = ()
    at: Position | None = None
    described: Described | None = None
    is_sure: bool = False
    fault: tuple[str, str] | None = None


def answer_many(wanted: Sequence[Wanted], *, datum: Datum, within: str = "") -> list[Answered]:
    """One answer for each, in order: words one by one, positions together. Asked with the asker's eyes."""
    answers = [
        _by_words(one, within) if one.lon is None or one.lat is None else _at(one, datum) for one in wanted
    ]
    placed = [(number, one.at) for number, one in enumerate(answers) if one.at is not None]
    told = describe_many([(at.lon, at.lat) for _, at in placed])
    for (number, at), described in zip(placed, told, strict=True):
        found = answers[number].found
        if found:
            answers[number] = Answered(found, at, described, answers[number].is_sure)
        elif described is None:
            answers[number] = Answered(fault=OUTSIDE)
        else:
            answers[number] = Answered(at=at, described=described, is_sure=True)
    return answers


def _at(wanted: Wanted, datum: Datum) -> Answered:
    assert wanted.lon is not None, "asked for"
    assert wanted.lat is not None, "asked for"
    try:
        return Answered(at=position(wanted.lon, wanted.lat, datum=datum))
    except DomainError as refused:
        return Answered(fault=(refused.text, refused.text_en))


def _by_words(wanted: Wanted, within: str) -> Answered:
    try:
        found = find_places(wanted.words, within=within)
    except DomainError as refused:
        return Answered(fault=(refused.text, refused.text_en))
    if not found:
        return Answered(fault=UNKNOWN)
    best = found[0]
    if best.lon is None or best.lat is None:
        return Answered(tuple(found))
    at = position(best.lon, best.lat, datum=Datum.WGS84)
    return Answered(tuple(found), at, is_sure=best.sure >= SURE_FROM)
