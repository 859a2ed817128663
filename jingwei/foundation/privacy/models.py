"""Looks at personal fields: append-only, visible to the person concerned."""

from django.db import models

from jingwei.kernel.ids import uuid7


class Reveal(models.Model):
    """One recorded look: who saw which field of what, when and for which purpose."""

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

    class Meta:
        indexes = [
            models.Index(fields=["target", "at"], name="privacy_reveal_target"),
            models.Index(fields=["subject_id", "at"], name="privacy_reveal_subject"),
        ]
