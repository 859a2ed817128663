"""Kinds of force, and what a grid should have of each: data of the city."""

from django.db import models

from jingwei.domains.workforce.contracts import Ground, Tier
from jingwei.foundation.access.contracts import Role
from jingwei.kernel.ids import uuid7


class Kind(models.Model):
    """A kind of force. ``role``: it is filled by whoever holds a post of that role. ``order_no`` is its place in lists."""

    key = models.CharField(primary_key=True, max_length=40)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80)
    tier = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Tier])
    ground = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Ground])
    role = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in Role])
    is_specialist = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    order_no = models.PositiveSmallIntegerField()


class Standard(models.Model):
    """A version of the city's standard, in force from its day on. ``wanted``: how many of a kind each area should have."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    from_on = models.DateField(unique=True)
    households_per_officer = models.PositiveIntegerField()
    matters_per_officer = models.PositiveIntegerField()
    names_are_public = models.BooleanField()
    wanted = models.JSONField(default=dict)
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=80)
