"""Who has what open. Unlogged: after a crash nobody is there, and every open page says within seconds that it is."""

from django.db import models

from jingwei.kernel.ids import uuid7


class Presence(models.Model):
    """Somebody's sign that a subject is open before them. Whoever sees the subject sees it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject_id = models.UUIDField()
    person_id = models.UUIDField()
    post_id = models.UUIDField()
    is_typing = models.BooleanField(default=False)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "person_id"], name="live_presence_once"),
        ]
