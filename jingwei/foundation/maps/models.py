"""What is counted of points on the map, by squares: changes not yet folded, and the pyramid they are folded into.

Both say how many rows of a layer lie in a square, for whom: ``place_code`` is that day's community (or what is known
of it), ``scope_code`` today's, ``floor`` the longest area code that sees it by area, ``about_unit_id`` the unit that
does not, ``unit_id`` whose part it is counted for (none: by area). The fence reads the same columns.
"""

from django.db import models


class Counted(models.Model):
    layer = models.CharField(max_length=40)
    place_code = models.CharField(max_length=12)
    scope_code = models.CharField(max_length=12)
    floor = models.PositiveSmallIntegerField(default=15)
    about_unit_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    a = models.CharField(max_length=16, default="")
    b = models.CharField(max_length=16, default="")
    n = models.BigIntegerField()

    class Meta:
        abstract = True


class Delta(Counted):
    """One change: a row that came (1), went (−1) or was touched (0). ``x`` and ``y`` are squares of zoom 26."""

    map_key = models.BigIntegerField()
    x = models.IntegerField()
    y = models.IntegerField()
    day = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["layer", "map_key"], name="maps_delta_key")]


class Cell(Counted):
    """How many rows lie in a square of one zoom. ``x`` and ``y`` are summed, so that a mark stands in their middle.

    ``slice``: 1 by ``a``, 2 by ``a`` and ``b``, 3 by ``a`` and ``period``. ``period``: 0 always, days since 1970, or
    −(months since year 0). ``changes`` counts what was ever folded in: with it a tile knows whether it is the same.
    """

    slice = models.PositiveSmallIntegerField()
    zoom = models.PositiveSmallIntegerField()
    period = models.IntegerField(default=0)
    square = models.BigIntegerField()
    x = models.BigIntegerField()
    y = models.BigIntegerField()
    changes = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "layer",
                    "slice",
                    "zoom",
                    "period",
                    "square",
                    "place_code",
                    "scope_code",
                    "floor",
                    "a",
                    "b",
                    "about_unit_id",
                    "unit_id",
                ],
                name="maps_cell_once",
                nulls_distinct=False,
            ),
        ]
