"""A task on its way down and an entry of the work log, for the pages to show."""

from datetime import timedelta
from uuid import uuid4

from jingwei.kernel.clock import now
from tests.cast import COMMUNITY, GRID_1, TOWNSHIP, URBAN, centre, id_of, inside
from tests.journeys.people import People


def given_task(people: People) -> str:
    """The county counts blocked passages; the street passes it to its community and an officer, one unit is late."""
    body = {
        "id": str(uuid4()),
        "title": "消防通道清查",
        "words": "逐栋清查楼道和消防通道堆物，能清的当场清，清不了的写明原因。",
        "measure": "count",
        "target_unit": "栋",
        "form": [
            {"key": "f1", "label": "通道畅通", "kind": "yes_no", "is_required": True},
            {"key": "f2", "label": "处理方式", "kind": "choice", "options": ["清运", "劝导"]},
            {"key": "f3", "label": "说明", "kind": "text"},
        ],
        "due_at": (now() + timedelta(days=5)).isoformat(),
        "shares": [
            {"unit_id": str(centre(TOWNSHIP)), "target": 30},
            {"unit_id": str(URBAN), "target": 6},
        ],
    }
    task = people.sun.call("giveTask", json=body)
    task_id = str(task["id"])
    street = next(one for one in task["shares"] if one["target"] == 30)
    people.zhao.call("answerTask", share_id=street["id"], json={"act": "acknowledge", "version": 1})
    below = [
        {"unit_id": str(centre(COMMUNITY)), "target": 20},
        {"post_id": str(id_of("post lin")), "target": 5},
    ]
    passed = people.zhao.call(
        "passTaskDown", task_id=task_id, json={"from_share_id": street["id"], "shares": below}
    )
    community = next(one for one in passed["shares"] if one["target"] == 20)
    answer = {"act": "acknowledge", "version": 1}
    people.wu.call("answerTask", share_id=community["id"], json=answer)
    said = {"act": "progress", "version": 2, "done": 8, "remark": "一至八栋已清", "values": {"f1": True}}
    people.wu.call("answerTask", share_id=community["id"], json=said)
    people.sun.call("steerTask", share_id=community["id"], json={"act": "urge"})
    return task_id


def log_entry(people: People) -> str:
    """What Lin has settled on her round."""
    lon, lat = inside(GRID_1, east=0.4, north=0.4)
    item = people.lin.call("listItems", params={"limit": 1})["rows"][0]["item_code"]
    body = {
        "id": str(uuid4()),
        "item_code": item,
        "words": "已当场清走",
        "position": {"lon": lon, "lat": lat},
    }
    return str(people.lin.call("recordWork", json=body)["id"])
