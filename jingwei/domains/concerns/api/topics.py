"""The tree of topics over HTTP."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router

from jingwei.domains.concerns.api import schemas as io
from jingwei.domains.concerns.queries import concerns as queries
from jingwei.domains.concerns.queries.topics import TopicRow, topics
from jingwei.domains.concerns.services import save_topic
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.kernel.clock import now

router = Router(tags=["concerns"])
P = Permission


@edge.operation(router, "GET", "", "listConcernTopics", P.READ_CONCERNS, response=io.TopicsOut)
def list_concern_topics(request: HttpRequest) -> io.TopicsOut:
    """The city's tree of topics, and those to tap first for whoever takes notes."""
    actor = edge.actor(request)
    may_note = is_permitted(actor, P.NOTE_CONCERN)
    return io.TopicsOut(
        topics=[io.TopicOut.model_validate(one, from_attributes=True) for one in topics()],
        usual=queries.usual_topics(actor, at=now()) if may_note else [],
    )


@edge.operation(router, "PUT", "/{topic_code}", "saveConcernTopic", P.MANAGE_ITEMS, response={204: None})
def save_concern_topic(
    request: HttpRequest, topic_code: Annotated[io.TopicCode, Path()], body: io.TopicIn
) -> None:
    """Add a class or a topic, change its words, or put it out of use; what was noted under it stays. The city's alone."""
    save_topic(edge.actor(request), TopicRow(topic_code, body.name, body.hint, body.is_active))
