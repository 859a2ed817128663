"""What is refused about collection tasks."""

from jingwei.kernel.errors import Invalid, NotFound


class CollectionNotFound(NotFound):
    code = "freshness.collection_not_found"
    message = "没有找到这项采集任务，或不在您的辖区内。请从“上门核实”的列表中选择。"
    message_en = "No such collection task, or outside your jurisdiction. Choose one from the list."


class NothingMarked(Invalid):
    code = "freshness.nothing_marked"
    message = "这些记录已不在这项采集任务里。请刷新后再看。"
    message_en = "These records are no longer part of this collection task. Refresh and look again."


class AreaTooWide(Invalid):
    code = "freshness.area_too_wide"
    message = (
        "一次只能为一个街道（乡镇）、社区（村）或网格安排采集。请选择小一些的区划；全市每晚自动安排一次。"
    )
    message_en = "Collection is planned for a township, a community or a grid at a time. Choose a smaller area; the whole city is planned every night."


class OutsideOwnArea(Invalid):
    code = "freshness.outside_own_area"
    message = "只能为自己辖区内安排采集。请选择辖区内的区划。"
    message_en = "Collection can be planned within your own jurisdiction only. Choose an area inside it."
