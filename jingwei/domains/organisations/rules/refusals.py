"""What is refused about organisations and places, why, and what to do instead."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class OrganisationNotFound(NotFound):
    code = "organisations.not_found"
    message = "没有找到这个组织或场所，或不在您的辖区内。请从列表中选择，或按名称查找。"
    message_en = "No such organisation or place, or outside your jurisdiction. Choose one from the list."


class CodeHere(DomainError):
    code = "organisations.already_here"
    message = "这个统一社会信用代码已在您的辖区登记。请打开已有的记录修改，不要再登记一次。"
    message_en = (
        "This credit code is registered in your area already. Open that record instead of entering it again."
    )


class CodeElsewhere(DomainError):
    """Nothing else is said of it: not where, not under which name."""

    code = "organisations.registered_elsewhere"
    message = "这个统一社会信用代码已在别处登记。如果确已迁到这里，请原登记的网格办理“迁移”。"
    message_en = "This credit code is registered elsewhere. If it is here now, ask those who keep the record to move it."


class LookedUpTooOften(DomainError):
    code = "organisations.looked_up_too_often"
    message = "查看或查找号码太频繁。请{minutes}分钟后再试。"
    message_en = "Too many looks at numbers. Try again in {minutes} minutes."
    status = 429


class OutsideOwnArea(Invalid):
    code = "organisations.outside_own_area"
    message = "这个位置不在您的辖区内。请选自己辖区内的位置；已经搬走的请办“迁移”。"
    message_en = "This position lies outside your area. Choose one inside; for what has left, record a move."


class PlaceMissing(Invalid):
    code = "organisations.place_missing"
    message = "请选房屋；没有房屋登记的，写明地址，并在地图上标出位置或选所在网格。"
    message_en = (
        "Choose a house; where none is registered, write the address and give a position or the grid."
    )


class DayInFuture(Invalid):
    code = "organisations.day_in_future"
    message = "日期不能晚于今天（{today}）。"
    message_en = "The day cannot be later than today ({today})."


class DayBefore(Invalid):
    code = "organisations.day_before"
    message = "日期不能早于上一次变更状态的日期（{status_on}）。"
    message_en = "The day cannot be before the present status began ({status_on})."


class NotOpen(DomainError):
    code = "organisations.record_ended"
    message = "“{name}”已{status}，不能再改。恢复营业的，请先改为“在营”。"
    message_en = "“{name}” is no longer open ({status_en}) and is not changed any more. Reopen it first."


class SameStatus(DomainError):
    code = "organisations.not_changed"
    message = "“{name}”现在就是“{status}”，不用再改。"
    message_en = "“{name}” has this status already ({status_en}); there is nothing to change."


class OrganisationMerged(DomainError):
    code = "organisations.was_merged"
    message = "“{name}”已并入另一条记录，不能恢复。请到并入的那一条修改。"
    message_en = "“{name}” was merged into another record and cannot be reopened. Change the other one."


class StatusReasonNeeded(Invalid):
    code = "organisations.reason_needed"
    message = "请写明原因（至少2个字）。"
    message_en = "Give a reason (two characters at least)."


class OperatorUnfit(Invalid):
    code = "organisations.operator_unfit"
    message = "经营单位不合适：{reason}。请从列表中另选。"
    message_en = "This cannot be the operator: {reason_en}. Choose another."


class OrganisationMergeRefused(DomainError):
    code = "organisations.merge_refused"
    message = "不能合并：{reason}。请核对两条记录。"
    message_en = "They cannot be merged: {reason_en}. Check the two records."


class NothingSealed(DomainError):
    code = "organisations.nothing_sealed"
    message = "没有登记联系人或电话。请上门了解后补录。"
    message_en = "No contact or telephone is registered. Ask on the spot and enter it."
