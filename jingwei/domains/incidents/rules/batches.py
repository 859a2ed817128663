"""Which actions can be done to many at once 成批办理: those whose needs are the same for all of them."""

from jingwei.domains.incidents.contracts import Action

LARGEST_BATCH = 50
"""One page of a list: what can be looked at before it is decided."""

BATCH_ACTIONS = (
    Action.ACCEPT,
    Action.DISPATCH,
    Action.TAKE,
    Action.ASSIGN,
    Action.RETURN,
    Action.RECALL,
    Action.ESCALATE,
    Action.TAKE_UP,
    Action.GRANT_EXTENSION,
    Action.REFUSE_EXTENSION,
    Action.SUSPEND,
    Action.RESUME,
    Action.PASS_CHECK,
    Action.FAIL_CHECK,
    Action.CLOSE,
    Action.VOID,
    Action.NOTE,
    Action.URGE,
    Action.INSTRUCT,
)
"""Not handling 处置反馈, which shows proof of each; not correcting, which is about one place; not what reporters do."""
