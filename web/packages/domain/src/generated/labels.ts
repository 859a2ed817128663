// Generated from docs/glossary.csv by ./jw generate-docs. Changes are lost; CI fails on drift.

export const LABELS = {
  "state": {
    "reported": {
      "zh": "待受理",
      "en": "To accept"
    },
    "accepted": {
      "zh": "待派遣",
      "en": "To dispatch"
    },
    "dispatched": {
      "zh": "待接收",
      "en": "To be taken"
    },
    "handling": {
      "zh": "处置中",
      "en": "Being handled"
    },
    "handled": {
      "zh": "待核查",
      "en": "To verify"
    },
    "verified": {
      "zh": "待结案",
      "en": "To close"
    },
    "closed": {
      "zh": "已结案",
      "en": "Closed"
    },
    "voided": {
      "zh": "已作废",
      "en": "Void"
    }
  },
  "action": {
    "report": {
      "zh": "上报",
      "en": "Report"
    },
    "edit": {
      "zh": "修改上报",
      "en": "Edit the report"
    },
    "accept": {
      "zh": "受理",
      "en": "Accept"
    },
    "correct": {
      "zh": "更正",
      "en": "Correct"
    },
    "escalate": {
      "zh": "上报上级",
      "en": "Escalate"
    },
    "take_up": {
      "zh": "提级办理",
      "en": "Take up"
    },
    "dispatch": {
      "zh": "派遣",
      "en": "Dispatch"
    },
    "recall": {
      "zh": "撤回派遣",
      "en": "Recall"
    },
    "take": {
      "zh": "接收",
      "en": "Take"
    },
    "return": {
      "zh": "退回",
      "en": "Return"
    },
    "assign": {
      "zh": "指派到人",
      "en": "Assign"
    },
    "handle": {
      "zh": "处置反馈",
      "en": "Report handled"
    },
    "ask_extension": {
      "zh": "申请延期",
      "en": "Ask for time"
    },
    "grant_extension": {
      "zh": "同意延期",
      "en": "Grant time"
    },
    "refuse_extension": {
      "zh": "不同意延期",
      "en": "Refuse time"
    },
    "suspend": {
      "zh": "挂起",
      "en": "Suspend"
    },
    "resume": {
      "zh": "恢复",
      "en": "Resume"
    },
    "pass_check": {
      "zh": "核查通过",
      "en": "Passed"
    },
    "fail_check": {
      "zh": "核查不通过",
      "en": "Not passed"
    },
    "close": {
      "zh": "结案",
      "en": "Close"
    },
    "rate": {
      "zh": "评价",
      "en": "Rate"
    },
    "reopen": {
      "zh": "重开",
      "en": "Reopen"
    },
    "void": {
      "zh": "作废",
      "en": "Void"
    },
    "note": {
      "zh": "备注",
      "en": "Note"
    },
    "ask_reporter": {
      "zh": "征询反映人",
      "en": "Ask the reporter"
    },
    "answer": {
      "zh": "回答征询",
      "en": "Answer"
    },
    "urge": {
      "zh": "催办",
      "en": "Urge"
    },
    "instruct": {
      "zh": "领导批示",
      "en": "Instruct"
    },
    "hand_over": {
      "zh": "移交",
      "en": "Hand over"
    },
    "transplant": {
      "zh": "历史移入",
      "en": "Brought in as history"
    },
    "fold": {
      "zh": "并入",
      "en": "Fold in"
    },
    "unfold": {
      "zh": "拆出",
      "en": "Take out"
    },
    "ask_assist": {
      "zh": "请求协办",
      "en": "Ask to assist"
    },
    "take_assist": {
      "zh": "接收协办",
      "en": "Take the assist"
    },
    "report_assist": {
      "zh": "协办反馈",
      "en": "Report the assist"
    },
    "excuse_assist": {
      "zh": "免除协办",
      "en": "Excuse"
    },
    "object": {
      "zh": "提出异议",
      "en": "Object"
    },
    "uphold": {
      "zh": "异议成立",
      "en": "Uphold the objection"
    },
    "refuse_objection": {
      "zh": "异议不成立",
      "en": "Refuse the objection"
    },
    "reroute": {
      "zh": "改派",
      "en": "Reroute"
    },
    "split": {
      "zh": "拆分子任务",
      "en": "Split off a task"
    }
  },
  "role": {
    "public": {
      "zh": "公众",
      "en": "the public"
    },
    "resident": {
      "zh": "居民",
      "en": "resident"
    },
    "officer": {
      "zh": "网格员",
      "en": "officer"
    },
    "grid_head": {
      "zh": "网格长",
      "en": "grid head"
    },
    "chief_grid_head": {
      "zh": "总网格长",
      "en": "chief grid head"
    },
    "desk": {
      "zh": "坐席",
      "en": "desk"
    },
    "commander": {
      "zh": "指挥长",
      "en": "commander"
    },
    "unit_head": {
      "zh": "部门负责人",
      "en": "head of unit"
    },
    "handler": {
      "zh": "经办人",
      "en": "handler"
    },
    "supervisor": {
      "zh": "纪检监察",
      "en": "supervisor"
    },
    "inspector": {
      "zh": "审计检查",
      "en": "inspector"
    },
    "administrator": {
      "zh": "系统管理员",
      "en": "administrator"
    },
    "machine": {
      "zh": "系统密钥",
      "en": "system key"
    },
    "system": {
      "zh": "系统执行者",
      "en": "system"
    }
  },
  "permission": {
    "use_account": {
      "zh": "使用账号",
      "en": "use one's account"
    },
    "read_territory": {
      "zh": "查看区划",
      "en": "read territory"
    },
    "read_items": {
      "zh": "查看清单",
      "en": "read items"
    },
    "manage_items": {
      "zh": "管理清单",
      "en": "manage items"
    },
    "propose_duty": {
      "zh": "拟订权责",
      "en": "propose duty lines"
    },
    "manage_calendar": {
      "zh": "管理日历",
      "en": "manage the calendar"
    },
    "manage_forms": {
      "zh": "管理表单",
      "en": "manage forms"
    },
    "manage_keys": {
      "zh": "管理系统密钥",
      "en": "manage system keys"
    },
    "manage_posts": {
      "zh": "管理岗位",
      "en": "manage posts"
    },
    "read_adoption": {
      "zh": "查看使用情况",
      "en": "read adoption"
    },
    "delegate_post": {
      "zh": "委托岗位",
      "en": "lend a post"
    },
    "manage_territory": {
      "zh": "管理区划",
      "en": "manage territory"
    },
    "read_audit": {
      "zh": "查看审计",
      "en": "read the audit"
    },
    "keep_audit": {
      "zh": "封存审计",
      "en": "keep the audit"
    },
    "read_ledger": {
      "zh": "查看台账",
      "en": "read the ledger"
    },
    "manage_ledger": {
      "zh": "管理台账",
      "en": "manage the ledger"
    },
    "keep_dwellings": {
      "zh": "维护楼栋房屋",
      "en": "keep buildings and houses"
    },
    "inspect_component": {
      "zh": "巡检部件",
      "en": "inspect components"
    },
    "read_notices": {
      "zh": "查看通知",
      "en": "read notices"
    },
    "send_notices": {
      "zh": "发送通知",
      "en": "send notices"
    },
    "write_announcements": {
      "zh": "发布公告",
      "en": "write announcements"
    },
    "upload_file": {
      "zh": "上传附件",
      "en": "upload files"
    },
    "read_file": {
      "zh": "查看附件",
      "en": "read files"
    },
    "mask_file": {
      "zh": "遮盖附件",
      "en": "mask files"
    },
    "import_rows": {
      "zh": "导入数据",
      "en": "import rows"
    },
    "export_rows": {
      "zh": "导出数据",
      "en": "export rows"
    },
    "approve_export": {
      "zh": "审批导出",
      "en": "decide on exports"
    },
    "reveal_personal": {
      "zh": "查看个人信息",
      "en": "reveal personal data"
    },
    "mark_source": {
      "zh": "标记来源",
      "en": "mark a source"
    },
    "review_held": {
      "zh": "复核待复核上报",
      "en": "review held reports"
    },
    "read_retention": {
      "zh": "查看保存期限",
      "en": "read retention"
    },
    "preserve_records": {
      "zh": "留存资料",
      "en": "preserve records"
    },
    "report_incident": {
      "zh": "上报事件",
      "en": "report an incident"
    },
    "report_tip": {
      "zh": "提供线索",
      "en": "give a tip"
    },
    "read_incident": {
      "zh": "查看事件",
      "en": "read incidents"
    },
    "watch_incident": {
      "zh": "显示在场",
      "en": "show that one has an incident open"
    },
    "track_incident": {
      "zh": "凭码查询",
      "en": "track by code"
    },
    "follow_incident": {
      "zh": "关注公开事件",
      "en": "follow a public matter"
    },
    "edit_report": {
      "zh": "修改上报",
      "en": "edit a report"
    },
    "accept_incident": {
      "zh": "受理",
      "en": "accept"
    },
    "correct_incident": {
      "zh": "更正",
      "en": "correct"
    },
    "escalate_incident": {
      "zh": "上报上级",
      "en": "escalate"
    },
    "dispatch_incident": {
      "zh": "派遣",
      "en": "dispatch"
    },
    "take_task": {
      "zh": "接收任务",
      "en": "take a task"
    },
    "return_task": {
      "zh": "退回任务",
      "en": "return a task"
    },
    "object_task": {
      "zh": "提出异议",
      "en": "object to a task"
    },
    "decide_objection": {
      "zh": "裁决异议",
      "en": "decide objections"
    },
    "split_incident": {
      "zh": "拆分子任务",
      "en": "split off child tasks"
    },
    "assign_task": {
      "zh": "指派任务",
      "en": "assign a task"
    },
    "handle_task": {
      "zh": "处置反馈",
      "en": "report handled"
    },
    "ask_extension": {
      "zh": "申请延期",
      "en": "ask for time"
    },
    "decide_extension": {
      "zh": "审批延期",
      "en": "decide on time"
    },
    "suspend_incident": {
      "zh": "挂起与恢复",
      "en": "suspend and resume"
    },
    "verify_incident": {
      "zh": "核查",
      "en": "verify"
    },
    "close_incident": {
      "zh": "结案",
      "en": "close"
    },
    "rate_incident": {
      "zh": "评价",
      "en": "rate"
    },
    "reopen_incident": {
      "zh": "重开",
      "en": "reopen"
    },
    "void_incident": {
      "zh": "作废",
      "en": "void"
    },
    "note_incident": {
      "zh": "备注",
      "en": "leave a note"
    },
    "hand_over_work": {
      "zh": "移交在办工作",
      "en": "hand work over"
    },
    "ask_reporter": {
      "zh": "征询反映人",
      "en": "ask the reporter"
    },
    "answer_question": {
      "zh": "回答征询",
      "en": "answer a question"
    },
    "urge_incident": {
      "zh": "催办",
      "en": "urge"
    },
    "answer_warning": {
      "zh": "答复预警",
      "en": "answer a warning"
    },
    "instruct_incident": {
      "zh": "领导批示",
      "en": "instruct"
    },
    "sweep_clocks": {
      "zh": "清点时限",
      "en": "sweep clocks"
    },
    "take_call": {
      "zh": "接听登记",
      "en": "take calls and visitors"
    },
    "read_joint": {
      "zh": "查看联动",
      "en": "read joint work"
    },
    "call_joint": {
      "zh": "召集联动",
      "en": "call joint work"
    },
    "join_joint": {
      "zh": "参加联动",
      "en": "take part in joint work"
    },
    "read_visits": {
      "zh": "查看回访",
      "en": "read return visits"
    },
    "make_visits": {
      "zh": "回访",
      "en": "make return visits"
    },
    "read_mediation": {
      "zh": "查看矛盾纠纷",
      "en": "read disputes"
    },
    "mediate": {
      "zh": "调解纠纷",
      "en": "mediate"
    },
    "plan_enforcement": {
      "zh": "部署联合执法",
      "en": "plan joint enforcement"
    },
    "tell_of_calls": {
      "zh": "通报来电",
      "en": "tell of calls"
    },
    "read_supervision": {
      "zh": "查看督办",
      "en": "read supervision"
    },
    "supervise_matter": {
      "zh": "督办",
      "en": "supervise"
    },
    "answer_supervision": {
      "zh": "答复督办",
      "en": "answer supervision"
    },
    "supervise_area": {
      "zh": "综治督导",
      "en": "supervise an area"
    },
    "read_discipline": {
      "zh": "纪检视角",
      "en": "discipline view"
    },
    "read_tasks": {
      "zh": "查看任务",
      "en": "read tasks"
    },
    "give_task": {
      "zh": "下达任务",
      "en": "give tasks"
    },
    "answer_task": {
      "zh": "办理任务",
      "en": "answer tasks"
    },
    "read_work_log": {
      "zh": "查看工作日志",
      "en": "read the work log"
    },
    "record_work": {
      "zh": "记工作日志",
      "en": "record work"
    },
    "read_workforce": {
      "zh": "查看网格队伍",
      "en": "read the workforce"
    },
    "manage_workforce": {
      "zh": "维护网格队伍",
      "en": "manage the workforce"
    },
    "refer_specialist": {
      "zh": "转介",
      "en": "refer to a specialist"
    },
    "answer_referral": {
      "zh": "答复转介",
      "en": "answer referrals"
    },
    "read_concerns": {
      "zh": "查看民情",
      "en": "read people's concerns"
    },
    "note_concern": {
      "zh": "记民情",
      "en": "note concerns"
    },
    "view_residents": {
      "zh": "查看实有人口",
      "en": "view residents"
    },
    "manage_residents": {
      "zh": "登记实有人口",
      "en": "keep residents"
    },
    "view_organisations": {
      "zh": "查看组织和场所",
      "en": "view organisations and places"
    },
    "keep_organisations": {
      "zh": "维护组织和场所",
      "en": "keep organisations and places"
    },
    "reveal_organisations": {
      "zh": "查看组织联系人",
      "en": "see contacts of organisations"
    },
    "reveal_residents": {
      "zh": "查看居民号码",
      "en": "see residents' numbers"
    }
  },
  "level": {
    "city": {
      "zh": "市",
      "en": "city"
    },
    "county": {
      "zh": "区县",
      "en": "county"
    },
    "township": {
      "zh": "乡镇街道",
      "en": "township"
    },
    "community": {
      "zh": "村社区",
      "en": "community"
    },
    "grid": {
      "zh": "网格",
      "en": "grid"
    }
  },
  "stage": {
    "accept": {
      "zh": "受理阶段",
      "en": "accepting"
    },
    "dispatch": {
      "zh": "派遣阶段",
      "en": "dispatching"
    },
    "handle": {
      "zh": "处置阶段",
      "en": "handling"
    },
    "verify": {
      "zh": "核查阶段",
      "en": "verifying"
    },
    "close": {
      "zh": "结案阶段",
      "en": "closing"
    },
    "none": {
      "zh": "不计时",
      "en": "no clock"
    }
  },
  "who": {
    "reporter": {
      "zh": "反映人本人",
      "en": "the reporter"
    },
    "centre": {
      "zh": "现在负责的综治中心",
      "en": "the centre now in charge"
    },
    "centre_above": {
      "zh": "上级综治中心",
      "en": "a centre above"
    },
    "unit": {
      "zh": "承办单位",
      "en": "the unit that holds the task"
    },
    "checker": {
      "zh": "本网格人员或负责的综治中心",
      "en": "the grid's own officers or the centre in charge"
    },
    "reporter_or_centre": {
      "zh": "反映人或负责的综治中心",
      "en": "the reporter or the centre in charge"
    },
    "referee": {
      "zh": "裁决异议的中心",
      "en": "the centre that decides the objection"
    },
    "assist": {
      "zh": "协办单位",
      "en": "a unit that assists"
    },
    "holder": {
      "zh": "经办岗位、承办单位负责人或管理员",
      "en": "the post that has it, the head of its unit or an administrator"
    },
    "centre_or_unit": {
      "zh": "负责的综治中心或承办单位",
      "en": "the centre in charge or the unit that has it"
    },
    "leader": {
      "zh": "负责中心的领导或上级综治中心",
      "en": "the leaders of the centre in charge, or a centre above"
    },
    "giver": {
      "zh": "负责的综治中心及其上级，或承办单位负责人",
      "en": "the centre in charge, a centre above, or the head of the unit that has it"
    },
    "within_sight": {
      "zh": "看得到的人",
      "en": "anybody who sees it"
    }
  },
  "need": {
    "remark": {
      "zh": "说明",
      "en": "remark"
    },
    "item": {
      "zh": "事项",
      "en": "item"
    },
    "unit": {
      "zh": "承办单位",
      "en": "unit"
    },
    "assignee": {
      "zh": "经办人",
      "en": "assignee"
    },
    "evidence": {
      "zh": "凭证",
      "en": "evidence"
    },
    "limit": {
      "zh": "时长",
      "en": "limit"
    },
    "until": {
      "zh": "截止日",
      "en": "until"
    },
    "rating": {
      "zh": "评分",
      "en": "rating"
    },
    "words": {
      "zh": "文字",
      "en": "words"
    }
  },
  "identity": {
    "named": {
      "zh": "实名",
      "en": "named"
    },
    "confidential": {
      "zh": "保密",
      "en": "confidential"
    },
    "anonymous": {
      "zh": "匿名",
      "en": "anonymous"
    }
  },
  "channel": {
    "resident": {
      "zh": "居民随手拍",
      "en": "resident"
    },
    "officer": {
      "zh": "网格员上报",
      "en": "officer"
    },
    "desk": {
      "zh": "窗口登记",
      "en": "desk"
    },
    "hotline": {
      "zh": "热线",
      "en": "hotline"
    },
    "walk_in": {
      "zh": "来访",
      "en": "walk-in"
    },
    "letter": {
      "zh": "来信",
      "en": "letter"
    },
    "tip": {
      "zh": "保密线索",
      "en": "tip"
    },
    "api": {
      "zh": "接口",
      "en": "interface"
    },
    "import": {
      "zh": "批量导入",
      "en": "import"
    },
    "work_log": {
      "zh": "工作日志",
      "en": "work log"
    },
    "concern": {
      "zh": "民情",
      "en": "people's concern"
    }
  }
} as const;

export const STATES = {
  "10": "reported",
  "20": "accepted",
  "30": "dispatched",
  "40": "handling",
  "50": "handled",
  "60": "verified",
  "70": "closed",
  "80": "voided"
} as const;
