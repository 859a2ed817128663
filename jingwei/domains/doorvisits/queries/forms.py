"""What is asked at the door: the form in force, every version, and what has become of the fields it lands in."""

from datetime import date

from jingwei.domains.doorvisits.contracts import VisitForm
from jingwei.domains.doorvisits.models import VisitFormVersion
from jingwei.domains.doorvisits.queries.hooks import ledgers
from jingwei.domains.doorvisits.rules.forms import Kinds, question_of
from jingwei.foundation.forms.queries.standing import form_of

NO_FORM = VisitForm(0, None, "", "", ())
MOST_VERSIONS = 50


def kinds_now(*, on: date) -> Kinds:
    """The ledgers with the form each has on a day."""
    return {one.kind: (one.about, form_of(one.kind, on=on)) for one in ledgers()}


def visit_form(*, on: date) -> VisitForm:
    """The form in force on a day; one that asks nothing where none is."""
    row = VisitFormVersion.objects.filter(valid_from__lte=on).order_by("-valid_from", "-version").first()
    return form_of_row(row) if row else NO_FORM


def visit_form_of(version: int) -> VisitForm:
    """One version, whenever it was in force."""
    row = VisitFormVersion.objects.filter(pk=version).first()
    return form_of_row(row) if row else NO_FORM


def visit_forms() -> list[VisitForm]:
    """Every version, the latest first; a coming one among them."""
    return [form_of_row(row) for row in VisitFormVersion.objects.order_by("-version")[:MOST_VERSIONS]]


def form_of_row(row: VisitFormVersion) -> VisitForm:
    return VisitForm(
        version=row.version,
        valid_from=row.valid_from,
        title_zh=row.title_zh,
        title_en=row.title_en,
        questions=tuple(question_of(one) for one in row.questions),
        published_by=row.published_by,
    )
