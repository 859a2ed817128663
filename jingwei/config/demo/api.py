"""The demo's door: who may be tried out and how they sign in. Outside demo mode it tells nothing."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router, Schema

from jingwei.config.demo.loader import cast_password, city_size
from jingwei.config.demo.organisation import cast_members
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.notices.queries import fake_messages_to
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

router = Router(tags=["demo"])
VISITOR = system_actor("演示访客")
SHOWN_FOR = timedelta(minutes=10)


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


class DemoMessageOut(Schema):
    """What the fake SMS outlet was given; nothing of it has left the house."""

    text: str
    at: datetime


@edge.operation(
    router,
    "GET",
    "/messages",
    "listDemoMessages",
    None,
    response=list[DemoMessageOut],
    is_public=True,
    who=edge.newcomer,
)
def list_demo_messages(request: HttpRequest, tail: str = Query(pattern=r"^\d{4}$")) -> list[DemoMessageOut]:
    """In a demo: the SMS of the last ten minutes to numbers that end so, as nobody gets a real one. Else nothing."""
    if not settings.IS_DEMO or city_size() is None:
        return []
    with eyes(VISITOR):
        found = fake_messages_to(tail, since=now() - SHOWN_FOR)
        return [DemoMessageOut(text=text, at=at) for text, at in found]
