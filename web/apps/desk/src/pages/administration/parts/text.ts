import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    tabs: { label: "机构与人员", staff: "人员", posts: "岗位", units: "单位", roles: "角色", "staff-bulk": "批量开通" },
    password: {
      title: "一次性密码",
      lead: "请现在就告诉本人。关闭后不会再显示，系统里也没有保存。",
      name: "姓名",
      username: "用户名",
      password: "一次性密码",
      rules: "三天内有效，只能用一次；登录后要先设置自己的密码。",
      copy: "复制",
      copied: "已复制。粘贴给本人后请清空剪贴板。",
      close: "已告知本人，关闭",
    },
    state: { in_use: "在用", waiting: "待首次登录", lapsed: "待签发密码", closed: "已离岗", none: "没有账号" },
    never: "从未登录",
    vacant: "空缺",
    cancel: "取消",
    save: "保存",
  },
  {
    tabs: { label: "Staff and units", staff: "Staff", posts: "Posts", units: "Units", roles: "Roles", "staff-bulk": "From a table" },
    password: {
      title: "One-time password",
      lead: "Tell the person now. It is not shown again after you close this, and it is kept nowhere.",
      name: "Name",
      username: "User name",
      password: "One-time password",
      rules: "Good for three days and for one sign-in; then they set a password of their own.",
      copy: "Copy",
      copied: "Copied. Clear the clipboard when it has been passed on.",
      close: "Passed on, close",
    },
    state: { in_use: "In use", waiting: "Not signed in yet", lapsed: "Needs a password", closed: "Left", none: "No account" },
    never: "never",
    vacant: "vacant",
    cancel: "Cancel",
    save: "Save",
  },
);
