"""Why something about places is refused."""

from jingwei.kernel.errors import DomainError, Invalid


class WordsTooShort(Invalid):
    code = "gazetteer.words_too_short"
    message = "请至少输入两个字再查找地点。"
    message_en = "Type at least two characters to look for a place."


class PlaceNotFound(DomainError):
    code = "gazetteer.place_not_found"
    message = "没有找到这个地点，或不在您的辖区内。请从列表中重新选择。"
    message_en = "There is no such place, or it is outside your jurisdiction. Choose it from the list again."
    status = 404


class PlaceOutside(DomainError):
    code = "gazetteer.outside_own_area"
    message = "这个位置在{area_name}，不在您的辖区内。请请那里的中心登记，或把位置改到辖区内。"
    message_en = (
        "This position lies in {area_name}, outside your area. Ask its centre to enter it, or move it."
    )
    status = 403


class PlaceKnown(DomainError):
    code = "gazetteer.place_known"
    message = "附近（{distance_m}米）已有地点“{name}”。要换叫法，请在它上面加别名或改名。"
    message_en = (
        "“{name}” is known {distance_m} m away already. To call it otherwise, add a name to that one."
    )
    status = 409


class PlaceRetired(DomainError):
    code = "gazetteer.place_retired"
    message = "这个地点已停用（{reason}），不能再改。需要时请先恢复。"
    message_en = "This place was retired ({reason}) and cannot be changed. Restore it first."
    status = 409


class PlaceInUse(DomainError):
    code = "gazetteer.place_in_use"
    message = "这个地点没有停用，不需要恢复。请刷新页面。"
    message_en = "This place is in use; there is nothing to restore. Refresh the page."
    status = 409


class BadName(Invalid):
    code = "gazetteer.bad_name"
    message = "地名“{name}”不能用：{reason}"
    message_en = "The name “{name}” cannot be used: {reason_en}"


class TooMany(Invalid):
    code = "gazetteer.too_many"
    message = "一次最多{most}条，现在{count}条。请分批提交，或用表格文件导入。"
    message_en = "At most {most} at a time, found {count}. Split them, or use a sheet."
