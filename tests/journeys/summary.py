"""The table at the end: what became of the reports, and how long things took."""

from collections import Counter

from tests.journeys.journeys import Run
from tests.journeys.plans import Turn
from tests.journeys.walk import CLOSED, VOIDED

LABELS = {
    "signIn": "登录",
    "reportIncident": "上报",
    "reportTip": "保密线索",
    "trackIncident": "按查询码查看",
    "listIncidents": "列表",
    "getIncident": "打开事件",
    "listItems": "查事项",
    "acceptIncident": "受理",
    "correctIncident": "更正",
    "escalateIncident": "上报上级",
    "takeUpIncident": "提级办理",
    "dispatchIncident": "派遣",
    "recallIncident": "撤回派遣",
    "takeTask": "接收",
    "returnTask": "退回",
    "assignTask": "指派到人",
    "uploadFile": "上传照片（含遮挡）",
    "handleTask": "处置反馈",
    "askExtension": "申请延期",
    "grantExtension": "同意延期",
    "refuseExtension": "不同意延期",
    "suspendIncident": "挂起",
    "resumeIncident": "恢复",
    "passCheck": "核查通过",
    "failCheck": "核查不通过",
    "closeIncident": "结案",
    "rateTracked": "评价（查询码）",
    "rateIncident": "评价（账号）",
    "reopenTracked": "重开（查询码）",
    "reopenIncident": "重开（账号）",
    "voidIncident": "作废",
    "askReporter": "征询反映人",
    "answerTracked": "回答征询（查询码）",
    "answerQuestion": "回答征询（账号）",
    "urgeIncident": "催办",
    "noteIncident": "备注",
    "listUnits": "查单位",
    "listUnitPosts": "本单位岗位",
    "downloadFile": "查看照片",
    "listNotices": "收件箱",
}


def summary(run: Run) -> str:
    """Counts by outcome and turn, seconds, and each operation's p50 and p95, in Chinese and English."""
    walks = run.walks
    source = (
        "真实留言 real messages" if run.brought_in.is_real else "生成的留言（没有真实文件）generated messages"
    )
    lines = [
        f"全程 journeys：导入 imported {len(run.imported)}（{source}），现场上报 live {len(run.live)}",
        "",
        "结果 outcome                                       件 count",
    ]
    outcomes = Counter(_outcome(walk.ended_in, walk.ratings) for walk in walks)
    turns = Counter(turn for walk in walks for turn in walk.plan.turns)
    lines += [_row(name, count) for name, count in outcomes.most_common()]
    lines += ["", "途中 on the way"]
    lines += [_row(turn.value, turns[turn]) for turn in Turn if turns[turn]]
    ratings = sum(walk.ratings for walk in walks)
    by_code = sum(walk.ratings for walk in walks if walk.account is None)
    imported = sum(walk.ratings for walk in run.imported)
    lines += [
        _row("评价 ratings", ratings),
        _row("  其中凭查询码 by tracking code", by_code),
        _row("  其中导入留言的反映人 by writers of imported messages", imported),
        _row("步骤 steps", sum(len(walk.journal) for walk in walks)),
        "",
    ]
    spent = "，".join(f"{name} {seconds:.1f} s" for name, seconds in run.seconds.items())
    whole = sum(run.seconds.values())
    lines += [f"用时 time：{spent}；共 total {whole:.1f} s，请求 requests {run.people.watch.requests}", ""]
    lines.append(f"{'操作 operation':<46}{'次 n':>7}{'p50 ms':>9}{'p95 ms':>9}")
    for operation, seconds in sorted(run.people.watch.seconds.items(), key=lambda one: -len(one[1])):
        name = f"{LABELS.get(operation, '')} {operation}".strip()
        lines.append(
            f"{_padded(name, 46)}{len(seconds):>7}{_percentile(seconds, 50):>9.0f}{_percentile(seconds, 95):>9.0f}"
        )
    return "\n".join(lines)


def _outcome(state: int, ratings: int) -> str:
    if state == VOIDED:
        return "已作废 voided"
    assert state == CLOSED
    return {
        0: "已结案，未评价 closed, not rated",
        1: "已结案，已评价 closed and rated",
        2: "重开后再次结案，两次评价 reopened, closed again, rated twice",
    }[ratings]


def _row(name: str, count: int) -> str:
    return f"  {_padded(name, 58)}{count:>6}"


def _padded(text: str, width: int) -> str:
    """Chinese signs take two places on a terminal."""
    taken = sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
    return text + " " * max(1, width - taken)


def _percentile(seconds: list[float], share: int) -> float:
    """In milliseconds."""
    ranked = sorted(seconds)
    return 1000 * ranked[min(len(ranked) - 1, round(share / 100 * (len(ranked) - 1)))]
