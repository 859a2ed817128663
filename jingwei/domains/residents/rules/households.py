"""A household: one head, everybody once, relations as GB/T 4761 names them."""

from collections.abc import Sequence
from uuid import UUID

from jingwei.domains.residents.rules.refusals import HeadMissing, MemberTwice, TooManyMembers

HEAD = "02"
"""户主 in the code table of relations; “本人”."""
MOST_MEMBERS = 30


def require_whole(members: Sequence[tuple[UUID, str]]) -> UUID:
    """The head's id. Raises: MemberTwice, HeadMissing (none, or more than one), TooManyMembers."""
    ids = [resident_id for resident_id, _ in members]
    if len(set(ids)) != len(ids):
        raise MemberTwice
    if len(ids) > MOST_MEMBERS:
        raise TooManyMembers(most=MOST_MEMBERS)
    heads = [resident_id for resident_id, relation in members if relation == HEAD]
    if len(heads) != 1:
        raise HeadMissing(count=len(heads))
    return heads[0]
