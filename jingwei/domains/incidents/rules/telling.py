"""Who is told of what: one table, so that nobody drowns in notices and nobody is forgotten."""

from dataclasses import dataclass
from enum import StrEnum

from jingwei.domains.incidents.contracts import Action


class Told(StrEnum):
    """Who a notice goes to."""

    CENTRE = "centre"  # 现在负责中心的坐席
    UNIT = "unit"  # 承办单位
    ASSIGNEE = "assignee"  # 承办人；没有指派到人时为承办单位
    GRID = "grid"  # 事发网格的网格员
    REPORTER = "reporter"  # 有账号的反映人
    REFEREE = "referee"  # 裁决异议的中心
    OBJECTOR = "objector"  # 提出异议的单位
    ASKER = "asker"  # 提出征询的岗位
    ASSIST = "assist"  # 步骤所说的协办单位
    OWER = "ower"  # 现在该办下一步的岗位


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the table. Notices of one ``fold`` are counted up while unread instead of piling up.

    ``message`` goes by SMS to a reporter who left a number and has no account; what they must answer, also to those
    who have one.
    """

    told: Told
    zh: str
    en: str
    fold: str
    message: str = ""
    wants_answer: bool = False


A, T, N = Action, Told, Notice
ASKED = (
    "您反映的事项（受理编号{receipt_no}）需要您补充情况。请登录，或在“查询进度”中输入查询码查看问题并回答。"
)

NEWS = "您反映的事项（受理编号{receipt_no}）%s。可在“查询进度”中输入查询码查看。"

TELLINGS: dict[Action, tuple[Notice, ...]] = {
    A.REPORT: (N(T.CENTRE, "有新的事件待受理", "New incidents to accept", "to_accept"),),
    A.ACCEPT: (N(T.REPORTER, "您反映的事项已受理", "Your report was accepted", "", message=NEWS % "已受理"),),
    A.ESCALATE: (N(T.CENTRE, "下级中心上报了事件", "Incidents were escalated to you", "escalated"),),
    A.CORRECT: (),
    A.DISPATCH: (N(T.UNIT, "有新的任务待接收", "New tasks to take", "to_take"),),
    A.RECALL: (N(T.UNIT, "派遣的任务已撤回", "A task was recalled", ""),),
    A.RETURN: (N(T.CENTRE, "任务被退回，需重新派遣", "A task was returned", "returned"),),
    A.ASSIGN: (N(T.ASSIGNEE, "有任务指派给您", "A task was assigned to you", "assigned"),),
    A.HANDLE: (
        N(T.GRID, "处置已完成，请到现场核查", "Handled: please verify on site", "to_verify"),
        N(T.CENTRE, "处置已完成，待核查", "Handled, to be verified", "to_verify"),
    ),
    A.ASK_EXTENSION: (N(T.CENTRE, "有延期申请待审批", "Requests for time to decide", "extensions"),),
    A.GRANT_EXTENSION: (
        N(T.ASSIGNEE, "延期申请已同意", "Your request for time was granted", ""),
        N(
            T.REPORTER,
            "您反映的事项办理期限已延长",
            "Your report was given more time",
            "",
            message=NEWS % "办理期限已延长",
        ),
    ),
    A.REFUSE_EXTENSION: (N(T.ASSIGNEE, "延期申请未同意", "Your request for time was refused", ""),),
    A.SUSPEND: (
        N(T.ASSIGNEE, "任务已挂起，时限暂停", "The task was suspended", ""),
        N(
            T.REPORTER,
            "您反映的事项暂缓办理，请查看原因",
            "Your report has to wait: see why",
            "",
            message=NEWS % "暂缓办理",
        ),
    ),
    A.RESUME: (
        N(T.ASSIGNEE, "任务已恢复，时限继续", "The task goes on", ""),
        N(T.REPORTER, "您反映的事项恢复办理", "Your report goes on", "", message=NEWS % "已恢复办理"),
    ),
    A.PASS_CHECK: (N(T.CENTRE, "核查通过，待结案", "Verified, to be closed", "to_close"),),
    A.FAIL_CHECK: (N(T.ASSIGNEE, "核查不通过，请重新处置", "Not passed: please handle it again", ""),),
    A.CLOSE: (
        N(
            T.REPORTER,
            "您反映的事项已办结，请评价",
            "Your report is closed: please rate it",
            "",
            message=NEWS % "已办结",
        ),
    ),
    A.REOPEN: (N(T.CENTRE, "已结案事件被重开", "A closed incident was reopened", "reopened"),),
    A.ASK_REPORTER: (
        N(
            T.REPORTER,
            "有问题请您回答",
            "There is a question for you",
            "",
            message=ASKED,
            wants_answer=True,
        ),
    ),
    A.ANSWER: (N(T.ASKER, "反映人回答了您的征询", "The reporter answered your question", ""),),
    A.ASK_ASSIST: (N(T.ASSIST, "有事项请您单位协办", "Your unit is asked to assist", "to_assist"),),
    A.EXCUSE_ASSIST: (N(T.ASSIST, "协办已免除", "Your unit is excused from assisting", ""),),
    A.REPORT_ASSIST: (
        N(T.CENTRE, "协办单位已反馈", "An assisting unit has reported", "assisted"),
        N(T.ASSIGNEE, "协办单位已反馈", "An assisting unit has reported", "assisted"),
    ),
    A.URGE: (N(T.OWER, "有事项被催办，请尽快办理", "You are urged: please act soon", ""),),
    A.INSTRUCT: (
        N(T.CENTRE, "领导有批示，请查看", "A leader left an instruction", ""),
        N(T.UNIT, "领导有批示，请查看", "A leader left an instruction", ""),
    ),
    A.OBJECT: (
        N(T.REFEREE, "有派遣异议待裁决", "Objections to decide", "objections"),
        N(T.CENTRE, "承办单位对派遣提出异议", "A unit objects to a dispatch", ""),
    ),
    A.UPHOLD: (
        N(T.UNIT, "有新的任务待接收", "New tasks to take", "to_take"),
        N(T.OBJECTOR, "异议已裁决：成立", "Your objection was upheld", ""),
        N(T.CENTRE, "异议成立，已改派", "An objection was upheld: another unit has it", ""),
    ),
    A.REFUSE_OBJECTION: (
        N(T.OBJECTOR, "异议已裁决：不成立，请继续办理", "Your objection was refused: please go on", ""),
    ),
    A.REROUTE: (N(T.UNIT, "有新的任务待接收", "New tasks to take", "to_take"),),
    A.FOLD: (
        N(
            T.REPORTER,
            "您反映的事项与同一件事合并办理",
            "Your report is handled with others of the same matter",
            "",
            message=NEWS % "与同一件事合并办理",
        ),
    ),
    A.UNFOLD: (
        N(
            T.REPORTER,
            "您反映的事项改为单独办理",
            "Your report is handled by itself again",
            "",
            message=NEWS % "改为单独办理",
        ),
    ),
    A.VOID: (
        N(
            T.REPORTER,
            "您反映的事项已作废，请查看原因",
            "Your report was voided: see why",
            "",
            message=NEWS % "已作废，请查看原因",
        ),
    ),
}
"""Actions that are not here tell nobody: editing, notes, ratings, taking up by a centre above."""
