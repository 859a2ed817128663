"""Publishing what is asked at the door. Whoever does has the whole city in their care."""

from collections.abc import Sequence
from datetime import date, datetime

from jingwei.domains.doorvisits.contracts import Question, QuestionFault, VisitForm
from jingwei.domains.doorvisits.models import VisitFormVersion
from jingwei.domains.doorvisits.queries.forms import form_of_row, kinds_now
from jingwei.domains.doorvisits.rules.forms import form_faults, written
from jingwei.domains.doorvisits.rules.refusals import BadVisitForm, VisitStartRefused
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.redlines import refuse_red_lines


def faults_of(
    title: tuple[str, str], questions: Sequence[Question], *, valid_from: date
) -> list[QuestionFault]:
    """What keeps questions from being published: fields are those of the forms in force on the day."""
    return form_faults(title, questions, kinds_now(on=valid_from))


def publish_visit_form(
    actor: Actor,
    *,
    title: tuple[str, str],
    questions: Sequence[Question],
    valid_from: date,
    after_version: int,
    at: datetime,
) -> VisitForm:
    """Bring questions into force on a day. ``after_version`` is the latest that was seen.

    Raises: RedLineCrossed, StaleVersion, BadVisitForm, VisitStartRefused, NotFound.
    """
    names = [*title, *(word for one in questions for word in (one.key, one.words_zh, one.words_en))]
    refuse_red_lines(names, place_zh="走访表的问题", place_en="a question of a visit form")
    with work(actor, Permission.MANAGE_FORMS) as job:
        job.record_in_city("doorvisits.visitform", published=valid_from.isoformat())
        job.alone_with("doorvisits.form")
        latest = VisitFormVersion.objects.order_by("-version").first()
        current = latest.version if latest else 0
        if current != after_version:
            raise StaleVersion(name=title[0] or "走访表", seen=after_version, current=current)
        faults = faults_of(title, questions, valid_from=valid_from)
        if faults:
            raise BadVisitForm(faults)
        earliest = max([local(at).date(), *([latest.valid_from] if latest else [])])
        if valid_from < earliest:
            raise VisitStartRefused(earliest=earliest.isoformat())
        row = VisitFormVersion(
            version=current + 1,
            valid_from=valid_from,
            title_zh=title[0].strip(),
            title_en=title[1].strip(),
            questions=[written(one) for one in questions],
            published_at=at,
            published_by=actor.name,
        )
        row.save(force_insert=True)
    return form_of_row(row)
