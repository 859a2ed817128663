"""Kinds of places, in the field's words."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is. Components and resources have tables of their own; this is what people say to be found."""

    ROAD = "road"
    ESTATE = "estate"
    VILLAGE = "village"
    BUILDING = "building"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    OFFICE = "office"
    SHOP = "shop"
    MARKET = "market"
    PARK = "park"
    WATER = "water"
    STATION = "station"
    PLANT = "plant"
    SIGHT = "sight"
    OTHER = "other"


KIND_WORDS: dict[PlaceKind, tuple[str, str]] = {
    PlaceKind.ROAD: ("道路、路口、桥", "Road, crossing, bridge"),
    PlaceKind.ESTATE: ("小区、院落", "Housing estate"),
    PlaceKind.VILLAGE: ("自然村、组", "Hamlet"),
    PlaceKind.BUILDING: ("楼宇", "Building"),
    PlaceKind.SCHOOL: ("学校、幼儿园", "School, kindergarten"),
    PlaceKind.HOSPITAL: ("医院、卫生院", "Hospital, clinic"),
    PlaceKind.OFFICE: ("机关、服务中心", "Public office"),
    PlaceKind.SHOP: ("商店、酒店、银行", "Shop, hotel, bank"),
    PlaceKind.MARKET: ("市场、商场", "Market, mall"),
    PlaceKind.PARK: ("公园、广场、体育场", "Park, square, sports ground"),
    PlaceKind.WATER: ("河湖、水库", "Water"),
    PlaceKind.STATION: ("车站、码头、停车场", "Station, pier, car park"),
    PlaceKind.PLANT: ("工厂、园区、工地", "Works, industrial park, site"),
    PlaceKind.SIGHT: ("名胜、寺庙、纪念地", "Sight, temple, memorial"),
    PlaceKind.OTHER: ("其他", "Other"),
}

ENDINGS: tuple[tuple[PlaceKind, tuple[str, ...]], ...] = (
    (PlaceKind.SCHOOL, ("小学", "中学", "学校", "大学", "学院", "幼儿园")),
    (PlaceKind.HOSPITAL, ("医院", "卫生院", "卫生室", "诊所")),
    (PlaceKind.ESTATE, ("小区", "花园", "家园", "新村", "公寓", "苑", "院")),
    (PlaceKind.MARKET, ("市场", "菜场", "商场", "商贸城", "广场店")),
    (PlaceKind.PARK, ("公园", "广场", "体育馆", "体育场")),
    (PlaceKind.STATION, ("车站", "公交站", "客运站", "码头", "停车场")),
    (PlaceKind.OFFICE, ("政府", "派出所", "居委会", "村委会", "服务中心", "局")),
    (PlaceKind.PLANT, ("工业园", "产业园", "厂", "工地")),
    (PlaceKind.WATER, ("水库", "湖", "河", "塘")),
    (PlaceKind.SIGHT, ("寺", "庙", "塔", "祠堂", "纪念馆")),
    (PlaceKind.ROAD, ("大道", "路口", "路", "街", "巷", "弄", "胡同", "桥", "隧道")),
    (PlaceKind.BUILDING, ("大厦", "大楼", "楼", "中心")),
    (PlaceKind.SHOP, ("超市", "酒店", "宾馆", "银行", "店")),
)


def kind_by_name(name: str) -> PlaceKind:
    """What a place is by the end of its name, where nobody said."""
    for kind, endings in ENDINGS:
        if name.endswith(endings):
            return kind
    return PlaceKind.OTHER
