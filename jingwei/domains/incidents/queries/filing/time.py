"""The clocks and the clock ledger of a matter, as a section of its file."""

from collections.abc import Iterable

from jingwei.domains.clocks.contracts import WARNING_LABELS, WarningColour
from jingwei.domains.incidents.models import ClockWarning
from jingwei.domains.incidents.queries.clocks import Entry, ledger_for
from jingwei.domains.incidents.queries.filing.reading import Reading, heads_of
from jingwei.domains.incidents.rules.clock_ledger import DUTY_LABELS, OwnerKind
from jingwei.domains.incidents.rules.clocks import CLOCK_LABELS
from jingwei.domains.incidents.rules.filing import OWNER_LABELS, limit_words, whole_minutes
from jingwei.domains.incidents.rules.taking_along import CLOCK_WORDS
from jingwei.foundation.documents.contracts import Asked, Block, Table


def time_of(file: Reading) -> list[Block]:
    """The clocks, the ledger that adds up, pauses and extensions, and the warnings with their answers."""
    asked = file.asked
    ledger = ledger_for(file.actor, file.incident, at=asked.at)
    lasted = whole_minutes([one.seconds for one in ledger.entries])
    worked = whole_minutes([one.working_seconds for one in ledger.entries])
    entries = tuple(
        (*_entry(file, one), *_lasted(asked, whole, working))
        for one, whole, working in zip(ledger.entries, lasted, worked, strict=True)
    )
    total = (asked.say("合计", "Total"), "", "", "", *_lasted(asked, sum(lasted), sum(worked)))
    clocks = tuple(
        (
            asked.word(CLOCK_LABELS[one.clock]),
            asked.word(limit_words(one.limit)),
            asked.moment(one.started_at),
            asked.moment(one.due_at) or asked.say("暂停中", "paused"),
            asked.word(CLOCK_WORDS[one.colour]) + (asked.say("，超过时限", ", late") if one.is_late else ""),
        )
        for one in ledger.clocks
    )
    blocks: list[Block] = []
    if clocks:
        heads = heads_of(
            asked,
            ("时钟", "Clock"),
            ("时限", "Limit"),
            ("开始", "From"),
            ("截止", "Due"),
            ("情况", "State"),
        )
        blocks.append(Table(heads, clocks, asked.say("三个时钟", "The three clocks")))
    if entries:
        heads = heads_of(
            asked,
            ("归谁", "Whose"),
            ("该做什么", "Owed"),
            ("从", "From"),
            ("到", "Until"),
            ("自然时间", "Time"),
            ("工作时间", "Working time"),
        )
        blocks.append(
            Table(heads, (*entries, total), asked.say("时间账：首尾相接，加起来是一生", "The clock ledger"))
        )
    return [*blocks, *_waits(file), *_warnings(file, ledger.warnings)]


def _entry(file: Reading, one: Entry) -> tuple[str, ...]:
    owner, asked = one.stretch.owner, file.asked
    is_veiled = owner.kind is OwnerKind.POST and not file.is_inside
    kind = asked.word(OWNER_LABELS[OwnerKind.UNIT if is_veiled else owner.kind])
    name = f"{kind} {one.owner_name}" if owner.kind is OwnerKind.HEAD else one.owner_name
    return (
        name if one.owner_name and not is_veiled else kind,
        asked.word(DUTY_LABELS[one.stretch.duty]),
        asked.moment(one.stretch.from_at),
        asked.moment(one.stretch.until_at),
    )


def _lasted(asked: Asked, minutes: int, working: int) -> tuple[str, str]:
    return asked.lasted(minutes * 60), asked.lasted(working * 60, hours_a_day=0)


def _waits(file: Reading) -> list[Block]:
    asked = file.asked
    rows = [
        (
            asked.say("挂起", "Suspended"),
            asked.moment(one.started_at),
            asked.moment(one.ended_at or one.until_at),
            file.plain(one.reason),
        )
        for one in file.known.suspensions
    ]
    rows += [
        (
            asked.say("延期", "Extension"),
            asked.moment(one.asked_at),
            asked.word(limit_words(one.limit))
            + asked.say("，", ", ")
            + {
                None: asked.say("待定", "waiting"),
                True: asked.say("同意", "granted"),
                False: asked.say("不同意", "refused"),
            }[one.is_granted],
            file.plain(one.reason),
        )
        for one in file.known.extensions
    ]
    if not rows:
        return []
    heads = heads_of(
        asked, ("类别", "Kind"), ("时间", "When"), ("到或时限", "Until, or limit"), ("原因", "Why")
    )
    return [Table(heads, tuple(rows), asked.say("挂起和延期", "Pauses and extensions"))]


def _warnings(file: Reading, warnings: Iterable[ClockWarning]) -> list[Block]:
    asked = file.asked
    rows = tuple(
        (
            asked.moment(one.warned_at),
            asked.word(WARNING_LABELS[WarningColour(one.colour)]),
            " ".join(part for part in (one.answer_name, asked.moment(one.answered_at)) if part),
            one.answer or asked.say("未答复", "not answered"),
        )
        for one in (warnings if file.is_inside else ())
    )
    if not rows:
        return []
    heads = heads_of(
        asked, ("时间", "When"), ("预警", "Warning"), ("谁答复", "Answered by"), ("答复", "Answer")
    )
    return [Table(heads, rows, asked.say("预警和答复", "Warnings and answers"))]
