"""What becomes of posts and units whose area closes: answered before publishing, done on its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import CENTRE, Actor, HeldPost, Permission, UnitBrief
from jingwei.foundation.access.queries import centres_of
from jingwei.foundation.access.services.standing import move_post, move_unit, switch_post
from jingwei.foundation.access.services.units import switch_unit
from jingwei.foundation.areas.queries import open_areas_within
from jingwei.foundation.territory.models import Answer, Draft, MovedPost, Publication
from jingwei.foundation.territory.queries.publications import (
    answers_of,
    effects_on_division,
    posts_in_closed,
    units_in_closed,
)
from jingwei.foundation.territory.rules.effects import Effects
from jingwei.foundation.territory.rules.refusals import AnswerUnfit
from jingwei.foundation.territory.services.keeping import draft_to_change
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer for a post or a unit: it moves to another area, or it closes."""

    subject: str
    subject_id: UUID
    answer: str
    to_code: str = ""


@dataclass(frozen=True, slots=True)
class Concerned:
    """The posts and units of closing areas, with what was answered for them."""

    posts: tuple[HeldPost, ...]
    units: tuple[UnitBrief, ...]
    answers: dict[UUID, Answer]

    @property
    def unanswered(self) -> int:
        """How many still wait for an answer."""
        ids = [*(one.post_id for one in self.posts), *(one.unit_id for one in self.units)]
        return sum(1 for one in ids if one not in self.answers)


def concerned_by(draft: Draft, effects: Effects, *, at: datetime) -> Concerned:
    """Who stands in what the draft closes. Answers that lead to an area which is to be no more do not count."""
    closed = [one.before.code for one in effects.closes]
    opened = {one.code for one in effects.opens}
    answers = answers_of(draft)
    targets = {row.to_code for row in answers.values() if row.to_code}
    standing = (open_areas_within(targets) | opened) - set(closed)
    valid = {key: row for key, row in answers.items() if row.answer == "close" or row.to_code in standing}
    return Concerned(tuple(posts_in_closed(closed, at=at)), tuple(units_in_closed(closed)), valid)


def answer_for(
    actor: Actor, draft_id: UUID, given: Sequence[GivenAnswer], *, version: int, at: datetime
) -> Draft:
    """Say what becomes of posts and units. Raises: NotFound; DraftNotOpen; StaleVersion; AnswerUnfit."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_to_change(actor, draft_id, version=version)
        effects = effects_on_division(draft)
        concerned = concerned_by(draft, effects, at=at)
        posts = {one.post_id: one for one in concerned.posts}
        units = {one.unit_id: one for one in concerned.units}
        going = {one.before.code for one in effects.closes}
        staying = (
            open_areas_within({one.to_code for one in given}) | {one.code for one in effects.opens}
        ) - going
        for one in given:
            _require_fit(one, posts, units, staying, draft.scope_code)
            Answer.objects.filter(draft_id=draft.pk, subject_id=one.subject_id).update(
                answer=one.answer, to_code=one.to_code
            ) or Answer(
                id=uuid7(),
                draft_id=draft.pk,
                subject=one.subject,
                subject_id=one.subject_id,
                answer=one.answer,
                to_code=one.to_code,
            ).save(force_insert=True)
        job.record(draft, act="answer", answers=[[one.subject, one.answer, one.to_code] for one in given])
    return draft


def carry_out(publication: Publication, draft: Draft, concerned: Concerned) -> int:
    """Move and close posts and units as answered. Returns how many."""
    done = 0
    for unit in concerned.units:
        answer = concerned.answers[unit.unit_id]
        if answer.answer == "close":
            switch_unit(unit.unit_id, on=False)
        else:
            move_unit(unit.unit_id, answer.to_code)
        done += _note(publication, answer, unit.area_code)
    for post in concerned.posts:
        answer = concerned.answers[post.post_id]
        if answer.answer == "close":
            switch_post(post.post_id, on=False)
        else:
            move_post(post.post_id, answer.to_code)
        done += _note(publication, answer, post.area_code)
    return done


def take_back(publication: Publication) -> int:
    """Posts and units as they stood before a publication. Returns how many."""
    rows = list(MovedPost.objects.filter(publication_id=publication.pk))
    for row in rows:
        if row.subject == "unit":
            if not row.to_code:
                switch_unit(row.subject_id, on=True)
            move_unit(row.subject_id, row.from_code)
        else:
            if not row.to_code:
                switch_post(row.subject_id, on=True)
            move_post(row.subject_id, row.from_code)
    return len(rows)


def _note(publication: Publication, answer: Answer, from_code: str) -> int:
    MovedPost(
        id=uuid7(),
        publication_id=publication.pk,
        subject=answer.subject,
        subject_id=answer.subject_id,
        from_code=from_code,
        to_code="" if answer.answer == "close" else answer.to_code,
    ).save(force_insert=True)
    return 1


def _require_fit(
    one: GivenAnswer,
    posts: dict[UUID, HeldPost],
    units: dict[UUID, UnitBrief],
    staying: set[str],
    area_code: str,
) -> None:
    there = posts.get(one.subject_id) if one.subject == "post" else units.get(one.subject_id)
    if there is None:
        raise AnswerUnfit(
            title="?", reason="它不在要撤销的区域里", reason_en="it does not stand in an area that closes"
        )
    title = there.title if isinstance(there, HeldPost) else there.name
    if one.answer == "close":
        return
    if one.to_code not in staying or not one.to_code.startswith(area_code):
        raise AnswerUnfit(
            title=title,
            reason=f"“{one.to_code}”发布后不在这片区域里",
            reason_en=f"“{one.to_code}” will not be there, or lies outside this draft",
        )
    if len(one.to_code) != len(there.area_code):
        raise AnswerUnfit(
            title=title, reason="应改到同一级的区域", reason_en="choose an area of the same level"
        )
    if isinstance(there, UnitBrief) and there.kind == CENTRE and one.to_code in centres_of([one.to_code]):
        raise AnswerUnfit(
            title=title,
            reason="那里已有一个中心，这个应停用",
            reason_en="there is a centre already, close this one",
        )
