"""The demo's posts as actors, so that what is made up is done by those whose work it would be."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from jingwei.config.demo.organisation import cast_members
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.models import Holding, Person, Post
from jingwei.foundation.access.rules.permissions import scope_of


class Staff:
    """Everybody with a post in a county or in the city above it. Read with eyes that see all of them."""

    def __init__(self, county_code: str) -> None:
        posts = Post.objects.filter(is_active=True, unit__isnull=False)
        posts = posts.filter(Q(area_code=county_code[:4]) | Q(area_code__startswith=county_code))
        holders = dict(Holding.objects.filter(to_on=None).values_list("post_id", "person_id"))
        names = dict(Person.objects.filter(is_staff=True).values_list("id", "name"))
        cast = {member.person_id for member in cast_members()}
        self._in_unit: dict[tuple[UUID | None, Role], list[Actor]] = defaultdict(list)
        self._officers: dict[str, Actor] = {}
        for post in sorted(posts, key=lambda post: (holders.get(post.id) not in cast, post.id)):
            person_id = holders.get(post.id)
            if person_id is None:
                continue
            role = Role(post.role)
            actor = Actor(
                role=role,
                name=names[person_id],
                person_id=person_id,
                post_id=post.id,
                unit_id=post.unit_id,
                area_code=post.area_code,
                scope=scope_of(role, post.area_code),
            )
            self._in_unit[post.unit_id, role].append(actor)
            if role is Role.OFFICER:
                self._officers[post.area_code] = actor

    def everybody(self) -> list[Actor]:
        return [actor for actors in self._in_unit.values() for actor in actors]

    def desk(self, centre_id: UUID) -> Actor:
        return self._in_unit[centre_id, Role.DESK][0]

    def handler(self, unit_id: UUID) -> Actor:
        """Somebody of the cast where they have a post there."""
        return self._in_unit[unit_id, Role.HANDLER][0]

    def head(self, unit_id: UUID) -> Actor:
        return self._in_unit[unit_id, Role.UNIT_HEAD][0]

    def commander(self, centre_id: UUID) -> Actor:
        return self._in_unit[centre_id, Role.COMMANDER][0]

    def officer(self, grid_code: str) -> Actor:
        return self._officers[grid_code]
