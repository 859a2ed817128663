"""The matter itself, its course and its evidence, as sections of its file."""

from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Step
from jingwei.domains.incidents.queries.filing.reading import Reading
from jingwei.domains.incidents.queries.matter import item_of, standing_of
from jingwei.domains.incidents.rules.evidence import EVIDENCE_LABELS
from jingwei.domains.incidents.rules.filing import (
    FACT_LABELS,
    FILE_WORDS,
    LANE_LABELS,
    LANES,
    MOST_PICTURES,
    MOST_STEPS,
    OF_PERSONS,
    limit_words,
)
from jingwei.domains.incidents.rules.lanes import BY_AREA, Lane, lane_of, tone_of
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, OWED_BY_NOBODY
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import BETWEEN_US, may_contact_reporter
from jingwei.domains.incidents.rules.taking_along import CHANNEL_WORDS, IDENTITY_WORDS
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.areas.queries import path_name
from jingwei.foundation.documents.contracts import Block, Facts, Lanes, Mark, Note, Picture, Pictures, Table
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.privacy.services import masked_value


def basics_of(file: Reading) -> list[Block]:
    one, asked = file.incident, file.asked
    item = item_of(one)
    word = asked.word
    facts = [
        (asked.say("受理编号", "Receipt no."), one.receipt_no),
        (asked.say("标题", "Title"), file.plain(one.title)),
        (asked.say("事项", "Item"), f"{item.item_name}（{item.item_code}）" if item else ""),
        (asked.say("来源", "Channel"), word(CHANNEL_WORDS.get(one.channel, (one.channel, one.channel)))),
        (asked.say("紧急", "Urgent"), asked.yes(True) if one.is_urgent else ""),
        (asked.say("区域", "Area"), path_name(one.scope_code)),
        (asked.say("地址", "Address"), file.plain(one.address)),
        (asked.say("负责中心", "Centre"), file.unit(one.centre_id)),
        (asked.say("承办单位", "Unit"), file.unit(one.handler_unit_id)),
        (asked.say("上报时间", "Reported"), asked.moment(one.reported_at)),
        (asked.say("受理时间", "Accepted"), asked.moment(one.accepted_at)),
        (asked.say("本阶段期限", "Due"), asked.moment(one.due_at)),
        (asked.say("结案时间", "Closed"), asked.moment(one.closed_at)),
        (asked.say("反映人", "Reporter"), _reporter(file)),
    ]
    words = file.plain(one.words)
    return [Facts(tuple(facts)), *([Note(words)] if words else [])]


def _reporter(file: Reading) -> str:
    """Masked, and only for those who may contact them; who asked for secrecy is not in the file at all."""
    identity = Identity(file.incident.identity)
    kind = file.asked.word(IDENTITY_WORDS[identity])
    is_shown = file.is_inside and identity is Identity.NAMED
    if not is_shown or not may_contact_reporter(file.actor, standing_of(file.incident)):
        return kind
    name = masked_value(REPORTER_NAME, file.incident.reporter_name_sealed)
    phone = masked_value(REPORTER_PHONE, file.incident.reporter_phone_sealed)
    return " ".join(part for part in (kind, name, phone) if part)


def course_blocks(file: Reading) -> list[Block]:
    asked = file.asked
    steps = file.steps[:MOST_STEPS]
    if not steps:
        return []
    lanes = [(one, _lane(one)) for one in steps]
    trodden = [lane for lane in LANES if any(lane == used for _, used in lanes)]
    marks = tuple(
        Mark(
            lane=trodden.index(lane),
            word=asked.word(ACTION_LABELS[Action(one.action)]),
            tone=tone_of(Action(one.action), is_late=_is_late(one)),
            at=asked.moment(one.at)[5:],
        )
        for one, lane in lanes
    )
    heads = (
        asked.say("时间", "When"),
        asked.say("步骤", "Step"),
        asked.say("层级", "Level"),
        asked.say("单位和人员", "Who") if file.is_inside else asked.say("单位", "Unit"),
        asked.say("说明", "Remark"),
    )
    drawn = Lanes(
        tuple(asked.word(LANE_LABELS[lane]) for lane in trodden),
        marks,
        asked.say(
            f"办理过程图，共{len(marks)}步，逐步说明见下表", f"The course, {len(marks)} steps, told below"
        ),
    )
    rows = tuple(_step_row(file, one, lane) for one, lane in lanes)
    left = len(file.steps) - len(steps)
    more = [Note(asked.say(f"另有{left}步，请在系统里查看。", f"{left} more steps are in the system."))]
    return [drawn, Table(heads, rows), *(more if left else [])]


def _lane(step: Step) -> Lane:
    return lane_of(Role(step.role), Action(step.action), step.facts.get(BY_AREA) or step.centre_area)


def _step_row(file: Reading, step: Step, lane: Lane) -> tuple[str, ...]:
    asked = file.asked
    who = [file.unit(step.unit_id), step.actor_name if file.is_inside else ""]
    word = asked.word(ACTION_LABELS[Action(step.action)])
    late = asked.say("（超时）", " (late)") if _is_late(step) else ""
    is_told = file.is_inside or Action(step.action) not in BETWEEN_US
    said = [file.plain(step.remark)] if step.remark and is_told else []
    said += _facts(file, step)
    return (
        asked.moment(step.at),
        word + late,
        asked.word(LANE_LABELS[lane]),
        " ".join(one for one in who if one),
        asked.say("；", "; ").join(said),
    )


def _facts(file: Reading, step: Step) -> list[str]:
    said = []
    for key, label in FACT_LABELS.items():
        value = step.facts.get(key, "")
        if value in ("", None) or (key in OF_PERSONS and not file.is_inside):
            continue
        text = file.asked.yes(value) if isinstance(value, bool) else str(value)
        if key == "limit":
            text = file.asked.word(limit_words(text))
        said.append(f"{file.asked.word(label)}{file.asked.say('：', ': ')}{text}")
    return said


def evidence_of(file: Reading) -> list[Block]:
    """Photos small, other files by name; outside only what may be published."""
    asked = file.asked
    facts = {
        one.file_id: one for one in facts_of(file.actor, [one.file_id for one in file.known.attachments])
    }
    pictures, others = [], []
    for one in file.known.attachments:
        kept = facts.get(one.file_id)
        if kept is None or (kept.publish_blocked and not file.is_inside):
            continue
        kind = asked.word(EVIDENCE_LABELS.get(one.kind, ("随上报", "with the report")))
        when = asked.moment(kept.taken_at or one.added_at)
        if kept.has_thumbnails and len(pictures) < MOST_PICTURES:
            pictures.append(Picture(one.file_id, f"{kind} · {when}"))
        else:
            size = f"{max(1, kept.size_bytes // 1024)} KB"
            others.append((kind, asked.word(FILE_WORDS[kept.kind.value]), size, when))
    heads = (
        asked.say("用途", "Shown as"),
        asked.say("类型", "Kind"),
        asked.say("大小", "Size"),
        asked.say("时间", "When"),
    )
    blocks: list[Block] = [Pictures(tuple(pictures))] if pictures else []
    return [*blocks, *([Table(heads, tuple(others))] if others else [])]


def _is_late(step: Step) -> bool:
    return step.due_at is not None and step.at > step.due_at and Action(step.action) not in OWED_BY_NOBODY
