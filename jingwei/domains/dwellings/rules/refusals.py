"""What is refused about addresses, buildings and houses."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class BuildingNotFound(NotFound):
    code = "dwellings.building_not_found"
    message = "没有找到这栋楼，或不在您的辖区内。请从楼栋列表中选择。"
    message_en = "No such building, or outside your jurisdiction. Choose one from the list."


class HouseNotFound(NotFound):
    code = "dwellings.house_not_found"
    message = "没有找到这处房屋，或不在您的辖区内。请从房屋列表中选择。"
    message_en = "No such house, or outside your jurisdiction. Choose one from the list."


class AddressUnclear(Invalid):
    code = "dwellings.address_unclear"
    message = "地址“{text}”看不出是哪一处：{reason}。例如“人民路12号金山花园3栋2单元501室”“花园洞村3组12号”。"
    message_en = "The address “{text}” does not say which door: {reason_en}. Write road, number, estate, building, unit and room."


class AddressTaken(DomainError):
    code = "dwellings.address_taken"
    message = "“{address}”在本区县已有登记。请打开已有的那一处；若确是两处，请把地址写得更细。"
    message_en = (
        "“{address}” is registered in this county already. Open that one; "
        "if they are two, write the address in more detail."
    )


class BadPlan(Invalid):
    code = "dwellings.bad_plan"
    message = "楼盘图不正确：{reason}。请改正后再生成。"
    message_en = "The house plan is not right: {reason_en}. Correct it and try again."


class NoPlan(Invalid):
    code = "dwellings.no_plan"
    message = "这栋楼还没有楼盘图。请先填写单元、楼层和每层户数。"
    message_en = "This building has no plan yet. Give its units, floors and rooms on a floor first."


class AlreadyEnded(DomainError):
    code = "dwellings.ended"
    message = "“{address}”已停用，不能再修改或核实。确需使用时，请先恢复。"
    message_en = "“{address}” is out of use and can no longer be changed or confirmed. Restore it first."


class NotEnded(DomainError):
    code = "dwellings.not_ended"
    message = "“{address}”正在使用，不用恢复。"
    message_en = "“{address}” is in use; there is nothing to restore."


class WasMerged(DomainError):
    code = "dwellings.was_merged"
    message = "“{address}”已并入另一处，不能恢复。请到并入的那一处修改。"
    message_en = "“{address}” was merged into another and cannot be restored. Change the other one."


class HousesInside(DomainError):
    code = "dwellings.houses_inside"
    message = "“{address}”里还有{count}套在用的房屋，不能停用。请先停用里面的房屋。"
    message_en = "“{address}” still holds {count} houses in use. Take those out of use first."


class StillUsed(DomainError):
    code = "dwellings.still_used"
    message = "“{address}”还登记着：{used}。请先迁出或改登到别处，再停用；若是重复登记，请用“合并”。"
    message_en = "“{address}” is still used by: {used_en}. Move them elsewhere first; if it is a double, merge it instead."


class MergeRefused(DomainError):
    code = "dwellings.merge_refused"
    message = "不能合并：{reason}。请核对两处房屋。"
    message_en = "They cannot be merged: {reason_en}. Check the two houses."


class PlaceNeeded(Invalid):
    code = "dwellings.place_needed"
    message = "没有写在哪栋楼里的房屋，要在地图上标出位置。请标注位置，或选择所在的楼。"
    message_en = "A house that stands in no building needs a position. Give one, or choose its building."


class PlaceOfBuilding(Invalid):
    code = "dwellings.place_of_building"
    message = "楼里房屋的位置随楼栋。请修改楼栋的位置，或只写单元和室号。"
    message_en = (
        "A house in a building stands where its building does. Move the building, or give unit and room only."
    )
