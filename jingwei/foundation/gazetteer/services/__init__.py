"""Writes of the gazetteer."""

from jingwei.foundation.gazetteer.services.places import (
    NewPlace,
    PlaceFacts,
    add_place,
    change_place,
    restore_place,
    retire_place,
)

__all__ = ["NewPlace", "PlaceFacts", "add_place", "change_place", "restore_place", "retire_place"]
