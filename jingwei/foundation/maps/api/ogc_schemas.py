"""What OGC's clients read before they read features."""

from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel


class Asking(Schema):
    """``f`` is the format; there is one."""

    f: Annotated[str | None, Field(max_length=20)] = None


class OgcLinkOut(BaseModel):
    href: str
    rel: str
    type: str


class OgcLandingOut(BaseModel):
    title: str
    description: str
    links: list[OgcLinkOut]


class OgcConformanceOut(BaseModel):
    conformsTo: list[str]  # noqa: N815 — the standard's own word


class OgcSpatialOut(BaseModel):
    bbox: list[list[float]]
    crs: str


class OgcExtentOut(BaseModel):
    spatial: OgcSpatialOut


class OgcCollectionOut(BaseModel):
    """``extent`` is missing where the city has no outline yet."""

    id: str
    title: str
    itemType: str  # noqa: N815 — the standard's own word
    crs: list[str]
    extent: OgcExtentOut | None = None
    links: list[OgcLinkOut]


class OgcCollectionsOut(BaseModel):
    links: list[OgcLinkOut]
    collections: list[OgcCollectionOut]
