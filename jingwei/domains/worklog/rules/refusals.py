"""What is refused about the work log."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class LogEntryNotFound(NotFound):
    code = "worklog.not_found"
    message = "没有找到这条工作日志，或不在您的辖区内。请从日志列表中打开。"
    message_en = "No such entry of the work log, or outside your jurisdiction. Open it from the list."


class LogTimeOdd(Invalid):
    code = "worklog.time_odd"
    message = "办理时间不能晚于现在，也不能早于{days}天前。请改时间。"
    message_en = "It cannot have happened in the future or more than {days} days ago. Correct the time."


class LogAreaNeeded(Invalid):
    code = "worklog.area_needed"
    message = "没有位置时要选一个区县或更小的区划。请定位，或选择地点所在的社区、网格。"
    message_en = (
        "Without a position an area is needed, a county or smaller. Locate it, or choose where it was."
    )


class LogEntryGrown(DomainError):
    code = "worklog.grown"
    message = "这条日志已转为工单{receipt_no}，不能划掉。请在工单里办理。"
    message_en = "This entry has become work order {receipt_no} and cannot be struck out. Go on there."


class LogEntryStruck(DomainError):
    code = "worklog.struck"
    message = "这条日志已划掉，不能转为工单。请重新记一条。"
    message_en = "This entry was struck out and cannot become a work order. Record it anew."


class NotYourLogEntry(DomainError):
    code = "worklog.not_yours"
    message = "只有记录人本人可以划掉，且在{days}天之内。请转告记录人。"
    message_en = "Only whoever recorded it may strike it out, within {days} days. Tell them."
    status = 403


class LogSpanTooLong(Invalid):
    code = "worklog.span_too_long"
    message = "统计的起止日期不对：开始不能晚于结束，最长{days}天。请改日期。"
    message_en = (
        "The days are not valid: the first cannot be after the last, and {days} days at most. Correct them."
    )


class LogIdTaken(DomainError):
    code = "worklog.id_taken"
    message = "这个日志编号已经用过。请重新打开记录页面再提交。"
    message_en = "This id was used already. Open the page anew and submit again."
