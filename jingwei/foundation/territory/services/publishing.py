"""Checking, publishing on a day, and undoing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import shapely

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.areas.queries import areas_on
from jingwei.foundation.areas.services import (
    NewArea,
    begin_areas_again,
    change_areas,
    take_areas_back,
)
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.contracts import DivisionPublished, PublicationFailed
from jingwei.foundation.territory.models import Draft, Publication, PublishedVersion
from jingwei.foundation.territory.queries.drafts import faults_of, sheet_of
from jingwei.foundation.territory.queries.publications import (
    bases_of,
    due_publications,
    effects_on_division,
    versions_of,
)
from jingwei.foundation.territory.rules.effects import Effects, InForce
from jingwei.foundation.territory.rules.faults import Fault
from jingwei.foundation.territory.rules.features import DraftState, Ground
from jingwei.foundation.territory.rules.ground import label_point, rounded
from jingwei.foundation.territory.rules.publishing import (
    STATE_NAMES,
    PublicationState,
    Purpose,
    successors_of,
)
from jingwei.foundation.territory.rules.refusals import (
    DraftNotChecked,
    GroundChanged,
    NewerStands,
    NotToBeUndone,
    PastDay,
    SameDay,
)
from jingwei.foundation.territory.services.answers import Concerned, carry_out, concerned_by, take_back
from jingwei.foundation.territory.services.keeping import draft_to_change
from jingwei.foundation.territory.services.moving import begin_run
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError, NotFound
from jingwei.kernel.ids import uuid7

OPENER = system_actor("区划启用")
MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with what is wrong with it."""

    draft: Draft
    faults: tuple[Fault, ...]
    unanswered: int

    @property
    def blocking(self) -> int:
        """How many faults must be mended before it can be published."""
        return sum(1 for one in self.faults if one.blocks)


def look_at(draft: Draft, *, at: datetime) -> Checked:
    """What is wrong with a draft now."""
    faults = faults_of(sheet_of(draft), on=local(at).date())
    concerned = concerned_by(draft, effects_on_division(draft), at=at)
    return Checked(draft, tuple(faults), concerned.unanswered)


def check_draft(actor: Actor, draft_id: UUID, *, version: int, at: datetime) -> Checked:
    """Mark a draft as checked if nothing holds it up. Raises: NotFound; DraftNotOpen; StaleVersion."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        seen = look_at(draft, at=at)
        is_good = not seen.blocking and not seen.unanswered
        draft.state = DraftState.CHECKED if is_good else DraftState.DRAFT
        draft.save(update_fields=["state"])
        job.record(draft, act="check", blocking=seen.blocking, unanswered=seen.unanswered)
    return seen


def publish_draft(
    actor: Actor, draft_id: UUID, *, version: int, on: date, reason: str, at: datetime
) -> Publication:
    """Put a checked draft in force today, or have it put in force on a later day.

    Raises: NotFound; DraftNotOpen; StaleVersion; PastDay; DraftNotChecked; GroundChanged; SameDay.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        today = local(at).date()
        if on < today:
            raise PastDay(on=on.isoformat())
        if draft.state != DraftState.CHECKED:
            seen = look_at(draft, at=at)
            raise DraftNotChecked(blocking=seen.blocking, posts=seen.unanswered)
        effects = effects_on_division(draft)
        _require_same_base(draft)
        publication = Publication(
            id=uuid7(),
            draft_id=draft.pk,
            title=draft.title,
            on=on,
            state=PublicationState.SCHEDULED,
            reason=reason,
            published_by_name=actor.name,
            published_by_post=actor.post_id,
            published_at=at,
            opened=len(effects.opens),
            changed=len(effects.changes),
            closed=len(effects.closes),
            city_code=draft.city_code,
            county_code=draft.county_code,
            township_code=draft.township_code,
            scope_code=draft.scope_code,
        )
        publication.save(force_insert=True)
        draft.state, draft.trouble = DraftState.SCHEDULED, None
        draft.version += 1
        draft.save(update_fields=["state", "trouble", "version"])
        job.record(draft, act="publish", on=on, reason=reason)
        if on == today:
            _put_in_force(job, draft, publication, effects, at)
    return publication


def open_due(*, at: datetime) -> int:
    """Put in force what was published for today. What can no longer be is given back with the reason.

    Returns how many came into force.
    """
    with eyes(OPENER):
        due = due_publications(local(at).date())
    return sum(1 for publication_id in due if _open_one(publication_id, at))


