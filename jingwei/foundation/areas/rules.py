"""Territory refusals."""

from jingwei.kernel.errors import Invalid, NotFound


class OutsideCity(Invalid):
    code = "areas.outside_city"
    message = "这个位置（经度 {lon}，纬度 {lat}）不在本市范围内。请检查定位，或在地图上重新点选；外地事项请拨打当地 12345。"
    message_en = (
        "This position (longitude {lon}, latitude {lat}) lies outside the city. "
        "Check the location or pick it on the map; for another city call its 12345 line."
    )


class AreaUnknown(NotFound):
    code = "areas.unknown"
    message = "没有代码为“{code}”的区划。请从区划列表中选择。"
    message_en = "There is no area with the code “{code}”. Choose one from the list."
    status = 422
