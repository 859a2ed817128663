"""Buckets. A row says that somebody asked lately, under a name that only the key can make; a full one is no row."""

from django.db import models


class Bucket(models.Model):
    """One bucket that is not full. ``key`` is a keyed digest: neither address nor device nor account can be read.

    No fence: it is asked before anybody is known, holds nobody's name and says nothing to who does not hold the key.
    """

    key = models.BinaryField(primary_key=True, max_length=16)
    name = models.CharField(max_length=40)
    full_at = models.DateTimeField()


class Spent(models.Model):
    """Something that counts once, and what it was used for; kept until it would have ended by itself. Digests only."""

    key = models.BinaryField(primary_key=True, max_length=16)
    use = models.BinaryField(max_length=16)
    until_at = models.DateTimeField()
