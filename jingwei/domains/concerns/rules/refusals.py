"""What is refused about notes of people's concerns."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class ConcernNotFound(NotFound):
    code = "concerns.not_found"
    message = "没有找到这条民情，或不在您的辖区内。请从民情列表中打开。"
    message_en = "No such note, or outside your jurisdiction. Open it from the list."


class ConcernTimeOdd(Invalid):
    code = "concerns.time_odd"
    message = "听到的时间不能晚于现在，也不能早于{days}天前。请改时间。"
    message_en = "It cannot have been heard in the future or more than {days} days ago. Correct the time."


class ConcernAreaNeeded(Invalid):
    code = "concerns.area_needed"
    message = "没有位置时要选一个区县或更小的区划。请定位，或选择说的是哪个社区、网格。"
    message_en = "Without a position an area is needed, a county or smaller. Locate it, or choose which area it is about."


class ConcernNamesSomebody(Invalid):
    """The reason is told, never the words themselves: refusals are logged and shown on other people's screens."""

    code = "concerns.names_somebody"
    message = "民情只记主题和地点，不记是谁。{place_zh}里像是有{what_zh}，请删去后再提交。"
    message_en = "Notes hold topic and place, never who. {place_en} seems to hold {what_en}: take it out and send it again."


class TopicUnknown(Invalid):
    code = "concerns.topic_unknown"
    message = "没有民情主题“{value}”，或已停用。请从主题表中选一个。"
    message_en = "There is no topic “{value}”, or it is out of use. Choose one from the list of topics."


class TopicWithoutClass(Invalid):
    code = "concerns.topic_without_class"
    message = "主题“{value}”没有上一级的大类。请先增加大类{above}。"
    message_en = "The topic “{value}” has no class above it. Add the class {above} first."


class TopicNameTaken(DomainError):
    code = "concerns.topic_name_taken"
    message = "“{name}”已是主题{other}的名称。请换一个名称，或改那一个。"
    message_en = "“{name}” is the name of topic {other} already. Choose another name, or change that one."


class ConcernIdTaken(DomainError):
    code = "concerns.id_taken"
    message = "这个编号已经用过。请重新打开页面再提交。"
    message_en = "This id was used already. Open the page anew and submit again."


class ConcernTakenUp(DomainError):
    code = "concerns.taken_up"
    message = "这条民情已转办，不能再{act_zh}。请在转成的事件或工作日志里继续。"
    message_en = (
        "This note was taken up already; you cannot {act_en} any more. Go on in the matter or the work log."
    )


class ConcernWithdrawn(DomainError):
    code = "concerns.withdrawn"
    message = "这条民情已撤回。请重新记一条。"
    message_en = "This note was withdrawn. Take a new one."


class ConcernMerged(DomainError):
    code = "concerns.merged"
    message = "这条民情已并入另一条。请打开那一条，或先拆开。"
    message_en = "This note was merged into another. Open that one, or separate it first."


class ConcernHoldsOthers(DomainError):
    code = "concerns.holds_others"
    message = "已有别的民情并入这一条，它不能再并入别处。请反过来，把那一条并入这一条。"
    message_en = (
        "Others were merged into this note, so it cannot be merged itself. Merge the other one into this."
    )


class ConcernNotMerged(DomainError):
    code = "concerns.not_merged"
    message = "这条民情没有并入别的，不用拆开。请刷新页面。"
    message_en = "This note is not merged into another. Load the page again."


class ConcernTargetUnknown(Invalid):
    code = "concerns.target_unknown"
    message = "没有找到要并入的那一条，或不在您的辖区内。请从列表中另选一条。"
    message_en = "The note to merge into was not found, or lies outside your jurisdiction. Choose another from the list."


class ConcernsNotAlike(Invalid):
    code = "concerns.not_alike"
    message = "只能合并同一大类的两条民情。请另选一条，或先核对主题。"
    message_en = (
        "Only two notes of the same class of topics can be merged. Choose another, or check the topics."
    )


class NotYourConcern(DomainError):
    code = "concerns.not_yours"
    message = "只有记录的岗位可以撤回，且在{days}天之内、没有别人也听到。请转告记录的岗位。"
    message_en = "Only the post that took it may withdraw it, within {days} days and while nobody else heard it. Tell them."
    status = 403


class ConcernSpanTooLong(Invalid):
    code = "concerns.span_too_long"
    message = "统计的起止日期不对：开始不能晚于结束，最长{weeks}周。请改日期。"
    message_en = (
        "The days are not valid: the first cannot be after the last, and {weeks} weeks at most. Correct them."
    )
