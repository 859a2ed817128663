"""Who may do what: the permission table, and which permission and sight each operation asks for."""

from jingwei.config.api import document
from jingwei.config.documentation.definers import section
from jingwei.config.documentation.glossary import labels, table
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.rules import PERMISSIONS, SEES_BY_AREA

YES, NO = "●", ""
SEES = {
    "nothing": "—",
    "incident": "看得到的事件",
    "tracked": "查询码对应的事件",
    "file": "自己上传的，或看得到的事件的附件",
    "import": "本岗位或本单位的导入批次",
    "notice": "发给本岗位或本人的通知",
    "post": "辖区内的岗位",
    "post_work": "本岗位、所领导单位的岗位或辖区内岗位手里的工作",
    "unit": "辖区内的单位",
    "staff": "全部岗位都在辖区内的人员",
    "delegation": "自己作出的委托",
    "token": "自己的会话和令牌",
    "view": "自己保存的视图",
}


def page() -> str:
    people = [role for role in Role if role is not Role.SYSTEM]
    roles, permissions = labels("role"), labels("permission")
    heads = [roles[role.value].chinese for role in people]
    return "\n".join(
        [
            "# 权限矩阵 · Permission matrix\n",
            "由 `PERMISSIONS`（`jingwei/foundation/access/rules.py`）和接口文档生成。每一格都经 HTTP 实测：",
            "每个接口 × 每个角色 × 本级、下级、同级、上级、外区 × 承办、其他、被反映单位，见 `tests/matrix/`。\n",
            "Generated from the permission table and the API document; `tests/matrix/` asks every operation as everybody.\n",
            "## 角色与权限 · Roles and permissions\n",
            f"具名的系统执行者（`{Role.SYSTEM.value}`）持有全部权限，没有 HTTP 入口。\n",
            table(
                ["权限", "标识", *heads],
                (
                    [
                        permissions[one.value].chinese,
                        f"`{one.value}`",
                        *(YES if one in PERMISSIONS[r] else NO for r in people),
                    ]
                    for one in Permission
                ),
            ),
            "## 看得到什么 · Sight\n",
            table(
                ["角色", "标识", "按辖区看", "含义"],
                (
                    [
                        roles[role.value].chinese,
                        f"`{role.value}`",
                        YES if role in SEES_BY_AREA else NO,
                        roles[role.value].meaning,
                    ]
                    for role in people
                ),
            ),
            "不按辖区看的角色只看自己的、本单位参与的。视野之外一律回答404，与不存在无异；行级安全在数据库中再设一道。\n",
            "## 接口与权限 · Operations and permissions\n",
            table(["接口", "方法与地址", "权限", "对象", "免登录"], _operations()),
            "## 越过行级安全的函数 · Definer functions\n",
            "下列数据库函数以 `jingwei_reader` 的身份运行，只回答各自的一个问题；其余读取都受行级安全约束。",
            "These functions run as `jingwei_reader` and answer one question each; every other read is fenced.\n",
            section(),
        ]
    )


def _operations() -> list[list[str]]:
    permissions = labels("permission")
    return [
        [
            f"`{operation['operationId']}`",
            f"{method.upper()} `{path}`",
            permissions[operation["x-permission"]].chinese if operation["x-permission"] else "不需要",
            SEES.get(operation["x-sees"], operation["x-sees"]),
            YES if operation["x-public"] else NO,
        ]
        for path, item in document()["paths"].items()
        for method, operation in item.items()
    ]
