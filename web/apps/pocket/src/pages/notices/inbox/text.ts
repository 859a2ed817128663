import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "通知",
    empty: "还没有通知",
    emptyHint: "您反映的、关注的或要办的事有进展，会出现在这里。",
    unread: "未读",
    times: "共 {n} 次",
    read: "全部标为已读",
    more: "再看以前的",
  },
  {
    title: "Notices",
    empty: "No notices yet",
    emptyHint: "When something you reported, follow or have to do moves on, it appears here.",
    unread: "unread",
    times: "{n} time | {n} times",
    read: "Mark all as read",
    more: "Show earlier ones",
  },
);
