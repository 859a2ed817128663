"""What is asked at the door, over HTTP."""

from django.http import HttpRequest

from jingwei.domains.doorvisits.api import schemas as io
from jingwei.domains.doorvisits.api.routes import router
from jingwei.domains.doorvisits.api.shaping import faults_out, form_out, places_out
from jingwei.domains.doorvisits.contracts import Landing, Question, VisitForm
from jingwei.domains.doorvisits.queries.forms import visit_form, visit_forms
from jingwei.domains.doorvisits.services.publishing import faults_of, publish_visit_form
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.clock import local, now

P = Permission


@edge.operation(router, "GET", "/forms", "listVisitForms", P.MANAGE_FORMS, response=io.DoorFormsOut)
def list_visit_forms(request: HttpRequest) -> io.DoorFormsOut:
    """走访表的每个版本，最近的在前；问题落到的项已不在的，写明问题。另有可以落到的各项。"""
    on = local(now()).date()
    in_force = visit_form(on=on).version
    return io.DoorFormsOut(
        versions=[form_out(one, in_force=in_force, on=on) for one in visit_forms()],
        places=places_out(on=on),
    )


@edge.operation(router, "POST", "/forms", "publishVisitForm", P.MANAGE_FORMS, response=io.DoorFormOut)
def publish_form(request: HttpRequest, body: io.PublishDoorFormIn) -> io.DoorFormOut:
    """核对走访表，或自启用日起发布：之后走访都按它问。"""
    at = now()
    title = (body.title_zh, body.title_en)
    questions = tuple(
        Question(
            one.key, one.words_zh, one.words_en, tuple(Landing(land.kind, land.field) for land in one.lands)
        )
        for one in body.questions
    )
    on = local(at).date()
    in_force = visit_form(on=on).version
    if body.is_preview:
        draft = VisitForm(0, body.valid_from, *title, questions)
        shown = form_out(draft, in_force=-1, on=on)
        shown.faults = faults_out(faults_of(title, questions, valid_from=body.valid_from))
        return shown
    form = publish_visit_form(
        edge.actor(request),
        title=title,
        questions=questions,
        valid_from=body.valid_from,
        after_version=body.after_version,
        at=at,
    )
    return form_out(form, in_force=max(in_force, visit_form(on=on).version), on=on)