def undo_publication(actor: Actor, publication_id: UUID, *, reason: str, at: datetime) -> Publication:
    """Call back what waits for its day, or undo what is in force; versions and rows go back.

    Raises: NotFound; NotToBeUndone; NewerStands.
    """
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        publication: Publication | None = (
            Publication.objects.visible_to(actor)
            .filter(pk=publication_id)
            .select_for_update(of=("self",))
            .first()
        )
        if publication is None:
            raise NotFound
        if publication.state == PublicationState.SCHEDULED:
            publication.state = PublicationState.RECALLED
            _give_back(actor, publication)
        elif publication.state == PublicationState.IN_FORCE:
            _undo(job, publication, at)
            publication.state = PublicationState.UNDOING
        else:
            zh, en = STATE_NAMES[PublicationState(publication.state)]
            raise NotToBeUndone(state=zh, state_en=en)
        publication.undone_by_name, publication.undone_at = actor.name, at
        publication.undo_reason = reason
        publication.save()
        job.record(publication, act="undo", reason=reason, state=publication.state)
    return publication


def newer_on(publication: Publication) -> list[str]:
    """The codes on which something newer stands."""
    versions = versions_of(publication.pk)
    present = {one.code: one.id for one in areas_on(publication.scope_code)}
    return [one.code for one in versions if present.get(one.code) != one.after_id]


# --- putting in force -------------------------------------------------------------------------------------


def _open_one(publication_id: UUID, at: datetime) -> bool:
    try:
        with work(OPENER, Permission.MANAGE_TERRITORY) as job:
            publication = _scheduled(publication_id)
            if publication is None:
                job.record_own(f"territory.publication:{publication_id}", act="gone")
                return False
            draft = Draft.objects.visible_to(OPENER).get(pk=publication.draft_id)
            _require_same_base(draft)
            _put_in_force(job, draft, publication, effects_on_division(draft), at)
        return True
    except DomainError as trouble:
        _fail(publication_id, trouble)
        return False


def _scheduled(publication_id: UUID) -> Publication | None:
    found: Publication | None = (
        Publication.objects.visible_to(OPENER)
        .filter(pk=publication_id, state=PublicationState.SCHEDULED)
        .select_for_update(of=("self",))
        .first()
    )
    return found


def _fail(publication_id: UUID, trouble: DomainError) -> None:
    """It could not come into force on its day: its draft is open again and says why."""
    with work(OPENER, Permission.MANAGE_TERRITORY) as job:
        publication = Publication.objects.visible_to(OPENER).get(pk=publication_id)
        publication.state = PublicationState.FAILED
        publication.save(update_fields=["state"])
        draft = _give_back(OPENER, publication)
        draft.trouble = {"code": trouble.code, "message": trouble.text, "message_en": trouble.text_en}
        draft.save(update_fields=["trouble"])
        job.record(publication, act="fail", code=trouble.code)
        job.publish(PublicationFailed(publication.pk, publication.scope_code))


def _give_back(actor: Actor, publication: Publication) -> Draft:
    draft: Draft = Draft.objects.visible_to(actor).get(pk=publication.draft_id)
    draft.state = DraftState.DRAFT
    draft.version += 1
    draft.save(update_fields=["state", "version"])
    return draft


def _require_same_base(draft: Draft) -> None:
    """Whether the draft began from what is in force. Raises: GroundChanged."""
    present = {one.code: one for one in areas_on(draft.scope_code) if one.code != draft.scope_code}
    bases = bases_of(draft)
    other = {code for code, one in present.items() if bases.get(code) != one.id} | (
        bases.keys() - present.keys()
    )
    if other:
        names = [present[code].name if code in present else code for code in sorted(other)]
        raise GroundChanged(names="、".join(names[:MOST_NAMES]))


def _put_in_force(job: Work, draft: Draft, publication: Publication, effects: Effects, at: datetime) -> None:
    today = local(at).date()
    concerned = concerned_by(draft, effects, at=at)
    _require_ready(draft, effects, concerned, today)
    ended = [one.before.area_id for one in (*effects.changes, *effects.closes)]
    began = [
        *(_new_area(one, None) for one in effects.opens),
        *(_new_area(one.after, None if one.has_new_ground else one.before) for one in effects.changes),
    ]
    new_ids = change_areas(ended=ended, opened=began, on=today, at=at)
    PublishedVersion.objects.bulk_create(
        [
            *(_version(publication, one.code, None, new_ids[one.code], True) for one in effects.opens),
            *(
                _version(
                    publication,
                    one.before.code,
                    one.before.area_id,
                    new_ids[one.before.code],
                    one.has_new_ground,
                )
                for one in effects.changes
            ),
            *(
                _version(publication, one.before.code, one.before.area_id, None, True, one.successors)
                for one in effects.closes
            ),
        ],
        batch_size=500,
    )
    carry_out(publication, draft, concerned)
    publication.state, publication.on = PublicationState.MOVING, today
    publication.opened, publication.changed = len(effects.opens), len(effects.changes)
    publication.closed = len(effects.closes)
    publication.save()
    draft.state = DraftState.PUBLISHED
    draft.save(update_fields=["state"])
    job.record(draft, act="in_force", on=today, opened=publication.opened, closed=publication.closed)
    closed = {one.before.code: list(one.successors) for one in effects.closes}
    codes = _on_the_move(publication, effects.codes_on_the_move)
    begin_run(publication, Purpose.PUBLISH, codes=codes, closed=closed, at=at)
    job.publish(DivisionPublished(publication.pk, publication.scope_code, today.isoformat()))


