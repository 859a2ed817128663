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
    ASKER = "asker"  # 提出征询的岗位
    OWER = "ower"  # 现在该办下一步的岗位


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the table. Notices of one ``fold`` are counted up while unread instead of piling up.

    ``message`` goes by SMS besides, to a reporter who left a number: what they must not miss.
    """

    told: Told
    zh: str
    en: str
    fold: str
    message: str = ""


A, T, N = Action, Told, Notice
ASKED = (
    "您反映的事项（受理编号{receipt_no}）需要您补充情况。请登录，或在“查询进度”中输入查询码查看问题并回答。"
)

TELLINGS: dict[Action, tuple[Notice, ...]] = {
    A.REPORT: (N(T.CENTRE, "有新的事件待受理", "New incidents to accept", "to_accept"),),
    A.ACCEPT: (N(T.REPORTER, "您反映的事项已受理", "Your report was accepted", ""),),
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
    A.GRANT_EXTENSION: (N(T.ASSIGNEE, "延期申请已同意", "Your request for time was granted", ""),),
    A.REFUSE_EXTENSION: (N(T.ASSIGNEE, "延期申请未同意", "Your request for time was refused", ""),),
    A.SUSPEND: (N(T.ASSIGNEE, "任务已挂起，时限暂停", "The task was suspended", ""),),
    A.RESUME: (N(T.ASSIGNEE, "任务已恢复，时限继续", "The task goes on", ""),),
    A.PASS_CHECK: (N(T.CENTRE, "核查通过，待结案", "Verified, to be closed", "to_close"),),
    A.FAIL_CHECK: (N(T.ASSIGNEE, "核查不通过，请重新处置", "Not passed: please handle it again", ""),),
    A.CLOSE: (N(T.REPORTER, "您反映的事项已办结，请评价", "Your report is closed: please rate it", ""),),
    A.REOPEN: (N(T.CENTRE, "已结案事件被重开", "A closed incident was reopened", "reopened"),),
    A.ASK_REPORTER: (N(T.REPORTER, "有问题请您回答", "There is a question for you", "", message=ASKED),),
    A.ANSWER: (N(T.ASKER, "反映人回答了您的征询", "The reporter answered your question", ""),),
    A.URGE: (N(T.OWER, "有事项被催办，请尽快办理", "You are urged: please act soon", ""),),
    A.INSTRUCT: (
        N(T.CENTRE, "领导有批示，请查看", "A leader left an instruction", ""),
        N(T.UNIT, "领导有批示，请查看", "A leader left an instruction", ""),
    ),
    A.VOID: (N(T.REPORTER, "您反映的事项已作废，请查看原因", "Your report was voided: see why", ""),),
}
"""Actions that are not here tell nobody: editing, notes, ratings, taking up by a centre above."""
