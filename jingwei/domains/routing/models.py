"""Item lists 事项清单: dated versions, each row with its limits, proof and standards."""

from django.db import models
from django.db.models import F, Q


class UnitKind(models.Model):
    """A kind of unit that may be responsible for items (units carry its key in ``kind``)."""

    key = models.CharField(max_length=40, primary_key=True)
    name_zh = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=80)


class ItemList(models.Model):
    """One version of the list, in force from a day until a day (exclusive); a draft while it has no first day.

    ``batch_id`` is the import that brought a draft.
    """

    name = models.CharField(max_length=80)
    valid_from_on = models.DateField(unique=True, null=True, blank=True)
    valid_to_on = models.DateField(null=True, blank=True)
    loaded_at = models.DateTimeField()
    batch_id = models.UUIDField(unique=True, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to_on=None)
                | (Q(valid_from_on__isnull=False) & Q(valid_to_on__gt=F("valid_from_on"))),
                name="routing_list_order",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(valid_to_on=None) & Q(valid_from_on__isnull=False),
                name="routing_list_one_open",
            ),
        ]


class Item(models.Model):
    """One item 小项 of a list, under its class 大类 and sub-class 中类.

    ``is_published`` 公开: single matters of it may stand on the public pages (item, community, blurred place). Items
    that lead to a home, a person or a business are counted there and never listed.
    """

    item_list = models.ForeignKey(ItemList, on_delete=models.PROTECT, related_name="+")
    item_code = models.CharField(max_length=6)
    class_name = models.CharField(max_length=40)
    subclass_name = models.CharField(max_length=40)
    item_name = models.CharField(max_length=60)
    definition = models.CharField(max_length=300)
    unit_kind = models.CharField(max_length=40)
    accept_limit = models.CharField(max_length=6)
    handle_limit = models.CharField(max_length=6)
    verify_limit = models.CharField(max_length=6)
    evidence = models.CharField(max_length=80, blank=True)
    handling_standard = models.CharField(max_length=300)
    closing_standard = models.CharField(max_length=300)
    is_urgent = models.BooleanField(default=False)
    is_published = models.BooleanField(default=False)
    legal_basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("item_list", "item_code", name="routing_item_code_once")]
