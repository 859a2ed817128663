"""The parts of one incident as they travel: its course by lanes, files with their facts, tasks, item, buttons."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.api import schemas as out
from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries import Course, actions_for, standing_of
from jingwei.domains.incidents.rules.asking import urge_again_at
from jingwei.domains.incidents.rules.evidence import EVIDENCE_LABELS, missing_evidence
from jingwei.domains.incidents.rules.lanes import BY_AREA, direction_of, lane_of, tone_of
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, OWED_BY_NOBODY, Need
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import BETWEEN_US, is_reporter, may_contact_reporter
from jingwei.domains.routing.contracts import ItemDetail
from jingwei.domains.routing.queries import item_detail_by_id
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import is_permitted, posts_of_unit
from jingwei.foundation.files.contracts import FileFacts
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.privacy.services import masked_value
from jingwei.kernel.geo import distance_m

OPERATIONS = {
    Action.EDIT: "editReport",
    Action.TAKE: "takeTask",
    Action.RETURN: "returnTask",
    Action.ASSIGN: "assignTask",
    Action.HANDLE: "handleTask",
    Action.TAKE_UP: "takeUpIncident",
    Action.ASK_EXTENSION: "askExtension",
    Action.GRANT_EXTENSION: "grantExtension",
    Action.REFUSE_EXTENSION: "refuseExtension",
    Action.PASS_CHECK: "passCheck",
    Action.FAIL_CHECK: "failCheck",
    Action.HAND_OVER: "handOverWork",
    Action.ASK_REPORTER: "askReporter",
    Action.ANSWER: "answerQuestion",
    Action.OBJECT: "objectDispatch",
    Action.UPHOLD: "upholdObjection",
    Action.REFUSE_OBJECTION: "refuseObjection",
    Action.ASK_ASSIST: "askAssist",
    Action.TAKE_ASSIST: "takeAssist",
    Action.REPORT_ASSIST: "reportAssist",
    Action.EXCUSE_ASSIST: "excuseAssist",
}
"""Operations that are not simply the verb and the incident; a test holds them to the document."""
SHOWN_FACTS = frozenset(
    {"unit_name", "limit", "until", "item", "item_before", "stars", "is_solved", "centre_name"}
    | {"from_title", "post_title", "scope", "scope_before", "duty_line"}
    | {"named_unit_name", "referee_name", "child_no"}
)
"""Of what a step remembers, what tells its story; ids and the reporter's former words stay behind."""


def operation_of(action: Action) -> str:
    """The operation that performs an action."""
    return OPERATIONS.get(action, f"{action.value}Incident")


