"""Who hears what: the wiring as a table."""

import dataclasses

from jingwei.config.documentation.glossary import table
from jingwei.config.wiring import HEARERS
from jingwei.foundation.events.contracts import Event


def page() -> str:
    rows = sorted(HEARERS.items(), key=lambda one: (one[0].__module__, one[0].__name__))
    return "\n".join(
        [
            "# 事件消息 · Events\n",
            "由 `jingwei/config/wiring.py` 生成。每个接听任务一条队列作业，与业务数据同一事务提交；至少送达一次，任务须可重复执行。",
            "One queue job per hearer, deferred inside the transaction; delivery is at least once.\n",
            table(
                ["消息", "所属", "内容", "接听任务", "说明"],
                (_row(event, hearers) for event, hearers in rows),
            ),
        ]
    )


def _row(event: type[Event], hearers: tuple[str, ...]) -> list[str]:
    app = event.__module__.removeprefix("jingwei.").removesuffix(".contracts")
    return [
        f"`{event.__name__}`",
        app,
        ", ".join(f"`{one.name}`" for one in dataclasses.fields(event)),
        ", ".join(f"`{one}`" for one in hearers),
        " ".join((event.__doc__ or "").split("\n\n")[0].split()),
    ]
