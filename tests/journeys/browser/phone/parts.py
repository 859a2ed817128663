"""What the phones find to work on, and which one a page's address names."""

from tests.cast import GRID_1, inside
from tests.journeys.browser.concerns import concern
from tests.journeys.browser.dwellings import dwellings
from tests.journeys.browser.freshness import collection
from tests.journeys.browser.joint import enforcement, meeting, whistle
from tests.journeys.browser.organisations import organisation
from tests.journeys.browser.residents import resident
from tests.journeys.browser.stage import Stage
from tests.journeys.browser.tasking import given_task, log_entry
from tests.journeys.browser.visiting import sampled
from tests.journeys.people import People
from tests.journeys.servers import House


def phone_parts(people: People, stage: Stage, house: House) -> dict[str, str]:
    """A key is the parameter, or page and parameter, each for one shell or for all."""
    to_verify = stage.handled(photos=1, words="校门口井盖破损，已处置等核查")
    in_hand = stage.handling(photos=1, words="井盖松动，正在处置")
    people.qian.call("askExtension", incident_id=in_hand, json={"limit": "1d", "remark": "配件明天到货"})
    for_leader = stage.dispatched(words="井盖缺失，等待接收")
    own = stage.accepted(by=people.li, photos=1, words="楼道灯坏了三天，老人晚上不敢下楼")
    people.wu.call("askReporter", incident_id=own, json={"remark": "请问是几栋几单元？"})
    tracked = stage.closed(photos=1, words="人行道砖翘起来了，绊倒过人")
    sampled(people)
    return {
        "id": to_verify,
        "id@handler": in_hand,
        "id@leader": for_leader,
        "id@resident": own,
        "code": stage.codes[tracked],
        "publicId": _followed(people),
        "componentCode": _component(people),
        "home-building.id": dwellings(people)[0],
        "home-house.id": dwellings(people)[1],
        "home-visit.id": dwellings(people)[1],
        "whistle.id": whistle(people),
        "meeting.id": meeting(people),
        "enforcement.id": enforcement(people),
        "given-task.id": given_task(people),
        "work-log-entry.id": log_entry(people),
        "concern.id": concern(people),
        "resident.id": resident(people),
        "organisation.id": organisation(people),
        "round.id": collection(people, house),
        "figure": "reported",
        "figure@handler": "handled",
    }


def _component(people: People) -> str:
    """The number on a lamp that residents and officers stand before."""
    lon, lat = inside(GRID_1, east=0.2, north=0.4)
    body = {
        "kind": "0118",
        "name": "春江路12号路灯",
        "address": "春江路12号门前",
        "position": {"lon": lon, "lat": lat},
        "keeper_name": "路灯管理所",
    }
    return str(people.wu.call("registerComponent", json=body)["code"])


def _followed(people: People) -> str:
    """A public matter of the stage's street that Li follows."""
    lon, lat = inside(GRID_1, east=0.15, north=0.4)
    near = people.passer_by.call("listNearbyPublic", params={"lon": lon, "lat": lat, "datum": "wgs84"})
    public_id = str(near[0]["public_id"])
    people.li.call("followIncident", public_id=public_id)
    return public_id
