"""How long records stay after they ended, and rows that follow the houses they are in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.organisations.models import Key, Organisation, OrganisationChange
from jingwei.domains.organisations.rules.forms import ENDED_KEPT_DAYS
from jingwei.domains.organisations.services.placing import columns_of, in_house
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEEPER = system_actor("组织场所到期清理")
FOLLOWER = system_actor("组织场所跟随房屋")
AT_ONCE = 500


def forget_ended(*, at: datetime) -> int:
    """Delete the records that ended long ago, with everything that hangs on them. Returns how many."""
    before, gone = at - timedelta(days=ENDED_KEPT_DAYS), 0
    with eyes(KEEPER):
        while True:
            rows = Organisation.objects.unscoped("ended records go when their period is over")
            ids = list(rows.filter(ended_at__lt=before).values_list("pk", flat=True)[:AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.KEEP_ORGANISATIONS) as job:
                _delete(ids)
                job.record_own("organisations.organisation:ended", erased=len(ids))
            gone += len(ids)


def _delete(ids: Sequence[UUID]) -> None:
    Key.objects.filter(organisation_id__in=ids).delete()
    OrganisationChange.objects.filter(organisation_id__in=ids).delete()
    rows = Organisation.objects.unscoped("places of what is forgotten have no operator any more")
    rows.filter(operator_id__in=ids).update(operator_id=None)
    rows.filter(pk__in=ids).delete()


class HouseFollower:
    """``dwellings.Follower``: what is in a house goes where the house goes."""

    def merged(self, actor: Actor, house_id: UUID, into_id: UUID, *, at: datetime) -> None:
        """What was in the one is in the other."""
        with eyes(FOLLOWER):
            _follow(house_id, house_cards(FOLLOWER, [into_id])[into_id])

    def moved(self, actor: Actor, house_ids: Sequence[UUID], *, at: datetime) -> None:
        """A house stands elsewhere: what is in it answers to those who look after that ground."""
        with eyes(FOLLOWER):
            for card in house_cards(FOLLOWER, house_ids).values():
                _follow(card.house_id, card)


def _follow(house_id: UUID, card: HouseCard) -> None:
    rows = Organisation.objects.unscoped("what is in a house follows it").filter(house_id=house_id)
    rows.update(**columns_of(in_house(card)))
