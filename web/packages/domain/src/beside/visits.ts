// Words of return visits on every face.

export const VISIT_WORDS = {
  zh: {
    states: { waiting: "待回访", reached: "已回访", unreached: "未联系上", withdrawn: "已撤销", wished: "结案后回访" },
    solved: { yes: "已解决", no: "没有解决" },
    stars: { s5: "很满意", s4: "满意", s3: "一般", s2: "不满意", s1: "很不满意" },
    ways: { phone: "电话", link: "短信链接", app: "本人评价" },
    finding: { as_reported: "属实", partly: "部分属实", not_done: "未解决" },
    reopened: "已重新办理",
    late: "已超时",
  },
  en: {
    states: { waiting: "Waiting", reached: "Reached", unreached: "Not reached", withdrawn: "Withdrawn", wished: "After closing" },
    solved: { yes: "Solved", no: "Not solved" },
    stars: { s5: "Very satisfied", s4: "Satisfied", s3: "So-so", s2: "Dissatisfied", s1: "Very dissatisfied" },
    ways: { phone: "telephone", link: "link in a message", app: "own rating" },
    finding: { as_reported: "As reported", partly: "Partly", not_done: "Not done" },
    reopened: "Taken up again",
    late: "Late",
  },
} as const;
