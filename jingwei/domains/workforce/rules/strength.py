"""The structure of a workforce: what each grid has against what it should have. Pure, over areas, never over matters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jingwei.domains.workforce.contracts import ForceKind, Ground, Standard
from jingwei.kernel.codes import Level

OFFICER, GRID_HEAD = "officer", "grid_head"


@dataclass(frozen=True, slots=True)
class GridFacts:
    """A grid with its households (None where nobody counted them)."""

    code: str
    households: int | None


@dataclass(slots=True)
class Present:
    """Who is there in one area, of one kind: how many, and since when nobody (None: never, or not empty)."""

    serving: int = 0
    empty_since: date | None = None


@dataclass(slots=True)
class KindStrength:
    """One kind in an area: how many should be there, are there, how many of its areas lack any, and since when."""

    key: str
    wanted: int = 0
    serving: int = 0
    lacking: int = 0
    oldest_gap_on: date | None = None
    never: int = 0


@dataclass(slots=True)
class Strength:
    """What was found of one area. ``officers`` are full-time; communities are what matters are counted by."""

    area_code: str
    grids: int = 0
    households: int = 0
    officers: int = 0
    people: int = 0
    without_officer: int = 0
    without_head: int = 0
    overloaded: int = 0
    open_matters: int = 0
    busy_communities: int = 0
    kinds: dict[str, KindStrength] = field(default_factory=dict)

    @property
    def households_per_officer(self) -> float | None:
        return round(self.households / self.officers, 1) if self.officers else None

    @property
    def matters_per_officer(self) -> float | None:
        return round(self.open_matters / self.officers, 1) if self.officers else None


NOBODY = Present()
PresentBy = Mapping[tuple[str, str], Present]
"""By area code and kind."""


def strength_of(
    within: str,
    grids: Sequence[GridFacts],
    communities: Sequence[str],
    present: PresentBy,
    matters: Mapping[str, int],
    kinds: Sequence[ForceKind],
    standard: Standard,
) -> tuple[Strength, list[Strength]]:
    """The whole of an area, and the areas one level down (grids, where it is a community or a grid).

    Whoever works for a community works for each of its grids; they count once among the people.
    """
    level = next((one for one in Level if one > len(within)), Level.GRID)
    total = Strength(within, kinds={one.key: KindStrength(one.key) for one in kinds})
    parts: dict[str, Strength] = {}
    wanted = [one for one in kinds if standard.wanted.get(one.key)]
    by_grid = [one for one in wanted if one.ground is Ground.GRID]
    by_community = [one for one in wanted if one.ground is Ground.COMMUNITY]

    def into(code: str) -> tuple[Strength, ...]:
        part = code[: int(level)]
        if len(part) < level:  # for a whole community, seen from within it
            return (total,)
        if part not in parts:
            parts[part] = Strength(part, kinds={one.key: KindStrength(one.key) for one in kinds})
        return total, parts[part]

    officers_of: dict[str, int] = {}
    for grid in grids:
        officers = _had(present, grid.code, OFFICER).serving
        heads = _had(present, grid.code, GRID_HEAD).serving
        had = {one.key: _had(present, grid.code, one.key) for one in by_grid}
        community = grid.code[: Level.COMMUNITY]
        officers_of[community] = officers_of.get(community, 0) + _own(present, grid.code, OFFICER)
        for found in into(grid.code):
            found.grids += 1
            found.households += grid.households or 0
            found.without_officer += not officers
            found.without_head += not heads
            found.overloaded += is_overloaded(grid.households, officers, standard.households_per_officer)
            for key, one in had.items():
                _count(found.kinds[key], one, standard.wanted[key])
    for community in communities:
        officers_of[community] = officers_of.get(community, 0) + _own(present, community, OFFICER)
        open_here = matters.get(community, 0)
        is_busy = is_overloaded(open_here, officers_of[community], standard.matters_per_officer)
        had = {one.key: _had(present, community, one.key) for one in by_community}
        for found in into(community):
            found.open_matters += open_here
            found.busy_communities += is_busy
            for key, one in had.items():
                _count(found.kinds[key], one, standard.wanted[key])
    for (code, key), one in present.items():
        for found in into(code):
            found.people += one.serving
            if key == OFFICER:
                found.officers += one.serving
            if key in found.kinds:
                found.kinds[key].serving += one.serving
    return total, [parts[code] for code in sorted(parts)]


def is_overloaded(load: int | None, officers: int, limit: int) -> bool:
    """More than the standard for each officer; where there is none that is another lack."""
    return officers > 0 and load is not None and load > limit * officers


def _own(present: PresentBy, code: str, key: str) -> int:
    found = present.get((code, key))
    return found.serving if found else 0


def _had(present: PresentBy, code: str, key: str) -> Present:
    """Who works in an area, and who works for the community around it."""
    own = present.get((code, key), NOBODY)
    if len(code) <= Level.COMMUNITY:
        return own
    around = present.get((code[: Level.COMMUNITY], key))
    if around is None:
        return own
    since = max((one for one in (own.empty_since, around.empty_since) if one), default=None)
    return Present(own.serving + around.serving, since)


def _count(line: KindStrength, had: Present, wanted: int) -> None:
    line.wanted += wanted
    if wanted <= had.serving:
        return
    line.lacking += 1
    if had.serving:
        return
    if had.empty_since is None:
        line.never += 1
    else:
        line.oldest_gap_on = min(line.oldest_gap_on or had.empty_since, had.empty_since)


def ordered(found: Iterable[KindStrength], kinds: Sequence[ForceKind]) -> list[KindStrength]:
    """In the order in which the city keeps its kinds."""
    place = {one.key: at for at, one in enumerate(kinds)}
    return sorted(found, key=lambda one: place.get(one.key, len(place)))
