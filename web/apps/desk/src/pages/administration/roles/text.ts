import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "角色",
    lead: "角色决定岗位能看什么、能办什么。权限来自同一张表，全市一致，不能在这里改；要换权限，请换岗位的角色。",
    byArea: "按辖区看：看得到岗位辖区内的事",
    byPart: "按参与看：只看本单位或本人经手的事",
    posts: "{n} 个岗位",
    held: "{n} 个有人",
    vacant: "{n} 个空缺",
    seePosts: "看这些岗位",
    seeStaff: "看担任的人",
    search: "角色或权限",
    none: "没有符合的角色",
    noneHint: "换一个词试试，例如“结案”“导出”。",
    help: "这个角色一天做什么",
  },
  {
    title: "Roles",
    lead: "A role decides what a post sees and may do. The permissions come from one table for the whole city and are not changed here; to change them give the post another role.",
    byArea: "By area: sees what lies in the post's area",
    byPart: "By part: sees what the unit or the person takes part in",
    posts: "{n} post | {n} posts",
    held: "{n} held",
    vacant: "{n} vacant",
    seePosts: "These posts",
    seeStaff: "Who holds them",
    search: "Role or permission",
    none: "No role matches",
    noneHint: "Try another word, such as “close” or “export”.",
    help: "What this role does all day",
  },
);
