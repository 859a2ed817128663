"""What return visits refuse, and what to do then."""

from jingwei.kernel.errors import DomainError, Forbidden, Invalid, NotFound


class VisitUnknown(NotFound):
    code = "returnvisits.unknown"
    message = "没有找到这次回访，或不在您的辖区内。请从回访列表重新选择。"
    message_en = "There is no such return visit within your sight. Choose it from the list again."


class CheckUnknown(NotFound):
    code = "returnvisits.check_unknown"
    message = "没有找到这件抽查，或不在您的辖区内。请从抽查列表重新选择。"
    message_en = "There is no such spot check within your sight. Choose it from the list again."


class LinkUnknown(NotFound):
    code = "returnvisits.link_unknown"
    message = "这个链接无效。请核对短信里的网址，或在“查进度”中输入查询码评价。"
    message_en = (
        "This link is not valid. Check the address in the message, or rate with your tracking code instead."
    )


class LinkOver(DomainError):
    code = "returnvisits.link_over"
    message = "这个链接已经用过或过期。您仍可在“查进度”中输入查询码，查看和评价。"
    message_en = "This link was used already or has expired. You can still rate with your tracking code."
    status = 410


class VisitOver(DomainError):
    code = "returnvisits.over"
    message = "这次回访已经结束，不能再登记。请刷新查看结果。"
    message_en = "This return visit is over. Refresh to see what came of it."


class NotYourVisit(Forbidden):
    code = "returnvisits.not_yours"
    message = "这次回访由别的中心负责。请联系负责回访的中心。"
    message_en = "Another centre makes this visit. Contact that centre."


class AnswerMissing(Invalid):
    code = "returnvisits.answer_missing"
    message = "联系上了，请登记是否解决和满意程度。"
    message_en = "Somebody was reached: enter whether it is solved, and how satisfied they are."


class AnswerWithoutContact(Invalid):
    code = "returnvisits.answer_without_contact"
    message = "没有联系上时不登记是否解决和满意程度。请改选“联系上了”，或清空答案。"
    message_en = (
        "Without having reached somebody there is no answer. Choose “reached”, or leave the answer empty."
    )


class NobodyToVisit(DomainError):
    code = "returnvisits.nobody"
    message = "这件事没有可以回访的人：匿名、历史数据、保密线索，或没有留电话和账号。请在事件中备注。"
    message_en = (
        "There is nobody to visit: it is anonymous, history, a confidential tip, or without phone and account. "
        "Leave a note instead."
    )


class VisitPolicyRefused(Invalid):
    code = "returnvisits.policy_refused"
    message = "回访规则不能保存：{reason}"
    message_en = "The rules of return visits cannot be saved: {reason_en}"


class SampleRefused(Invalid):
    code = "returnvisits.sample_refused"
    message = "不能抽取样本：{reason}"
    message_en = "The sample cannot be drawn: {reason_en}"


class OwnWork(Forbidden):
    code = "returnvisits.own_work"
    message = "承办单位不能核查自己办的事。请由网格员或没有承办的中心核查。"
    message_en = "The unit that handled a matter does not verify it. An officer or another centre does."


class CheckDone(DomainError):
    code = "returnvisits.check_done"
    message = "这件抽查已经登记结果。请刷新查看。"
    message_en = "This spot check has its result already. Refresh to see it."


class PhotoMissing(Invalid):
    code = "returnvisits.photo_missing"
    message = "抽查核实要有现场照片。请至少拍一张再提交。"
    message_en = "A spot check needs a photo from the place. Take at least one."
