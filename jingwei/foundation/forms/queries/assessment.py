"""The assessment of what the platform keeps of people 个人信息保护影响评估, made from the definitions themselves.

What is asked for by a form says itself why it is kept; what apps keep besides is told by config. Nothing is typed here,
so the document cannot say anything else than the program does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.forms.contracts import Field, Form, Keeping, SeenBy
from jingwei.foundation.forms.queries.registry import all_kinds
from jingwei.foundation.forms.queries.standing import form_of
from jingwei.foundation.forms.rules.values import personal_field
from jingwei.foundation.privacy.contracts import PersonalField
from jingwei.foundation.privacy.queries import FieldLooks, looks_by_field
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local

LOOK_DAYS = 90
COUNTER = system_actor("影响评估")
NO_LOOKS = FieldLooks(0, 0)
_kept: list[PersonalField] = []


@dataclass(frozen=True, slots=True)
class AssessedField:
    """One personal field. ``retention_days`` of 0: it stays with the record that it belongs to.

    What apps keep besides is sealed; whether it can be found by a value already known is theirs to say.
    """

    name: str
    label_zh: str
    label_en: str
    purpose: str
    legal_basis: str
    retention_days: int
    keeping: Keeping
    seen_by: SeenBy
    is_required: bool
    looks: int
    lookers: int


@dataclass(frozen=True, slots=True)
class AssessedForm:
    """A kind of record with its personal fields; ``other_fields`` are how many it has that are not personal."""

    form: Form
    is_about_person: bool
    fields: tuple[AssessedField, ...]
    other_fields: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that is kept of people, at a moment. ``other`` are the fields that no form asks for."""

    at: datetime
    look_days: int
    forms: tuple[AssessedForm, ...]
    other: tuple[AssessedField, ...]

    @property
    def every_field(self) -> tuple[AssessedField, ...]:
        return (*(field for one in self.forms for field in one.fields), *self.other)


def plug_personal_fields(fields: Sequence[PersonalField]) -> None:
    """Set which personal fields the apps keep besides those of forms. Called once, by config."""
    _kept[:] = fields


def kept_fields() -> tuple[PersonalField, ...]:
    """The personal fields that no form asks for."""
    return tuple(_kept)


def assessment(*, at: datetime) -> Assessment:
    """What is kept of people now, and how often it was looked at; counts only, of the whole city."""
    with eyes(COUNTER):
        looks = looks_by_field(since=at - timedelta(days=LOOK_DAYS), until=at)
    forms = []
    for kind in all_kinds():
        form = form_of(kind.key, on=local(at).date())
        personal = [one for one in form.fields if one.is_personal]
        if personal or kind.is_about_person:
            fields = tuple(_of_form(form, one, looks) for one in personal)
            forms.append(AssessedForm(form, kind.is_about_person, fields, len(form.fields) - len(personal)))
    return Assessment(at, LOOK_DAYS, tuple(forms), tuple(_of_app(one, looks) for one in _kept))


def _of_form(form: Form, field: Field, looks: dict[str, FieldLooks]) -> AssessedField:
    named = personal_field(form.kind, field)
    counted = looks.get(named.name, NO_LOOKS)
    return AssessedField(
        name=named.name,
        label_zh=field.label_zh,
        label_en=field.label_en,
        purpose=field.purpose,
        legal_basis=field.legal_basis,
        retention_days=named.retention_days,
        keeping=field.keeping,
        seen_by=_seen_by(field),
        is_required=field.is_required,
        looks=counted.looks,
        lookers=counted.people,
    )


def _of_app(field: PersonalField, looks: dict[str, FieldLooks]) -> AssessedField:
    counted = looks.get(field.name, NO_LOOKS)
    return AssessedField(
        name=field.name,
        label_zh=field.label,
        label_en=field.name,
        purpose=field.purpose,
        legal_basis=field.legal_basis,
        retention_days=field.retention_days,
        keeping=Keeping.SEALED,
        seen_by=SeenBy.NEED,
        is_required=False,
        looks=counted.looks,
        lookers=counted.people,
    )


def _seen_by(field: Field) -> SeenBy:
    """A sealed value is masked for everybody within sight, whatever its form says."""
    is_open = field.seen_by is SeenBy.SCOPE and field.keeping is not Keeping.PLAIN
    return SeenBy.NEED if is_open else field.seen_by
