"""What the demo's people write when they take a step."""

import random

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.services import Verdict

A = Action

SENTENCES: dict[Action, tuple[str, ...]] = {
    A.ESCALATE: (
        "涉及面广，超出社区协调能力，请街道统筹。",
        "需要区级部门现场勘察，社区无法单独处理，请上级协调。",
    ),
    A.TAKE_UP: ("{result}。",),
    A.ACCEPT: ("", "已电话联系反映人，情况属实。", "描述清楚，予以受理。"),
    A.DISPATCH: ("", "请按时限办理，办结后上传凭据。", "请先联系反映人再到现场。"),
    A.ASSIGN: ("请今天到现场核实。", "由你负责，注意留存执法记录。"),
    A.RETURN: ("{result}。",),
    A.HANDLE: ("{result}。",),
    A.ASK_EXTENSION: ("{result}，申请延长三个工作日。",),
    A.GRANT_EXTENSION: ("情况属实，同意延期，请把进展告知反映人。",),
    A.REFUSE_EXTENSION: ("已具备办理条件，请按原时限完成。",),
    A.ASK_REPORTER: (
        "请问是从什么时候开始的，白天还是晚上更明显？方便的话请补一张照片。",
        "请补充具体位置：靠近哪个门、哪个单元？办理时好直接到现场。",
    ),
    A.ANSWER: ("从上周开始的，傍晚最明显，就在进大门右手边。", "在二单元楼下，下午都有人，可以直接过来看。"),
    A.URGE: ("已经超过时限，请尽快处理并告知反映人。", "反映人又来电询问，请尽快办理。"),
    A.INSTRUCT: (
        "请负责同志到现场解决，办理情况向居民说明清楚。",
        "时间拖得长了，请今天拿出办法，办结后报我。",
    ),
    A.SUSPEND: ("{result}，先挂起，条件具备后恢复。",),
    A.RESUME: ("条件已具备，恢复办理。",),
    A.PASS_CHECK: ("到现场看过，与反馈一致。", "电话回访反映人，确认已经办好。", "现场核查通过。"),
    A.FAIL_CHECK: (
        "回访反映人，问题又出现了，请再到现场处理。",
        "现场核查，措施还没有落实到位，请继续办理。",
    ),
    A.CLOSE: ("您反映的事项已办结：{result}。感谢您的反映。", "已办结：{result}。如再次出现请随时反映。"),
    A.REOPEN: ("前面说办好了，这两天又和原来一样，请再看看。", "答复的内容没有落实，请继续处理。"),
    A.VOID: ("{result}。",),
}
CONTENT = (
    Verdict(stars=5, is_solved=True, remark="处理得很快，谢谢。"),
    Verdict(stars=5, is_solved=True, remark="社区的同志专门打电话来说明，很满意。"),
    Verdict(stars=5, is_solved=True),
    Verdict(stars=4, is_solved=True, remark="解决了，要是再快一点就更好。"),
    Verdict(stars=4, is_solved=True),
    Verdict(stars=3, is_solved=True, remark="这次解决了，希望以后常来看看。"),
)
DISCONTENT = (
    Verdict(stars=2, is_solved=False, remark="只解决了一半，问题还在。"),
    Verdict(stars=1, is_solved=False, remark="没有解决。"),
)
CONTENT_IN = 10
"""Of so many who rate, one is not content; so is everybody who asks to open again."""


def remark_of(action: Action, dice: random.Random, *, result: str) -> str:
    """One of the sentences for a step; ``result`` is the story's own part of it."""
    return dice.choice(SENTENCES.get(action, ("",))).format(result=result)


def verdict_of(dice: random.Random, *, reopens: bool) -> Verdict:
    """What the reporter thinks of the result."""
    return dice.choice(DISCONTENT if reopens or dice.randrange(CONTENT_IN) == 0 else CONTENT)
