"""From rows to what travels: names are looked up once for a page, matters only as far as the reader sees them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import Colour, WatchState
from jingwei.domains.clocks.queries.watches import watches_of
from jingwei.domains.incidents.queries.known import MatterBrief, matters_by_id
from jingwei.domains.incidents.queries.overseeing import (
    Overseen,
    instructions_of,
    last_seen_by_units,
    overseen,
    urged_of,
)
from jingwei.domains.incidents.queries.warned import OpenWarning
from jingwei.domains.supervision.api import schemas as out
from jingwei.domains.supervision.contracts import CardKind, CardState, CaseState, LapseKind, Verdict
from jingwei.domains.supervision.models import Card, CardEntry, Case, CaseEntry, LapseFound
from jingwei.domains.supervision.queries.cards import cards_of, entries_of, notes_of, open_cards
from jingwei.domains.supervision.queries.cases import case_entries
from jingwei.domains.supervision.queries.lapses import Figures
from jingwei.domains.supervision.rules.course import (
    CARD_OWED,
    CASE_REPORTING,
    is_over,
    is_receiver,
    kinds_for,
)
from jingwei.domains.supervision.rules.refusals import NothingOwed, NotYoursToSupervise
from jingwei.domains.supervision.services.cards import receiver_for, standing_of
from jingwei.domains.supervision.services.discipline import Discipline
from jingwei.domains.supervision.services.watching import CARD, CASE, NOTE
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, post_titles, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.files.queries import facts_of

P = Permission


def warnings_out(actor: Actor, rows: Sequence[OpenWarning]) -> list[out.OpenWarningOut]:
    ids = [row.incident.pk for row in rows]
    units = unit_names(row.unit_id for row in rows if row.unit_id)
    posts = post_titles(row.post_id for row in rows if row.post_id)
    areas = names_of({row.incident.scope_code for row in rows})
    known, running = overseen(actor, ids), open_cards(ids)
    return [
        out.OpenWarningOut(
            matter=out.SupervisedMatterOut(
                id=row.incident.pk,
                receipt_no=row.incident.receipt_no,
                title=row.incident.title,
                state=row.incident.state,
                area_name=areas.get(row.incident.scope_code, ""),
            ),
            clock=row.clock.value,
            colour=row.colour,
            due_at=row.due_at,
            warned_at=row.warned_at,
            answered_by=row.answered_by,
            owed_by=(units.get(row.unit_id, "") if row.unit_id else "")
            or (posts.get(row.post_id, "") if row.post_id else ""),
            may_answer=row.is_mine and is_permitted(actor, P.ANSWER_WARNING),
            card_kind=running.get(row.incident.pk),
            may_raise=_may_raise(actor, known.get(row.incident.pk), running.get(row.incident.pk)),
        )
        for row in rows
    ]


def cards_out(
    actor: Actor, rows: Sequence[Card], *, at: datetime, with_matter: bool = True
) -> list[out.SupervisionCardOut]:
    ids = [row.pk for row in rows]
    entries, watches = entries_of(ids), watches_of(CARD, ids)
    units = _units(rows, entries.values())
    matters = matters_by_id(actor, [row.incident_id for row in rows]) if with_matter else {}
    return [
        _card(
            actor,
            row,
            entries.get(row.pk, []),
            units,
            watches.get(row.pk),
            matters.get(row.incident_id),
            at=at,
        )
        for row in rows
    ]


def supervision_out(actor: Actor, matter: Overseen, *, at: datetime) -> out.MatterSupervisionOut:
    cards = cards_of(matter.incident_id)
    running = next((CardKind(row.kind) for row in cards if row.ended_at is None), None)
    urged = urged_of(matter.incident_id)
    ower = unit_names([matter.ower_id]).get(matter.ower_id, "") if matter.ower_id else ""
    return out.MatterSupervisionOut(
        cards=cards_out(actor, cards, at=at, with_matter=False),
        notes=_notes(actor, matter.incident_id, at=at),
        urged=urged.times,
        urged_at=urged.last_at,
        owed_by=ower,
        may_raise=_may_raise(actor, matter, running),
    )


def cases_out(actor: Actor, rows: Sequence[Case], *, at: datetime) -> list[out.SupervisionCaseOut]:
    ids = [row.pk for row in rows]
    entries, watches = case_entries(ids), watches_of(CASE, ids)
    every = [one for found in entries.values() for one in found]
    units = unit_names(
        {row.unit_id for row in rows}
        | {row.receiver_unit_id for row in rows}
        | {one.unit_id for one in every if one.unit_id}
    )
    areas = names_of({row.scope_code for row in rows})
    file_ids = list({file for one in every for file in one.file_ids})
    files = {
        one.file_id: out.CaseFileOut.model_validate(one, from_attributes=True)
        for one in (facts_of(actor, file_ids) if file_ids else [])
    }
    return [
        _case(actor, row, entries.get(row.pk, []), units, areas, files, watches.get(row.pk), at=at)
        for row in rows
    ]


def discipline_out(found: Discipline) -> out.DisciplineOut:
    units, areas = unit_names(found.units), names_of(set(found.areas))
    return out.DisciplineOut(
        units=_figures(
            {str(key): one for key, one in found.units.items()}, {str(k): v for k, v in units.items()}
        ),
        areas=_figures(found.areas, areas),
        repeated_times=found.repeated_times,
    )


def lapses_out(actor: Actor, rows: Sequence[LapseFound]) -> list[out.LapseOut]:
    matters = matters_by_id(actor, [row.incident_id for row in rows])
    units = unit_names({row.unit_id for row in rows})
    return [
        out.LapseOut(
            id=row.pk,
            lapse=LapseKind(row.lapse),
            at=row.at,
            unit_id=row.unit_id,
            unit_name=units.get(row.unit_id, ""),
            matter=_matter(matters[row.incident_id]),
        )
        for row in rows
        if row.incident_id in matters
    ]


def _may_raise(actor: Actor, matter: Overseen | None, running: CardKind | None) -> list[CardKind]:
    if matter is None or not is_permitted(actor, P.SUPERVISE_MATTER):
        return []
    try:
        receiver_for(actor, matter)
    except (NothingOwed, NotYoursToSupervise):
        return []
    return list(kinds_for(actor, running))


def _card(
    actor: Actor,
    row: Card,
    entries: Sequence[CardEntry],
    units: dict[UUID, str],
    watch: WatchState | None,
    matter: MatterBrief | None,
    *,
    at: datetime,
) -> out.SupervisionCardOut:
    state = CardState(row.state)
    is_owed = state in CARD_OWED
    return out.SupervisionCardOut(
        id=row.pk,
        kind=CardKind(row.kind),
        state=state,
        reason=row.reason,
        is_by_rule=row.by_rule is not None,
        unit_id=row.unit_id,
        unit_name=units.get(row.unit_id, ""),
        by_unit_name=units.get(row.by_unit_id, ""),
        by_name=row.by_name,
        raised_at=row.raised_at,
        due_at=watch.due_at if watch and is_owed else None,
        colour=_colour(watch, is_owed=is_owed, is_over=row.ended_at is not None, at=at),
        missed=row.missed,
        ended_at=row.ended_at,
        entries=[
            out.CardEntryOut(
                act=one.act,
                at=one.at,
                by_name=one.by_name,
                unit_name=units.get(one.unit_id, "") if one.unit_id else "",
                words=one.words,
            )
            for one in entries
        ],
        matter=_matter(matter) if matter else None,
        may_answer=is_owed and is_receiver(actor, row.unit_id) and is_permitted(actor, P.ANSWER_SUPERVISION),
        verdicts=_verdicts(actor, row),
    )


def _verdicts(actor: Actor, row: Card) -> list[Verdict]:
    may = is_permitted(actor, P.SUPERVISE_MATTER) and is_over(actor, standing_of(row))
    if row.ended_at is not None or not may:
        return []
    return list(Verdict) if row.state == CardState.ANSWERED.value else [Verdict.LIFT]


def _colour(watch: WatchState | None, *, is_owed: bool, is_over: bool, at: datetime) -> Colour:
    if is_over:
        return Colour.DONE
    return watch.colour(now=at) if watch and is_owed else Colour.WAITING


def _notes(actor: Actor, incident_id: UUID, *, at: datetime) -> list[out.InstructionOut]:
    owed = {row.version: row for row in notes_of(incident_id)}
    ids = {row.unit_id for row in owed.values()}
    units, seen = unit_names(ids), last_seen_by_units(incident_id, ids)
    watches = watches_of(NOTE, [row.pk for row in owed.values()])
    may = is_permitted(actor, P.ANSWER_SUPERVISION)
    shown = []
    for one in instructions_of(incident_id):
        row = owed.get(one.version)
        watch = watches.get(row.pk) if row else None
        read_at = seen.get(row.unit_id) if row else None
        shown.append(
            out.InstructionOut(
                version=one.version,
                at=one.at,
                by_name=one.by_name,
                words=one.words,
                unit_name=units.get(row.unit_id, "") if row else "",
                due_at=watch.due_at if watch and row and row.answered_at is None else None,
                is_overdue=watch is not None
                and row is not None
                and row.answered_at is None
                and watch.colour(now=at) is Colour.OVERDUE,
                read_at=read_at if read_at is not None and read_at >= one.at else None,
                answered_at=row.answered_at if row else None,
                answer_name=row.answer_name if row else "",
                answer=row.answer if row else "",
                may_answer=may
                and row is not None
                and row.answered_at is None
                and is_receiver(actor, row.unit_id),
            )
        )
    return shown


def _case(
    actor: Actor,
    row: Case,
    entries: Sequence[CaseEntry],
    units: dict[UUID, str],
    areas: dict[str, str],
    files: dict[UUID, out.CaseFileOut],
    watch: WatchState | None,
    *,
    at: datetime,
) -> out.SupervisionCaseOut:
    state = CaseState(row.state)
    answers = is_receiver(actor, row.receiver_unit_id) and is_permitted(actor, P.ANSWER_SUPERVISION)
    return out.SupervisionCaseOut(
        id=row.pk,
        title=row.title,
        finding=row.finding,
        state=state,
        area_code=row.scope_code,
        area_name=areas.get(row.scope_code, ""),
        unit_name=units.get(row.unit_id, ""),
        receiver_name=units.get(row.receiver_unit_id, ""),
        by_name=row.by_name,
        raised_at=row.raised_at,
        plan=row.plan,
        due_at=row.due_at,
        watch_due_at=watch.due_at if watch and row.ended_at is None else None,
        colour=_colour(watch, is_owed=True, is_over=row.ended_at is not None, at=at),
        failed=row.failed,
        ended_at=row.ended_at,
        entries=[
            out.CaseEntryOut(
                act=one.act,
                at=one.at,
                by_name=one.by_name,
                unit_name=units.get(one.unit_id, "") if one.unit_id else "",
                words=one.words,
                due_at=one.due_at,
                files=[files[file] for file in one.file_ids if file in files],
            )
            for one in entries
        ],
        may_plan=answers and state is CaseState.RAISED,
        may_report=answers and state in CASE_REPORTING,
        may_recheck=state is CaseState.RECTIFIED
        and actor.unit_id == row.unit_id
        and is_permitted(actor, P.SUPERVISE_AREA),
    )


def _figures(found: dict[str, Figures], names: dict[str, str]) -> list[out.LapseFiguresOut]:
    rows = [
        out.LapseFiguresOut(
            key=key,
            name=names.get(key, key),
            slow=one.slow,
            returned=one.returned,
            rework=one.rework,
            repeated=one.repeated,
            against_word=one.against_word,
            ordinary=one.ordinary,
            yellow=one.yellow,
            red=one.red,
            total=one.total,
        )
        for key, one in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.total, row.key))


def _matter(brief: MatterBrief) -> out.SupervisedMatterOut:
    return out.SupervisedMatterOut(
        id=brief.incident_id,
        receipt_no=brief.receipt_no,
        title=brief.title,
        state=brief.state,
        area_name=brief.area_name,
    )


def _units(rows: Sequence[Card], entries: Iterable[Sequence[CardEntry]]) -> dict[UUID, str]:
    named = {row.unit_id for row in rows} | {row.by_unit_id for row in rows}
    return unit_names(named | {one.unit_id for found in entries for one in found if one.unit_id})
