"""Every refusal with its code, status and both sentences."""

import pkgutil
from importlib import import_module

import jingwei
from jingwei.config.documentation.glossary import table
from jingwei.config.http import NEXT_STEP
from jingwei.kernel.errors import DomainError

NOT_LOADED = (".tests", ".migrations", ".__main__", ".conftest", ".wsgi")


def all_refusals() -> list[type[DomainError]]:
    """Every kind of refusal, by code; test doubles are left out. What happens to be imported already makes no
    difference: every module is loaded first."""
    for module in pkgutil.walk_packages(jingwei.__path__, "jingwei."):
        if not any(part in module.name for part in NOT_LOADED):
            import_module(module.name)
    return sorted(
        (
            one
            for one in _below(DomainError)
            if one.__module__.startswith("jingwei.") and ".tests." not in one.__module__
        ),
        key=lambda one: (one.code, one.__name__),
    )


def page() -> str:
    return "\n".join(
        [
            "# 拒绝代码 · Error codes\n",
            "拒绝统一为 `{code, message, message_en, data, next}`：人读 `message`，程序读 `code` 和 `data`，`next` 指出下一步。",
            "`{…}` 处填入当时的内容。A refusal carries these fields; placeholders are filled from `data`.\n",
            table(
                ["代码", "状态", "下一步", "中文", "English"],
                (
                    [
                        f"`{one.code}`",
                        str(one.status),
                        one.next or NEXT_STEP.get(one.status, "retry"),
                        one.message,
                        one.message_en,
                    ]
                    for one in all_refusals()
                ),
            ),
        ]
    )


def _below(kind: type[DomainError]) -> set[type[DomainError]]:
    """Subclasses at any depth, each once."""
    found = set(kind.__subclasses__())
    return found.union(*(_below(one) for one in found))
