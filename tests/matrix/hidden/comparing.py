"""Asking the same before and after a secret, over HTTP and of the lists that are taken away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.wiring import SOURCES
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from jingwei.foundation.imports.contracts.exports import Holds, Language, Source, Taking
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.matrix.hidden.questions import questions
from tests.matrix.hidden.recording import Asked, Recorder, Told, difference
from tests.matrix.hidden.secrets import MayKnow, Secret, kept_for_a_while
from tests.matrix.people import Seat
from tests.matrix.world import World

NO_EXPORT = UUID(int=0)
MOST_PAGES = 5
ONLY_FOR_A_PERIOD = {"supervision.lapses"}


@dataclass
class Before:
    """What everybody was told while there was no secret."""

    recorder: Recorder
    told: dict[Asked, Told] = field(default_factory=dict)
    taken: dict[tuple[Seat, str], object] = field(default_factory=dict)


def ask_everybody(
    recorder: Recorder, seats: Iterable[Seat], world: World, *, is_whole: bool, only: str = ""
) -> Before:
    """The answers to all that these people can read, and the lists they can take away."""
    found = Before(recorder)
    for seat in seats:
        for asked in questions(seat, world, is_whole=is_whole):
            if only in asked.name:
                found.told[asked] = recorder.ask(asked)
        for source in _sources_of(seat):
            if only in source.key:
                found.taken[seat, source.key] = _taken_away(seat, source)
    return found


def tales(before: Before, may_know: MayKnow, *, shown: Sequence[str] = ()) -> Iterator[str]:
    """Everything that changed for somebody who may not know why. Empty strings stand for what stayed the same."""
    for asked, told in before.told.items():
        if may_know(asked.seat.actor) or any(str(asked).startswith(one) for one in shown):
            continue
        tale = difference(told, before.recorder.ask(asked))
        yield f"{asked}: {tale}" if tale else ""
    for (seat, key), rows in before.taken.items():
        if may_know(seat.actor):
            continue
        source = next(one for one in SOURCES if one.key == key)
        yield "" if rows == _taken_away(seat, source) else f"export of {key} · {seat.name}: other rows"


def tales_of(secrets: Sequence[Secret], before: Before, world: World, at: datetime) -> list[str]:
    """The same with these secrets planted, and taken away again."""
    shown = [one for secret in secrets for one in secret.shows_in]
    with kept_for_a_while(secrets, world, at) as may_know:
        return list(tales(before, may_know, shown=shown))


def _sources_of(seat: Seat) -> list[Source]:
    allowed = PERMISSIONS[seat.actor.role]
    if not seat.is_known or Permission.EXPORT_ROWS not in allowed:
        return []
    return [source for source in SOURCES if source.permission in allowed]


def _taken_away(seat: Seat, source: Source) -> object:
    """The rows and their number, as an export of everything would read them."""
    taking = Taking(
        export_id=NO_EXPORT,
        wish=source.read(_wish(source)),
        columns=tuple(column.name for column in source.columns),
        language=Language.ZH,
        is_clear=False,
        at=_MOMENT,
    )
    with eyes(seat.actor):
        if source.holds is Holds.FILES:  # the same list, and each file is what getIncidentFile answers
            return source.count(seat.actor, taking, most=1000)
        rows, cursor = [], None
        for _ in range(MOST_PAGES):
            page = source.rows(seat.actor, taking, cursor=cursor)
            rows += [tuple(map(str, row)) for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        return source.count(seat.actor, taking, most=1000), rows


def _wish(source: Source) -> dict[str, str]:
    """Everything, where a list can be taken away as a whole; else what happened around today."""
    if source.key not in ONLY_FOR_A_PERIOD:
        return {}
    return {
        "since": (now() - timedelta(days=20)).isoformat(),
        "until": (now() + timedelta(days=1)).isoformat(),
    }


_MOMENT = datetime.fromisoformat("2030-01-01T00:00:00+08:00")
