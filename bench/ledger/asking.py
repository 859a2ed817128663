"""What people ask of the ledger, as the desk's pages ask it; each with the eyes of one of the cast."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from jingwei.domains.dwellings.models import Building
from jingwei.domains.dwellings.queries.buildings import drawn_plan
from jingwei.domains.residents.queries.people import ResidentFilter, count_residents, list_residents
from jingwei.domains.residents.services.finding import find_residents
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from tests.cast import CAST, MONDAY_10

FLATS = 200
BY_NUMBER = ("identity", "telephone")
MAY_BE_EMPTY = ("telephone", "flat")
"""Words taken from the smaller city may end with nobody in the larger one."""
BETWEEN_LOOKS = timedelta(minutes=1)
"""Look-ups by number are limited for each post: here the clock goes on between them."""


@dataclass
class Asking:
    """One question after the other. A search that finds nobody, or a plan of another size, is a fault of the benchmark."""

    at: datetime = MONDAY_10
    towers: dict[str, Building] = field(default_factory=dict)

    def ask(self, who: str, kind: str, words: str) -> None:
        actor: Actor = getattr(CAST, who)
        if kind == "plan":
            self._draw(actor, words)
        elif kind in BY_NUMBER:
            self.at += BETWEEN_LOOKS
            found = find_residents(actor, words, remark="核对", at=self.at)
            self._require(found, kind)
        else:
            with eyes(actor):
                wanted, on = ResidentFilter(words=words), local(self.at).date()
                page = list_residents(actor, wanted, on=on)
                self._require(page.rows, kind)
                count_residents(actor, wanted, on=on)

    def _draw(self, actor: Actor, grid: str) -> None:
        with eyes(actor):
            if grid not in self.towers:
                of_grid = Building.objects.visible_to(actor).filter(grid_code=grid, block="1")
                self.towers[grid] = of_grid.get()
            drawn = drawn_plan(actor, self.towers[grid].pk, on=local(self.at).date())
            if len(drawn.cells) != FLATS:
                raise RuntimeError(f"{len(drawn.cells)} flats on a plan")

    def _require(self, found: object, kind: str) -> None:
        if not found and kind not in MAY_BE_EMPTY:
            raise RuntimeError("nobody was found")
