"""Visits and forms as they travel."""

from collections.abc import Sequence
from datetime import date

from jingwei.domains.doorvisits.api import schemas as io
from jingwei.domains.doorvisits.contracts import NOTE, About, Landing, Question, QuestionFault, VisitForm
from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.domains.doorvisits.queries.forms import kinds_now
from jingwei.domains.doorvisits.queries.hooks import ledger_of
from jingwei.domains.doorvisits.queries.visits import landed_of
from jingwei.domains.doorvisits.rules.forms import Kinds, about_of, asked_by, field_of, landing_faults
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.forms.contracts import FieldKind

NOTE_WORDS = ("民情", "Concerns")


def form_out(form: VisitForm, *, in_force: int, on: date) -> io.DoorFormOut:
    kinds = kinds_now(on=on)
    return io.DoorFormOut(
        version=form.version,
        valid_from=form.valid_from,
        is_in_force=form.version == in_force,
        title_zh=form.title_zh,
        title_en=form.title_en,
        published_by=form.published_by,
        questions=[question_out(one, kinds) for one in form.questions],
        faults=faults_out(landing_faults(form.questions, kinds)),
    )


def faults_out(faults: Sequence[QuestionFault]) -> list[io.DoorQuestionFaultOut]:
    return [
        io.DoorQuestionFaultOut(question=one.question, message=one.message_zh, message_en=one.message_en)
        for one in faults
    ]


def question_out(one: Question, kinds: Kinds) -> io.DoorQuestionOut:
    found = field_of(one, kinds)
    first = asked_by(one, kinds)
    return io.DoorQuestionOut(
        key=one.key,
        words_zh=one.words_zh,
        words_en=one.words_en,
        about=about_of(one, kinds),
        kind=first.kind if first and found else "",
        field=first.field if first and found else "",
        lands=[_landing(land, kinds) for land in one.lands],
    )


def places_out(*, on: date) -> list[io.DoorLandingPlaceOut]:
    """Every field a question may land in, kind by kind, and the notes."""
    places = [
        io.DoorLandingPlaceOut(
            kind=kind,
            kind_zh=form.title_zh,
            kind_en=form.title_en,
            about=about,
            field=field.key,
            label_zh=field.label_zh,
            label_en=field.label_en,
            field_kind=field.kind.value,
            code_table=field.code_table,
        )
        for kind, (about, form) in kinds_now(on=on).items()
        for field in form.fields
        if field.kind is not FieldKind.IDENTITY
    ]
    note = io.DoorLandingPlaceOut(
        kind=NOTE,
        kind_zh=NOTE_WORDS[0],
        kind_en=NOTE_WORDS[1],
        about=About.NOTE,
        field="words",
        label_zh="内容",
        label_en="What it is about",
        field_kind="note",
        code_table="",
    )
    return [*places, note]


def visit_rows(actor: Actor, rows: Sequence[DoorVisit]) -> list[io.DoorVisitOut]:
    areas = names_of({row.scope_code for row in rows})
    cards = house_cards(actor, {row.house_id for row in rows})
    return [
        io.DoorVisitOut(
            id=row.pk,
            house_id=row.house_id,
            address=cards[row.house_id].address if row.house_id in cards else "",
            area_code=row.scope_code,
            area_name=areas.get(row.scope_code, ""),
            visited_at=row.visited_at,
            officer_id=row.person_id,
            officer_name=row.officer_name,
            form_version=row.form_version,
            changed=row.changed,
            confirmed=row.confirmed,
            notes=row.notes,
            is_mine=row.person_id is not None and row.person_id == actor.person_id,
        )
        for row in rows
    ]


def visit_out(actor: Actor, row: DoorVisit, *, on: date) -> io.DoorVisitDetailOut:
    """One visit with what it wrote; records out of sight keep their kind and lose their name."""
    landed, kinds = landed_of(row.pk), kinds_now(on=on)
    names: dict[object, str] = {}
    for kind in {one.kind for one in landed}:
        ledger = ledger_of(kind)
        ids = [one.record_id for one in landed if one.kind == kind]
        names |= dict(ledger.names(actor, ids)) if ledger else {}
    (told,) = visit_rows(actor, [row])
    return io.DoorVisitDetailOut(
        **told.dict(), landed=[_landed(one, kinds, names.get(one.record_id, "")) for one in landed]
    )


def _landed(one: Landed, kinds: Kinds, label: str) -> io.DoorLandedOut:
    form = kinds[one.kind][1] if one.kind in kinds else None
    fields = []
    for key in (*one.changed, *one.unchanged):
        field = form.field(key) if form else None
        fields.append(
            io.DoorLandedFieldOut(
                field=key,
                label_zh=field.label_zh if field else key,
                label_en=field.label_en if field else key,
                is_changed=key in one.changed,
            )
        )
    return io.DoorLandedOut(
        kind=one.kind,
        kind_zh=form.title_zh if form else one.kind,
        kind_en=form.title_en if form else one.kind,
        record_id=one.record_id,
        label=label,
        change_id=one.change_id,
        deed=one.deed,
        fields=fields,
    )


def _landing(land: Landing, kinds: Kinds) -> io.DoorLandingOut:
    if land.kind == NOTE:
        titles, labels = NOTE_WORDS, ("内容", "What it is about")
    else:
        form = kinds[land.kind][1] if land.kind in kinds else None
        field = form.field(land.field) if form else None
        titles = (form.title_zh, form.title_en) if form else (land.kind, land.kind)
        labels = (field.label_zh, field.label_en) if field else ("", "")
    return io.DoorLandingOut(
        kind=land.kind,
        field=land.field,
        kind_zh=titles[0],
        kind_en=titles[1],
        label_zh=labels[0],
        label_en=labels[1],
    )
