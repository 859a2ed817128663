"""Who may do what: the permission table, and which permission and sight each operation asks for."""

from jingwei.config.api import document
from jingwei.config.documentation.definers import section
from jingwei.config.documentation.glossary import labels, table
from jingwei.config.documentation.matrix import (
    AREA_LABELS,
    POST_ROLES,
    UNIT_LABELS,
    UNRELATED,
    WITHOUT_POST,
    AreaRelation,
    Relation,
    UnitRelation,
    size_of,
)
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS, SEES_BY_AREA

YES, NO = "●", ""
SEES = {
    "nothing": "—",
    "incident": "看得到的事件",
    "layer": "地图图层，另需图层自己的权限",
    "map_feature": "看得到的地图要素",
    "tracked": "查询码对应的事件",
    "tracked file": "查询码对应的事件的附件",
    "public matter": "已公开的事项",
    "followed": "自己关注的公开事项",
    "file": "自己上传的，或看得到的事件的附件",
    "upload": "自己开始的分段上传",
    "import": "本岗位或本单位的导入批次",
    "export": "自己的导出，或轮到自己审批的导出",
    "own export": "自己以现岗位申请的导出",
    "notice": "发给本岗位或本人的通知",
    "announcement": "发给本岗位的，或本单位、本辖区发出的公告",
    "mark": "本辖区作出的来源标记",
    "post": "辖区内的岗位",
    "post_work": "本岗位、所领导单位的岗位或辖区内岗位手里的工作",
    "unit": "辖区内的单位",
    "staff": "全部岗位都在辖区内的人员",
    "delegation": "自己作出的委托",
    "call": "本中心的通话",
    "call_back": "本中心的回电",
    "token": "自己的会话和令牌",
    "key": "辖区内的系统密钥",
    "link": "自己绑定的应用身份",
    "provider_link": "自己绑定的统一身份认证",
    "view": "自己保存的视图",
    "component": "辖区内的，或本单位权属、养护的部件",
    "resource": "辖区内的，或本单位管理的资源",
    "place": "辖区内的地点",
    "building": "辖区内的楼栋",
    "house": "辖区内的房屋",
    "draft": "辖区内的网格草稿",
    "geometry": "辖区内草稿里导入的几何文件",
    "given_task": "自己或本单位下达的、看得到其中一份的，或辖区内下达的任务",
    "task_share": "下达给自己或本单位的、经手下达的，或辖区内的任务分件",
    "grid_member": "辖区内的，或在看得到的网格、社区任职的人员档案；本人的",
    "referral": "自己转出的、转给自己的，或辖区内的转介",
    "resident": "辖区内的居民",
    "household": "辖区内的户",
    "resident_request": "关于辖区内居民的，或本岗位提出的请求",
    "organisation": "辖区内的组织和场所",
    "door_visit": "辖区内的，或自己做的入户走访",
    "log_entry": "辖区内的，或自己记的工作日志",
    "concern": "辖区内的，或本岗位记的民情",
    "collection": "辖区内的采集任务",
    "publication": "辖区内的网格发布",
    "whistle": "辖区内的，或本单位召集、参加的吹哨",
    "supervision_card": "看得到的事件上的督办单；反映人看不到",
    "supervision_case": "辖区内的，或本单位发起、被督导的区划",
    "meeting": "辖区内的，或本单位召集、参加的会议",
    "return_visit": "辖区内的，或由本单位回访、承办的事件的回访，被反映的单位除外",
    "spot_check": "辖区内的，或由本单位抽取、承办、派到本岗位的抽查，被反映的单位除外",
    "mediation": "辖区内的，或本单位登记、调解的矛盾纠纷",
    "enforcement": "辖区内的，或本单位牵头、参加的联合执法",
}


def page() -> str:
    people = [role for role in Role if role is not Role.SYSTEM]
    roles, permissions = labels("role"), labels("permission")
    heads = [roles[role.value].chinese for role in people]
    return "\n".join(
        [
            "# 权限矩阵 · Permission matrix\n",
            "由 `PERMISSIONS`（`jingwei/foundation/access/rules/permissions.py`）和接口文档生成。`./jw assurance matrix` 把每一格都",
            "经 HTTP 实测；平时的测试问权限表允许的每一格，和它拒绝的八分之一。预期结果由权限表和视野规则推出，见 `tests/matrix/`。\n",
            "Generated from the permission table and the API document. `./jw assurance matrix` asks every cell over HTTP; "
            "everyday tests ask all that the table allows and an eighth of what it refuses. The answers are derived from the rules.\n",
            _size(),
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


def _size() -> str:
    """How many cells there are, by relation, and why some of the plain product do not exist."""
    size = size_of((path, one) for path, item in document()["paths"].items() for one in item.values())
    count = size.by_relation
    rows = [
        [AREA_LABELS[area], *(f"{count.get(Relation(area, unit), 0):,}" for unit in UnitRelation)]
        for area in AreaRelation
    ]
    unrelated = f"{count[UNRELATED]:,}"
    return "\n".join(
        [
            "## 规模 · Size\n",
            f"{size.operations} 个接口 × {len(POST_ROLES) + len(WITHOUT_POST)} 类身份，共 **{size.cells:,}** 格：",
            f"{size.with_object} 个接口的地址指向有归属的对象，按对象与询问者岗位的关系展开为 {size.related:,} 格；",
            f"另有 {unrelated} 格没有关系可言：未登录者和居民没有岗位，",
            f"{size.without_object} 个接口的地址不指向对象，{size.of_the_whole_city} 个指向全市共用的清单、日历和表。",
            f"不可能出现、因此不问的有 {size.cannot_be} 格：岗位的区划必在本单位辖区内，本单位不会在下级、同级或外区。\n",
            f"{size.cells:,} cells: {size.related:,} relate an object to the asker's post, {unrelated} have nothing "
            f"to relate, and {size.cannot_be} cannot exist, because a post lies in its unit's territory.\n",
            table(["对象所在", *(UNIT_LABELS[unit] for unit in UnitRelation)], rows),
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
