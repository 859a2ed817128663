// Words and colours of joint work and disputes on every face. For the text of a page: parts of `JOINT_WORDS.zh` and `JOINT_WORDS.en`.

import type { Schema } from "@jingwei/client";

export const JOINT_WORDS = {
  zh: {
    standing: { awaited: "等待报到", arrived: "已报到", late: "迟到", absent: "未报到", released: "不必报到" },
    meeting: { called: "已通知", held: "已召开", cancelled: "已取消" },
    decision: { plain: "会议交办", assist: "协办", incident: "新事件" },
    dispute: { waiting: "待受理", running: "调解中", agreed: "已达成协议", performed: "已履行", failed: "调解不成", withdrawn: "已撤回" },
    enforcement: { planned: "已部署", done: "已完成", cancelled: "已取消" },
    reply: { none: "未答复", coming: "参加", declined: "不能参加", arrived: "已到场" },
    finding: { label: "怎么处理", settled: "当场处理", incident: "转为事件" },
  },
  en: {
    standing: { awaited: "Awaited", arrived: "There", late: "Late", absent: "Did not come", released: "Need not come" },
    meeting: { called: "Called", held: "Held", cancelled: "Cancelled" },
    decision: { plain: "Task", assist: "Assist", incident: "New matter" },
    dispute: { waiting: "Waiting", running: "Under mediation", agreed: "Agreed", performed: "Performed", failed: "Failed", withdrawn: "Withdrawn" },
    enforcement: { planned: "Planned", done: "Done", cancelled: "Called off" },
    reply: { none: "No answer yet", coming: "Comes", declined: "Cannot come", arrived: "There" },
    finding: { label: "What becomes of it", settled: "Settled on the spot", incident: "Becomes a matter" },
  },
} as const;

export function enforcementColour(one: Pick<Schema<"EnforcementOut">, "state">): string {
  return { planned: "running", done: "done", cancelled: "waiting" }[one.state];
}

export function meetingColour(one: Pick<Schema<"MeetingOut">, "state">): string {
  return { called: "running", held: "done", cancelled: "waiting" }[one.state];
}

/** How a decision of a meeting stands. */
export function decisionStanding(one: Pick<Schema<"DecisionOut">, "is_done" | "is_overdue">): { colour: string; word: "done" | "late" | "open" } {
  if (one.is_done) return { colour: "done", word: "done" };
  return one.is_overdue ? { colour: "overdue", word: "late" } : { colour: "running", word: "open" };
}
