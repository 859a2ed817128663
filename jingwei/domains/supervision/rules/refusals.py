"""What supervision refuses, and what to do then."""

from jingwei.kernel.errors import DomainError, Forbidden, Invalid


class SupervisionPolicyRefused(Invalid):
    code = "supervision.policy_refused"
    message = "督办规则不能保存：{reason}请修改后再保存。"
    message_en = "The policy cannot be kept: {reason_en} Change it and save again."


class NotYoursToSupervise(Forbidden):
    code = "supervision.not_yours"
    message = "只有负责的综治中心（对承办单位）或它的上级中心可以督办、认定答复。请联系上级中心。"
    message_en = "Only the centre in charge (towards the unit that has it), or a centre above, can do this. Contact the centre above."


class KindForLeaders(Forbidden):
    code = "supervision.kind_for_leaders"
    message = "黄牌、红牌由指挥长发出。坐席可以发普通督办，或请指挥长处理。"
    message_en = (
        "Yellow and red cards are raised by commanders. Raise an ordinary one, or ask your commander."
    )


class NothingOwed(DomainError):
    code = "supervision.nothing_owed"
    message = "这件事已经办结、并入别的事项，或没有单位在办，不能督办。请刷新查看。"
    message_en = "The matter is over, was folded into another, or no unit owes it. Refresh."


class SupervisedAlready(DomainError):
    code = "supervision.supervised_already"
    message = "这件事已有同样或更重的督办在办。请先看它的答复。"
    message_en = "A card as grave or graver runs on this matter already. See its answer first."


class CardNotWaiting(DomainError):
    code = "supervision.card_not_waiting"
    message = "这张督办单不在等这一步：可能已经答复、认定或解除。请刷新。"
    message_en = "The card does not wait for this: it was answered, decided or lifted. Refresh."


class NotTheReceiver(Forbidden):
    code = "supervision.not_the_receiver"
    message = "只有被督办、被批示的单位可以答复。请转告该单位。"
    message_en = "Only the unit that is asked may answer. Pass it on to that unit."


class NoteNotWaiting(DomainError):
    code = "supervision.note_not_waiting"
    message = "这条批示不等本单位答复，或已经答复。请刷新。"
    message_en = "This note does not wait for your unit, or was answered. Refresh."


class AreaNotBelow(Invalid):
    code = "supervision.area_not_below"
    message = "只能督导本中心下级、已设综治中心的区划。请重新选择。"
    message_en = "Only an area below your own that has a centre can be supervised. Choose again."


class CaseNotWaiting(DomainError):
    code = "supervision.case_not_waiting"
    message = "这项督导不在等这一步。请刷新。"
    message_en = "The case does not wait for this step. Refresh."


class PlanDueWrong(Invalid):
    code = "supervision.plan_due_wrong"
    message = "整改期限应在1小时之后、{days}天之内。请重新选择。"
    message_en = "The deadline must be at least an hour and at most {days} days ahead. Choose again."


class ProofNeeded(Invalid):
    code = "supervision.proof_needed"
    message = "报整改完成要附照片或文件。请添加后再报。"
    message_en = "Photos or files are needed to report the rectification. Add them and report again."


class PeriodWrong(Invalid):
    code = "supervision.period_wrong"
    message = "时间段应从早到晚，且不超过{days}天。请重新选择。"
    message_en = "The period must run forwards and last {days} days at most. Choose again."
