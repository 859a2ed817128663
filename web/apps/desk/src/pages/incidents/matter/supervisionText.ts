import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "督办与批示",
    help: "上级对这件事的要求：督办单、领导批示和它们的答复。反映人看不到。",
    none: "没有督办和批示。",
    raise: "督办",
    notes: "领导批示",
    due: "{unit} 应答复",
    late: "逾期未答复",
    read: "{unit} 已阅",
    unread: "{unit} 还没有打开",
    answered: "{unit} {name} 答复",
    answer: "答复批示",
    send: "提交答复",
  },
  {
    title: "Supervision and leaders' notes",
    help: "What those above ask for: cards, leaders' notes, and the answers to them. Whoever reported it does not see it.",
    none: "Nothing so far.",
    raise: "Supervise",
    notes: "Leaders' notes",
    due: "{unit} owes an answer",
    late: "Not answered in time",
    read: "Read by {unit}",
    unread: "Not opened by {unit} yet",
    answered: "Answer of {unit} {name}",
    answer: "Answer the note",
    send: "Send the answer",
  },
);
