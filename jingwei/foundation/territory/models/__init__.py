"""Drafts of a division, what was published of them, and the city's grid standard."""

from jingwei.foundation.territory.models.drafts import Answer, Change, Draft, Feature
from jingwei.foundation.territory.models.exchange import GeometryImport, ImportedFeature
from jingwei.foundation.territory.models.publishing import Move, MovedPost, Publication, PublishedVersion, Run
from jingwei.foundation.territory.models.standard import Limit, Standard

__all__ = [
    "Answer",
    "Change",
    "Draft",
    "Feature",
    "GeometryImport",
    "ImportedFeature",
    "Limit",
    "Move",
    "MovedPost",
    "Publication",
    "PublishedVersion",
    "Run",
    "Standard",
]
