"""What is refused about residents, why, and what to do instead."""

from jingwei.kernel.errors import DomainError, Invalid, NotFound


class ResidentNotFound(NotFound):
    code = "residents.not_found"
    message = "没有找到这个人，或不在您的辖区内。请核对，或按姓名重新查找。"
    message_en = "This person is not found, or lives outside your jurisdiction. Check, or search by name."


class HouseholdNotFound(NotFound):
    code = "residents.household_not_found"
    message = "没有找到这一户，或不在您的辖区内。请从这户人的页面重新打开。"
    message_en = (
        "This household is not found, or lies outside your jurisdiction. Open it from one of its people."
    )


class RequestNotFound(NotFound):
    code = "residents.request_not_found"
    message = "没有找到这个请求，或不归您处理。请刷新列表。"
    message_en = "This request is not found, or not for you to decide. Refresh the list."


class AlreadyHere(DomainError):
    code = "residents.already_here"
    message = "这个证件号码已在您的辖区登记。请打开已有的记录修改，不要再登记一次。"
    message_en = (
        "This number is registered in your area already. Open that record instead of entering it again."
    )


class RegisteredElsewhere(DomainError):
    """Nothing else is said of them: not where, not under which name."""

    code = "residents.registered_elsewhere"
    message = "这个证件号码已在别处登记。如果本人确已住到这里，请提出迁入请求，由原登记处确认。"
    message_en = (
        "This number is registered elsewhere. If the person lives here now, ask for them to be moved in; "
        "those who keep the record confirm it."
    )


class LookedUpTooOften(DomainError):
    code = "residents.looked_up_too_often"
    message = "按号码核对太频繁。请{minutes}分钟后再试，批量核对请用导入。"
    message_en = "Too many checks by number. Try again in {minutes} minutes, or import a sheet for many."
    status = 429


class OutsideOwnArea(Invalid):
    code = "residents.outside_own_area"
    message = "这个住处不在您的辖区内。请选自己辖区内的住处；人已搬走的请办“迁移”。"
    message_en = "This place lies outside your area. Choose one inside; for somebody who left, record a move."


class PlaceMissing(Invalid):
    code = "residents.place_missing"
    message = "请选房屋；没有房屋登记的，写明地址并选所在网格。"
    message_en = "Choose a house; where none is registered, write the address and choose the grid."


class DayInFuture(Invalid):
    code = "residents.day_in_future"
    message = "日期不能晚于今天（{today}）。"
    message_en = "The day cannot be later than today ({today})."


class DayBefore(Invalid):
    code = "residents.day_before"
    message = "日期不能早于现住处的入住日期（{from_on}）。"
    message_en = "The day cannot be before the present residence began ({from_on})."


class RecordEnded(DomainError):
    code = "residents.record_ended"
    message = "这个人的记录已结束，不能再改。人又回来的，请重新登记。"
    message_en = (
        "This record has ended and is not changed any more. Register the person again if they came back."
    )


class MemberTwice(Invalid):
    code = "residents.member_twice"
    message = "同一个人在这一户里出现了两次。请删去一行。"
    message_en = "The same person stands in this household twice. Remove one line."


class HeadMissing(Invalid):
    code = "residents.head_missing"
    message = "一户要有且只有一位户主，现在有{count}位。请改一下与户主关系。"
    message_en = "A household has exactly one head; there are {count}. Correct the relations."


class TooManyMembers(Invalid):
    code = "residents.too_many_members"
    message = "一户最多{most}人。住在一起的集体户请分开登记。"
    message_en = "A household holds {most} people at most. Register collective dwellings separately."


class MemberElsewhere(Invalid):
    code = "residents.member_elsewhere"
    message = "有成员不在您的辖区内或记录已结束。请先登记或迁入这个人，再编户。"
    message_en = (
        "A member lives outside your area or has an ended record. Register them or have them moved in first."
    )


class RequestDecided(DomainError):
    code = "residents.request_decided"
    message = "这个请求已经处理过了。请刷新查看结果。"
    message_en = "This request was decided already. Refresh to read how."


class ReasonNeeded(Invalid):
    code = "residents.reason_needed"
    message = "不同意要写明原因（至少2个字），提出的人会看到。"
    message_en = "Declining needs a reason (two characters at least); whoever asked will read it."


class NumberMissing(DomainError):
    code = "residents.number_missing"
    message = "没有登记这一项号码。请向本人了解后补录。"
    message_en = "No such number is registered. Ask the person and enter it."


class NotYourRecord(DomainError):
    """The same words for a number nobody has and for one that is not theirs."""

    code = "residents.not_your_record"
    message = (
        "没有找到与您的姓名、证件号码和登录手机号都一致的记录。请核对；仍不对的，请联系所在网格的网格员。"
    )
    message_en = (
        "No record matches your name, your number and the telephone you sign in with. Check them, or ask the "
        "officer of your grid."
    )


class PhoneNeeded(DomainError):
    code = "residents.phone_needed"
    message = "查自己的登记要先用本人手机号验证登录。请用短信验证码登录后再来。"
    message_en = "To read your own record, sign in with your own telephone by SMS code first."


class WordsMissing(Invalid):
    code = "residents.words_missing"
    message = "请写明哪里不对、应该是什么（至少4个字）。"
    message_en = "Say what is wrong and what it should be (four characters at least)."


class RelationUnknown(Invalid):
    code = "residents.relation_unknown"
    message = "没有“{value}”这种与户主关系。请从列表中选择。"
    message_en = "There is no relation “{value}” to the head of a household. Choose one from the list."


class SameRecord(Invalid):
    code = "residents.same_record"
    message = "这是同一份记录。请另选一份再合并。"
    message_en = "This is one and the same record. Choose another one to merge."


class OtherMissing(Invalid):
    code = "residents.other_missing"
    message = "没有找到要并入的另一份记录，或不在您的辖区内。请重新选择。"
    message_en = "The other record is not found, or lies outside your jurisdiction. Choose again."


class TwoNumbers(DomainError):
    code = "residents.two_numbers"
    message = "两份记录的公民身份号码不同，不能合并。确是同一人的，请先核对，把登记错的那份号码清空，再合并。"
    message_en = (
        "The two records have different identity numbers and are not merged. If they are of one person, check, "
        "clear the wrong number, and merge then."
    )


class TwoAccounts(DomainError):
    code = "residents.two_accounts"
    message = "两份记录由两位居民各自用本人账号认领，不能合并。请向本人核实。"
    message_en = "Each of the two records was claimed by a person of their own. Ask them."


class PlaceNotChosen(Invalid):
    code = "residents.place_not_chosen"
    message = "两份记录的现住处或所在的户不同。请选择保留哪一个，再合并。"
    message_en = "The two records name different homes or households. Choose which to keep, then merge."
