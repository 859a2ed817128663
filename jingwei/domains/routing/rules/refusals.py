"""What is refused about items, duties and their lists."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class ItemUnknown(Invalid):
    code = "routing.item_unknown"
    message = "事项清单（{on}版）中没有代码“{item_code}”。请从清单中重新选择事项。"
    message_en = "The item list of {on} has no code “{item_code}”. Choose an item from the list."


class ItemNotFound(NotFound):
    """The same, where the code is part of the address."""

    code = "routing.item_not_found"
    message = "{on}的事项清单中没有代码“{item_code}”。请从清单中选择，或换一个日期。"
    message_en = (
        "The item list of {on} has no code “{item_code}”. Choose from the list, or ask for another day."
    )


class ItemListUnknown(NotFound):
    code = "routing.item_list_unknown"
    message = "没有这份事项清单。请从清单版本中选择。"
    message_en = "There is no such item list. Choose one of the versions."


class ItemListRefused(Invalid):
    """Rows of a list are faulty; nothing of it was taken. ``data["faults"]`` says where and what would be right."""

    code = "routing.item_list_refused"
    message = "事项清单没有保存：有{count}处错误，如第{row}行{reason}。请逐条改正后重新提交。"
    message_en = (
        "The item list was not saved: {count} faults, such as row {row}: {reason_en}. Correct them and retry."
    )


class StartRefused(DomainError):
    code = "routing.start_refused"
    message = "这份清单不能从{valid_from_on}起启用：{reason}。请另选启用日期。"
    message_en = "The list cannot come into force on {valid_from_on}: {reason_en}. Choose another day."


class CountChanged(DomainError):
    code = "routing.count_changed"
    message = "这份清单现有{current}条，您核对时是{seen}条。请刷新核对后再启用。"
    message_en = (
        "This list has {current} rows now, {seen} when you looked. Refresh and look again before opening it."
    )


class NotADraft(DomainError):
    code = "routing.not_a_draft"
    message = "“{name}”已于{valid_from_on}启用，不能再改动。请导入新的版本。"
    message_en = "“{name}” is in force since {valid_from_on} and cannot be changed. Import a new version."


class CannotWithdraw(DomainError):
    code = "routing.cannot_withdraw"
    message = "只能撤回尚未生效的清单；“{name}”不是。如需更正，请导入新的版本。"
    message_en = "Only a list that is not in force yet can be withdrawn; “{name}” is not. Import a new version instead."


class BadUnitKind(Invalid):
    code = "routing.bad_unit_kind"
    message = "单位类型没有保存：{reason}。"
    message_en = "The kind of unit was not saved: {reason_en}."


class DutyListUnknown(NotFound):
    code = "routing.duty_list_unknown"
    message = "没有这份权责清单。请从版本中选择。"
    message_en = "There is no such duty matrix. Choose one of the versions."


class DutyLineUnknown(NotFound):
    code = "routing.duty_line_unknown"
    message = "这份权责清单里没有这一条。请刷新后重新选择。"
    message_en = "The duty matrix has no such line. Refresh and choose again."


class DutyLineRefused(Invalid):
    """A line is faulty; ``data["faults"]`` names each column."""

    code = "routing.duty_line_refused"
    message = "这一条没有保存：{reason}。请改正后重新提交。"
    message_en = "The line was not saved: {reason_en}. Correct it and retry."


class DutyListFull(DomainError):
    code = "routing.duty_list_full"
    message = "一份权责清单最多{most}条。请合并相同的条目，或用类别代码代替逐项列出。"
    message_en = "A duty matrix holds {most} lines at most. Merge equal lines, or use codes of classes."


class DutyOutsideArea(DomainError):
    code = "routing.duty_outside_area"
    message = "这一条适用的区域超出您的辖区，不能由您拟订。请选本辖区内的区域，或请上级中心拟订。"
    message_en = (
        "The line reaches beyond your area. Choose an area within yours, or have a centre above write it."
    )


class PeriodRefused(Invalid):
    code = "routing.period_refused"
    message = "试算的起止日期不对：要从早到晚、不晚于今天、最长{days}天。请重新选择。"
    message_en = (
        "The days of the trial do not fit: from earlier to later, today at the latest, {days} days at most."
    )


class SimulationRunning(DomainError):
    code = "routing.simulation_running"
    message = "您对“{name}”的试算还没有算完。请等它结束后再算下一次。"
    message_en = "Your trial of “{name}” is still running. Wait for it to end before the next one."
