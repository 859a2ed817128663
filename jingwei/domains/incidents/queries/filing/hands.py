"""Who had a matter, who helped, what was said and what hangs together, as a section of its file."""

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries.disputes import Tied
from jingwei.domains.incidents.queries.filing.reading import Reading, heads_of
from jingwei.domains.incidents.rules.filing import ENDS
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS
from jingwei.domains.incidents.rules.objecting import OUTCOME_LABELS, Outcome
from jingwei.foundation.documents.contracts import Block, Note, Table


def hands_of(file: Reading) -> list[Block]:
    """Who had it and who helped; what units said against each other, questions, ratings, and what hangs together."""
    return [*_tasks(file), *_assists(file), *_objections(file), *_voices(file), *_tied(file)]


def _tasks(file: Reading) -> list[Block]:
    asked = file.asked
    rows = tuple(
        (
            file.unit(one.unit_id),
            asked.moment(one.dispatched_at),
            asked.moment(one.due_at),
            asked.moment(one.taken_at),
            asked.moment(one.ended_at),
            asked.word(ENDS.get(one.outcome, (one.outcome, one.outcome))),
        )
        for one in file.known.assignments
    )
    heads = heads_of(
        asked,
        ("承办单位", "Unit"),
        ("派遣", "Dispatched"),
        ("期限", "Due"),
        ("接收", "Taken"),
        ("结束", "Ended"),
        ("结果", "Outcome"),
    )
    return [Table(heads, rows, asked.say("派遣", "Tasks"))] if rows else []


def _assists(file: Reading) -> list[Block]:
    asked = file.asked
    rows = tuple(
        (
            file.unit(one.unit_id),
            file.plain(one.words) if file.is_inside else "",
            asked.moment(one.asked_at),
            asked.moment(one.ended_at),
            asked.word(ENDS.get(one.outcome, (one.outcome, one.outcome))),
            file.plain(one.result) if file.is_inside else "",
        )
        for one in file.known.assists
    )
    heads = heads_of(
        asked,
        ("协办单位", "Assisting unit"),
        ("要求", "Asked"),
        ("请求", "When"),
        ("结束", "Ended"),
        ("结果", "Outcome"),
        ("反馈", "Result"),
    )
    return [Table(heads, rows, asked.say("协办", "Assists"))] if rows else []


def _objections(file: Reading) -> list[Block]:
    asked = file.asked
    if not file.is_inside or file.actor.unit_id is None or not file.ties.objections:
        return []
    rows = tuple(
        (
            f"{file.unit(one.unit_id)} → {file.unit(one.named_unit_id)}",
            asked.moment(one.asked_at),
            file.plain(one.reason),
            file.unit(one.referee_id),
            asked.word(OUTCOME_LABELS[Outcome(one.outcome)]) if one.outcome else asked.word(ENDS[""]),
            file.plain(one.ruling),
        )
        for one in file.ties.objections
    )
    heads = heads_of(
        asked,
        ("谁认为应由谁", "Who names whom"),
        ("提出", "When"),
        ("理由", "Reason"),
        ("裁决中心", "Referee"),
        ("结果", "Outcome"),
        ("裁决意见", "Ruling"),
    )
    return [Table(heads, rows, asked.say("派遣异议", "Objections"))]


def _voices(file: Reading) -> list[Block]:
    """What whoever reported was asked and answered, and how they rated it."""
    asked = file.asked
    rows = [
        (
            asked.say("征询", "Asked"),
            asked.moment(one.asked_at),
            file.plain(one.words),
            file.plain(one.answer),
        )
        for one in file.known.questions
    ]
    rows += [
        (
            asked.say("评价", "Rated"),
            asked.moment(one.at),
            asked.say(f"{one.stars}星，", f"{one.stars} stars, ")
            + (asked.say("已解决", "solved") if one.is_solved else asked.say("未解决", "not solved")),
            file.plain(one.remark),
        )
        for one in file.known.ratings
    ]
    heads = heads_of(
        asked, ("类别", "Kind"), ("时间", "When"), ("内容", "Words"), ("回答或说明", "Answer or remark")
    )
    return [Table(heads, tuple(rows), asked.say("与反映人", "With the reporter"))] if rows else []


def _tied(file: Reading) -> list[Block]:
    if not file.is_inside:
        return []
    asked, ties = file.asked, file.ties
    told: list[tuple[str, Tied]] = []
    told += [(asked.say("上一级事项", "Part of"), ties.parent)] if ties.parent else []
    told += [(asked.say("子任务", "Child task"), one) for one in ties.children]
    told += [(asked.say("此前同一地点", "Before, at this place"), ties.earlier)] if ties.earlier else []
    told += [(asked.say("此后同一地点", "After, at this place"), one) for one in ties.later]
    rows = tuple(
        (
            kind,
            one.incident.receipt_no,
            one.incident.title,
            asked.word(STATE_LABELS[State(one.incident.state)]),
        )
        for kind, one in told
    )
    folded = file.incident.fold_count
    many = asked.say(f"另有{folded}件反映并入本件。", f"{folded} other reports were folded into this one.")
    heads = heads_of(
        asked, ("关系", "Tie"), ("受理编号", "Receipt no."), ("标题", "Title"), ("状态", "State")
    )
    table = [Table(heads, rows, asked.say("相关事项", "Matters that hang together"))] if rows else []
    return [*table, *([Note(many)] if folded else [])]