class Parts:
    """One incident cut into what travels, for one reader."""

    def __init__(self, actor: Actor, incident: Incident, course: Course, *, at: datetime) -> None:
        self.actor, self.incident, self.course, self.at = actor, incident, course, at
        self.is_outsider = actor.unit_id is None
        self.detail: ItemDetail | None = item_detail_by_id(incident.item_id) if incident.item_id else None

    def item(self) -> out.ItemStandardOut | None:
        if self.detail is None:
            return None
        brief = self.detail.brief
        return out.ItemStandardOut(
            item_code=brief.item_code,
            item_name=brief.item_name,
            class_name=brief.class_name,
            subclass_name=brief.subclass_name,
            unit_kind=brief.unit_kind,
            definition=self.detail.definition,
            handling_standard=self.detail.handling_standard,
            closing_standard=self.detail.closing_standard,
            legal_basis=self.detail.legal_basis,
            accept_limit=brief.accept_limit,
            handle_limit=brief.handle_limit,
            verify_limit=brief.verify_limit,
            evidence=[
                _evidence(kind, is_shown=kind not in self._missing())
                for kind in EVIDENCE_LABELS
                if kind in brief.evidence
            ],
        )

    def steps(self, units: dict[UUID, str]) -> list[out.StepOut]:
        shown: list[out.StepOut] = []
        area_before = self.course.steps[0].centre_area if self.course.steps else ""
        for step in self.course.steps:
            shown.append(self._step(step, area_before, units))
            area_before = step.centre_area
        return shown

    def _step(self, step: Step, area_before: str, units: dict[UUID, str]) -> out.StepOut:
        action = Action(step.action)
        label, label_en = ACTION_LABELS[action]
        is_late = step.due_at is not None and step.at > step.due_at and action not in OWED_BY_NOBODY
        return out.StepOut(
            version=step.version,
            action=action,
            action_label=label,
            action_label_en=label_en,
            from_state=State(step.from_state) if step.from_state else None,
            to_state=State(step.to_state),
            actor_name="" if self.is_outsider else step.actor_name,
            unit_name=units.get(step.unit_id, "") if step.unit_id else "",
            at=step.at,
            due_at=step.due_at,
            is_late=is_late,
            remark="" if self.is_outsider and action in BETWEEN_US else step.remark,
            is_internal=step.is_internal,
            lane=lane_of(Role(step.role), action, step.facts.get(BY_AREA) or step.centre_area),
            direction=direction_of(area_before, step.centre_area),
            tone=tone_of(action, is_late=is_late),
            facts=self._facts(step),
        )

    def _facts(self, step: Step) -> dict[str, str]:
        shown = {key: str(value) for key, value in step.facts.items() if key in SHOWN_FACTS and value != ""}
        if self.detail is not None and shown.get("item") == self.detail.brief.item_code:
            shown["item"] = f"{self.detail.brief.item_name} {shown['item']}"
        return shown

    def attachments(self) -> list[out.AttachmentOut]:
        ids = [one.file_id for one in self.course.attachments]
        facts = {one.file_id: one for one in facts_of(self.actor, ids)} if ids else {}
        shown: list[out.AttachmentOut] = []
        for one in self.course.attachments:
            file = facts.get(one.file_id)
            shown.append(
                out.AttachmentOut(
                    file_id=one.file_id,
                    kind=one.kind,
                    version=one.version,
                    added_at=one.added_at,
                    distance_m=self._distance_of(one.kind, file),
                    file_kind=file.kind.value if file else None,
                    media_type=file.media_type if file else None,
                    size_bytes=file.size_bytes if file else None,
                    width=file.width if file else None,
                    height=file.height if file else None,
                    duration_ms=file.duration_ms if file else None,
                    taken_at=file.taken_at if file else None,
                    has_thumbnails=file.has_thumbnails if file else False,
                    is_held=file.publish_blocked if file else True,
                    masked=file.faces_masked + file.plates_masked + file.drawn_masked if file else 0,
                    doubtful_spots=file.doubtful_spots if file else 0,
                )
            )
        return shown

    def _distance_of(self, kind: str, file: FileFacts | None) -> int | None:
        """Where a step's proof was taken; what came with the report tells nobody where its reporter stood."""
        place = self.incident.position
        if file is None or file.lon is None or file.lat is None or place is None or place.empty:
            return None
        if self.is_outsider or kind == "report":
            return None
        return round(distance_m(file.lon, file.lat, place.x, place.y))

    def tasks(self, units: dict[UUID, str]) -> list[out.TaskOut]:
        holders = self._holders()
        return [
            out.TaskOut(
                unit_id=task.unit_id,
                unit_name=units.get(task.unit_id, ""),
                dispatched_at=task.dispatched_at,
                due_at=task.due_at,
                taken_at=task.taken_at,
                assignee_post_id=None if self.is_outsider else task.assignee_post_id,
                assignee_title=holders.get(task.assignee_post_id, ("", ""))[0],
                assignee_name=holders.get(task.assignee_post_id, ("", ""))[1],
                ended_at=task.ended_at,
                outcome=task.outcome,
            )
            for task in self.course.assignments
        ]

    def assists(self, units: dict[UUID, str]) -> list[out.AssistOut]:
        """Who helps; what was said between centre and units is for staff."""
        return [
            out.AssistOut(
                unit_id=one.unit_id,
                unit_name=units.get(one.unit_id, ""),
                words="" if self.is_outsider else one.words,
                asked_at=one.asked_at,
                due_at=one.due_at,
                taken_at=one.taken_at,
                ended_at=one.ended_at,
                outcome=one.outcome,
                result="" if self.is_outsider else one.result,
                done_version=one.done_version,
            )
            for one in self.course.assists
        ]

    def questions(self, units: dict[UUID, str]) -> list[out.QuestionOut]:
        return [
            out.QuestionOut(
                asked_at=one.asked_at,
                unit_name=units.get(one.asked_by_unit_id, "") if one.asked_by_unit_id else "",
                words=one.words,
                answered_at=one.answered_at,
                answered_version=one.answered_version,
                answer=one.answer,
                ended_at=one.ended_at,
            )
            for one in self.course.questions
        ]

    def urged(self) -> out.UrgedOut | None:
        times = [step.at for step in self.course.steps if step.action == Action.URGE]
        if not times:
            return None
        again_at = urge_again_at(times[-1], is_urgent=self.incident.is_urgent)
        return out.UrgedOut(times=len(times), last_at=times[-1], again_at=again_at)

    def _holders(self) -> dict[UUID | None, tuple[str, str]]:
        """Title and holder by post, of the units whose tasks somebody has; nobody's for outsiders."""
        if self.is_outsider:
            return {}
        units = {task.unit_id for task in self.course.assignments if task.assignee_post_id}
        return {row[0]: (row[1], row[3]) for unit in sorted(units) for row in posts_of_unit(unit, at=self.at)}

    def reporter(self) -> out.ReporterOut | None:
        standing = standing_of(self.incident)
        may_contact = may_contact_reporter(self.actor, standing)
        if not (may_contact or is_reporter(self.actor, standing)):
            return None
        has_phone = (
            self.incident.reporter_phone_sealed is not None and standing.identity is not Identity.ANONYMOUS
        )
        return out.ReporterOut(
            name=masked_value(REPORTER_NAME, self.incident.reporter_name_sealed),
            phone=masked_value(REPORTER_PHONE, self.incident.reporter_phone_sealed),
            may_reveal=may_contact and has_phone and is_permitted(self.actor, Permission.REVEAL_PERSONAL),
        )

    def actions(self) -> list[out.ActionOut]:
        return [
            out.ActionOut(
                action=move.action,
                label=ACTION_LABELS[move.action][0],
                label_en=ACTION_LABELS[move.action][1],
                needs=sorted(need.value for need in move.needs),
                operation_id=operation_of(move.action),
                evidence=(
                    [_evidence(kind, is_shown=False) for kind in self._missing()]
                    if Need.EVIDENCE in move.needs
                    else []
                ),
            )
            for move in actions_for(self.actor, self.incident, at=self.at)
        ]

    def _missing(self) -> list[str]:
        wanted = self.detail.brief.evidence if self.detail else frozenset()
        return missing_evidence(wanted, shown=set(), already={one.kind for one in self.course.attachments})


def _evidence(kind: str, *, is_shown: bool) -> out.EvidenceOut:
    label, label_en = EVIDENCE_LABELS[kind]
    return out.EvidenceOut(kind=kind, label=label, label_en=label_en, is_shown=is_shown)
