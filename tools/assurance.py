"""What the harnesses proved, kept with date and seed, and the page made of it: ``./jw assurance [NAME …]``.

A harness is an ordinary test or benchmark that can go deeper when asked. It calls ``keep`` with its figures at its
end; in everyday runs that does nothing, so that only runs at depth reach ``docs/assurance/`` and the page.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "docs" / "assurance"
PAGE = ROOT / "docs" / "assurance.md"
SWITCH = "JINGWEI_ASSURANCE"
ZONE = ZoneInfo("Asia/Shanghai")
T = TypeVar("T")
Figure = int | float | str


@dataclass(frozen=True, slots=True)
class Harness:
    """One proof: what it shows, in the page's words, and how it is run at depth."""

    title: str
    shows: str
    argv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The last run at depth. ``figures`` by name; ``commit`` is the state it was run on, ``+`` when it was changed."""

    name: str
    at: str
    seed: int
    seconds: float
    command: str
    commit: str
    figures: dict[str, Figure]


def pytest(*arguments: str) -> tuple[str, ...]:
    """The command for a harness made of tests."""
    return (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)


def bench(*arguments: str) -> tuple[str, ...]:
    """The command for a harness made of a benchmark."""
    return (sys.executable, "-m", "bench", *arguments)


HARNESSES: dict[str, Harness] = {
    "matrix": Harness(
        "看不到的，与不存在的没有分别",
        "每个接口 × 每个角色 × 每种地域和单位关系，逐格经 HTTP 提问；看不到的与不存在的，状态、首部、字节和数据库语句都相同；"
        "有无一件秘密，别人的每个清单、数字、导出、公开页面都一个字节不差，实时消息谁也听不到。",
        pytest("tests/matrix/test_incidents.py", "tests/matrix/test_other_things.py", "tests/matrix/hidden"),
    ),
    "sql": Harness(
        "数据库里也一样：每张表、每个越过围栏的函数",
        "以提供服务的数据库角色、用每个人的眼睛：每张表的每一行，看到的正是规则允许的，盲改、盲删、代人添加都越不过；"
        "每个越过围栏的函数由每个人用恶意参数调用，只答写明的。",
        pytest("tests/matrix/fences"),
    ),
    "leaks": Harness(
        "故意埋下的漏洞，个个被找到",
        "放宽策略、去掉函数的辖区条件、计数不过滤、拒绝时说漏嘴、多做一步、按标签认文件、实时消息人人听到、没人登记的表和函数：逐个埋下，"
        "相应的验证必须发现；之前和之后什么也不能发现。",
        pytest("tests/matrix/leaks"),
    ),
    "courses": Harness(
        "随便怎么办，承诺都成立",
        "十一个人从系统给他们的按钮里随机选，办几件事：派遣、异议、更正、改派、拆分、合并、协办、吹哨、延期、挂起、征询、核查、结案、重开。"
        "每一步之后都核对：此刻正好一个责任人，时间账每一小时不多不少，反映人一个不丢，没有人多看到一件，协办和到场的计时与等待的人一致。",
        pytest("jingwei/domains/joint/tests/test_random_courses.py"),
    ),
    "clocks": Harness(
        "时钟与真实数据逐件对得上",
        "巴尔的摩、纽约的热线按各自的时限，旧金山的消防出警按八个时间点，从头走一遍我们的时钟和时间账："
        "按时、超时的件数与直接从文件里数的逐个机构相同，预警总在时限之前，时间账加起来正好是全程。",
        pytest("jingwei/domains/incidents/tests/test_clock_replay.py"),
    ),
    "audit": Harness(
        "审计被动过，必被发现",
        "以数据库超级用户的身份，在一份用完即弃的数据库里逐一动手：改、删、插、调换、改序、截尾、换封条、换密钥、动锚点、动时间戳凭据，"
        "连掌握密钥和锚点的人重写历史也在内；每次都要在动手的地方被指出。备份恢复到另一个库以后再做一遍。",
        pytest("tests/tampering/test_tampering.py"),
    ),
    "redlines": Harness(
        "红线：每一扇门、每一个名字",
        "宗教、民族、政治、信访、生物识别、性生活、健康、对人打分贴标签、行踪、选票归属：每一种说法在每一扇起名字的门前都被拒绝并说明理由；"
        "代码、页面、接口、数据表、词汇和安装的软件里都没有这样的名字；被反映的单位用任何读取方式都找不到反映人。",
        pytest("tests/api/test_red_lines.py", "tests/redlines"),
    ),
    "retention": Harness(
        "到期就清，清了有据",
        "每一类数据各种下一件到期的和一件未到期的，把时钟拨到中间：到期的清掉，未到期的一件不少，留存的不动；"
        "每次执行留下记录，没有执行、执行失败、仍有超期的都会告诉管理员。",
        pytest("tests/retention"),
    ),
    "logs": Harness(
        "日志里没有任何人",
        "每个接口都用带记号的姓名、电话、地址和话语调用，连同被拒绝的、格式错误的；在最详细的级别上，没有一行日志含有记号。"
        "一个编号从浏览器一直带到后台任务。",
        pytest("tests/api/test_logs_hold_nobody.py", "jingwei/config/tests/test_logs.py"),
    ),
    "faults": Harness(
        "故障中不丢、不重",
        "进程被强行终止、连接中断、应答丢失、时钟跳变、磁盘写满、迁移中断时，已应答的事一件不少、一件不重，任务、文件、封条都对得上。"
        "“恢复”指故障结束到新的上报被应答的秒数。",
        bench("faults", "--full"),
    ),
    "fuzz": Harness(
        "随意输入，只有写明的应答",
        "由接口文档生成请求：每个字段的每条边界，再加按种子随机的值；由有权的人问、由没有登录的人问，再按前一步的应答接着问。"
        "每个应答都要与文档相符，5xx 为零。",
        pytest(
            "tests/api/test_generated_requests.py",
            "tests/api/test_odd_values.py",
            "--hypothesis-seed=20261122",
        ),
    ),
    "files": Harness(
        "恶意文件进不来，或者进来就无害",
        "图片炸弹、一文两用、画成图片的网页、坏的 HEIC、会动作的 PDF、压缩炸弹、外部实体、公式、带路径的文件名，逐个送到每个收文件的入口；"
        "另有改动过若干字节的正常文件。要么拒绝并说明怎么办，要么重做后存下，原来有害的一个字节不留；时间和内存都有上限。",
        pytest("tests/hostile"),
    ),
}


def is_deep() -> bool:
    """Whether this run is one for the record."""
    return os.environ.get(SWITCH) == "1"


def depth(quick: T, deep: T) -> T:
    """One of two sizes: the everyday one, or the one for the record."""
    return deep if is_deep() else quick


def keep(name: str, figures: dict[str, Figure], *, seed: int, seconds: float, command: str) -> None:
    """Write a run's figures into ``docs/assurance/NAME.json``; nothing in everyday runs."""
    if not is_deep():
        return
    at = datetime.now(ZONE).replace(microsecond=0).isoformat()
    run = Run(name, at, seed, round(seconds, 1), command, _commit(), figures)
    KEPT.mkdir(exist_ok=True)
    text = json.dumps(asdict(run), ensure_ascii=False, indent=2) + "\n"
    (KEPT / f"{name}.json").write_text(text, encoding="utf-8")


