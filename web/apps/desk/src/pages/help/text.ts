import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "帮助",
    contents: "目录",
    thisPage: "这一页",
    thisPageIs: "这一页：{page}",
    pages: "每一页怎么用",
    mine: "我的角色",
    roles: "各个角色",
    keys: "按 ? 随时看现在能用的快捷键。",
    back: "回到刚才那一页",
    missing: "没有这一篇",
    missingHint: "从左边的目录里另选一篇。",
    files: { desk: "坐席", commander: "指挥长", unit: "职能部门", officer: "网格员、网格长", inspection: "纪检、审计", administrator: "管理员" },
  },
  {
    title: "Help",
    contents: "Contents",
    thisPage: "This page",
    thisPageIs: "This page: {page}",
    pages: "Every page",
    mine: "My role",
    roles: "The roles",
    keys: "? lists the keys that work now, anywhere.",
    back: "Back to that page",
    missing: "There is no such text",
    missingHint: "Choose another in the contents on the left.",
    files: { desk: "Desk", commander: "Commander", unit: "Member unit", officer: "Officers", inspection: "Supervision", administrator: "Administrator" },
  },
);
