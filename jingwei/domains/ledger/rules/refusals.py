"""What is refused about components and resources."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class ComponentNotFound(NotFound):
    code = "ledger.component_not_found"
    message = "没有找到这个部件，或不在您的辖区内。请核对16位编码。"
    message_en = "No such component, or outside your jurisdiction. Check the sixteen digits."


class ResourceNotFound(NotFound):
    code = "ledger.resource_not_found"
    message = "没有找到这处资源，或不在您的辖区内。请从列表中选择。"
    message_en = "No such resource, or outside your jurisdiction. Choose one from the list."


class BadComponentCode(Invalid):
    code = "ledger.bad_component_code"
    message = (
        "部件编码“{value}”不正确：应为16位数字（区县6位、大类2位、小类2位、顺序号6位，顺序号从000001起）。"
    )
    message_en = (
        "“{value}” is not a component code: sixteen digits are expected "
        "(county 6, class 2, type 2, serial 6, from 000001)."
    )


class CodeElsewhere(Invalid):
    code = "ledger.code_elsewhere"
    message = (
        "编码“{value}”的前6位是区县{county}，而位置在{area_name}。请核对编码或位置；不写编码时由系统编。"
    )
    message_en = (
        "The code “{value}” names county {county}, the position lies in {area_name}. "
        "Check either; without a code the platform gives one."
    )


class CodeOfOtherKind(Invalid):
    code = "ledger.code_of_other_kind"
    message = "编码“{value}”的第7至10位是{kind}，与所选小类不一致。请改正其中一个。"
    message_en = (
        "Digits 7 to 10 of “{value}” say {kind}, which is not the type chosen. Correct one of the two."
    )


class CodeTaken(DomainError):
    code = "ledger.code_taken"
    message = "编码“{value}”已有部件使用。编码不重复使用；请核对，或不写编码由系统编。"
    message_en = (
        "The code “{value}” is taken, and codes are not used twice. Check it, or let the platform give one."
    )


class SerialsUsedUp(DomainError):
    code = "ledger.serials_used_up"
    message = "编码前缀“{prefix}”的顺序号已用完。请联系部件代码表的管理员增设小类。"
    message_en = (
        "The serials behind “{prefix}” are used up. Ask whoever keeps the code table for a further type."
    )


class KindUnknown(Invalid):
    code = "ledger.kind_unknown"
    message = "代码表中没有在用的类别“{value}”。请从代码表选择，或先由管理员补进代码表。"
    message_en = "The code table has no kind “{value}” in use. Choose one, or have it added first."


class KindNameTaken(DomainError):
    code = "ledger.kind_name_taken"
    message = "已有名为“{name}”的资源类别（标识 {key}）。请修改那一类，或换一个名称。"
    message_en = "There is a kind “{name}” already (key {key}). Change that one, or choose another name."


class OutsideOwnArea(Invalid):
    code = "ledger.outside_own_area"
    message = "这个位置在{area_name}，不在您的辖区内。请核对位置，或请当地登记。"
    message_en = (
        "This position lies in {area_name}, outside your area. Check it, or ask those there to register it."
    )


class LifeRefused(DomainError):
    code = "ledger.life_refused"
    message = "“{name}”现在是“{state}”，不能这样做；{hint}。"
    message_en = "“{name}” is {state_en} now; this cannot be done; {hint_en}."


class BadHours(Invalid):
    code = "ledger.bad_hours"
    message = "开放时间“{part}”看不懂。请写成“{example}”，全天开放写“{always}”。"
    message_en = "The hours “{part}” cannot be read. Write “{example}”, or “{always}” for day and night."


class SearchTooWide(Invalid):
    code = "ledger.search_too_wide"
    message = "按文字查找要先缩小范围：选一个乡镇街道（或更小）、一个小类，或直接输入16位编码。"
    message_en = (
        "Searching by words needs bounds: choose a township or below, a type, or enter the sixteen digits."
    )


class NobodyToCall(NotFound):
    code = "ledger.no_contact"
    message = "这处资源没有登记联系人。请拨打公开电话，或请管理单位补充。"
    message_en = (
        "No contact is registered here. Use the public number, or ask the unit that runs it to add one."
    )


class DayInFuture(Invalid):
    code = "ledger.day_in_future"
    message = "“{field}”不能晚于今天（{today}）。"
    message_en = "“{field}” cannot be later than today ({today})."


class ReasonNeeded(Invalid):
    code = "ledger.reason_needed"
    message = "暂停或撤销要写明原因（至少2个字）。"
    message_en = "Shutting or retiring needs a reason (two characters at least)."


class PartGivenUp(DomainError):
    """Whoever sees a thing by its unit alone cannot take the unit off it: they would not see what they have done."""

    code = "ledger.part_given_up"
    message = "这里不在您的辖区内，您因单位负责才看得到；把单位改掉后就看不到了。请由当地修改。"
    message_en = "This lies outside your area; you see it because your unit answers for it. Have those there change the unit."
