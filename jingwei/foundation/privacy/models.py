"""Looks at personal fields: append-only, visible to the person concerned."""

from django.db import models

from jingwei.foundation.privacy.contracts import Manner
from jingwei.kernel.ids import uuid7


class Reveal(models.Model):
    """One recorded look: who saw which field of what, when and for which purpose.

    ``area_code`` is where the thing lies, ``viewer_area`` where the viewer's post does: inspectors see both sides.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    viewer_name = models.CharField(max_length=80)
    field = models.CharField(max_length=60)
    target = models.CharField(max_length=120)
    subject_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=40)
    remark = models.CharField(max_length=200, blank=True)
    manner = models.CharField(max_length=10, default=Manner.OPENED.value, db_default=Manner.OPENED.value)
    area_code = models.CharField(max_length=15, blank=True, default="", db_default="")
    viewer_area = models.CharField(max_length=15, blank=True, default="", db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["at", "id"], name="privacy_reveal_at"),
            models.Index(fields=["person_id", "at"], name="privacy_reveal_viewer"),
            models.Index(fields=["target", "at"], name="privacy_reveal_target"),
            models.Index(fields=["subject_id", "at"], name="privacy_reveal_subject"),
        ]
