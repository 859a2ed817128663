"""Teams 队伍: people who go out together."""

from django.db import models
from django.db.models import Q

from jingwei.domains.workforce.models.members import Member, serves_around
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class Team(ScopedModel):
    """A team of an area, until it is dissolved."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    purpose = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    dissolved_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["scope_code", "id"], name="workforce_team_scope")]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        return serves_around(actor)


class TeamMember(models.Model):
    """Somebody in a team, from a day until a day (exclusive; empty: still)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    is_leader = models.BooleanField(default=False)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "member"], condition=Q(to_on=None), name="workforce_team_once"
            )
        ]