def _require_ready(draft: Draft, effects: Effects, concerned: Concerned, today: date) -> None:
    """What may have come up since the check. Raises: DraftNotChecked; SameDay."""
    doubled = [code for code, n in Counter(one.code for one in effects.opens).items() if n > 1]
    if concerned.unanswered or doubled:
        raise DraftNotChecked(blocking=len(doubled), posts=concerned.unanswered)
    touched = {one.before.area_id for one in (*effects.changes, *effects.closes)}
    for one in areas_on(draft.scope_code):
        if one.id in touched and one.valid_from_on >= today:
            raise SameDay(name=one.name)


def _on_the_move(publication: Publication, changed: set[str]) -> set[str]:
    """The codes whose rows are looked at: what changed, its parents, and everybody around a special grid."""
    parents = {code[:-3] for code in changed if len(code) > len(publication.scope_code)}
    special = {code[:-3] for code in changed if len(code) == 15 and code[-3:] > "900"}
    around = {
        one.code
        for one in areas_on(publication.scope_code)
        if one.parent_code in special and one.code[-3:] <= "900"
    }
    return changed | parents | around


def _new_area(one: Ground, same_as: InForce | None) -> NewArea:
    """``same_as`` is the version before where only its words change: its outline stays to the last digit."""
    outline = same_as.outline if same_as else one.outline
    if outline is not None and same_as is None:
        outline = rounded(outline) if not outline.is_empty else None
    return NewArea(
        code=one.code,
        name=one.name,
        kind=one.kind,
        outline_wkb=shapely.to_wkb(outline) if outline is not None else None,
        label_lon_lat=label_point(outline) if outline is not None else None,
        is_outline_generated=same_as is not None and same_as.is_generated,
        households=one.households,
        people=one.people,
    )


def _version(
    publication: Publication,
    code: str,
    before_id: int | None,
    after_id: int | None,
    has_new_ground: bool,
    successors: tuple[str, ...] = (),
) -> PublishedVersion:
    return PublishedVersion(
        id=uuid7(),
        publication_id=publication.pk,
        code=code,
        before_id=before_id,
        after_id=after_id,
        has_new_ground=has_new_ground,
        successors=list(successors),
    )


# --- undoing ----------------------------------------------------------------------------------------------


def _undo(job: Work, publication: Publication, at: datetime) -> None:
    newer = newer_on(publication)
    if newer:
        names = {one.code: one.name for one in areas_on(publication.scope_code)}
        raise NewerStands(names="、".join(names.get(code, code) for code in newer[:MOST_NAMES]))
    versions = versions_of(publication.pk)
    begun = [one.after_id for one in versions if one.after_id is not None]
    ended = [one.before_id for one in versions if one.before_id is not None]
    opened = {one.code for one in versions if one.before_id is None}
    lost = {one.code: one.outline_wkb for one in areas_on(publication.scope_code) if one.code in opened}
    today = local(at).date()
    if today == publication.on:
        take_areas_back(begun=begun, ended=ended, at=at)
    else:
        begin_areas_again(begun=begun, ended=ended, on=today, at=at)
    take_back(publication)
    standing = {
        one.code: shapely.from_wkb(one.outline_wkb)
        for one in areas_on(publication.scope_code)
        if one.outline_wkb and one.code != publication.scope_code
    }
    closed = {
        code: successors_of(
            shapely.from_wkb(wkb) if wkb else None,
            {other: shape for other, shape in standing.items() if len(other) == len(code)},
        )
        for code, wkb in lost.items()
    }
    changed = {one.code for one in versions if one.has_new_ground}
    begin_run(publication, Purpose.UNDO, codes=_on_the_move(publication, changed), closed=closed, at=at)
    job.publish(DivisionPublished(publication.pk, publication.scope_code, today.isoformat()))


def is_undoable(publication: Publication) -> bool:
    """Whether undoing would be taken now."""
    if publication.state == PublicationState.SCHEDULED:
        return True
    return publication.state == PublicationState.IN_FORCE and not newer_on(publication)
