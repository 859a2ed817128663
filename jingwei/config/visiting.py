"""The ledgers that a visit at the door asks about and writes into: houses, who lives there, what is on people's minds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.concerns.contracts import ConcernOccasion
from jingwei.domains.concerns.services import NewConcern, note_concern
from jingwei.domains.doorvisits.contracts import VISIT_SOURCE, About, Answered, KnownRecord, LineWritten
from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import HouseChange
from jingwei.domains.dwellings.queries.houses import house_cards, house_for
from jingwei.domains.dwellings.services.houses import change_house
from jingwei.domains.dwellings.services.keeping import locked_house
from jingwei.domains.dwellings.services.life import confirm
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident, ResidentChange
from jingwei.domains.residents.queries.people import names_within
from jingwei.domains.residents.services.changing import change_resident, confirm_resident
from jingwei.domains.residents.services.moving import locked
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.untouched import differs, require_untouched
from jingwei.foundation.records import Change, Record

MOST_AT_HOME = 100


class HouseLedger:
    """The house itself (``doorvisits.Ledger``)."""

    kind, about = HOUSE, About.HOUSE

    def known(self, actor: Actor, house_id: UUID) -> Sequence[KnownRecord]:
        return [
            _known(actor, HOUSE, row := house_for(actor, house_id), row.address, Permission.KEEP_DWELLINGS)
        ]

    def names(self, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        return {one: card.address for one, card in house_cards(actor, ids).items()}

    def write(self, actor: Actor, answered: Answered, *, at: datetime) -> LineWritten | None:
        """Raises: HouseNotFound, AlreadyEnded, BadFacts, EditConflict, StaleVersion, Forbidden."""
        row = locked_house(actor, answered.record_id)
        lines = HouseChange.objects.filter(house_id=row.pk)
        if not _is_to_write(HOUSE, row, answered, list(lines.filter(record_version__gt=answered.version))):
            if not answered.is_whole:
                return None
            confirm(actor, house_ids=[row.pk], source=VISIT_SOURCE, at=at)
        else:
            change_house(
                actor,
                row.pk,
                answered.facts,
                address=None,
                aliases=None,
                position=None,
                file_ids=None,
                base_version=answered.version,
                source=VISIT_SOURCE,
                remark="",
                at=at,
            )
        return _line(lines)


class ResidentLedger:
    """Whoever lives there (``doorvisits.Ledger``)."""

    kind, about = RESIDENT, About.PERSON

    def known(self, actor: Actor, house_id: UUID) -> Sequence[KnownRecord]:
        if not is_permitted(actor, Permission.VIEW_RESIDENTS):
            return []
        rows = Resident.objects.visible_to(actor).filter(house_id=house_id, ended_at=None)
        return [
            _known(actor, RESIDENT, row, row.name, Permission.MANAGE_RESIDENTS)
            for row in rows.order_by("sound", "id")[:MOST_AT_HOME]
        ]

    def names(self, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        if not is_permitted(actor, Permission.VIEW_RESIDENTS):
            return {}
        return {one: row.name for one, row in names_within(actor, ids).items()}

    def write(self, actor: Actor, answered: Answered, *, at: datetime) -> LineWritten | None:
        """Raises: ResidentNotFound, RecordEnded, BadFacts, EditConflict, StaleVersion, Forbidden."""
        row = locked(actor, answered.record_id)
        lines = ResidentChange.objects.filter(resident_id=row.pk)
        if not _is_to_write(RESIDENT, row, answered, list(lines.filter(record_version__gt=answered.version))):
            if not answered.is_whole:
                return None
            confirm_resident(actor, row.pk, source=VISIT_SOURCE, at=at)
        else:
            change_resident(
                actor,
                row.pk,
                answered.facts,
                version=answered.version,
                remark="",
                source=VISIT_SOURCE,
                at=at,
            )
        return _line(lines)


def take_note(
    actor: Actor, note_id: UUID, *, topic_code: str, words: str, area_code: str, at: datetime
) -> None:
    """Heard at the door, kept for the grid: neither the house nor whose it is. Raises: what the notes refuse."""
    note_concern(
        actor,
        NewConcern(
            concern_id=note_id,
            topic_code=topic_code,
            occasion=ConcernOccasion.VISIT,
            heard_at=at,
            area_code=area_code,
            words=words,
        ),
        at=at,
    )


def _known(actor: Actor, kind: str, row: Record, label: str, permission: Permission) -> KnownRecord:
    facts = shown_facts(form_of(kind), row, may_manage=is_permitted(actor, permission))
    return KnownRecord(row.pk, label, row.version, facts)


def _is_to_write(kind: str, row: Record, answered: Answered, since: Sequence[Change]) -> bool:
    """Whether anything given differs. Raises: BadFacts, EditConflict where what was found unchanged was changed."""
    form = form_of(kind)
    require_untouched(form, row, since, answered.unchanged)
    return differs(form, row, answered.facts)


def _line(lines: Any) -> LineWritten:
    """The line that was just written."""
    newest = lines.order_by("-record_version").first()
    return LineWritten(newest.pk, newest.deed, tuple(sorted(newest.facts)))


LEDGERS = (HouseLedger(), ResidentLedger())
