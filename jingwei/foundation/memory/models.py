"""What tells every process that something it keeps has changed."""

from django.db import models


class Mark(models.Model):
    """The mark under which a thing is kept. Random: after a rollback or a restored copy none comes back by accident.

    No fence: it says that something was changed, and nothing of what.
    """

    name = models.CharField(primary_key=True, max_length=40)
    mark = models.UUIDField()
