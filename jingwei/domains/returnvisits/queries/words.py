"""Return visits in words, for lists that are taken along, printed files and links."""

from jingwei.domains.returnvisits.contracts import SpotFinding, VisitState, VisitWay, VisitWhy

STATE_WORDS = {
    VisitState.WISHED: ("结案后回访", "after closing"),
    VisitState.WAITING: ("待回访", "waiting"),
    VisitState.REACHED: ("已回访", "reached"),
    VisitState.UNREACHED: ("未联系上", "not reached"),
    VisitState.WITHDRAWN: ("已撤销", "withdrawn"),
}
WHY_WORDS = {VisitWhy.DRAWN: ("按规则抽到", "drawn"), VisitWhy.ASKED: ("要求回访", "asked for")}
WAY_WORDS = {
    VisitWay.PHONE: ("电话", "telephone"),
    VisitWay.LINK: ("短信链接", "link in a message"),
    VisitWay.APP: ("本人评价", "own rating"),
}
STARS_WORDS = {
    5: ("很满意", "very satisfied"),
    4: ("满意", "satisfied"),
    3: ("一般", "so-so"),
    2: ("不满意", "dissatisfied"),
    1: ("很不满意", "very dissatisfied"),
}
FINDING_WORDS = {
    SpotFinding.AS_REPORTED: ("属实", "as reported"),
    SpotFinding.PARTLY: ("部分属实", "partly"),
    SpotFinding.NOT_DONE: ("未解决", "not done"),
}


def solved_word(is_solved: bool | None) -> tuple[str, str]:
    if is_solved is None:
        return ("", "")
    return ("已解决", "solved") if is_solved else ("没有解决", "not solved")
