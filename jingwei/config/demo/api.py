"""The demo's door: who may be tried out and how they sign in. Outside demo mode it tells nothing."""

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema

from jingwei.config.demo.loader import cast_password, city_size
from jingwei.config.demo.organisation import cast_members
from jingwei.foundation import edge

router = Router(tags=["demo"])


class CastMemberOut(Schema):
    username: str
    name: str
    part: str
    part_en: str


class DemoOut(Schema):
    """``password`` opens the cast's own accounts and nothing else; it was made up for this installation."""

    is_demo: bool
    password: str = ""
    cast: list[CastMemberOut] = []


@edge.operation(router, "GET", "", "readDemo", None, response=DemoOut, is_public=True, who=edge.newcomer)
def read_demo(request: HttpRequest) -> DemoOut:
    """Whether this is a demo, and its cast. There is no way in but the ordinary sign-in, with the cast's password."""
    if not settings.IS_DEMO or city_size() is None:
        return DemoOut(is_demo=False)
    members = [CastMemberOut.model_validate(member, from_attributes=True) for member in cast_members()]
    return DemoOut(is_demo=True, password=cast_password(settings.VAR_FOLDER) or "", cast=members)
