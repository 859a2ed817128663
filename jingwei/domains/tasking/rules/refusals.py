"""What is refused about tasks from above."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class TaskNotFound(NotFound):
    code = "tasking.not_found"
    message = "没有找到这项任务，或它没有下达给您。请从任务列表中打开。"
    message_en = "No such task, or it was not given to you. Open it from the list of tasks."


class NotYourShare(DomainError):
    code = "tasking.not_yours"
    message = "“{act}”由{who}来做，您现在的岗位不能做。请转告对方，或切换岗位。"
    message_en = "“{act_en}” is up to {who_en}, not to your present post. Tell them, or switch post."
    status = 403


class ShareStepRefused(DomainError):
    code = "tasking.step_refused"
    message = "这份任务现在是“{state}”，不能“{act}”。可以做：{allowed}。"
    message_en = "This share is “{state_en}” now; it cannot be “{act_en}”. Possible: {allowed_en}."


class RemarkNeeded(Invalid):
    code = "tasking.remark_needed"
    message = "“{act}”要写明原因（至少2个字）。"
    message_en = "“{act_en}” needs a reason (two characters at least)."


class ReceiverMissing(Invalid):
    code = "tasking.receiver_missing"
    message = "请至少选择一个接收单位或岗位，每个只选一次。"
    message_en = "Choose at least one unit or post to receive the task, each of them once."


class ReceiverNotBelow(Invalid):
    code = "tasking.receiver_not_below"
    message = "任务只能下达给本辖区内的单位和岗位，“{name}”不在其中。请改选。"
    message_en = "Tasks are given within one's own area; “{name}” is not in it. Choose another."


class ReceiverIsGiver(Invalid):
    code = "tasking.receiver_is_giver"
    message = "“{name}”就是下达方，不能下达给自己。请改选接收方。"
    message_en = "“{name}” is the giver; nobody gives a task to themselves. Choose another."


class TargetNeeded(Invalid):
    code = "tasking.target_needed"
    message = "这项任务按数量考核，请给每个接收方写明目标数（1至{most}）。"
    message_en = "This task is counted: give every receiver a number to reach (1 to {most})."


class TargetNotCounted(Invalid):
    code = "tasking.target_not_counted"
    message = "这项任务只看完成与否，不写目标数。请去掉目标数，或改为按数量。"
    message_en = (
        "This task is done or not done; it has no number to reach. Leave the number out, or count it."
    )


class DueTooSoon(Invalid):
    code = "tasking.due_too_soon"
    message = "期限要晚于现在，最远一年。请改期限。"
    message_en = "The deadline must lie ahead, a year at most. Change it."


class DueAfterOwn(Invalid):
    code = "tasking.due_after_own"
    message = "分解下达的期限不能晚于自己的期限（{own}）。请提前，或请下达方改期。"
    message_en = "What is passed down cannot be due after one's own deadline ({own}). Choose an earlier one, or ask the giver to extend."


class LevelsUsedUp(DomainError):
    code = "tasking.levels_used_up"
    message = "任务已分解{most}层，不能再往下。请直接办理并上报。"
    message_en = "This task was passed down {most} times already. Handle it and report."


class PartsOpen(DomainError):
    code = "tasking.parts_open"
    message = "分解下去的任务还有{open}份没有完成验收。请先验收或撤回，再报完成。"
    message_en = (
        "{open} of the shares passed down are still open. Accept or withdraw them, then report completion."
    )


class ShortOfTarget(Invalid):
    code = "tasking.short_of_target"
    message = "完成数{done}少于目标数{target}。请补足，或写明原因后再报完成。"
    message_en = "{done} is short of the {target} asked for. Complete it, or say why and report again."


class BadForm(Invalid):
    code = "tasking.bad_form"
    message = "填报表“{label}”不正确：{reason}。请改正后再下达。"
    message_en = "The form field “{label}” is not valid: {reason_en}. Correct it and give the task again."


class BadValue(Invalid):
    code = "tasking.bad_value"
    message = "“{label}”{reason}。请改正后再提交。"
    message_en = "“{label}” {reason_en}. Correct it and submit again."


class CountRefused(Invalid):
    code = "tasking.count_refused"
    message = "这项任务只看完成与否，不报数量。请直接报完成。"
    message_en = "This task is done or not done; no number is reported. Report completion instead."


class TaskIdTaken(DomainError):
    code = "tasking.id_taken"
    message = "这个任务编号已经用过。请重新打开下达页面再提交。"
    message_en = "This task id was used already. Open the form anew and submit again."


class RepeatOdd(Invalid):
    code = "tasking.repeat_odd"
    message = "重复的最后一天要在第一次重复之后，最远{days}天，并要选每天、每周或每月。请改日期或取消重复。"
    message_en = "The last day of a repetition comes after the first repetition and within {days} days, and it is daily, weekly or monthly. Change it, or do not repeat."


class TaskNotRepeating(DomainError):
    code = "tasking.not_repeating"
    message = "这项任务没有在重复，可能已经停止。请刷新。"
    message_en = "This task does not repeat, or it was stopped already. Refresh."
