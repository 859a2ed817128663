"""What joint work refuses, and what to do then."""

from jingwei.kernel.errors import DomainError, Forbidden, Invalid


class MeetTimeWrong(Invalid):
    code = "joint.meet_time_wrong"
    message = "集合时间应在{minutes}分钟之后、{days}天之内。请重新选择。"
    message_en = "The time to meet must be at least {minutes} minutes and at most {days} days ahead."


class PlaceElsewhere(Invalid):
    code = "joint.place_elsewhere"
    message = "集合地点不在本中心辖区内。请在辖区内选点，或由当地中心吹哨。"
    message_en = (
        "The place lies outside your centre's area. Choose one inside, or have the centre there call."
    )


class UnitsWrong(Invalid):
    code = "joint.units_wrong"
    message = "不能邀请“{unit}”：{reason}"
    message_en = "“{unit}” cannot be called: {reason_en}"


class NotThere(DomainError):
    code = "joint.not_there"
    message = "您距集合地点{away}米，应在{allowed}米以内。请到达后再报到；定位不准时请现场负责人代为确认。"
    message_en = (
        "You are {away} m from the place; {allowed} m is near enough. Report when you are there, or have whoever "
        "leads on site confirm it."
    )


class ArrivedAlready(DomainError):
    code = "joint.arrived_already"
    message = "本单位已经报到。请刷新。"
    message_en = "Your unit has reported already. Refresh."


class WhistleOver(DomainError):
    code = "joint.whistle_over"
    message = "这次吹哨已经结束或取消，不能再操作。请刷新。"
    message_en = "This call has ended or was called off. Refresh."


class NotCalled(Forbidden):
    code = "joint.not_called"
    message = "只有被邀请的单位可以执行这一步。请联系召集的中心。"
    message_en = "Only a unit that was called may do this. Contact the centre that called."


class NotTheCaller(Forbidden):
    code = "joint.not_the_caller"
    message = "只有召集的中心可以执行这一步。请联系召集的中心。"
    message_en = "Only the centre that called may do this. Contact that centre."


class MeetingTimeWrong(Invalid):
    code = "joint.meeting_time_wrong"
    message = "会议时间应在过去{ago}天到今后{ahead}天之间。请重新选择。"
    message_en = "The meeting must lie between {ago} days ago and {ahead} days ahead. Choose again."


class MeetingOver(DomainError):
    code = "joint.meeting_over"
    message = "会议已经记录纪要或取消，不能再改。请刷新查看。"
    message_en = "The minutes are in, or the meeting was cancelled; it cannot be changed. Refresh."


class MeetingAhead(DomainError):
    code = "joint.meeting_ahead"
    message = "会议还没有开始，不能记录纪要。请在会议开始后填写。"
    message_en = "The meeting has not begun. Enter its minutes when it has."


class DecisionWrong(Invalid):
    code = "joint.decision_wrong"
    message = "第{number}项议定事项不完整：{reason}"
    message_en = "Decision {number} is not complete: {reason_en}"


class DecisionDone(DomainError):
    code = "joint.decision_done"
    message = "这项议定事项已经办结，或由协办、事件跟进，不在这里反馈。请打开对应的事件。"
    message_en = (
        "This decision is done, or is followed up as an assist or a matter of its own. Open that matter."
    )


class MatterHidden(Invalid):
    code = "joint.matter_hidden"
    message = "没有找到要关联的事件，或不在您的辖区内。请从列表中重新选择。"
    message_en = (
        "The matter to link was not found, or lies outside your sight. Choose it from the list again."
    )


class DisputeOver(DomainError):
    code = "joint.dispute_over"
    message = "纠纷当前为“{state}”，不能执行这一步。请刷新后按页面上的按钮办理。"
    message_en = "The dispute is “{state_en}”; this cannot be done now. Refresh and use the buttons shown."


class NotTheMediator(Forbidden):
    code = "joint.not_the_mediator"
    message = "只有正在调解的单位可以执行这一步。请联系调解单位。"
    message_en = "Only the unit that mediates now may do this. Contact that unit."


class PartiesClosed(Forbidden):
    code = "joint.parties_closed"
    message = "当事人信息只对登记、调解这件纠纷的单位和所在地中心开放。请联系调解单位。"
    message_en = (
        "Who the parties are is open only to the units that registered or mediate the dispute and to the centre there. "
        "Contact the unit that mediates."
    )


class PartiesMissing(Invalid):
    code = "joint.parties_missing"
    message = "申请人和被申请人都至少要有一位。请补充当事人。"
    message_en = "There must be somebody on each side. Add the missing party."


class KindUnknown(Invalid):
    code = "joint.kind_unknown"
    message = "没有这种纠纷类型，或已停用。请从列表中重新选择。"
    message_en = "There is no such kind of dispute, or it is no longer used. Choose from the list again."


class DisputeElsewhere(Invalid):
    code = "joint.dispute_elsewhere"
    message = "所选地方不在本单位辖区内。请在辖区内选择，或由当地单位登记。"
    message_en = (
        "The place lies outside your unit's area. Choose one inside, or have the unit there enter it."
    )


class SessionAhead(Invalid):
    code = "joint.session_ahead"
    message = "时间应在过去一年之内，且不晚于现在。请重新填写。"
    message_en = "The time must lie within the past year and not ahead. Enter it again."


class PassNowhere(Invalid):
    code = "joint.pass_nowhere"
    message = "转交后的单位和调解方式与现在相同。请另选单位或方式。"
    message_en = "Unit and way would be the same as now. Choose another unit or way."


class ConfirmationWrong(Invalid):
    code = "joint.confirmation_wrong"
    message = "司法确认的日期应在达成协议（{since}）之后、不晚于今天。请重新填写。"
    message_en = "The confirmation must be dated between the agreement ({since}) and today. Enter it again."


class NothingAgreed(DomainError):
    code = "joint.nothing_agreed"
    message = "还没有达成协议，不能生成协议书。请先登记协议内容。"
    message_en = "Nothing was agreed yet, so there is no agreement to print. Enter the agreement first."


class EnforcementTimeWrong(Invalid):
    code = "joint.enforcement_time_wrong"
    message = "开始时间应在{minutes}分钟之后、{days}天之内。请重新选择。"
    message_en = "It must begin at least {minutes} minutes and at most {days} days ahead. Choose again."


class EnforcementOver(DomainError):
    code = "joint.enforcement_over"
    message = "这次联合执法已经完成或取消，不能再操作。请刷新查看。"
    message_en = "This joint enforcement was finished or called off. Refresh."


class EnforcementAhead(DomainError):
    code = "joint.enforcement_ahead"
    message = "联合执法还没有开始，最早在开始前{hours}小时登记。请到时再办。"
    message_en = (
        "The joint enforcement has not begun; this can be entered {hours} hours before at the earliest."
    )


class ReasonMissing(Invalid):
    code = "joint.reason_missing"
    message = "请写明不能参加的原因。"
    message_en = "Say why your unit cannot come."
