"""An export's progress, live to whoever asked for it."""

from jingwei.foundation.imports.models import Export
from jingwei.foundation.live.contracts import Kind, ToPerson, ToPost
from jingwei.foundation.live.services.telling import tell


def show_export(export: Export) -> None:
    """Say that it went on, in the running transaction: to the post that asked, or to the person without one."""
    if export.post_id is not None:
        tell(Kind.EXPORT, ToPost(export.post_id), export.id)
    elif export.person_id is not None:
        tell(Kind.EXPORT, ToPerson(export.person_id), export.id)
