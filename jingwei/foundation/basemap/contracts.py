"""What others may know of the base map, and how picture maps from outside are described."""

from dataclasses import dataclass, field
from enum import StrEnum


class Layer(StrEnum):
    """What the base consists of; also the names of the layers in its vector tiles."""

    LANDUSE = "landuse"
    WATER = "water"
    WATERWAY = "waterway"
    ROAD = "road"
    RAIL = "rail"
    BUILDING = "building"
    PLACE = "place"
    POI = "poi"


class Form(StrEnum):
    """Whether a layer holds surfaces, lines or points."""

    SURFACE = "surface"
    LINE = "line"
    POINT = "point"


FORM_OF = {
    Layer.LANDUSE: Form.SURFACE,
    Layer.WATER: Form.SURFACE,
    Layer.WATERWAY: Form.LINE,
    Layer.ROAD: Form.LINE,
    Layer.RAIL: Form.LINE,
    Layer.BUILDING: Form.SURFACE,
    Layer.PLACE: Form.POINT,
    Layer.POI: Form.POINT,
}


class Stage(StrEnum):
    """How far a file has come. One that stopped goes on where it was."""

    READING = "reading"
    GENERALISING = "generalising"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture map of others (Tianditu, a WMTS or XYZ service of the city): ``template`` holds ``{z} {x} {y}``.

    The key stands in ``secret`` and is put in where the template says ``{key}``; neither is ever shown or written.
    """

    key: str
    title_zh: str
    title_en: str
    attribution: str
    template: str = field(repr=False)
    secret: str = field(repr=False, default="")
    referer: str = ""
    min_zoom: int = 1
    max_zoom: int = 18

    def address(self, z: int, x: int, y: int) -> str:
        """Where a tile is. Kept out of logs: it holds the key."""
        return (
            self.template.replace("{z}", str(z))
            .replace("{x}", str(x))
            .replace("{y}", str(y))
            .replace("{key}", self.secret)
        )
