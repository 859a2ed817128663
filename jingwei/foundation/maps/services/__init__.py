"""Writes of the map: its counts."""

from jingwei.foundation.maps.services.folding import check_all, differences, fold, fold_all, rebuild

__all__ = ["check_all", "differences", "fold", "fold_all", "rebuild"]
