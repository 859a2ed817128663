"""How long records stay after they ended, and rows that follow the houses they stand on."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.residents.contracts import RequestState
from jingwei.domains.residents.models import (
    Household,
    Key,
    Member,
    Request,
    Residence,
    Resident,
    ResidentChange,
)
from jingwei.domains.residents.rules.form import ENDED_KEPT_DAYS
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.codes import ancestor_codes

KEEPER = system_actor("实有人口到期清理")
FOLLOWER = system_actor("实有人口跟随房屋")
REQUESTS_KEPT = timedelta(days=365)
AT_ONCE = 500
HOUSE_ROWS = (Resident, Residence, Household)


def forget_ended(*, at: datetime) -> int:
    """Delete the records that ended long ago, with everything that hangs on them. Returns how many people."""
    before, gone = at - timedelta(days=ENDED_KEPT_DAYS), 0
    with eyes(KEEPER):
        while True:
            rows = Resident.objects.unscoped("ended records go when their period is over")
            ids = list(rows.filter(ended_at__lt=before).values_list("pk", flat=True)[:AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.MANAGE_RESIDENTS) as job:
                delete_people(ids)
                job.record_own("residents.resident:ended", erased=len(ids))
            gone += len(ids)


def delete_people(ids: Sequence[UUID]) -> None:
    """Everything of some people; with eyes that may."""
    Key.objects.filter(resident_id__in=ids).delete()
    ResidentChange.objects.filter(resident_id__in=ids).delete()
    Member.objects.filter(resident_id__in=ids).delete()
    Request.objects.unscoped("everything that hangs on a person goes with them").filter(
        resident_id__in=ids
    ).delete()
    Residence.objects.unscoped("everything that hangs on a person goes with them").filter(
        resident_id__in=ids
    ).delete()
    Resident.objects.unscoped("everything that hangs on a person goes with them").filter(pk__in=ids).delete()


def forget_requests(*, at: datetime) -> int:
    """Delete requests a year after they were decided. Returns how many."""
    with eyes(KEEPER):
        old = Request.objects.unscoped("decided requests go after a year").exclude(
            state=RequestState.OPEN.value
        )
        ids = list(old.filter(decided_at__lt=at - REQUESTS_KEPT).values_list("pk", flat=True)[:5000])
        if not ids:
            return 0
        with work(KEEPER, Permission.MANAGE_RESIDENTS) as job:
            Request.objects.unscoped("as above").filter(pk__in=ids).delete()
            job.record_own("residents.request:old", erased=len(ids))
    return len(ids)


class HouseFollower:
    """``dwellings.Follower``: people go where their house goes."""

    def merged(self, actor: Actor, house_id: UUID, into_id: UUID, *, at: datetime) -> None:
        """Whoever lived in the one lives in the other."""
        with eyes(FOLLOWER):
            card = house_cards(FOLLOWER, [into_id])[into_id]
            for table in HOUSE_ROWS:
                rows = table.objects.unscoped("people follow their house").filter(house_id=house_id)
                rows.update(house_id=into_id, address=card.address, **ancestor_codes(card.area_code).columns)
            Request.objects.unscoped("so do requests").filter(house_id=house_id).update(house_id=into_id)

    def moved(self, actor: Actor, house_ids: Sequence[UUID], *, at: datetime) -> None:
        """A house stands elsewhere: its people answer to those who look after that ground."""
        with eyes(FOLLOWER):
            for card in house_cards(FOLLOWER, house_ids).values():
                where = {"address": card.address, **ancestor_codes(card.area_code).columns}
                for table in HOUSE_ROWS:
                    rows = table.objects.unscoped("people follow their house")
                    rows.filter(house_id=card.house_id).update(**where)


def follow_houses(area_code: str, *, at: datetime) -> int:
    """After borders moved: whoever lives in a house answers to where the house lies now. Returns how many houses."""
    followed, last = 0, None
    with eyes(FOLLOWER):
        while True:
            rows = Resident.objects.unscoped("people follow their house").filter(Resident.inside(area_code))
            rows = rows.filter(house_id__isnull=False)
            if last is not None:
                rows = rows.filter(house_id__gt=last)
            pairs = list(rows.order_by("house_id").values_list("house_id", "scope_code").distinct()[:AT_ONCE])
            if not pairs:
                return followed
            cards = house_cards(FOLLOWER, [house_id for house_id, _ in pairs])
            stray = {one for one, code in pairs if one in cards and cards[one].area_code != code}
            HouseFollower().moved(FOLLOWER, sorted(stray), at=at)
            followed, last = followed + len(stray), pairs[-1][0]
