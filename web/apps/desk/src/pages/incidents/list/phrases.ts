// What is written most often, one click away; it can be changed before it is sent.

import type { Words } from "@jingwei/domain";
import type { Action } from "./useActing.js";

export const PHRASES: Partial<Record<Action, Words[]>> = {
  return: [
    { zh: "不属于本单位职责", en: "Not within this unit's duties" },
    { zh: "位置不明，请核实后再派", en: "The place is not clear; please verify it" },
    { zh: "已由其他单位处理", en: "Another unit has dealt with it" },
  ],
  recall: [
    { zh: "派错单位", en: "Dispatched to the wrong unit" },
    { zh: "反映人撤回", en: "The reporter withdrew it" },
  ],
  escalate: [
    { zh: "需要上级协调", en: "Needs coordination above" },
    { zh: "超出本级职责", en: "Beyond the duties of this level" },
  ],
  take_up: [{ zh: "由本级直接办理", en: "Handled directly at this level" }],
  pass_check: [
    { zh: "现场已处理到位", en: "Seen to be done on site" },
    { zh: "电话核实，反映人满意", en: "Confirmed by telephone with the reporter" },
  ],
  fail_check: [
    { zh: "现场仍有残留，请重新处置", en: "Not finished on site; please handle it again" },
    { zh: "反映人表示没有解决", en: "The reporter says it is not solved" },
  ],
  close: [
    { zh: "您反映的问题已处理完毕，感谢您的反映。", en: "What you reported has been dealt with. Thank you." },
    { zh: "已处理并核查，如有反复请再联系我们。", en: "Dealt with and verified. Please tell us if it comes back." },
  ],
  void: [
    { zh: "与已有事件重复", en: "The same as an earlier report" },
    { zh: "反映内容无法核实", en: "It could not be verified" },
  ],
  suspend: [
    { zh: "等待材料或配件", en: "Waiting for material" },
    { zh: "天气原因暂缓", en: "Put off because of the weather" },
  ],
  note: [{ zh: "已电话联系，等待回复", en: "Called, waiting for an answer" }],
};
