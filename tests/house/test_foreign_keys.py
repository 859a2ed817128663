"""Foreign keys point down the floors only: an import graph does not see them, the database does."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.models.fields.related import RelatedField
from django.test.utils import isolate_apps

from tests.house.walls import order

HEIGHTS = order()


def app_of(model: type[models.Model]) -> str:
    """`jingwei.domains.incidents` for a model anywhere in that app."""
    return ".".join(model.__module__.split(".")[:3])


def wrong_keys(checked: list[type[models.Model]]) -> list[str]:
    complaints = []
    for model in checked:
        for field in model._meta.get_fields():
            if not isinstance(field, RelatedField) or field.remote_field is None:
                continue
            target = field.remote_field.model
            name = f"{model._meta.label}.{field.name}"
            if not field.remote_field.hidden:
                complaints.append(f'{name}: related_name="+"')
            mine, theirs = app_of(model), app_of(target)
            if mine != theirs and not (HEIGHTS.get(theirs, 99) < HEIGHTS.get(mine, -1)):
                complaints.append(f"{name} points up or sideways to {target._meta.label}")
    return complaints


def our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("jingwei.")]


def test_foreign_keys_point_down_and_leave_no_name_behind() -> None:
    assert our_models()
    assert wrong_keys(our_models()) == []


@isolate_apps("jingwei.foundation.areas", "jingwei.foundation.access")
def test_a_key_that_points_up_is_caught() -> None:
    class Post(models.Model):
        __module__ = "jingwei.foundation.access.models"

        class Meta:
            app_label = "access"

    class Area(models.Model):
        __module__ = "jingwei.foundation.areas.models"
        head = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "areas"

    class Delegation(models.Model):
        __module__ = "jingwei.foundation.access.models"
        area = models.ForeignKey(Area, on_delete=models.PROTECT)

        class Meta:
            app_label = "access"

    assert wrong_keys([Area]) == ["areas.Area.head points up or sideways to access.Post"]
    assert wrong_keys([Delegation]) == ['access.Delegation.area: related_name="+"']


CONSTRAINTS = """
SELECT holder.relname, pointed.relname
  FROM pg_constraint
  JOIN pg_class holder ON holder.oid = conrelid
  JOIN pg_class pointed ON pointed.oid = confrelid
 WHERE contype = 'f'
"""


@pytest.mark.django_db
def test_the_database_holds_no_key_that_the_models_do_not_show() -> None:
    """A key written as SQL in a migration would slip past the models."""
    table_app = {model._meta.db_table: app_of(model) for model in our_models()}
    with connection.cursor() as cursor:
        cursor.execute(CONSTRAINTS)
        pairs = [(table_app[a], table_app[b], a, b) for a, b in cursor.fetchall() if {a, b} <= set(table_app)]
    upward = [(a, b) for mine, theirs, a, b in pairs if mine != theirs and HEIGHTS[theirs] >= HEIGHTS[mine]]
    assert pairs
    assert upward == []
