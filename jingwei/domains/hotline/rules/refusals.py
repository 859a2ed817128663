"""What the hotline refuses, and what to do then."""

from jingwei.kernel.errors import DomainError, Invalid


class ExtensionTaken(DomainError):
    code = "hotline.extension_taken"
    message = "分机{extension}已用于“{post}”。请先取消原来的坐席，或换一个分机。"
    message_en = "Extension {extension} belongs to “{post}”. Release that seat first or choose another."


class NotASeat(Invalid):
    code = "hotline.not_a_seat"
    message = "只有综治中心的坐席岗位可以接听热线。请选择坐席岗位。"
    message_en = "Only desk posts of a centre take calls. Choose a desk post."


class NoSeat(DomainError):
    code = "hotline.no_seat"
    message = "您的岗位还没有分机，不能签入。请管理员在“热线坐席”中登记分机。"
    message_en = "Your post has no extension yet, so it cannot sign on. Ask the administrator to enter one."


class NumberWithheld(DomainError):
    code = "hotline.number_withheld"
    message = "没有号码：对方隐藏了号码，或保存期已过、已按匿名要求删除。"
    message_en = (
        "There is no number: it was withheld, erased after its time, or removed for an anonymous caller."
    )
    status = 404


class NoRecording(DomainError):
    code = "hotline.no_recording"
    message = "这次通话没有录音，或录音尚未生成。请稍后刷新。"
    message_en = "This call has no recording, or not yet. Refresh in a while."


class ChannelNotOfDesk(Invalid):
    code = "hotline.channel_not_of_desk"
    message = "这里只登记热线、来访、来信和窗口的反映。请选择其中一种。"
    message_en = "Only hotline, walk-in, letter and counter reports are entered here. Choose one of them."


class CallMissing(Invalid):
    code = "hotline.call_missing"
    message = "没有这个通话，或不是本中心接听的。请从通话列表中重新选择。"
    message_en = "There is no such call of your centre. Choose it from the list of calls again."


class MatterUnknown(Invalid):
    code = "hotline.matter_unknown"
    message = "没有找到要关联的事件，或不在您的辖区内。请从列表中重新选择。"
    message_en = (
        "The matter to link was not found, or lies outside your jurisdiction. Choose it from the list again."
    )


class LetterUndated(Invalid):
    code = "hotline.letter_undated"
    message = "请填写来信的落款日期或邮戳日期（不晚于今天，不早于{years}年前）。"
    message_en = "Give the date of the letter or its postmark (not later than today, within {years} years)."


class PlaceOfReceptionMissing(Invalid):
    code = "hotline.place_of_reception_missing"
    message = "请填写接待地点，例如“一楼群众接待室”。"
    message_en = "Say where the visitor was received, e.g. “reception room, ground floor”."


class DueInPast(Invalid):
    code = "hotline.due_in_past"
    message = "回电时间应晚于现在，且在{days}天之内。请重新选择。"
    message_en = "A call-back is due later than now and within {days} days. Choose another time."


class NumberMissing(Invalid):
    code = "hotline.number_missing"
    message = "没有可以回拨的号码。请问清号码后填写。"
    message_en = "There is no number to call back. Ask for one and enter it."


class CallBackDone(DomainError):
    code = "hotline.call_back_done"
    message = "这次回电已经办完。请刷新列表。"
    message_en = "This call-back is done already. Refresh the list."


class CallBackClaimed(DomainError):
    code = "hotline.call_back_claimed"
    message = "“{name}”正在回这个电话。如需接手，请先请对方放回。"
    message_en = "“{name}” has this call-back in hand. Ask them to put it back first."


class CallBackUnclaimed(DomainError):
    code = "hotline.call_back_unclaimed"
    message = "请先领取这个回电，再登记结果。"
    message_en = "Take this call-back first, then enter how it went."


class OutcomeMissing(Invalid):
    code = "hotline.outcome_missing"
    message = "请用几个字写明通话结果（至少{least}个字）。"
    message_en = "Say in a few words how it went (at least {least} characters)."


class NoteEmpty(Invalid):
    code = "hotline.note_empty"
    message = "转告前请写明地点和情况，接警员会先问这两样。"
    message_en = "Give place and situation before handing over: the operator asks for these first."


class WordsTooShort(Invalid):
    code = "hotline.words_too_short"
    message = "请至少输入两个字再查找。"
    message_en = "Type at least two characters to search."
