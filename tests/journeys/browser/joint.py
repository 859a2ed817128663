"""Joint work for the pages to show: a call to which one unit has come, a meeting with what it decided, a dispute that was
agreed, and an enforcement that some have answered."""

from datetime import timedelta

from jingwei.kernel.clock import now
from tests.cast import GRID_1, URBAN, WATER, inside
from tests.journeys.people import People

PLACE = "春江路与建设路口东北角"


def whistle(people: People) -> str:
    """Called by the street; urban management is there, the water company is awaited."""
    lon, lat = inside(GRID_1, east=0.3, north=0.3)
    body = {
        "words": "施工挖断水管，路面塌陷，需要现场断水、围挡和抢修",
        "place": PLACE,
        "position": {"lon": lon, "lat": lat},
        "meet_at": (now() + timedelta(hours=2)).isoformat(),
        "unit_ids": [str(URBAN), str(WATER)],
    }
    made = people.zhao.call("callWhistle", json=body)
    there = {"position": {"lon": lon, "lat": lat, "accuracy_m": 20}, "remark": "两人到场"}
    people.qian.call("arriveAtWhistle", whistle_id=made["id"], json=there)
    return str(made["id"])


def meeting(people: People) -> str:
    """Held by the street, with something to do for a unit."""
    body = {
        "title": "地下管线联席会议",
        "agenda": "施工挖断水管的责任、修复和今后的会签",
        "place": "街道二楼会议室",
        "starts_at": (now() - timedelta(hours=3)).isoformat(),
        "unit_ids": [str(URBAN), str(WATER)],
    }
    made = people.zhao.call("callMeeting", json=body)
    decided = {"kind": "plain", "words": "公示道路开挖审批流程", "unit_id": str(URBAN), "limit": "3d"}
    minutes = {
        "chaired_by": "赵强",
        "minutes": "各单位同意：开挖前由城管牵头会签，管线权属单位到场交底。",
        "attendance": [{"unit_id": str(WATER), "names": "冯军"}],
        "decisions": [decided],
    }
    people.zhao.call("recordMinutes", meeting_id=made["id"], json=minutes)
    return str(made["id"])


def mediation(people: People) -> str:
    """Agreed by the street's mediators, to be followed up."""
    body = {
        "title": "院墙占道纠纷",
        "words": "两家因院墙占用共用通道多次争吵，要求调解。",
        "kind": "neighbours",
        "way": "people",
        "mediators": "赵强、老周",
        "parties": [
            {"side": "applicant", "name": "陈大勇", "phone": "16900000011"},
            {"side": "respondent", "name": "刘小梅", "phone": "16900000012"},
        ],
    }
    made = people.zhao.call("registerMediation", json=body)
    held = {
        "held_at": (now() - timedelta(hours=1)).isoformat(),
        "place": "街道调解室",
        "names": "双方到场",
        "words": "双方同意按原界址退让。",
    }
    people.zhao.call("recordMediation", mediation_id=made["id"], json=held)
    agreed = {
        "facts": "院墙占用共用通道约0.4米。",
        "terms": "退让院墙至原界址，另一方承担一半费用。",
        "performing": "两周内完工，费用当日付清。",
    }
    people.zhao.call("agreeMediation", mediation_id=made["id"], json=agreed)
    return str(made["id"])


def enforcement(people: People) -> str:
    """Planned by the street; urban management comes, the water company has not answered."""
    body = {
        "title": "占道经营联合整治",
        "plan": "清理占道摊点，查处无证经营；城管负责劝离，自来水公司检查私接水管。",
        "place": PLACE,
        "people": "赵强等3人",
        "starts_at": (now() + timedelta(hours=1)).isoformat(),
        "unit_ids": [str(URBAN), str(WATER)],
    }
    made = people.zhao.call("planEnforcement", json=body)
    said = {"reply": "coming", "people": "钱伟等2人"}
    people.qian.call("answerEnforcement", enforcement_id=made["id"], json=said)
    found = {"words": "摊主当场收走遮阳棚", "end": "settled", "place": "农贸市场东门"}
    people.qian.call("recordFinding", enforcement_id=made["id"], json=found)
    return str(made["id"])