def kept_runs() -> list[Run]:
    """What is on record, in the order of the harnesses."""
    found = {path.stem: Run(**json.loads(path.read_text(encoding="utf-8"))) for path in KEPT.glob("*.json")}
    unknown = sorted(set(found) - set(HARNESSES))
    if unknown:
        raise ValueError(f"docs/assurance holds figures of unknown harnesses: {unknown}")
    return [found[name] for name in HARNESSES if name in found]


def page() -> str:
    """``docs/assurance.md`` as it must read."""
    lines = [
        "# 可信性证明 Assurance",
        "",
        "本页由各项验证程序的运行结果自动生成（`./jw assurance`），每项都注明日期、随机种子、提交和耗时，任何人可用同一命令重做。",
        "标准对照见 [OWASP ASVS 二级](assurance/asvs.md) 与 [网络安全等级保护三级](assurance/classified-protection.md)。",
        "",
    ]
    runs = {run.name: run for run in kept_runs()}
    for name, harness in HARNESSES.items():
        lines += [f"## {harness.title}", "", harness.shows, ""]
        run = runs.get(name)
        if run is None:
            lines += ["尚未按完整深度运行过。", ""]
            continue
        lines += [
            f"`{run.command}` · {run.at} · 种子 {run.seed} · {run.seconds:g} 秒 · 提交 `{run.commit}`",
            "",
            "| 指标 | 数值 |",
            "|---|---|",
            *(f"| `{figure}` | {_written(value)} |" for figure, value in run.figures.items()),
            "",
        ]
    return "\n".join(lines)


def write_page() -> None:
    """Bring the page up to date with what is kept."""
    PAGE.write_text(page(), encoding="utf-8")


def main(names: Sequence[str]) -> int:
    """Run the harnesses named (all without names) at depth, then write the page. Returns the number that failed."""
    unknown = [name for name in names if name not in HARNESSES and name != "page"]
    if unknown:
        print(f"没有这样的验证：{'、'.join(unknown)}。可选：{'、'.join(HARNESSES)}，或 page 只重写页面。")
        return 2
    failed = []
    for name in [name for name in names or HARNESSES if name != "page"]:
        print(f"== {name}  {HARNESSES[name].title}", flush=True)
        environment = {**os.environ, SWITCH: "1"}
        if subprocess.run(HARNESSES[name].argv, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    write_page()
    print(f"已写入 {PAGE.relative_to(ROOT)}。" + (f"未通过：{'、'.join(failed)}" if failed else ""))
    return len(failed)


def _commit() -> str:
    said = subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"], cwd=ROOT, capture_output=True, text=True
    )
    # What a run writes itself does not make it a run on changed code.
    code = ["git", "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs"]
    changed = subprocess.run(code, cwd=ROOT, capture_output=True, text=True)
    return (said.stdout.strip() or "unknown") + ("+" if changed.stdout.strip() else "")


def _written(value: Figure) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
