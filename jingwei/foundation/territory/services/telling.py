"""Telling those whose ground changed: officers and grid heads there, and whoever published."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Role, system_actor
from jingwei.foundation.access.queries.standing import posts_standing_in
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Publication
from jingwei.foundation.territory.queries.publications import last_run_of, publication_for, versions_of
from jingwei.foundation.territory.rules.publishing import Purpose

TELLER = system_actor("区划通知")
TOLD = (Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD)
"""Whoever keeps a grid; desks see the new division in their lists."""


def tell_of_division(publication_id: UUID, *, at: datetime) -> int:
    """Tell officers and heads of the grids that changed, and of the communities around them. Returns how many."""
    with eyes(TELLER):
        publication = publication_for(TELLER, publication_id)
        run = last_run_of(publication_id)
        is_undo = run is not None and run.purpose == Purpose.UNDO
        codes = {one.code for one in versions_of(publication_id)}
        posts = posts_standing_in(codes | {code[:12] for code in codes}, at=at)
        told = [post for post in posts if post.role in TOLD and post.holder_id is not None]
        names = names_of({post.area_code for post in told})
        for post in told:
            words = _words(names.get(post.area_code, post.area_code), publication, is_undo=is_undo)
            notify_post(
                TELLER,
                post.post_id,
                kind="territory.division",
                words=words,
                target=f"publication:{publication_id}",
                fold=f"territory:{publication_id}:{'undo' if is_undo else 'publish'}",
                at=at,
            )
    return len(told)


def tell_publisher(publication_id: UUID, *, at: datetime, has_failed: bool = False) -> None:
    """Tell whoever published that the rows have followed, or that the day came and it could not be."""
    with eyes(TELLER):
        publication = publication_for(TELLER, publication_id)
        if publication.published_by_post is None:
            return
        notify_post(
            TELLER,
            publication.published_by_post,
            kind="territory.failed" if has_failed else "territory.moved",
            words=_failed(publication) if has_failed else _moved(publication),
            target=f"publication:{publication_id}",
            at=at,
            is_urgent=has_failed,
        )


def _words(area: str, publication: Publication, *, is_undo: bool) -> Words:
    if is_undo:
        return Words(
            title_zh=f"{area}的网格边界已恢复",
            title_en=f"The borders of {area} are back as they were",
            body_zh=f"“{publication.title}”已撤销：{publication.undo_reason}",
            body_en=f"“{publication.title}” was undone: {publication.undo_reason}",
        )
    return Words(
        title_zh=f"{area}的网格有调整",
        title_en=f"The grids of {area} have changed",
        body_zh=f"“{publication.title}”自{publication.on.isoformat()}起启用：{publication.reason}",
        body_en=f"“{publication.title}” is in force from {publication.on.isoformat()}: {publication.reason}",
    )


def _moved(publication: Publication) -> Words:
    return Words(
        title_zh=f"“{publication.title}”的数据已全部跟随新边界",
        title_en=f"Every row follows the borders of “{publication.title}”",
    )


def _failed(publication: Publication) -> Words:
    return Words(
        title_zh=f"“{publication.title}”到期未能启用",
        title_en=f"“{publication.title}” could not come into force",
        body_zh="草稿已重新打开，里面写明了原因。请处理后重新发布。",
        body_en="Its draft is open again and says why. Mend it and publish again.",
    )
