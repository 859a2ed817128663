"""Whether a resource can be called upon, and how its state changes."""

from jingwei.domains.ledger.contracts import Deed, ResourceState
from jingwei.domains.ledger.rules.refusals import LifeRefused

STATE_WORDS = {
    ResourceState.READY: ("可调用", "ready"),
    ResourceState.BUSY: ("使用中", "in use"),
    ResourceState.SHUT: ("暂停", "shut for now"),
    ResourceState.RETIRED: ("已撤销", "retired"),
}
NEEDS_REASON = frozenset({ResourceState.SHUT, ResourceState.RETIRED})
DEED_OF = {
    ResourceState.READY: Deed.RESTORED,
    ResourceState.BUSY: Deed.CHANGED,
    ResourceState.SHUT: Deed.SUSPENDED,
    ResourceState.RETIRED: Deed.RETIRED,
}


def require_change(before: ResourceState, after: ResourceState, *, name: str) -> None:
    """A retired resource is opened again before anything else; the same state twice says nothing. Raises: LifeRefused."""
    if before is after or (before is ResourceState.RETIRED and after is not ResourceState.READY):
        raise LifeRefused(
            name=name,
            state=STATE_WORDS[before][0],
            state_en=STATE_WORDS[before][1],
            hint="请先恢复为可调用" if before is ResourceState.RETIRED else "请选择另一种状态",
            hint_en="make it ready first" if before is ResourceState.RETIRED else "choose another state",
        )
