"""A few streets, houses and a river as files, in the middle of the tests' city."""

import json
from pathlib import Path
from typing import Any

import osmium
from osmium.osm import mutable

LON, LAT = 112.325, 28.505
STEP = 0.001


def spot(east: float, north: float) -> tuple[float, float]:
    """So many steps (about a hundred metres) from the middle."""
    return round(LON + east * STEP, 7), round(LAT + north * STEP, 7)


class Writing:
    """A .osm.pbf in the making."""

    def __init__(self, file: Path) -> None:
        self.writer = osmium.SimpleWriter(str(file), overwrite=True)
        self.nodes: dict[tuple[float, float], int] = {}
        self.ways: list[tuple[int, list[int], dict[str, str]]] = []
        self.relations: list[tuple[int, list[tuple[str, int, str]], dict[str, str]]] = []

    def node(self, at: tuple[float, float], **tags: str) -> int:
        known = self.nodes.get(at)
        if known is None or tags:
            known = len(self.nodes) + 1
            self.nodes[at] = known
            self.writer.add_node(mutable.Node(id=known, location=at, tags=_worded(tags)))
        return known

    def way(self, points: list[tuple[float, float]], **tags: str) -> int:
        number = 100 + len(self.ways)
        self.ways.append((number, [self.node(at) for at in points], _worded(tags)))
        return number

    def cut_way(self, points: list[tuple[float, float]], **tags: str) -> None:
        """A way that goes on beyond the extract, where its nodes are not in the file."""
        number = self.way(points, **tags)
        self.ways[-1] = (number, [*self.ways[-1][1], 900_001, 900_002], self.ways[-1][2])

    def square(self, east: float, north: float, wide: float, **tags: str) -> int:
        corners = [(0.0, 0.0), (wide, 0.0), (wide, wide), (0.0, wide), (0.0, 0.0)]
        return self.way([spot(east + x, north + y) for x, y in corners], **tags)

    def around(self, outer: int, inner: int, **tags: str) -> None:
        number = 1000 + len(self.relations)
        members = [("w", outer, "outer"), ("w", inner, "inner")]
        self.relations.append((number, members, _worded(tags | {"type": "multipolygon"})))

    def close(self) -> None:
        for number, nodes, tags in self.ways:
            self.writer.add_way(mutable.Way(id=number, nodes=nodes, tags=tags))
        for number, members, tags in self.relations:
            self.writer.add_relation(mutable.Relation(id=number, members=members, tags=tags))
        self.writer.close()


def _worded(tags: dict[str, str]) -> dict[str, str]:
    return {key.replace("__", ":"): value for key, value in tags.items()}


def small_town(file: Path) -> Path:
    """Three roads (one cut off), a river, a lake with an island, three houses, a hospital, a village; and a road far away."""
    town = Writing(file)
    town.node(spot(1, 3), amenity="hospital", name="人民医院", name__en="People's Hospital")
    town.node(spot(4, 4), place="village", name="河口村")
    town.node(spot(5, 5), barrier="gate")
    town.way([spot(-8, 0), spot(0, 0)], highway="primary", name="资江路")
    town.way([spot(0, 0), spot(8, 0)], highway="primary", name="资江路")
    town.way([spot(0, -4), spot(0, 4)], highway="residential")
    town.way([spot(-9, -6), spot(9, -5)], waterway="river", name="资江")
    town.cut_way([spot(0, 1), spot(3, 1), spot(5, 1)], highway="secondary", name="剪断路")
    town.way([(10.0, 50.0), (10.1, 50.0)], highway="primary", name="far away")
    town.square(2, 2, 0.4, building="yes", height="24 m", name="一号楼")
    town.square(3, 2, 0.4, building="apartments", building__levels="6")
    town.square(4, 2, 0.4, building="yes")
    lake, island = town.square(-6, 2, 3, natural="coastline"), town.square(-5, 3, 1, place="islet")
    town.around(lake, island, natural="water", name="浮邱湖")
    town.square(-8, -4, 4, landuse="forest")
    town.close()
    return file


def survey(file: Path, features: list[tuple[dict[str, Any], dict[str, Any]]]) -> Path:
    """A feature collection of properties and geometries."""
    listed = [{"type": "Feature", "properties": one, "geometry": geometry} for one, geometry in features]
    file.write_text(
        json.dumps({"type": "FeatureCollection", "features": listed}, ensure_ascii=False), encoding="utf-8"
    )
    return file


def house(east: float, north: float, *, turned: bool = False) -> dict[str, Any]:
    """A square of forty metres; ``turned``: its corners in an order that crosses itself."""
    corners = [
        spot(east, north),
        spot(east + 0.4, north),
        spot(east + 0.4, north + 0.4),
        spot(east, north + 0.4),
    ]
    if turned:
        corners[1], corners[2] = corners[2], corners[1]
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
