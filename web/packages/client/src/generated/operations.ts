// Generated from docs/generated/openapi.json by `npm run generate`. Changes are lost; CI fails on drift.

import { operation } from "../operation.js";

/** Whether this is a demo, and its cast. There is no way in but the ordinary sign-in, with the cast's password. */
export const readDemo = /* @__PURE__ */ operation("readDemo", "GET", "/api/v1/demo");

/** In a demo: the SMS of the last ten minutes to numbers that end so, as nobody gets a real one. Else nothing. */
export const listDemoMessages = /* @__PURE__ */ operation("listDemoMessages", "GET", "/api/v1/demo/messages", { query: ["tail"] });

/** The incidents within one's sight, newest or most pressing first, by keyset. */
export const listIncidents = /* @__PURE__ */ operation("listIncidents", "GET", "/api/v1/incidents", { query: ["area_code","state","item","channel","is_urgent","is_overdue","is_slipping","since","until","receipt_no","bucket","is_open","unit_id","is_mine","words","shape","component_id","order","cursor","size"] });

/** Report 上报. No account is needed; the receipt's tracking code opens the course. */
export const reportIncident = /* @__PURE__ */ operation("reportIncident", "POST", "/api/v1/incidents", { body: "json" });

/** A confidential tip 线索: seen only by the receiving post. */
export const reportTip = /* @__PURE__ */ operation("reportTip", "POST", "/api/v1/tips", { body: "json" });

/** The whole course of one's own report, by tracking code. */
export const trackIncident = /* @__PURE__ */ operation("trackIncident", "GET", "/api/v1/track/{code}");

/** Edit one's report before it is accepted, by tracking code. */
export const editTracked = /* @__PURE__ */ operation("editTracked", "POST", "/api/v1/track/{code}/edit", { body: "json" });

/** Rate the result, by tracking code. */
export const rateTracked = /* @__PURE__ */ operation("rateTracked", "POST", "/api/v1/track/{code}/rate", { body: "json" });

/** Ask to reopen, by tracking code. */
export const reopenTracked = /* @__PURE__ */ operation("reopenTracked", "POST", "/api/v1/track/{code}/reopen", { body: "json" });

/** Answer the question that waits, by tracking code. */
export const answerTracked = /* @__PURE__ */ operation("answerTracked", "POST", "/api/v1/track/{code}/answer", { body: "json" });

/** Answer the question that waits on one's report. */
export const answerQuestion = /* @__PURE__ */ operation("answerQuestion", "POST", "/api/v1/incidents/{incident_id}/answer", { body: "json" });

/** Edit one's report before it is accepted. */
export const editReport = /* @__PURE__ */ operation("editReport", "POST", "/api/v1/incidents/{incident_id}/edit", { body: "json" });

/** Rate the result of one's report. */
export const rateIncident = /* @__PURE__ */ operation("rateIncident", "POST", "/api/v1/incidents/{incident_id}/rate", { body: "json" });

/** Accept 受理 under an item. */
export const acceptIncident = /* @__PURE__ */ operation("acceptIncident", "POST", "/api/v1/incidents/{incident_id}/accept", { body: "json" });

/** Correct 更正 item or place; the clock goes on. */
export const correctIncident = /* @__PURE__ */ operation("correctIncident", "POST", "/api/v1/incidents/{incident_id}/correct", { body: "json" });

/** Dispatch 派遣 to a unit that serves the place, and ask others to assist it 协办 in the same go. */
export const dispatchIncident = /* @__PURE__ */ operation("dispatchIncident", "POST", "/api/v1/incidents/{incident_id}/dispatch", { body: "json" });

/** Take 接收 the task. */
export const takeTask = /* @__PURE__ */ operation("takeTask", "POST", "/api/v1/incidents/{incident_id}/take", { body: "json" });

/** Assign 指派 to a post of one's unit. */
export const assignTask = /* @__PURE__ */ operation("assignTask", "POST", "/api/v1/incidents/{incident_id}/assign", { body: "json" });

/** Ask for time 申请延期. */
export const askExtension = /* @__PURE__ */ operation("askExtension", "POST", "/api/v1/incidents/{incident_id}/ask-extension", { body: "json" });

/** Suspend 挂起 until a day; the clock stops. */
export const suspendIncident = /* @__PURE__ */ operation("suspendIncident", "POST", "/api/v1/incidents/{incident_id}/suspend", { body: "json" });

/** Leave a note 备注, internal unless said otherwise. */
export const noteIncident = /* @__PURE__ */ operation("noteIncident", "POST", "/api/v1/incidents/{incident_id}/note", { body: "json" });

/** Hand it to the centre one level up 上报上级. Raises: NoCentreAbove. */
export const escalateIncident = /* @__PURE__ */ operation("escalateIncident", "POST", "/api/v1/incidents/{incident_id}/escalate", { body: "json" });

/** A centre above takes it to itself 提级办理. */
export const takeUpIncident = /* @__PURE__ */ operation("takeUpIncident", "POST", "/api/v1/incidents/{incident_id}/take-up", { body: "json" });

/** Take a dispatched task back 撤回派遣; the unit keeps sight of what it had. */
export const recallIncident = /* @__PURE__ */ operation("recallIncident", "POST", "/api/v1/incidents/{incident_id}/recall", { body: "json" });

/** Return 退回 to the centre with the reason; the unit keeps sight of it. Raises: ReturnRefused. */
export const returnTask = /* @__PURE__ */ operation("returnTask", "POST", "/api/v1/incidents/{incident_id}/return", { body: "json" });

/** Grant the time asked for: it is added to the running deadline, not counted from now. Raises: NothingToDecide. */
export const grantExtension = /* @__PURE__ */ operation("grantExtension", "POST", "/api/v1/incidents/{incident_id}/grant-extension", { body: "json" });

/** Refuse the time asked for, with the reason. Raises: NothingToDecide. */
export const refuseExtension = /* @__PURE__ */ operation("refuseExtension", "POST", "/api/v1/incidents/{incident_id}/refuse-extension", { body: "json" });

/** Resume 恢复: the clock goes on with exactly what was left. */
export const resumeIncident = /* @__PURE__ */ operation("resumeIncident", "POST", "/api/v1/incidents/{incident_id}/resume", { body: "json" });

/** Close 结案. The remark is what the reporter reads. */
export const closeIncident = /* @__PURE__ */ operation("closeIncident", "POST", "/api/v1/incidents/{incident_id}/close", { body: "json" });

/** Reopen 重开: back to the centre in charge, with the course kept. Raises: ReopenTooLate. */
export const reopenIncident = /* @__PURE__ */ operation("reopenIncident", "POST", "/api/v1/incidents/{incident_id}/reopen", { body: "json" });

/**
 * Ask whoever reported 征询, without learning who they are. One question at a time.
 *
 * Raises: QuestionWaits while another is open and younger than three days; NobodyToAsk.
 */
export const askReporter = /* @__PURE__ */ operation("askReporter", "POST", "/api/v1/incidents/{incident_id}/ask-reporter", { body: "json" });

/**
 * Urge 催办 whoever owes the next step; words are not needed. The reporter sees that it was urged.
 *
 * Raises: UrgedAlready within four hours of the last time, one hour for urgent matters, whoever urged.
 */
export const urgeIncident = /* @__PURE__ */ operation("urgeIncident", "POST", "/api/v1/incidents/{incident_id}/urge", { body: "json" });

/** Leave a leader's instruction 批示: centre and unit are told of it, the reporter does not read it. */
export const instructIncident = /* @__PURE__ */ operation("instructIncident", "POST", "/api/v1/incidents/{incident_id}/instruct", { body: "json" });

/** Void 作废, with the reason; the reporter sees it. */
export const voidIncident = /* @__PURE__ */ operation("voidIncident", "POST", "/api/v1/incidents/{incident_id}/void", { body: "json" });

/** Report the task handled 处置反馈, with the proof the item asks for. Raises: EvidenceMissing. */
export const handleTask = /* @__PURE__ */ operation("handleTask", "POST", "/api/v1/incidents/{incident_id}/handle", { body: "json" });

/** Verified 核查通过: what was reported is seen to be done. */
export const passCheck = /* @__PURE__ */ operation("passCheck", "POST", "/api/v1/incidents/{incident_id}/pass-check", { body: "json" });

/** Not verified 核查不通过: the same unit and person have it again, with a new task of its own clock. */
export const failCheck = /* @__PURE__ */ operation("failCheck", "POST", "/api/v1/incidents/{incident_id}/fail-check", { body: "json" });

/** Ask a unit to assist 协办, beside the lead. */
export const askAssist = /* @__PURE__ */ operation("askAssist", "POST", "/api/v1/incidents/{incident_id}/ask-assist", { body: "json" });

/** Take 接收 the assist. */
export const takeAssist = /* @__PURE__ */ operation("takeAssist", "POST", "/api/v1/incidents/{incident_id}/take-assist", { body: "json" });

/** Say what was done 协办反馈, with proof. */
export const reportAssist = /* @__PURE__ */ operation("reportAssist", "POST", "/api/v1/incidents/{incident_id}/report-assist", { body: "json" });

/** Excuse 免除 a unit from assisting, with the reason. */
export const excuseAssist = /* @__PURE__ */ operation("excuseAssist", "POST", "/api/v1/incidents/{incident_id}/excuse-assist", { body: "json" });

/** Do one action to up to fifty incidents: each row for itself, and safe to send again. */
export const actTogether = /* @__PURE__ */ operation("actTogether", "POST", "/api/v1/incidents/batch", { body: "json" });

/** 三个时钟、每段时间归谁、预警和答复。 */
export const getClockLedger = /* @__PURE__ */ operation("getClockLedger", "GET", "/api/v1/incidents/{incident_id}/clock-ledger");

/** 答复这件事上等本岗位答复的全部预警。 */
export const answerWarnings = /* @__PURE__ */ operation("answerWarnings", "POST", "/api/v1/incidents/{incident_id}/warning-answer", { body: "json" });

/** What is open, by stage and colour and by the day on which it is due, with the first of each stage. */
export const getDeadlines = /* @__PURE__ */ operation("getDeadlines", "GET", "/api/v1/deadlines", { query: ["area_code","item","unit_id","is_urgent","is_mine","due_from","due_to","stage","colour"] });

/** The whole file of a matter: course, evidence, clocks, hands, and what other parts of the house know. */
export const getIncidentFile = /* @__PURE__ */ operation("getIncidentFile", "GET", "/api/v1/incidents/{incident_id}/file", { query: ["form","language","parts"] });

/** The file as a PDF, tagged and with its fonts; recorded with its purpose. Laid out when it is sent. */
export const printIncidentFile = /* @__PURE__ */ operation("printIncidentFile", "GET", "/api/v1/incidents/{incident_id}/file.pdf", { query: ["form","language","parts","purpose"] });

/**
 * A seed to compute with before reporting: no picture, no sound, nobody else's service.
 *
 * ``least_bits`` is what a refusal asked for. Gives the browser a random number by which its reports are counted.
 */
export const getChallenge = /* @__PURE__ */ operation("getChallenge", "GET", "/api/v1/reporting/challenge", { query: ["least_bits"] });

/** Give this browser another random number; nothing leads from the old one to the new. */
export const forgetDevice = /* @__PURE__ */ operation("forgetDevice", "POST", "/api/v1/reporting/forget-device");

/** Which kinds of source of a report can be marked; never which device, address or number it was. */
export const getSource = /* @__PURE__ */ operation("getSource", "GET", "/api/v1/incidents/{incident_id}/source");

/** Mark 标记 a source: its next reports keep their receipt, and wait for a second person's look. */
export const markSource = /* @__PURE__ */ operation("markSource", "POST", "/api/v1/incidents/{incident_id}/mark-source", { body: "json" });

/** The marks made within one's area, running ones first, 200 at most. */
export const listMarks = /* @__PURE__ */ operation("listMarks", "GET", "/api/v1/marks");

/** Lift 解除 a mark before its end, with the reason. */
export const liftMark = /* @__PURE__ */ operation("liftMark", "POST", "/api/v1/marks/{mark_id}/lift", { body: "json" });

/** Reports from marked sources that wait for a second look, the longest waiting first, 200 at most. */
export const listHeld = /* @__PURE__ */ operation("listHeld", "GET", "/api/v1/held");

/** Release 转坐席 after the second look: the desk gets it as if it had come now. */
export const releaseHeld = /* @__PURE__ */ operation("releaseHeld", "POST", "/api/v1/incidents/{incident_id}/release-held");

/** Dismiss 作废 after the second look; its reporter reads the reason. */
export const dismissHeld = /* @__PURE__ */ operation("dismissHeld", "POST", "/api/v1/incidents/{incident_id}/dismiss-held", { body: "json" });

/** The reports that were folded into a matter, the earliest first, 200 at most. */
export const listFolded = /* @__PURE__ */ operation("listFolded", "GET", "/api/v1/incidents/{incident_id}/folded");

/** Fold 并入 a waiting report into another matter of one's centre; it keeps its words, photos, code and rating. */
export const foldIncident = /* @__PURE__ */ operation("foldIncident", "POST", "/api/v1/incidents/{incident_id}/join", { body: "json" });

/** Take a folded report out 拆出 again: it waits at the centre by itself. */
export const takeOutIncident = /* @__PURE__ */ operation("takeOutIncident", "POST", "/api/v1/incidents/{incident_id}/take-out");

/** Object 提出异议 to a task and name whose it is; the unit stays responsible until it is decided. */
export const objectDispatch = /* @__PURE__ */ operation("objectDispatch", "POST", "/api/v1/incidents/{incident_id}/object", { body: "json" });

/** Uphold 异议成立: another unit has it at once; the ruling is shown at the next similar case. */
export const upholdObjection = /* @__PURE__ */ operation("upholdObjection", "POST", "/api/v1/incidents/{incident_id}/uphold", { body: "json" });

/** Refuse 异议不成立: the unit keeps it; the ruling is shown at the next similar case. */
export const refuseObjection = /* @__PURE__ */ operation("refuseObjection", "POST", "/api/v1/incidents/{incident_id}/refuse-objection", { body: "json" });

/** Give it to another unit 改派, with item or place set right in the same step. */
export const rerouteIncident = /* @__PURE__ */ operation("rerouteIncident", "POST", "/api/v1/incidents/{incident_id}/reroute", { body: "json" });

/** Split off a child task 拆分子任务, dispatched at once; the matter waits with closing for its parts. */
export const splitIncident = /* @__PURE__ */ operation("splitIncident", "POST", "/api/v1/incidents/{incident_id}/split", { body: "json" });

/** Merge 合并 others into this one, all or none; each keeps its reporter, words, code and rating. */
export const mergeIncidents = /* @__PURE__ */ operation("mergeIncidents", "POST", "/api/v1/incidents/{incident_id}/merge", { body: "json" });

/** Matters close by that may be the same, with what speaks for each. */
export const suggestMerges = /* @__PURE__ */ operation("suggestMerges", "GET", "/api/v1/incidents/{incident_id}/merge-suggestions");

/** What hangs together with a matter: child tasks, its return at the same place, objections to its dispatch. */
export const getTies = /* @__PURE__ */ operation("getTies", "GET", "/api/v1/incidents/{incident_id}/ties");

/** Rulings on earlier objections that bear on this matter: its item, in the referee's area. */
export const listPrecedents = /* @__PURE__ */ operation("listPrecedents", "GET", "/api/v1/incidents/{incident_id}/precedents");

/** The rulings that hold in one's area or speak of one's unit, the latest first, 200 at most. */
export const searchPrecedents = /* @__PURE__ */ operation("searchPrecedents", "GET", "/api/v1/precedents", { query: ["words"] });

/** Put the latest ruling about a matter as a line into the draft of the duty matrix. */
export const draftPrecedentLine = /* @__PURE__ */ operation("draftPrecedentLine", "POST", "/api/v1/incidents/{incident_id}/draft-line");

/** What was decided about returning, objecting and recurrence, the latest day first. */
export const listHandoffPolicies = /* @__PURE__ */ operation("listHandoffPolicies", "GET", "/api/v1/handoff-policies");

/** Decide what holds from a day to come. */
export const setHandoffPolicy = /* @__PURE__ */ operation("setHandoffPolicy", "PUT", "/api/v1/handoff-policies", { body: "json" });

/** How much was reported in the last days and how much work it is: merged ones count once and as often as told. */
export const getDemand = /* @__PURE__ */ operation("getDemand", "GET", "/api/v1/demand", { query: ["days","area_code"] });

/** What one may see close by, open or closed within 90 days; the same item first, then by distance. */
export const listSimilar = /* @__PURE__ */ operation("listSimilar", "GET", "/api/v1/incidents/{incident_id}/similar", { query: ["radius_m"] });

/** Which members of staff have opened it, latest first; nothing for residents. */
export const listSeen = /* @__PURE__ */ operation("listSeen", "GET", "/api/v1/incidents/{incident_id}/seen");

/**
 * The units it may be given to, the responsible kind first; for who dispatches, with what they have in hand.
 *
 * With an item or a position, as if the matter had been corrected to it.
 */
export const listReceivers = /* @__PURE__ */ operation("listReceivers", "GET", "/api/v1/incidents/{incident_id}/receivers", { query: ["words","item_code","lon","lat"] });

/** What lies in the hands of a post: one's own, of one's unit for those who lead it, of one's area for administrators. */
export const listOpenWork = /* @__PURE__ */ operation("listOpenWork", "GET", "/api/v1/posts/{post_id}/open-work");

/** Hand over 移交 open work to another post of the unit, all of it or chosen matters; the receiver is told once. */
export const handOverWork = /* @__PURE__ */ operation("handOverWork", "POST", "/api/v1/posts/{post_id}/open-work", { body: "json" });

/** The matters of one's area whose records are preserved, the newest two hundred. */
export const listPreserved = /* @__PURE__ */ operation("listPreserved", "GET", "/api/v1/preserved-records");

/** Keep numbers, names, voices and pictures of a matter until a day, whatever their periods say. */
export const preserveRecords = /* @__PURE__ */ operation("preserveRecords", "POST", "/api/v1/preserved-records", { body: "json" });

/** Let the periods of a matter count again. */
export const endPreservation = /* @__PURE__ */ operation("endPreservation", "POST", "/api/v1/preserved-records/end", { body: "json" });

/** Open public matters within some hundred metres: perhaps it is reported already. */
export const listNearbyPublic = /* @__PURE__ */ operation("listNearbyPublic", "GET", "/api/v1/nearby", { query: ["lon","lat","datum","item_code"] });

/** Follow a public matter: one is told how it goes, without reporting it again. */
export const followIncident = /* @__PURE__ */ operation("followIncident", "POST", "/api/v1/nearby/{public_id}/follow");

/** Stop following. */
export const unfollowIncident = /* @__PURE__ */ operation("unfollowIncident", "DELETE", "/api/v1/nearby/{public_id}/follow");

/** The matters one follows, latest first. */
export const listFollowed = /* @__PURE__ */ operation("listFollowed", "GET", "/api/v1/me/followed");

/** The public course of a matter one follows: states, times, units and photos of the work. */
export const getFollowed = /* @__PURE__ */ operation("getFollowed", "GET", "/api/v1/me/followed/{public_id}");

/** A photo of the work, masked, as WebP; its number is not its name. */
export const downloadFollowedPhoto = /* @__PURE__ */ operation("downloadFollowedPhoto", "GET", "/api/v1/me/followed/{public_id}/photos/{number}/{side_px}");

/** Find what one reported by name with the number one signed in with, in the last half year. */
export const claimReports = /* @__PURE__ */ operation("claimReports", "POST", "/api/v1/me/reports/claim");

/** Who looked at one's personal data, when, for what, and with which report; the latest 200. */
export const listMyLooks = /* @__PURE__ */ operation("listMyLooks", "GET", "/api/v1/me/looks");

/** What waits for one's post and what it watches: first what presses, then what is near, then by deadline. */
export const getToday = /* @__PURE__ */ operation("getToday", "GET", "/api/v1/today", { query: ["lon","lat","datum"] });

/** One's own figures in one's present post. Nobody else's, and no order of persons. */
export const getOwnFigures = /* @__PURE__ */ operation("getOwnFigures", "GET", "/api/v1/me/figures", { query: ["days"] });

/** The matters behind one of one's own figures, the latest first, 200 at most. */
export const listOwnFigure = /* @__PURE__ */ operation("listOwnFigure", "GET", "/api/v1/me/figures/rows", { query: ["figure","days"] });

/** How much waits in each tray of one's post. */
export const getInbox = /* @__PURE__ */ operation("getInbox", "GET", "/api/v1/inbox");

/** One incident with its course and what can be done now. */
export const getIncident = /* @__PURE__ */ operation("getIncident", "GET", "/api/v1/incidents/{incident_id}");

/** The reporter's phone; the look is recorded and the reporter sees it. */
export const revealReporter = /* @__PURE__ */ operation("revealReporter", "POST", "/api/v1/incidents/{incident_id}/reporter", { body: "json" });

/** Who looked at the reporter's personal data: for the reporter, and each looker's own looks. */
export const listLooks = /* @__PURE__ */ operation("listLooks", "GET", "/api/v1/incidents/{incident_id}/looks");

/** Who looked at one's phone number, by tracking code. */
export const listTrackedLooks = /* @__PURE__ */ operation("listTrackedLooks", "GET", "/api/v1/track/{code}/looks");

/** 自己最近的十次试算，最近的在前；没有算完的说明算到哪里。 */
export const listDutySimulations = /* @__PURE__ */ operation("listDutySimulations", "GET", "/api/v1/duty-simulations");

/** 权责试算：用一个版本（通常是草稿）把本辖区过去的事件重派一遍，看哪些会换单位；在后台算，不改动任何事件。 */
export const simulateDuties = /* @__PURE__ */ operation("simulateDuties", "POST", "/api/v1/duty-simulations", { body: "json" });

/** Say which component of the city a matter is about. */
export const linkComponent = /* @__PURE__ */ operation("linkComponent", "PUT", "/api/v1/incidents/{incident_id}/component", { body: "json" });

/** A file of the one matter that the code opens, faces and plates covered. */
export const downloadTrackedFile = /* @__PURE__ */ operation("downloadTrackedFile", "GET", "/api/v1/track/{code}/files/{file_id}");

/** A WebP of 320 or 1280 pixels on the longer side, of photos and videos. */
export const downloadTrackedThumbnail = /* @__PURE__ */ operation("downloadTrackedThumbnail", "GET", "/api/v1/track/{code}/files/{file_id}/thumb/{side_px}");

/** Say every twenty seconds that one has it open, and get the colleagues who have it open too. */
export const watchIncident = /* @__PURE__ */ operation("watchIncident", "POST", "/api/v1/incidents/{incident_id}/watch", { body: "json" });

/** Say that one has closed it. Leaving twice does no harm. */
export const leaveIncident = /* @__PURE__ */ operation("leaveIncident", "DELETE", "/api/v1/incidents/{incident_id}/watch");

/**
 * Open a session: for the platform's own pages as a cookie, for programs as the secret in the answer.
 *
 * Where a second factor is set up, the same call is sent once more with the app's ``code`` or a recovery code.
 */
export const signIn = /* @__PURE__ */ operation("signIn", "POST", "/api/v1/session", { body: "json" });

/** Sign Out */
export const signOut = /* @__PURE__ */ operation("signOut", "DELETE", "/api/v1/session");

/** Who is signed in, in which post, what that post may do, and which other posts are open. */
export const readMe = /* @__PURE__ */ operation("readMe", "GET", "/api/v1/me");

/** Work in another of one's posts from now on, in this session. */
export const switchPost = /* @__PURE__ */ operation("switchPost", "POST", "/api/v1/session/post", { body: "json" });

/** Every other session and token of the person ends. */
export const changePassword = /* @__PURE__ */ operation("changePassword", "POST", "/api/v1/me/password", { body: "json" });

/** One's sessions and API tokens that still open the door, and which of them asks. */
export const listTokens = /* @__PURE__ */ operation("listTokens", "GET", "/api/v1/me/tokens");

/** A token for a program that works in the present post. The secret is shown this once. */
export const issueToken = /* @__PURE__ */ operation("issueToken", "POST", "/api/v1/me/tokens", { body: "json" });

/** Revoke Token */
export const revokeToken = /* @__PURE__ */ operation("revokeToken", "DELETE", "/api/v1/me/tokens/{token_id}");

/** How one's own account is guarded, and how one proves again who one is. */
export const readSecurity = /* @__PURE__ */ operation("readSecurity", "GET", "/api/v1/me/security");

/** Prove in a running session that it is still oneself; what is sensitive asks for it. */
export const proveAgain = /* @__PURE__ */ operation("proveAgain", "POST", "/api/v1/session/proof", { body: "json" });

/** A new secret for one's authenticator app. It counts when a first code has come back within a quarter of an hour. */
export const beginSecondFactor = /* @__PURE__ */ operation("beginSecondFactor", "POST", "/api/v1/me/second-factor");

/** No code is asked for any more; a post that needs one waits until there is a new one. */
export const removeSecondFactor = /* @__PURE__ */ operation("removeSecondFactor", "DELETE", "/api/v1/me/second-factor");

/** The app's first code. The answer holds ten recovery codes, shown this once. */
export const confirmSecondFactor = /* @__PURE__ */ operation("confirmSecondFactor", "POST", "/api/v1/me/second-factor/confirmation", { body: "json" });

/** Ten new recovery codes, shown this once; the old ones end. */
export const renewRecoveryCodes = /* @__PURE__ */ operation("renewRecoveryCodes", "POST", "/api/v1/me/recovery-codes");

/** Sign out everywhere else, and forget every device that was signed in from. */
export const endOtherSessions = /* @__PURE__ */ operation("endOtherSessions", "POST", "/api/v1/me/sessions/end");

/** For somebody who lost telephone and recovery codes. Their sessions end, and they are told who did it. */
export const takeSecondFactorOff = /* @__PURE__ */ operation("takeSecondFactorOff", "POST", "/api/v1/staff/{person_id}/second-factor/take-off", { body: "json" });

/** Send a code by SMS. The answer does not say whether the number was ever here. */
export const askPhoneCode = /* @__PURE__ */ operation("askPhoneCode", "POST", "/api/v1/phone-codes", { body: "json" });

/** Open a resident's session with the code from the SMS; as a cookie, and as the secret in the answer. */
export const signInByPhone = /* @__PURE__ */ operation("signInByPhone", "POST", "/api/v1/session/phone", { body: "json" });

/** Everything that is kept about oneself: what, how many, for what, on what ground and for how long. */
export const listKept = /* @__PURE__ */ operation("listKept", "GET", "/api/v1/me/kept");

/** The grid officer of a position, a grid or a community, and where to telephone. The position is not kept. */
export const findMyOfficer = /* @__PURE__ */ operation("findMyOfficer", "GET", "/api/v1/my-officer", { query: ["lon","lat","datum","area_code"] });

/** Open a session with the one-time code that the container gave the page. */
export const signInByContainer = /* @__PURE__ */ operation("signInByContainer", "POST", "/api/v1/session/container", { body: "json" });

/** What a page of this platform tells the container's script, so that it may ask for place and pictures. */
export const getBridgeConfig = /* @__PURE__ */ operation("getBridgeConfig", "GET", "/api/v1/bridge/{container}/config", { query: ["url"] });

/** The containers that open one's account. */
export const listContainers = /* @__PURE__ */ operation("listContainers", "GET", "/api/v1/me/containers");

/** Let the container that recognised one open one's account from now on. Answers the whole list. */
export const linkContainer = /* @__PURE__ */ operation("linkContainer", "POST", "/api/v1/me/containers", { body: "json" });

/** The same with a fresh code, for somebody who is signed in already. Answers the whole list. */
export const linkContainerByCode = /* @__PURE__ */ operation("linkContainerByCode", "POST", "/api/v1/me/containers/code", { body: "json" });

/** Whether one's notices also go to this container. */
export const setContainerPush = /* @__PURE__ */ operation("setContainerPush", "PUT", "/api/v1/me/containers/{link_id}", { body: "json" });

/** The container does not open one's account any more; what was kept of it is deleted. */
export const unlinkContainer = /* @__PURE__ */ operation("unlinkContainer", "DELETE", "/api/v1/me/containers/{link_id}");

/** The other systems by which one can sign in here. */
export const listSignInProviders = /* @__PURE__ */ operation("listSignInProviders", "GET", "/api/v1/session/providers");

/** Begin to sign in by a provider: the page goes to the address; the try stays bound to this browser. */
export const startProviderSignIn = /* @__PURE__ */ operation("startProviderSignIn", "POST", "/api/v1/session/providers/{provider_key}", { body: "json" });

/** Open a session with what the provider's redirect brought back to this browser. */
export const finishProviderSignIn = /* @__PURE__ */ operation("finishProviderSignIn", "POST", "/api/v1/session/provider", { body: "json" });

/** The providers that open one's account. */
export const listProviderLinks = /* @__PURE__ */ operation("listProviderLinks", "GET", "/api/v1/me/providers");

/** Link what the provider calls one with one's account, by what its redirect brought back to this browser. */
export const linkProvider = /* @__PURE__ */ operation("linkProvider", "POST", "/api/v1/me/providers", { body: "json" });

/** Begin to link a provider with one's account: the page goes to the address. */
export const startProviderLink = /* @__PURE__ */ operation("startProviderLink", "POST", "/api/v1/session/providers/{provider_key}/link", { body: "json" });

/** The provider does not open one's account any more; what it calls one is deleted. */
export const unlinkProvider = /* @__PURE__ */ operation("unlinkProvider", "DELETE", "/api/v1/me/providers/{link_id}");

/** End the present session here; the answer says where the provider that opened it ends its own. */
export const signOutEverywhere = /* @__PURE__ */ operation("signOutEverywhere", "POST", "/api/v1/session/end", { body: "json" });

/** The posts of one's own unit and who holds them; empty for residents. */
export const listUnitPosts = /* @__PURE__ */ operation("listUnitPosts", "GET", "/api/v1/units/mine/posts");

/** To whom one may lend one's post: who holds a post in one's unit or directly above or below it, 50 at most. */
export const listColleagues = /* @__PURE__ */ operation("listColleagues", "GET", "/api/v1/colleagues", { query: ["words"] });

/** What one has lent or been lent; ended ones only if ``since`` reaches back to them. */
export const listDelegations = /* @__PURE__ */ operation("listDelegations", "GET", "/api/v1/delegations", { query: ["since"] });

/** Lend one's present post to a colleague for a while, 90 days at most. */
export const delegatePost = /* @__PURE__ */ operation("delegatePost", "POST", "/api/v1/delegations", { body: "json" });

/** Revoke Delegation */
export const revokeDelegation = /* @__PURE__ */ operation("revokeDelegation", "DELETE", "/api/v1/delegations/{delegation_id}");

/** The posts in the administrator's area, or in a part of it. */
export const listPosts = /* @__PURE__ */ operation("listPosts", "GET", "/api/v1/posts", { query: ["area_code","is_vacant","role","unit_id","words","limit","cursor"] });

/** Open a vacant post in a unit of the administrator's area. */
export const createPost = /* @__PURE__ */ operation("createPost", "POST", "/api/v1/posts", { body: "json" });

/** Give a vacant post to a member of staff. */
export const fillPost = /* @__PURE__ */ operation("fillPost", "PUT", "/api/v1/posts/{post_id}/holder", { body: "json" });

/** End the present holding, and with it the sessions in that post and what was lent of it. */
export const vacatePost = /* @__PURE__ */ operation("vacatePost", "DELETE", "/api/v1/posts/{post_id}/holder");

/** Register somebody with an account and give them a vacant post. The password is shown this once. */
export const appointNewcomer = /* @__PURE__ */ operation("appointNewcomer", "POST", "/api/v1/posts/{post_id}/newcomer", { body: "json" });

/** Members of staff whose name begins like this, fifty at most. */
export const findStaff = /* @__PURE__ */ operation("findStaff", "GET", "/api/v1/staff", { query: ["name"] });

/** A one-time password for somebody all of whose posts lie in the administrator's area; it is shown this once. */
export const resetPassword = /* @__PURE__ */ operation("resetPassword", "POST", "/api/v1/staff/{person_id}/one-time-password");

/** Say that one forgot a password and how one can be reached. Never tells whether the account exists. */
export const askPasswordReset = /* @__PURE__ */ operation("askPasswordReset", "POST", "/api/v1/password-resets", { body: "json" });

/** Who in the administrator's area asks for a new password, latest first, 200 at most. */
export const listPasswordRequests = /* @__PURE__ */ operation("listPasswordRequests", "GET", "/api/v1/password-requests");

/** Refuse a request: it was not that person, or the password came back to them. */
export const dismissPasswordRequest = /* @__PURE__ */ operation("dismissPasswordRequest", "POST", "/api/v1/staff/{person_id}/password-request/dismiss", { body: "json" });

/** Staff with a post in the administrator's area, by name; the city's administrators see those without one too. */
export const listStaff = /* @__PURE__ */ operation("listStaff", "GET", "/api/v1/accounts", { query: ["area_code","words","role","unit_id","state","idle_days","active_days","has_signed_in","is_counted","limit","cursor"] });

/** The same list as a file, without telephone numbers. */
export const exportStaff = /* @__PURE__ */ operation("exportStaff", "GET", "/api/v1/accounts/export", { query: ["area_code","words","role","unit_id","state","idle_days","active_days","has_signed_in","is_counted","file_format"] });

/** Somebody's account, every post held so far, and an open request for a new password. */
export const readStaff = /* @__PURE__ */ operation("readStaff", "GET", "/api/v1/staff/{person_id}");

/** Give somebody another name; what they did in the past shows the new one. */
export const renameStaff = /* @__PURE__ */ operation("renameStaff", "PUT", "/api/v1/staff/{person_id}/name", { body: "json" });

/** The number for work. It is sealed; lists show part of it. */
export const setStaffPhone = /* @__PURE__ */ operation("setStaffPhone", "PUT", "/api/v1/staff/{person_id}/phone", { body: "json" });

/** Somebody leaves: posts are vacated, the account is closed, sessions and tokens end. */
export const retireStaff = /* @__PURE__ */ operation("retireStaff", "POST", "/api/v1/staff/{person_id}/retire", { body: "json" });

/** Somebody comes back: the account opens with a one-time password, shown this once. */
export const reopenStaff = /* @__PURE__ */ operation("reopenStaff", "POST", "/api/v1/staff/{person_id}/reopen");

/**
 * One-time passwords for everybody a batch of staff brought in who has not signed in yet, as a file.
 *
 * The file is made for this answer and kept nowhere. Asked again, new passwords are made and the old ones end.
 */
export const issueFirstPasswords = /* @__PURE__ */ operation("issueFirstPasswords", "POST", "/api/v1/imports/{batch_id}/first-passwords", { query: ["file_format"] });

/** Every role that a post can have. */
export const listRoles = /* @__PURE__ */ operation("listRoles", "GET", "/api/v1/roles");

/** How many accounts are used, by unit. Only the day of each account's last sign-in is kept, nothing finer. */
export const getAdoption = /* @__PURE__ */ operation("getAdoption", "GET", "/api/v1/adoption", { query: ["area_code","days","limit","cursor"] });

/** The figures of every unit as a file. */
export const exportAdoption = /* @__PURE__ */ operation("exportAdoption", "GET", "/api/v1/adoption/export", { query: ["area_code","days","file_format"] });

/** The areas directly below ``parent``; without it the city. */
export const listAreas = /* @__PURE__ */ operation("listAreas", "GET", "/api/v1/areas", { query: ["parent"] });

/** The grid at a position, with the areas above it. Refused outside the city. */
export const locatePosition = /* @__PURE__ */ operation("locatePosition", "GET", "/api/v1/areas/located", { query: ["lon","lat","datum"] });

/** The borders of an area, of what lies directly in it and of what lies beside it, as GeoJSON in WGS-84. */
export const getAreaOutline = /* @__PURE__ */ operation("getAreaOutline", "GET", "/api/v1/areas/{code}/outline");

/** Centres and member units, by area, or those directly below one. Those switched off (``is_active=false``) are listed for administrators. */
export const listUnits = /* @__PURE__ */ operation("listUnits", "GET", "/api/v1/units", { query: ["kind","area_code","is_active","parent_id","words","limit","cursor"] });

/** Open a unit in the administrator's area; without a parent it stands under the nearest centre. */
export const createUnit = /* @__PURE__ */ operation("createUnit", "POST", "/api/v1/units", { body: "json" });

/** Give a unit another name; incidents of the past show the new one. */
export const renameUnit = /* @__PURE__ */ operation("renameUnit", "PUT", "/api/v1/units/{unit_id}/name", { body: "json" });

/** The office number on the public pages; empty takes it away. Personal mobile numbers are refused. */
export const setUnitPhone = /* @__PURE__ */ operation("setUnitPhone", "PUT", "/api/v1/units/{unit_id}/phone", { body: "json" });

/** Take a unit out of use with its vacant posts. Refused while a post is held or an incident is open with it. */
export const switchUnitOff = /* @__PURE__ */ operation("switchUnitOff", "POST", "/api/v1/units/{unit_id}/switch-off");

/** Put a unit back into use, with its posts. */
export const switchUnitOn = /* @__PURE__ */ operation("switchUnitOn", "POST", "/api/v1/units/{unit_id}/switch-on");

/** Who did what within the inspector's area, latest first. */
export const listAuditEntries = /* @__PURE__ */ operation("listAuditEntries", "GET", "/api/v1/audit/entries", { query: ["target","person_id","since","until","limit","cursor"] });

/** Verifies the newest seals now; reports the last whole verification (made every night), and one on its way. */
export const verifyAudit = /* @__PURE__ */ operation("verifyAudit", "GET", "/api/v1/audit/verification");

/** Have the whole audit verified now, in portions; how far it is stands in ``verifyAudit``. */
export const startAuditCheck = /* @__PURE__ */ operation("startAuditCheck", "POST", "/api/v1/audit/checks");

/**
 * Who saw or took along what, when and for which purpose, latest first. Reading it is recorded as well.
 *
 * What was taken along in one export is one act, unless a person, an object or ``kind=exported`` is asked for.
 */
export const listInspectedLooks = /* @__PURE__ */ operation("listInspectedLooks", "GET", "/api/v1/audit/looks", { query: ["person_id","subject_id","target","words","purpose","area","kind","since","until","limit","cursor"] });

/** What stands out in a period (the last seven days) by five plain rules: facts about acts, no score of anybody. */
export const listStandouts = /* @__PURE__ */ operation("listStandouts", "GET", "/api/v1/audit/looks/standing-out", { query: ["since","until","area"] });

/** The system keys of one's area, in use and ended; secrets are never shown again. */
export const listKeys = /* @__PURE__ */ operation("listKeys", "GET", "/api/v1/keys");

/** Let another system in. The secret is shown this once. */
export const createKey = /* @__PURE__ */ operation("createKey", "POST", "/api/v1/keys", { body: "json" });

/** A new secret; the former opens for ``overlap_hours`` more, so that nothing stands still meanwhile. */
export const rotateKey = /* @__PURE__ */ operation("rotateKey", "POST", "/api/v1/keys/{key_id}/rotate", { body: "json" });

/** Shut a system out at once; its name is not used again. */
export const revokeKey = /* @__PURE__ */ operation("revokeKey", "DELETE", "/api/v1/keys/{key_id}");

/**
 * Upload a photo, video, voice message or PDF. Faces and plates are covered before it is stored.
 *
 * Attach it by its id to a report or a step within a week, or it is removed.
 */
export const uploadFile = /* @__PURE__ */ operation("uploadFile", "POST", "/api/v1/files", { body: "form" });

/** Read File */
export const readFile = /* @__PURE__ */ operation("readFile", "GET", "/api/v1/files/{file_id}/facts");

/** The content. A PDF is always a download; parts may be asked for with Range. */
export const downloadFile = /* @__PURE__ */ operation("downloadFile", "GET", "/api/v1/files/{file_id}");

/** A WebP of 320 or 1280 pixels on the longer side, of photos and videos. */
export const downloadThumbnail = /* @__PURE__ */ operation("downloadThumbnail", "GET", "/api/v1/files/{file_id}/thumb/{side_px}");

/** Cover boxes for ever; the photo stays unpublished until it is released. */
export const maskFile = /* @__PURE__ */ operation("maskFile", "POST", "/api/v1/files/{file_id}/mask", { body: "json" });

/** Somebody has looked at all of it: it may stand in public answers. */
export const releaseFile = /* @__PURE__ */ operation("releaseFile", "POST", "/api/v1/files/{file_id}/release");

/** Keep it out of public answers. */
export const holdFile = /* @__PURE__ */ operation("holdFile", "POST", "/api/v1/files/{file_id}/hold");

/**
 * Begin an upload in pieces, as tus 1.0.0 describes it; its address comes in the header Location.
 *
 * Headers: Tus-Resumable, Upload-Length, and Upload-Metadata with filename and filetype (the name is not kept).
 * With ``anonymous`` among the metadata the file is nobody's, whoever is signed in: only such a file may go with an
 * anonymous report. The address is a secret and good for 48 hours. HEAD on it says how much has arrived, PATCH sends more.
 */
export const createUpload = /* @__PURE__ */ operation("createUpload", "POST", "/api/v1/uploads");

/** Give an upload up, and remove what has arrived of it. */
export const deleteUpload = /* @__PURE__ */ operation("deleteUpload", "DELETE", "/api/v1/uploads/{upload_secret}");

/**
 * Send the next piece, as tus 1.0.0 describes it. What has arrived is kept, also when the network breaks.
 *
 * Headers: Tus-Resumable, Upload-Offset, Content-Type application/offset+octet-stream, and Upload-Checksum
 * (sha1 or sha256) if wanted.
 */
export const appendUpload = /* @__PURE__ */ operation("appendUpload", "PATCH", "/api/v1/uploads/{upload_secret}");

/** Have the complete upload checked, masked and stored. Asked again, the answer is the same file. */
export const finishUpload = /* @__PURE__ */ operation("finishUpload", "POST", "/api/v1/uploads/{upload_secret}/finish");

/** What the present post may import. */
export const listImportSheets = /* @__PURE__ */ operation("listImportSheets", "GET", "/api/v1/imports/sheets");

/** An empty .xlsx with the headers, and a page that explains each column. */
export const downloadImportTemplate = /* @__PURE__ */ operation("downloadImportTemplate", "GET", "/api/v1/imports/sheets/{sheet_key}/template");

/** Batches of the present post and its unit, latest first. */
export const listImports = /* @__PURE__ */ operation("listImports", "GET", "/api/v1/imports", { query: ["cursor","limit"] });

/** Upload .xlsx, .csv, .csv.gz or points as GeoJSON; nothing is written. The answer proposes a mapping of its headers. */
export const uploadImport = /* @__PURE__ */ operation("uploadImport", "POST", "/api/v1/imports", { body: "form" });

/** Read Import */
export const readImport = /* @__PURE__ */ operation("readImport", "GET", "/api/v1/imports/{batch_id}");

/** Remembered for the unit's next file with the same headers, once checked. */
export const mapImport = /* @__PURE__ */ operation("mapImport", "PUT", "/api/v1/imports/{batch_id}/mapping", { body: "json" });

/** Check every row without writing any; follow ``progress``. */
export const checkImport = /* @__PURE__ */ operation("checkImport", "POST", "/api/v1/imports/{batch_id}/check");

/** Write the good rows, or go on after a stop; bad rows stay for the returned file. */
export const startImport = /* @__PURE__ */ operation("startImport", "POST", "/api/v1/imports/{batch_id}/start");

/** Stop after the rows in hand; what is written stays until undone. */
export const stopImport = /* @__PURE__ */ operation("stopImport", "POST", "/api/v1/imports/{batch_id}/stop");

/** What is wrong, row by row and cell by cell; after an undo, which rows were kept and why. */
export const listImportFaults = /* @__PURE__ */ operation("listImportFaults", "GET", "/api/v1/imports/{batch_id}/faults", { query: ["cursor","limit"] });

/**
 * The uploaded rows with a column 错误 and the bad cells marked; correct it and upload it again.
 *
 * With ``only_bad`` false a sheet that only asks puts its answers behind each row.
 */
export const downloadImportErrors = /* @__PURE__ */ operation("downloadImportErrors", "GET", "/api/v1/imports/{batch_id}/errors", { query: ["only_bad","file_format"] });

/** Continue with a corrected file: rows that were written are recognised and skipped. */
export const resumeImport = /* @__PURE__ */ operation("resumeImport", "POST", "/api/v1/imports/{batch_id}/correction", { body: "form" });

/** Take the batch's rows back; rows changed since stay, and are listed with the reason. */
export const undoImport = /* @__PURE__ */ operation("undoImport", "POST", "/api/v1/imports/{batch_id}/undo");

/** What the present post may export, with the columns that can be chosen. */
export const listExportSources = /* @__PURE__ */ operation("listExportSources", "GET", "/api/v1/exports/sources");

/** What one asked for in the present post, latest first. */
export const listExports = /* @__PURE__ */ operation("listExports", "GET", "/api/v1/exports", { query: ["cursor","limit"] });

/** Have a list made into an .xlsx in the background; personal columns in the clear wait for consent. */
export const requestExport = /* @__PURE__ */ operation("requestExport", "POST", "/api/v1/exports", { body: "json" });

/** What waits for one's consent, longest first. */
export const listExportsToDecide = /* @__PURE__ */ operation("listExportsToDecide", "GET", "/api/v1/exports/waiting", { query: ["cursor","limit"] });

/** The filter in words, and how many rows it would give. */
export const previewExport = /* @__PURE__ */ operation("previewExport", "POST", "/api/v1/exports/preview", { body: "json" });

/** For whoever asked, and for those who may decide. */
export const readExport = /* @__PURE__ */ operation("readExport", "GET", "/api/v1/exports/{export_id}");

/** Agree that personal fields may be taken in the clear; the making starts at once. */
export const approveExport = /* @__PURE__ */ operation("approveExport", "POST", "/api/v1/exports/{export_id}/approve", { body: "json" });

/** Refuse with a reason, which whoever asked will read. */
export const refuseExport = /* @__PURE__ */ operation("refuseExport", "POST", "/api/v1/exports/{export_id}/refuse", { body: "json" });

/** Give up what waits or is being made. */
export const stopExport = /* @__PURE__ */ operation("stopExport", "POST", "/api/v1/exports/{export_id}/stop");

/** The finished workbook, for whoever asked in the post in which they asked; each download is recorded. */
export const downloadExport = /* @__PURE__ */ operation("downloadExport", "GET", "/api/v1/exports/{export_id}/file");

/** Notices for the present post and for oneself, latest first. */
export const listNotices = /* @__PURE__ */ operation("listNotices", "GET", "/api/v1/notices", { query: ["only_unread","cursor","limit"] });

/** For the bell; counting ends at 1,000. */
export const countUnread = /* @__PURE__ */ operation("countUnread", "GET", "/api/v1/notices/unread");

/** Mark Everything Read */
export const markAllRead = /* @__PURE__ */ operation("markAllRead", "POST", "/api/v1/notices/read", { body: "json" });

/** Reading twice does no harm. */
export const markRead = /* @__PURE__ */ operation("markRead", "POST", "/api/v1/notices/{notice_id}/read");

/** What was announced to the present post, latest first; ``only_open`` keeps what waits to be confirmed. */
export const listAnnouncements = /* @__PURE__ */ operation("listAnnouncements", "GET", "/api/v1/notices/announcements", { query: ["words","only_open","cursor","limit"] });

/** Publish it, now or from a moment on. It is not changed afterwards, only withdrawn. */
export const createAnnouncement = /* @__PURE__ */ operation("createAnnouncement", "POST", "/api/v1/notices/announcements", { body: "json" });

/** What was announced from one's post, unit and area, latest first. */
export const listWrittenAnnouncements = /* @__PURE__ */ operation("listWrittenAnnouncements", "GET", "/api/v1/notices/announcements/written", { query: ["words","cursor","limit"] });

/** How many posts and units would receive it; nothing is written. */
export const countReceivers = /* @__PURE__ */ operation("countReceivers", "POST", "/api/v1/notices/announcements/receivers", { body: "json" });

/** One that one's post received, or that came from where one stands. */
export const readAnnouncement = /* @__PURE__ */ operation("readAnnouncement", "GET", "/api/v1/notices/announcements/{announcement_id}");

/** Say that one's post has read it; again does no harm. */
export const confirmAnnouncement = /* @__PURE__ */ operation("confirmAnnouncement", "POST", "/api/v1/notices/announcements/{announcement_id}/confirm");

/** How far each unit has come, the slowest first; for those who stand where it came from. */
export const countConfirmations = /* @__PURE__ */ operation("countConfirmations", "GET", "/api/v1/notices/announcements/{announcement_id}/confirmations");

/** Take it back with a reason that everybody who has it reads. */
export const withdrawAnnouncement = /* @__PURE__ */ operation("withdrawAnnouncement", "POST", "/api/v1/notices/announcements/{announcement_id}/withdraw", { body: "json" });

/** Every kind of thing with its period, its ground, its job, what went in thirty days and what is left over. */
export const listRetention = /* @__PURE__ */ operation("listRetention", "GET", "/api/v1/retention");

/** Where to listen for news, how often an idle stream gives a sign, and how often an open page should. */
export const readLive = /* @__PURE__ */ operation("readLive", "GET", "/api/v1/live");

/** One's own views of a place in their order, then those shared with one's unit. */
export const listViews = /* @__PURE__ */ operation("listViews", "GET", "/api/v1/views", { query: ["place"] });

/** Keep a view behind the others. */
export const saveView = /* @__PURE__ */ operation("saveView", "POST", "/api/v1/views", { body: "json" });

/** Put one's own views in order. */
export const orderViews = /* @__PURE__ */ operation("orderViews", "PUT", "/api/v1/views/order", { body: "json" });

/** Rename a view, keep something else under its name, share it, make it the first one opened. */
export const changeView = /* @__PURE__ */ operation("changeView", "PUT", "/api/v1/views/{view_id}", { body: "json" });

/** Delete one's own view. */
export const deleteView = /* @__PURE__ */ operation("deleteView", "DELETE", "/api/v1/views/{view_id}");

/** Where the tiles of the base map are, and who is to be named on every map that shows them. */
export const getBaseMap = /* @__PURE__ */ operation("getBaseMap", "GET", "/api/v1/base-map");

/** A Mapbox vector tile. Of the present edition it may be kept for good; of an earlier one the present is given. */
export const getBaseTile = /* @__PURE__ */ operation("getBaseTile", "GET", "/api/v1/base-map/{edition}/{z}/{x}/{y}");

/** Picture maps of others that may lie under everything. Their addresses and keys are known here only. */
export const listPictureMaps = /* @__PURE__ */ operation("listPictureMaps", "GET", "/api/v1/base-map/pictures");

/** A tile of a picture map, fetched for the reader. */
export const getPictureTile = /* @__PURE__ */ operation("getPictureTile", "GET", "/api/v1/base-map/pictures/{picture_key}/{z}/{x}/{y}");

/** Which files the base map was made from, what became of them, and which picture maps there are. */
export const getBaseMapContents = /* @__PURE__ */ operation("getBaseMapContents", "GET", "/api/v1/base-map/contents");

/** Show a file's data again in place of what has the same name. */
export const showBaseDataset = /* @__PURE__ */ operation("showBaseDataset", "POST", "/api/v1/base-map/show", { body: "json" });

/** Take a file's data off the map. They are kept, and can be shown again. */
export const hideBaseDataset = /* @__PURE__ */ operation("hideBaseDataset", "POST", "/api/v1/base-map/hide", { body: "json" });

/** Remove a file's data for good; what is shown has to be taken off first. */
export const removeBaseDataset = /* @__PURE__ */ operation("removeBaseDataset", "POST", "/api/v1/base-map/remove", { body: "json" });

/** Places for a few characters or pinyin letters, the surest first, nearest first where a position is given. */
export const findPlaces = /* @__PURE__ */ operation("findPlaces", "GET", "/api/v1/places", { query: ["words","lon","lat","datum","within"] });

/** Add a place of one's area; one that is known nearby already is refused and named. */
export const addPlace = /* @__PURE__ */ operation("addPlace", "POST", "/api/v1/places", { body: "json" });

/** Places that a report's own words name: candidates for one that has no pin. Not stored. */
export const findPlacesInWords = /* @__PURE__ */ operation("findPlacesInWords", "POST", "/api/v1/places/in-words", { body: "json" });

/** The grid at a position, what the area is called, and words for an address field. Refused outside the city. */
export const describePosition = /* @__PURE__ */ operation("describePosition", "GET", "/api/v1/places/described", { query: ["lon","lat","datum"] });

/** Up to a thousand words or positions; each is answered, or says what is wrong with it. */
export const findManyPlaces = /* @__PURE__ */ operation("findManyPlaces", "POST", "/api/v1/places/batch", { body: "json" });

/** The places of one's area, those changed last first. */
export const listPlaces = /* @__PURE__ */ operation("listPlaces", "GET", "/api/v1/places/kept", { query: ["area_code","kind","words","source","is_retired","cursor","size"] });

/** One place of one's area. */
export const getPlace = /* @__PURE__ */ operation("getPlace", "GET", "/api/v1/places/kept/{place_id}");

/** Correct a place, or call it otherwise: the name before stays findable as a former one. */
export const changePlace = /* @__PURE__ */ operation("changePlace", "PUT", "/api/v1/places/kept/{place_id}", { body: "json" });

/** Take a place out of use, with the reason. */
export const retirePlace = /* @__PURE__ */ operation("retirePlace", "POST", "/api/v1/places/kept/{place_id}/retire", { body: "json" });

/** Put a retired place into use again. */
export const restorePlace = /* @__PURE__ */ operation("restorePlace", "POST", "/api/v1/places/kept/{place_id}/restore", { body: "json" });

/** The layers one may read, with what each can be narrowed to and what its marks mean. */
export const listMapLayers = /* @__PURE__ */ operation("listMapLayers", "GET", "/api/v1/map/layers");

/** A Mapbox Vector Tile of a layer, with nothing in it that the asker may not see; 304 where it is still the same. */
export const getMapTile = /* @__PURE__ */ operation("getMapTile", "GET", "/api/v1/map/layers/{layer}/tiles/{z}/{x}/{y}", { query: ["f","since","until","on","within","form"] });

/** How many of each kind lie in view, for the legend. */
export const countMapLayer = /* @__PURE__ */ operation("countMapLayer", "GET", "/api/v1/map/layers/{layer}/counts", { query: ["f","since","until","on","within","bbox"] });

/** The list that mirrors the map, or what a drawn circle or polygon holds. */
export const listMapFeatures = /* @__PURE__ */ operation("listMapFeatures", "GET", "/api/v1/map/layers/{layer}/features", { query: ["f","since","until","on","within","bbox","shape","cursor","limit"] });

/** What lies nearest to a position, with the distance; at most twenty kilometres away. */
export const listNearestFeatures = /* @__PURE__ */ operation("listNearestFeatures", "GET", "/api/v1/map/layers/{layer}/nearest", { query: ["f","since","until","on","within","lon","lat","datum","limit"] });

/** What a mark says of itself when it is touched, and the page behind it. */
export const getMapCard = /* @__PURE__ */ operation("getMapCard", "GET", "/api/v1/map/layers/{layer}/features/{feature_id}");

/** Where words or a number lead: areas, places, and what layers find among their own. */
export const findOnMap = /* @__PURE__ */ operation("findOnMap", "GET", "/api/v1/map/search", { query: ["words","limit"] });

/** By what areas can be coloured. */
export const listMapIndicators = /* @__PURE__ */ operation("listMapIndicators", "GET", "/api/v1/map/indicators");

/** An indicator for each area of a level in one's sight. */
export const getChoropleth = /* @__PURE__ */ operation("getChoropleth", "GET", "/api/v1/map/choropleth", { query: ["indicator","level","within","since","until"] });

/** Where everything is: for GIS programs, which ask for this address and nothing else. */
export const getOgcLanding = /* @__PURE__ */ operation("getOgcLanding", "GET", "/api/v1/ogc", { query: ["f"] });

/** Which classes of the standards are kept. */
export const getOgcConformance = /* @__PURE__ */ operation("getOgcConformance", "GET", "/api/v1/ogc/conformance", { query: ["f"] });

/** The layers that the asker may read. */
export const listOgcCollections = /* @__PURE__ */ operation("listOgcCollections", "GET", "/api/v1/ogc/collections", { query: ["f"] });

/** One layer, and where its features and tiles are. */
export const getOgcCollection = /* @__PURE__ */ operation("getOgcCollection", "GET", "/api/v1/ogc/collections/{layer}", { query: ["f"] });

/** What the features of a layer say, and by what ``where`` narrows them, as a JSON Schema. */
export const getOgcQueryables = /* @__PURE__ */ operation("getOgcQueryables", "GET", "/api/v1/ogc/collections/{layer}/queryables", { query: ["f"] });

/** A page of features as GeoJSON, with a link to the next one. At most 1,000 at once, whatever ``limit`` says. */
export const listOgcItems = /* @__PURE__ */ operation("listOgcItems", "GET", "/api/v1/ogc/collections/{layer}/items", { query: ["f","bbox","datetime","limit","where","within","cursor"] });

/** One feature as GeoJSON. */
export const getOgcItem = /* @__PURE__ */ operation("getOgcItem", "GET", "/api/v1/ogc/collections/{layer}/items/{feature_id}", { query: ["f"] });

/** The one way in which the world is cut into tiles here. */
export const listOgcTileMatrixSets = /* @__PURE__ */ operation("listOgcTileMatrixSets", "GET", "/api/v1/ogc/tileMatrixSets", { query: ["f"] });

/** Its definition. */
export const getOgcTileMatrixSet = /* @__PURE__ */ operation("getOgcTileMatrixSet", "GET", "/api/v1/ogc/tileMatrixSets/{quad}", { query: ["f"] });

/** The tilesets of a layer. */
export const listOgcTilesets = /* @__PURE__ */ operation("listOgcTilesets", "GET", "/api/v1/ogc/collections/{layer}/tiles", { query: ["f"] });

/** What the tiles of a layer are, and where. */
export const getOgcTileset = /* @__PURE__ */ operation("getOgcTileset", "GET", "/api/v1/ogc/collections/{layer}/tiles/{quad}", { query: ["f"] });

/** A Mapbox Vector Tile, the row before the column; the very tile of the map, with nothing the asker may not see. */
export const getOgcTile = /* @__PURE__ */ operation("getOgcTile", "GET", "/api/v1/ogc/collections/{layer}/tiles/{quad}/{z}/{y}/{x}", { query: ["f"] });

/** The drafts of one's own area, the newest first. */
export const listDrafts = /* @__PURE__ */ operation("listDrafts", "GET", "/api/v1/territory/drafts", { query: ["state","within","cursor","limit"] });

/** Begin a draft of a township or a county from what is in force. */
export const openDraft = /* @__PURE__ */ operation("openDraft", "POST", "/api/v1/territory/drafts", { body: "json" });

/** How a draft stands. */
export const getDraft = /* @__PURE__ */ operation("getDraft", "GET", "/api/v1/territory/drafts/{draft_id}");

/** The grids of a draft, and the outline of the area it stands on. */
export const listDraftFeatures = /* @__PURE__ */ operation("listDraftFeatures", "GET", "/api/v1/territory/drafts/{draft_id}/features", { query: ["layer"] });

/** Who changed what behind a version, the newest last. */
export const listDraftChanges = /* @__PURE__ */ operation("listDraftChanges", "GET", "/api/v1/territory/drafts/{draft_id}/changes", { query: ["since"] });

/** Do one thing to the grids of a draft, at the version that was seen. */
export const changeDraft = /* @__PURE__ */ operation("changeDraft", "POST", "/api/v1/territory/drafts/{draft_id}/changes", { body: "json" });

/** What is wrong with a draft now, with the ways to mend it. */
export const listDraftFaults = /* @__PURE__ */ operation("listDraftFaults", "GET", "/api/v1/territory/drafts/{draft_id}/faults");

/** What publishing would do: to areas, to rows, to posts and units. */
export const previewDraft = /* @__PURE__ */ operation("previewDraft", "GET", "/api/v1/territory/drafts/{draft_id}/effects");

/** Say what becomes of posts and units whose area closes. */
export const answerDraftPosts = /* @__PURE__ */ operation("answerDraftPosts", "POST", "/api/v1/territory/drafts/{draft_id}/answers", { body: "json" });

/** Mark a draft as checked if nothing holds it up; any later change takes the mark away. */
export const checkDraft = /* @__PURE__ */ operation("checkDraft", "POST", "/api/v1/territory/drafts/{draft_id}/check", { body: "json" });

/** Put a checked draft in force today, or have it put in force on a later day. */
export const publishDraft = /* @__PURE__ */ operation("publishDraft", "POST", "/api/v1/territory/drafts/{draft_id}/publish", { body: "json" });

/** Give a draft up. */
export const discardDraft = /* @__PURE__ */ operation("discardDraft", "POST", "/api/v1/territory/drafts/{draft_id}/discard", { body: "json" });

/** What was published in one's own area, the newest first. */
export const listPublications = /* @__PURE__ */ operation("listPublications", "GET", "/api/v1/territory/publications", { query: ["within","cursor","limit"] });

/** One publication, with how far its rows have come. */
export const getPublication = /* @__PURE__ */ operation("getPublication", "GET", "/api/v1/territory/publications/{publication_id}");

/** Call back what waits for its day, or undo what is in force as long as nothing newer stands on it. */
export const undoPublication = /* @__PURE__ */ operation("undoPublication", "POST", "/api/v1/territory/publications/{publication_id}/undo", { body: "json" });

/** An area and what lies in it, as it was on a day; without one as it is today. */
export const listAreasOn = /* @__PURE__ */ operation("listAreasOn", "GET", "/api/v1/territory/areas", { query: ["within","layer","on"] });

/** The days on which the division changed, the oldest first. */
export const listDivisionDays = /* @__PURE__ */ operation("listDivisionDays", "GET", "/api/v1/territory/days", { query: ["within"] });

/** What differs between the division of one day and that of another. */
export const compareDivisions = /* @__PURE__ */ operation("compareDivisions", "GET", "/api/v1/territory/compare", { query: ["within","from_on","to_on","layer"] });

/** The grids at up to a thousand positions, in the order given; empty outside the city. */
export const locatePositions = /* @__PURE__ */ operation("locatePositions", "POST", "/api/v1/territory/located", { body: "json" });

/** The city's grid standard in force on a day; without one today's. */
export const getGridStandard = /* @__PURE__ */ operation("getGridStandard", "GET", "/api/v1/territory/standard", { query: ["on"] });

/** Set the limits that are in force from a day on; the city's administrators only. */
export const setGridStandard = /* @__PURE__ */ operation("setGridStandard", "PUT", "/api/v1/territory/standard", { body: "json" });

/** The files that were brought into a draft, latest first. */
export const listGeometryImports = /* @__PURE__ */ operation("listGeometryImports", "GET", "/api/v1/territory/drafts/{draft_id}/imports");

/** GeoJSON, zipped Shapefile, GeoPackage, KML, KMZ, or an .xlsx of codes: read and judged, nothing is changed. */
export const uploadGeometry = /* @__PURE__ */ operation("uploadGeometry", "POST", "/api/v1/territory/drafts/{draft_id}/imports", { body: "form" });

/** Read Geometry Import */
export const readGeometryImport = /* @__PURE__ */ operation("readGeometryImport", "GET", "/api/v1/territory/imports/{import_id}");

/** Choose coordinate system, columns and layer; every feature is judged anew. Remembered for the next such file. */
export const readGeometryAgain = /* @__PURE__ */ operation("readGeometryAgain", "PUT", "/api/v1/territory/imports/{import_id}/reading", { body: "json" });

/** The report, feature by feature: what was mended and where, what is wrong and what to do about it. */
export const listImportedFeatures = /* @__PURE__ */ operation("listImportedFeatures", "GET", "/api/v1/territory/imports/{import_id}/features", { query: ["state","cursor","limit"] });

/** The same as a workbook, for whoever corrects the file. */
export const downloadGeometryReport = /* @__PURE__ */ operation("downloadGeometryReport", "GET", "/api/v1/territory/imports/{import_id}/report");

/** The file as it was sent, with its own coordinates, while it is kept. */
export const downloadGeometryOriginal = /* @__PURE__ */ operation("downloadGeometryOriginal", "GET", "/api/v1/territory/imports/{import_id}/original");

/** Go on with a corrected file: columns are remembered, what stands in the draft already is skipped. */
export const correctGeometry = /* @__PURE__ */ operation("correctGeometry", "POST", "/api/v1/territory/imports/{import_id}/correction", { body: "form" });

/** Put the good features into the draft, in one change; bad ones stay in the report. */
export const applyGeometry = /* @__PURE__ */ operation("applyGeometry", "POST", "/api/v1/territory/imports/{import_id}/apply", { body: "json" });

/** A draft as a file, in the coordinate system that is asked for. */
export const exportDraft = /* @__PURE__ */ operation("exportDraft", "GET", "/api/v1/territory/drafts/{draft_id}/export", { query: ["file_format","system","layer"] });

/** The areas in force today, or on a day, as a file. */
export const exportDivision = /* @__PURE__ */ operation("exportDivision", "GET", "/api/v1/territory/export", { query: ["within","on","file_format","system","layer"] });

/** 各类记录的表单：现行版本、待生效的日期、有没有草稿。 */
export const listForms = /* @__PURE__ */ operation("listForms", "GET", "/api/v1/forms");

/** 全部代码表：国家标准的、随程序提供的和本市自己的。 */
export const listCodeTables = /* @__PURE__ */ operation("listCodeTables", "GET", "/api/v1/forms/code-tables");

/** 新建或修改一张代码表：代码可以增加、停用，不能去掉；国家标准的只能停用。 */
export const saveCodeTable = /* @__PURE__ */ operation("saveCodeTable", "PUT", "/api/v1/forms/code-tables/{code_table_key}", { body: "json" });

/** 必填而长期没有人用过的项：可以考虑不再要求填写。 */
export const listUnusedFields = /* @__PURE__ */ operation("listUnusedFields", "GET", "/api/v1/forms/unused-fields");

/** 个人信息保护影响评估：收集什么、为什么、凭什么、留多久、谁能看、看了多少次。 */
export const getDataAssessment = /* @__PURE__ */ operation("getDataAssessment", "GET", "/api/v1/forms/assessment");

/** 评估的PDF，可签字存档。 */
export const printDataAssessment = /* @__PURE__ */ operation("printDataAssessment", "GET", "/api/v1/forms/assessment.pdf", { query: ["language"] });

/** 现行表单和它用到的代码表；坐席、手机都按它画。没有变化时回答304。 */
export const getForm = /* @__PURE__ */ operation("getForm", "GET", "/api/v1/forms/{record_kind}");

/** 草稿和历次发布的版本，最近的在前；最后是程序自带的。 */
export const listFormVersions = /* @__PURE__ */ operation("listFormVersions", "GET", "/api/v1/forms/{record_kind}/versions");

/** 保存草稿，并说明还差什么才能发布。 */
export const changeFormDraft = /* @__PURE__ */ operation("changeFormDraft", "PUT", "/api/v1/forms/{record_kind}/draft", { body: "json" });

/** 新建草稿：现行版本的副本。 */
export const draftForm = /* @__PURE__ */ operation("draftForm", "POST", "/api/v1/forms/{record_kind}/draft");

/** 放弃草稿。 */
export const discardFormDraft = /* @__PURE__ */ operation("discardFormDraft", "DELETE", "/api/v1/forms/{record_kind}/draft");

/** 发布草稿，自启用日起对坐席、手机、导入和接口同时生效。 */
export const publishForm = /* @__PURE__ */ operation("publishForm", "POST", "/api/v1/forms/{record_kind}/draft/publish", { body: "json" });

/** 某日（默认今天）有效的事项；给出 words 时按相符程度排列，否则按代码。 */
export const listItems = /* @__PURE__ */ operation("listItems", "GET", "/api/v1/items", { query: ["on","words","class_name","unit_kind","cursor","limit"] });

/** 从一句话找事项：按常说的话、相同的字排列，并说明凭哪几个字。 */
export const findItems = /* @__PURE__ */ operation("findItems", "GET", "/api/v1/items/find", { query: ["words","on","limit"] });

/** 某日有效清单的大类和中类，以及各有多少事项。 */
export const listItemClasses = /* @__PURE__ */ operation("listItemClasses", "GET", "/api/v1/items/classes", { query: ["on"] });

/** 事项可以指定的责任单位类型。 */
export const listUnitKinds = /* @__PURE__ */ operation("listUnitKinds", "GET", "/api/v1/items/unit-kinds");

/** 新增单位类型，或更改其名称。 */
export const saveUnitKind = /* @__PURE__ */ operation("saveUnitKind", "PUT", "/api/v1/items/unit-kinds/{key}", { body: "json" });

/** 生效过、正在生效和将要生效的清单版本，最近的在前。 */
export const listItemLists = /* @__PURE__ */ operation("listItemLists", "GET", "/api/v1/items/lists");

/** 已导入、尚未启用的清单。 */
export const listItemListDrafts = /* @__PURE__ */ operation("listItemListDrafts", "GET", "/api/v1/items/drafts");

/** 与任意另一版或草稿相比，新增、取消和改动了哪些事项；不指定时与前一版（草稿与现行版）比。 */
export const compareItemList = /* @__PURE__ */ operation("compareItemList", "GET", "/api/v1/items/lists/{list_id}/changes", { query: ["against"] });

/** 一个版本（草稿也可以）的事项，按代码；可按代码、名称或类别查找。 */
export const listItemsOfList = /* @__PURE__ */ operation("listItemsOfList", "GET", "/api/v1/items/lists/{list_id}/items", { query: ["words","cursor","limit"] });

/** 启用一份草稿：现行清单在启用日前一天结束。 */
export const openItemList = /* @__PURE__ */ operation("openItemList", "POST", "/api/v1/items/lists/{list_id}/open", { body: "json" });

/** 撤回尚未生效的清单，退回草稿；前一版继续有效。 */
export const withdrawItemList = /* @__PURE__ */ operation("withdrawItemList", "POST", "/api/v1/items/lists/{list_id}/withdraw");

/** 删除一份草稿。 */
export const deleteItemListDraft = /* @__PURE__ */ operation("deleteItemListDraft", "DELETE", "/api/v1/items/lists/{list_id}");

/** 导出一个版本；改或不改都可以原样再导入。草稿只有事项管理员能导出。 */
export const exportItemList = /* @__PURE__ */ operation("exportItemList", "GET", "/api/v1/items/lists/{list_id}/export", { query: ["file_format"] });

/** 某日（默认今天）有效清单中的一个事项。 */
export const getItem = /* @__PURE__ */ operation("getItem", "GET", "/api/v1/items/{item_code}", { query: ["on"] });

/** 权责清单的版本，最近的在前；有权拟订的人还看到草稿。 */
export const listDutyLists = /* @__PURE__ */ operation("listDutyLists", "GET", "/api/v1/duties");

/** 新建草稿：现行版的副本；还没有现行版时是空的。 */
export const startDutyDraft = /* @__PURE__ */ operation("startDutyDraft", "POST", "/api/v1/duties", { body: "json" });

/** 派遣目录：这件事在这个地方由谁办、凭哪一条。level 是派遣中心的层级（区划代码位数）。 */
export const chooseReceiver = /* @__PURE__ */ operation("chooseReceiver", "GET", "/api/v1/duties/receiver", { query: ["item_code","area_code","level","is_working","at"] });

/** 一个版本的条目，按次序；可以只看与某个事项有关的、村级三张清单之一的，或依据、备注里有某个词的。 */
export const listDutyLines = /* @__PURE__ */ operation("listDutyLines", "GET", "/api/v1/duties/{duty_list_id}/lines", { query: ["item_code","village","words","cursor","limit"] });

/** 在草稿里增加或修改一条；本级只能写本辖区的条目。 */
export const saveDutyLine = /* @__PURE__ */ operation("saveDutyLine", "PUT", "/api/v1/duties/{duty_list_id}/lines", { body: "json" });

/** 从草稿里去掉一条。 */
export const dropDutyLine = /* @__PURE__ */ operation("dropDutyLine", "DELETE", "/api/v1/duties/{duty_list_id}/lines/{duty_line_id}");

/** 核对：互相矛盾或永远用不到的条目、没有规定的情况、没有单位的地方，以及与前一版的差别。 */
export const checkDutyList = /* @__PURE__ */ operation("checkDutyList", "GET", "/api/v1/duties/{duty_list_id}/check");

/** 启用一份草稿：现行版在启用日前一天结束。 */
export const openDutyList = /* @__PURE__ */ operation("openDutyList", "POST", "/api/v1/duties/{duty_list_id}/open", { body: "json" });

/** 撤回尚未生效的版本，退回草稿；前一版继续有效。 */
export const withdrawDutyList = /* @__PURE__ */ operation("withdrawDutyList", "POST", "/api/v1/duties/{duty_list_id}/withdraw");

/** 删除一份草稿。 */
export const deleteDutyDraft = /* @__PURE__ */ operation("deleteDutyDraft", "DELETE", "/api/v1/duties/{duty_list_id}");

/** 导出一个版本；改或不改都可以原样再导入。 */
export const exportDutyList = /* @__PURE__ */ operation("exportDutyList", "GET", "/api/v1/duties/{duty_list_id}/export", { query: ["file_format"] });

/** The centre's promises: open ones by when they are due, done ones latest first. */
export const listCallBacks = /* @__PURE__ */ operation("listCallBacks", "GET", "/api/v1/hotline/call-backs", { query: ["view","cursor","size"] });

/** Promise to call somebody back. */
export const createCallBack = /* @__PURE__ */ operation("createCallBack", "POST", "/api/v1/hotline/call-backs", { body: "json" });

/** Every attempt so far. */
export const listCallBackAttempts = /* @__PURE__ */ operation("listCallBackAttempts", "GET", "/api/v1/hotline/call-backs/{call_back_id}/attempts");

/** Enter how it went: spoken ends it; without an answer it is due again, three times at most. */
export const noteCallBackAttempt = /* @__PURE__ */ operation("noteCallBackAttempt", "POST", "/api/v1/hotline/call-backs/{call_back_id}/attempts", { body: "json" });

/** Take a promise in hand, so that two do not ring at once. */
export const takeCallBack = /* @__PURE__ */ operation("takeCallBack", "POST", "/api/v1/hotline/call-backs/{call_back_id}/take");

/** Put it back for a colleague. */
export const releaseCallBack = /* @__PURE__ */ operation("releaseCallBack", "POST", "/api/v1/hotline/call-backs/{call_back_id}/release");

/** The number to dial, for whoever has the promise in hand; the look is recorded. */
export const revealCallBackNumber = /* @__PURE__ */ operation("revealCallBackNumber", "POST", "/api/v1/hotline/call-backs/{call_back_id}/number");

/** Another time, as the person wished. */
export const delayCallBack = /* @__PURE__ */ operation("delayCallBack", "POST", "/api/v1/hotline/call-backs/{call_back_id}/delay", { body: "json" });

/** The call that rings or is spoken at one's own seat now. */
export const getPresentCall = /* @__PURE__ */ operation("getPresentCall", "GET", "/api/v1/hotline/present-call");

/** The centre's calls, newest first, by keyset. */
export const listCalls = /* @__PURE__ */ operation("listCalls", "GET", "/api/v1/hotline/calls", { query: ["view","cursor","size"] });

/** One call with the matters it was about. */
export const getCall = /* @__PURE__ */ operation("getCall", "GET", "/api/v1/hotline/calls/{call_id}");

/** Note that a call was about a matter that is already there. */
export const linkCall = /* @__PURE__ */ operation("linkCall", "POST", "/api/v1/hotline/calls/{call_id}/matters", { body: "json" });

/** The caller's number; the look is recorded with its purpose. */
export const revealCallNumber = /* @__PURE__ */ operation("revealCallNumber", "POST", "/api/v1/hotline/calls/{call_id}/number", { body: "json" });

/** Where the recording is opened at the exchange; who opened it, and why, is recorded. */
export const openRecording = /* @__PURE__ */ operation("openRecording", "POST", "/api/v1/hotline/calls/{call_id}/recording", { body: "json" });

/** The caller's open matters and those closed within 90 days, by number; the reporter sees that one looked. */
export const findCallerMatters = /* @__PURE__ */ operation("findCallerMatters", "POST", "/api/v1/hotline/callers", { body: "json" });

/** Areas by name and addresses named before inside one's own area, from two characters on. */
export const findAddresses = /* @__PURE__ */ operation("findAddresses", "GET", "/api/v1/hotline/addresses", { query: ["words"] });

/** What may help with what was heard so far: place, items, open matters nearby, danger. Nothing is stored. */
export const previewReport = /* @__PURE__ */ operation("previewReport", "POST", "/api/v1/hotline/preview", { body: "json" });

/** Register a call, a visit or a letter for somebody else; the receipt is read out or sent. */
export const takeReport = /* @__PURE__ */ operation("takeReport", "POST", "/api/v1/hotline/reports", { body: "json" });

/** How a matter came to the desk: a letter's own date, a visitor's place of reception; null for other ways. */
export const getReception = /* @__PURE__ */ operation("getReception", "GET", "/api/v1/hotline/receptions/{incident_id}");

/** The centre's notes to the emergency services, newest first, by keyset. */
export const listHandOvers = /* @__PURE__ */ operation("listHandOvers", "GET", "/api/v1/hotline/hand-overs", { query: ["cursor","size"] });

/** Note that a matter is handed to 110, 119 or 120, and get the words to read out. */
export const noteHandOver = /* @__PURE__ */ operation("noteHandOver", "POST", "/api/v1/hotline/hand-overs", { body: "json" });

/** One's own seat, and how many call-backs wait in the centre. */
export const getSeat = /* @__PURE__ */ operation("getSeat", "GET", "/api/v1/hotline/seat");

/** Sign one's seat on or off 签入签出: calls pop up at signed-on seats. */
export const switchSeat = /* @__PURE__ */ operation("switchSeat", "POST", "/api/v1/hotline/seat", { body: "json" });

/** Which desk posts take calls, and at which extension. */
export const listSeats = /* @__PURE__ */ operation("listSeats", "GET", "/api/v1/hotline/seats");

/** Give a desk post an extension, or another one. */
export const setSeat = /* @__PURE__ */ operation("setSeat", "PUT", "/api/v1/hotline/seats/{post_id}", { body: "json" });

/** Take the extension away: the post takes no calls any more. */
export const releaseSeat = /* @__PURE__ */ operation("releaseSeat", "DELETE", "/api/v1/hotline/seats/{post_id}");

/** Whether the words point to danger that belongs to 110, 119 or 120, and which items may be meant. Not stored. */
export const previewOwnReport = /* @__PURE__ */ operation("previewOwnReport", "POST", "/api/v1/reporting/hints", { body: "json" });

/** Calls to places in one's area, and those that one's unit made or was named in; the latest first. */
export const listWhistles = /* @__PURE__ */ operation("listWhistles", "GET", "/api/v1/joint/whistles", { query: ["is_open","awaits_me","incident_id","cursor","size"] });

/** Call 吹哨 units to a place and a time. */
export const callWhistle = /* @__PURE__ */ operation("callWhistle", "POST", "/api/v1/joint/whistles", { body: "json" });

/** One call with everybody who was called. */
export const getWhistle = /* @__PURE__ */ operation("getWhistle", "GET", "/api/v1/joint/whistles/{whistle_id}");

/** Report 报到 at the place; the position is checked against it. */
export const arriveAtWhistle = /* @__PURE__ */ operation("arriveAtWhistle", "POST", "/api/v1/joint/whistles/{whistle_id}/arrive", { body: "json" });

/** Confirm 代为确认 that a unit has come although its phone cannot show it. */
export const confirmArrival = /* @__PURE__ */ operation("confirmArrival", "POST", "/api/v1/joint/whistles/{whistle_id}/confirm", { body: "json" });

/** Write down what came of it, or call it off. */
export const endWhistle = /* @__PURE__ */ operation("endWhistle", "POST", "/api/v1/joint/whistles/{whistle_id}/end", { body: "json" });

/** Joint enforcement in one's area, and that one's unit leads or is asked to; the latest first. */
export const listEnforcements = /* @__PURE__ */ operation("listEnforcements", "GET", "/api/v1/joint/enforcements", { query: ["state","incident_id","cursor","size"] });

/** Plan one that one's own unit leads, and ask others to come. */
export const planEnforcement = /* @__PURE__ */ operation("planEnforcement", "POST", "/api/v1/joint/enforcements", { body: "json" });

/** One with its units and what was found. */
export const getEnforcement = /* @__PURE__ */ operation("getEnforcement", "GET", "/api/v1/joint/enforcements/{enforcement_id}");

/** Say that one's unit comes, cannot come, or is there. */
export const answerEnforcement = /* @__PURE__ */ operation("answerEnforcement", "POST", "/api/v1/joint/enforcements/{enforcement_id}/answer", { body: "json" });

/** Write down what was found; a matter of its own goes to the centre there. */
export const recordFinding = /* @__PURE__ */ operation("recordFinding", "POST", "/api/v1/joint/enforcements/{enforcement_id}/findings", { body: "json" });

/** Write down what came of it, or call it off. */
export const endEnforcement = /* @__PURE__ */ operation("endEnforcement", "POST", "/api/v1/joint/enforcements/{enforcement_id}/end", { body: "json" });

/** Disputes of one's area, and those one's unit has a part in; the newest first. */
export const listMediations = /* @__PURE__ */ operation("listMediations", "GET", "/api/v1/joint/mediations", { query: ["state","way","kind","level","area_code","incident_id","is_mine","is_overdue","words","cursor","size"] });

/** Register a dispute; one's own unit mediates it, or the one it is sent to. */
export const registerMediation = /* @__PURE__ */ operation("registerMediation", "POST", "/api/v1/joint/mediations", { body: "json" });

/** How one stands; parties (masked), records and agreement only for those who mediate. */
export const getMediation = /* @__PURE__ */ operation("getMediation", "GET", "/api/v1/joint/mediations/{mediation_id}");

/** Take a dispute up 受理 that was sent to one's unit. */
export const takeMediation = /* @__PURE__ */ operation("takeMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/take", { body: "json" });

/** Write a session down. */
export const recordMediation = /* @__PURE__ */ operation("recordMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/sessions", { body: "json" });

/** The parties have agreed; the signed paper may come along. */
export const agreeMediation = /* @__PURE__ */ operation("agreeMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/agree", { body: "json" });

/** Hand a dispute on to another unit, level or way 三调联动. */
export const handOnMediation = /* @__PURE__ */ operation("handOnMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/hand-on", { body: "json" });

/** It failed, or the parties withdrew. */
export const endMediation = /* @__PURE__ */ operation("endMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/end", { body: "json" });

/** A court has confirmed 司法确认 the agreement. */
export const confirmAgreement = /* @__PURE__ */ operation("confirmAgreement", "POST", "/api/v1/joint/mediations/{mediation_id}/confirm", { body: "json" });

/** Say whether the agreement is kept; performed ends it. */
export const followUpMediation = /* @__PURE__ */ operation("followUpMediation", "POST", "/api/v1/joint/mediations/{mediation_id}/follow-up", { body: "json" });

/** Who the parties are; every look is recorded. */
export const revealParties = /* @__PURE__ */ operation("revealParties", "POST", "/api/v1/joint/mediations/{mediation_id}/parties/look", { body: "json" });

/** The agreement 调解协议书 as a Word document to print and sign; recorded as a look at the parties. */
export const writeAgreement = /* @__PURE__ */ operation("writeAgreement", "POST", "/api/v1/joint/mediations/{mediation_id}/agreement");

/** Meetings of one's area, and those that one's unit called or was asked to; the latest first. */
export const listMeetings = /* @__PURE__ */ operation("listMeetings", "GET", "/api/v1/joint/meetings", { query: ["state","incident_id","cursor","size"] });

/** Call a joint meeting with agenda and participants. */
export const callMeeting = /* @__PURE__ */ operation("callMeeting", "POST", "/api/v1/joint/meetings", { body: "json" });

/** One meeting with its minutes and what became of its decisions. */
export const getMeeting = /* @__PURE__ */ operation("getMeeting", "GET", "/api/v1/joint/meetings/{meeting_id}");

/** Cancel a meeting that was not held, with the reason. */
export const cancelMeeting = /* @__PURE__ */ operation("cancelMeeting", "POST", "/api/v1/joint/meetings/{meeting_id}/cancel", { body: "json" });

/** Write the minutes down, once; decisions become tasks, assists or matters. */
export const recordMinutes = /* @__PURE__ */ operation("recordMinutes", "POST", "/api/v1/joint/meetings/{meeting_id}/minutes", { body: "json" });

/** Say what was done about a decision, for the unit that owes it or the centre that called. */
export const finishDecision = /* @__PURE__ */ operation("finishDecision", "POST", "/api/v1/joint/meetings/{meeting_id}/decisions/{number}/finish", { body: "json" });

/** Draw closed matters at random with a recorded seed; officers of their grids verify them on the spot. */
export const drawSample = /* @__PURE__ */ operation("drawSample", "POST", "/api/v1/return-visits/samples", { body: "json" });

/** Spot checks within one's sight, the latest drawn first, and the latest samples with how far they are. */
export const listSpotChecks = /* @__PURE__ */ operation("listSpotChecks", "GET", "/api/v1/return-visits/checks", { query: ["sample_id","incident_id","is_open","is_differing","is_mine","cursor","size"] });

/** Write down what was found on the spot, with photos; where it differs, who drew it is told. */
export const recordSpotCheck = /* @__PURE__ */ operation("recordSpotCheck", "POST", "/api/v1/return-visits/checks/{check_id}/record", { body: "json" });

/** 现行的回访规则，之后是已录入、还没有生效的。 */
export const listVisitPolicies = /* @__PURE__ */ operation("listVisitPolicies", "GET", "/api/v1/return-visits/policies");

/** 录入一版回访规则，自所写日期起对新结案的事件生效。 */
export const enterVisitPolicy = /* @__PURE__ */ operation("enterVisitPolicy", "PUT", "/api/v1/return-visits/policies", { body: "json" });

/** Return visits 回访 within one's sight: what waits by its deadline, everything else by the day of closing. */
export const listVisits = /* @__PURE__ */ operation("listVisits", "GET", "/api/v1/return-visits", { query: ["state","area_code","handler_unit_id","item_code","incident_id","from_on","until_on","is_late","is_solved","is_satisfied","is_mine","cursor","size"] });

/** Write a call down: reached? solved? satisfied? “Not solved” reopens the matter. */
export const recordVisit = /* @__PURE__ */ operation("recordVisit", "POST", "/api/v1/return-visits/{visit_id}/record", { body: "json" });

/** Have whoever reported a matter visited: now if it is closed, else when it will be. */
export const askVisit = /* @__PURE__ */ operation("askVisit", "POST", "/api/v1/return-visits/matters/{incident_id}", { body: "json" });

/** The three rates 三率 of matters closed within some days: reached, solved, satisfied; by area and by unit. */
export const getVisitRates = /* @__PURE__ */ operation("getVisitRates", "GET", "/api/v1/return-visits/rates", { query: ["from_on","until_on","area_code","handler_unit_id"] });

/** The exchange tells of ringing, answering, hanging up or a finished recording; twice is as good as once. */
export const reportCallEvent = /* @__PURE__ */ operation("reportCallEvent", "POST", "/api/v1/telephony/events", { body: "json" });

/** 录入过、录入中和缺少的年份，最近的在前。 */
export const listCalendarYears = /* @__PURE__ */ operation("listCalendarYears", "GET", "/api/v1/calendar/years");

/** 还没有录入的年份：今年，以及十月起的明年。 */
export const listMissingCalendarYears = /* @__PURE__ */ operation("listMissingCalendarYears", "GET", "/api/v1/calendar/missing-years");

/** 一年的放假日和调休上班日。 */
export const listCalendarDays = /* @__PURE__ */ operation("listCalendarDays", "GET", "/api/v1/calendar/years/{year}/days");

/** 整年录入（替换）官方放假安排并启用；暂定的时限随后重新计算。 */
export const enterCalendarYear = /* @__PURE__ */ operation("enterCalendarYear", "PUT", "/api/v1/calendar/years/{year}", { body: "json" });

/** 每个工作日的工作时段，单位为零点起的分钟数。 */
export const listWorkingHours = /* @__PURE__ */ operation("listWorkingHours", "GET", "/api/v1/calendar/working-hours");

/** 更改工作时段；已经在走的时限不变。 */
export const setWorkingHours = /* @__PURE__ */ operation("setWorkingHours", "PUT", "/api/v1/calendar/working-hours", { body: "json" });

/** 从某一时刻起，一个时限到什么时候为止。 */
export const previewDeadline = /* @__PURE__ */ operation("previewDeadline", "GET", "/api/v1/calendar/deadline", { query: ["start_at","limit"] });

/** 现行的时限与预警规则，之后是已录入、还没有生效的。 */
export const listClockPolicies = /* @__PURE__ */ operation("listClockPolicies", "GET", "/api/v1/calendar/clock-policies");

/** 录入一版规则，自所写日期起生效；已经发生的时限不变。 */
export const enterClockPolicy = /* @__PURE__ */ operation("enterClockPolicy", "PUT", "/api/v1/calendar/clock-policies", { body: "json" });

/** The components within one's sight by code, or those to be inspected first; by keyset. */
export const listComponents = /* @__PURE__ */ operation("listComponents", "GET", "/api/v1/ledger/components", { query: ["area_code","unit_id","words","shape","cursor","size","kind","state","is_due","order"] });

/** Enter a component; its grid follows from its position. */
export const registerComponent = /* @__PURE__ */ operation("registerComponent", "POST", "/api/v1/ledger/components", { body: "json" });

/** One component with its record and its log. */
export const getComponent = /* @__PURE__ */ operation("getComponent", "GET", "/api/v1/ledger/components/{component_id}");

/** Correct what is written of a component, or where it stands. */
export const changeComponent = /* @__PURE__ */ operation("changeComponent", "PUT", "/api/v1/ledger/components/{component_id}", { body: "json" });

/** Write down how a component was found, with photos. */
export const inspectComponent = /* @__PURE__ */ operation("inspectComponent", "POST", "/api/v1/ledger/components/{component_id}/inspections", { body: "json" });

/** Write down what was repaired or replaced. */
export const maintainComponent = /* @__PURE__ */ operation("maintainComponent", "POST", "/api/v1/ledger/components/{component_id}/maintenance", { body: "json" });

/** Take a component out of use, put it back, or retire it, with a reason. */
export const setComponentLife = /* @__PURE__ */ operation("setComponentLife", "POST", "/api/v1/ledger/components/{component_id}/life", { body: "json" });

/** What a number plate or QR code in the street stands for, so that anybody can report about it. */
export const getComponentCard = /* @__PURE__ */ operation("getComponentCard", "GET", "/api/v1/ledger/component-cards/{component_code}");

/** Components or resources around a WGS-84 position, nearest first, with metres. */
export const listNearestThings = /* @__PURE__ */ operation("listNearestThings", "GET", "/api/v1/ledger/nearest", { query: ["what","lon","lat","within_m","kind","limit"] });

/** 部件代码表：大类、小类和默认巡检周期，停用的也在内。 */
export const listComponentKinds = /* @__PURE__ */ operation("listComponentKinds", "GET", "/api/v1/ledger/component-kinds");

/** 资源类别，停用的也在内。 */
export const listResourceKinds = /* @__PURE__ */ operation("listResourceKinds", "GET", "/api/v1/ledger/resource-kinds");

/** 增加一类资源，或改它的名称；停用的类别不再能登记，已登记的不变。仅市级。 */
export const saveResourceKind = /* @__PURE__ */ operation("saveResourceKind", "PUT", "/api/v1/ledger/resource-kinds/{kind_key}", { body: "json" });

/** The resources within one's sight, by kind; by keyset. */
export const listResources = /* @__PURE__ */ operation("listResources", "GET", "/api/v1/ledger/resources", { query: ["area_code","unit_id","words","shape","cursor","size","kind","state"] });

/** Enter a resource; its grid follows from its position, its contact is sealed. */
export const registerResource = /* @__PURE__ */ operation("registerResource", "POST", "/api/v1/ledger/resources", { body: "json" });

/** One resource with its log. */
export const getResource = /* @__PURE__ */ operation("getResource", "GET", "/api/v1/ledger/resources/{resource_id}");

/** Correct what is written of a resource, or where it stands. */
export const changeResource = /* @__PURE__ */ operation("changeResource", "PUT", "/api/v1/ledger/resources/{resource_id}", { body: "json" });

/** Who is to be called there, sealed; or nobody. */
export const setResourceContact = /* @__PURE__ */ operation("setResourceContact", "PUT", "/api/v1/ledger/resources/{resource_id}/contact", { body: "json" });

/** Who is to be called there; the look is recorded. */
export const revealResourceContact = /* @__PURE__ */ operation("revealResourceContact", "POST", "/api/v1/ledger/resources/{resource_id}/contact/look", { body: "json" });

/** Say whether a resource can be called upon; shutting and retiring need a reason. */
export const setResourceState = /* @__PURE__ */ operation("setResourceState", "POST", "/api/v1/ledger/resources/{resource_id}/state", { body: "json" });

/** How words are read as an address, and the buildings and houses within sight that they mean, the best first. */
export const findDwellings = /* @__PURE__ */ operation("findDwellings", "GET", "/api/v1/dwellings/addresses", { query: ["words"] });

/** The buildings within one's sight by address; by keyset. */
export const listBuildings = /* @__PURE__ */ operation("listBuildings", "GET", "/api/v1/dwellings/buildings", { query: ["area_code","words","use","is_due","is_ended","cursor","size","structure","shape"] });

/** Enter a building; its grid follows from its position. */
export const registerBuilding = /* @__PURE__ */ operation("registerBuilding", "POST", "/api/v1/dwellings/buildings", { body: "json" });

/** One building with its record, its history, and where it is used. */
export const getBuilding = /* @__PURE__ */ operation("getBuilding", "GET", "/api/v1/dwellings/buildings/{building_id}");

/** Correct some of what is written of a building; its houses take its address and place. */
export const changeBuilding = /* @__PURE__ */ operation("changeBuilding", "PATCH", "/api/v1/dwellings/buildings/{building_id}", { body: "json" });

/** Take a building out of use, or back into it, with a reason. */
export const setBuildingLife = /* @__PURE__ */ operation("setBuildingLife", "POST", "/api/v1/dwellings/buildings/{building_id}/life", { body: "json" });

/** A building's units, floors and rooms with the state of each house. */
export const getHousePlan = /* @__PURE__ */ operation("getHousePlan", "GET", "/api/v1/dwellings/buildings/{building_id}/plan");

/** Look at what a plan comes to, or keep it and register the houses that are missing. */
export const setHousePlan = /* @__PURE__ */ operation("setHousePlan", "PUT", "/api/v1/dwellings/buildings/{building_id}/plan", { body: "json" });

/** The houses within one's sight by address; by keyset. */
export const listHouses = /* @__PURE__ */ operation("listHouses", "GET", "/api/v1/dwellings/houses", { query: ["area_code","words","use","is_due","is_ended","cursor","size","building_id","tenure"] });

/** Enter a house: in a building, or with a door and a position of its own. */
export const registerHouse = /* @__PURE__ */ operation("registerHouse", "POST", "/api/v1/dwellings/houses", { body: "json" });

/** One house with its record, its history, and where it is used. */
export const getHouse = /* @__PURE__ */ operation("getHouse", "GET", "/api/v1/dwellings/houses/{house_id}");

/** Correct some of what is written of a house; what others changed meanwhile is not overwritten. */
export const changeHouse = /* @__PURE__ */ operation("changeHouse", "PATCH", "/api/v1/dwellings/houses/{house_id}", { body: "json" });

/** One house's sheet as a PDF: the record, where it is used, who lives there if one sees residents. Recorded. */
export const printHouse = /* @__PURE__ */ operation("printHouse", "POST", "/api/v1/dwellings/houses/{house_id}/sheet", { body: "json" });

/** Take a house out of use, back into it, or merge a double into the house that stays; with a reason. */
export const setHouseLife = /* @__PURE__ */ operation("setHouseLife", "POST", "/api/v1/dwellings/houses/{house_id}/life", { body: "json" });

/** Note that buildings and houses were looked at and nothing has changed. */
export const confirmDwellings = /* @__PURE__ */ operation("confirmDwellings", "POST", "/api/v1/dwellings/confirmations", { body: "json" });

/** Cards on matters within one's lists, the latest first. */
export const listSupervisionCards = /* @__PURE__ */ operation("listSupervisionCards", "GET", "/api/v1/supervision/cards", { query: ["kind","is_open","awaits_me","unit_id","area_code","cursor","size"] });

/** Cards, leaders' notes with their answers, and urging of one matter; never shown to who reported it. */
export const getSupervision = /* @__PURE__ */ operation("getSupervision", "GET", "/api/v1/supervision/incidents/{incident_id}");

/** Raise a card by hand on whoever owes the matter, with the reason; a graver one takes a lighter one's place. */
export const raiseSupervisionCard = /* @__PURE__ */ operation("raiseSupervisionCard", "POST", "/api/v1/supervision/incidents/{incident_id}/cards", { body: "json" });

/** Answer a card, for the unit that was given it. */
export const answerSupervisionCard = /* @__PURE__ */ operation("answerSupervisionCard", "POST", "/api/v1/supervision/cards/{card_id}/answer", { body: "json" });

/** Accept the answer, send it back, or lift the card, with the reason. */
export const decideSupervisionCard = /* @__PURE__ */ operation("decideSupervisionCard", "POST", "/api/v1/supervision/cards/{card_id}/decision", { body: "json" });

/** Answer a leader's note, for the unit that had the matter when it was written. */
export const answerInstruction = /* @__PURE__ */ operation("answerInstruction", "POST", "/api/v1/supervision/incidents/{incident_id}/notes/{version}/reply", { body: "json" });

/** Areas under supervision that one sees or takes part in, the latest first, each with its course. */
export const listSupervisionCases = /* @__PURE__ */ operation("listSupervisionCases", "GET", "/api/v1/supervision/cases", { query: ["is_open","case_id","area_code","cursor","size"] });

/** Put an area below one's own under supervision, with what was found. */
export const openSupervisionCase = /* @__PURE__ */ operation("openSupervisionCase", "POST", "/api/v1/supervision/cases", { body: "json" });

/** Send in the plan of rectification with its deadline, for the centre of the area. */
export const planRectification = /* @__PURE__ */ operation("planRectification", "POST", "/api/v1/supervision/cases/{case_id}/plan", { body: "json" });

/** Report the rectification with its proof, for the centre of the area. */
export const reportRectification = /* @__PURE__ */ operation("reportRectification", "POST", "/api/v1/supervision/cases/{case_id}/rectification", { body: "json" });

/** Re-check what was reported: closed, or to be gone on with until a new deadline. */
export const recheckRectification = /* @__PURE__ */ operation("recheckRectification", "POST", "/api/v1/supervision/cases/{case_id}/recheck", { body: "json" });

/** What rules found slow, handed back and forth, or closed against the resident's word; the look is recorded. */
export const getDiscipline = /* @__PURE__ */ operation("getDiscipline", "GET", "/api/v1/supervision/discipline", { query: ["since","until","area_code","unit_id"] });

/** The matters behind a figure, the latest first; the look is recorded. */
export const listLapses = /* @__PURE__ */ operation("listLapses", "GET", "/api/v1/supervision/lapses", { query: ["since","until","area_code","unit_id","lapse","cursor","size"] });

/** The policy in force, then those entered for days to come. */
export const listSupervisionPolicies = /* @__PURE__ */ operation("listSupervisionPolicies", "GET", "/api/v1/supervision/policies");

/** Enter a version, in force from its day on; cards that were raised before stay as they are. */
export const enterSupervisionPolicy = /* @__PURE__ */ operation("enterSupervisionPolicy", "PUT", "/api/v1/supervision/policies", { body: "json" });

/** Warnings that nobody has answered, of clocks that still run; what is due first before the rest. */
export const listOpenWarnings = /* @__PURE__ */ operation("listOpenWarnings", "GET", "/api/v1/supervision/warnings", { query: ["colour","area_code","unit_id","mine","cursor","size"] });

/** Tasks given by oneself, or all within sight, with how far they have come; newest first. */
export const listTasks = /* @__PURE__ */ operation("listTasks", "GET", "/api/v1/tasks", { query: ["side","words","cursor","size"] });

/** Give a task to units and posts of one's area: each acknowledges, reports, and is seen in the tree. */
export const giveTask = /* @__PURE__ */ operation("giveTask", "POST", "/api/v1/tasks", { body: "json" });

/** Split one's share among those below; the giver gives the task to further ones. */
export const passTaskDown = /* @__PURE__ */ operation("passTaskDown", "POST", "/api/v1/tasks/{task_id}/shares", { body: "json" });

/** Acknowledge, return, report progress or completion of what was given to oneself. */
export const answerTask = /* @__PURE__ */ operation("answerTask", "POST", "/api/v1/tasks/shares/{share_id}/answer", { body: "json" });

/** Accept, send back, urge, change the deadline of, or withdraw what one has given. */
export const steerTask = /* @__PURE__ */ operation("steerTask", "POST", "/api/v1/tasks/shares/{share_id}/steer", { body: "json" });

/** Stop 停止重复 a series: what was given stays, nothing is given again. */
export const stopTaskRepeating = /* @__PURE__ */ operation("stopTaskRepeating", "POST", "/api/v1/tasks/{task_id}/stop-repeating");

/** What was given to oneself, by oneself, or to anybody within sight; what is due first before the rest. */
export const listTaskShares = /* @__PURE__ */ operation("listTaskShares", "GET", "/api/v1/tasks/shares", { query: ["side","state","task_id","area_code","is_overdue","words","cursor","size"] });

/** To whom one can give a task: centres one level down, units of one's area, posts of one's unit. */
export const listTaskReceivers = /* @__PURE__ */ operation("listTaskReceivers", "GET", "/api/v1/tasks/receivers", { query: ["words"] });

/** One task with every share of it within one's sight, their course, and what one can do. */
export const getTask = /* @__PURE__ */ operation("getTask", "GET", "/api/v1/tasks/{task_id}");

/** Collection tasks within one's sight along the way, with what is left and what was done today; by keyset. */
export const listCollections = /* @__PURE__ */ operation("listCollections", "GET", "/api/v1/freshness/collections", { query: ["area_code","cursor","size"] });

/** One collection task, door by door. */
export const getCollection = /* @__PURE__ */ operation("getCollection", "GET", "/api/v1/freshness/collections/{collection_id}");

/** Some records of a task were found unchanged, or nobody was at home; answers with the task as it is afterwards. */
export const markCollected = /* @__PURE__ */ operation("markCollected", "POST", "/api/v1/freshness/collections/{collection_id}/marks", { body: "json" });

/** Make collection tasks of what is due in one area now, and count its freshness; every night does the same. */
export const planCollection = /* @__PURE__ */ operation("planCollection", "POST", "/api/v1/freshness/plans", { body: "json" });

/** How fresh the records of an area are, one level of areas down, by kind; counted every night. */
export const getFreshness = /* @__PURE__ */ operation("getFreshness", "GET", "/api/v1/freshness", { query: ["area_code"] });

/** The same numbers as a file. */
export const exportFreshness = /* @__PURE__ */ operation("exportFreshness", "GET", "/api/v1/freshness/export", { query: ["area_code","file_format"] });

/** 走访表的每个版本，最近的在前；问题落到的项已不在的，写明问题。另有可以落到的各项。 */
export const listVisitForms = /* @__PURE__ */ operation("listVisitForms", "GET", "/api/v1/door-visits/forms");

/** 核对走访表，或自启用日起发布：之后走访都按它问。 */
export const publishVisitForm = /* @__PURE__ */ operation("publishVisitForm", "POST", "/api/v1/door-visits/forms", { body: "json" });

/** 在一户门口：走访表问什么，房屋和住在里面的人已登记了什么（打码同别处）。 */
export const openDoorVisit = /* @__PURE__ */ operation("openDoorVisit", "GET", "/api/v1/door-visits/at/{house_id}");

/** 辖区内的入户走访，最近的在前；按键翻页。 */
export const listDoorVisits = /* @__PURE__ */ operation("listDoorVisits", "GET", "/api/v1/door-visits", { query: ["area_code","from_on","until_on","officer_id","house_id","is_mine","cursor","size"] });

/** 保存一次入户走访：每个答案写到需要它的各本台账里，要么都写，要么都不写。 */
export const recordDoorVisit = /* @__PURE__ */ operation("recordDoorVisit", "POST", "/api/v1/door-visits", { body: "json" });

/** 一份记录的经历里，哪几条来自哪次走访。 */
export const listVisitsBehind = /* @__PURE__ */ operation("listVisitsBehind", "GET", "/api/v1/door-visits/behind", { query: ["kind","record_id"] });

/** 一次走访：写了哪几份记录、经历里的哪一条、哪几项变了、哪几项没有变化。 */
export const getDoorVisit = /* @__PURE__ */ operation("getDoorVisit", "GET", "/api/v1/door-visits/{visit_id}");

/** The work log within one's sight, latest first; by keyset, without what was struck out. */
export const listWorkLog = /* @__PURE__ */ operation("listWorkLog", "GET", "/api/v1/work-log", { query: ["area_code","item_code","from_on","until_on","is_mine","is_grown","words","cursor","size"] });

/** Record 记一笔 what was settled on the spot: an item and where; photos and words if wanted. */
export const recordWork = /* @__PURE__ */ operation("recordWork", "POST", "/api/v1/work-log", { body: "json" });

/** How much one has recorded today and this week, the items to tap, and the latest entries. */
export const getOwnWorkLog = /* @__PURE__ */ operation("getOwnWorkLog", "GET", "/api/v1/work-log/own");

/** What was recorded in an area within some days: in all, by the areas one level down, by item. */
export const countWorkLog = /* @__PURE__ */ operation("countWorkLog", "GET", "/api/v1/work-log/counts", { query: ["area_code","from_on","until_on"] });

/** One entry with its photos, and the work order it has grown to. */
export const getWorkLogEntry = /* @__PURE__ */ operation("getWorkLogEntry", "GET", "/api/v1/work-log/{entry_id}");

/** Let it become a work order 转工单, with its place, item and photos; both lead to each other. */
export const growWorkLogEntry = /* @__PURE__ */ operation("growWorkLogEntry", "POST", "/api/v1/work-log/{entry_id}/grow", { body: "json" });

/** Strike out 划掉 what one recorded by mistake; it counts no more. */
export const strikeWorkLogEntry = /* @__PURE__ */ operation("strikeWorkLogEntry", "POST", "/api/v1/work-log/{entry_id}/strike", { body: "json" });

/** The people of one's area by the sound of their names, narrowed by words, house and how they live. */
export const listResidents = /* @__PURE__ */ operation("listResidents", "GET", "/api/v1/residents/people", { query: ["area_code","words","house_id","living","band","is_due","is_ended","cursor","size"] });

/** Enter somebody; a number that stands elsewhere is told as that and nothing more. */
export const registerResident = /* @__PURE__ */ operation("registerResident", "POST", "/api/v1/residents/people", { body: "json" });

/** People of one's area by a number one holds; every look is recorded. */
export const findResidents = /* @__PURE__ */ operation("findResidents", "POST", "/api/v1/residents/people/find", { body: "json" });

/** One person on one page: facts with numbers masked, where they lived, their household, the history. */
export const getResident = /* @__PURE__ */ operation("getResident", "GET", "/api/v1/residents/people/{resident_id}");

/** Write down what changed, merged field by field; without facts: seen, and nothing has changed. */
export const changeResident = /* @__PURE__ */ operation("changeResident", "PUT", "/api/v1/residents/people/{resident_id}", { body: "json" });

/** They live elsewhere in the city from a day on; out of one's area the record goes to those who keep it there. */
export const moveResident = /* @__PURE__ */ operation("moveResident", "POST", "/api/v1/residents/people/{resident_id}/moves", { body: "json" });

/** They left the city, died, or were registered by mistake; the record stays until its period is over. */
export const endResident = /* @__PURE__ */ operation("endResident", "POST", "/api/v1/residents/people/{resident_id}/end", { body: "json" });

/** Numbers in the clear, for a purpose; each look is recorded and told to the person. */
export const revealResident = /* @__PURE__ */ operation("revealResident", "POST", "/api/v1/residents/people/{resident_id}/look", { body: "json" });

/** Records of a community or a grid that may be of one person, because they share exactly what two people rarely do. */
export const listResidentDoubles = /* @__PURE__ */ operation("listResidentDoubles", "GET", "/api/v1/residents/doubles", { query: ["area_code"] });

/** Two records side by side: what would be kept, what would be filled in, what has to be chosen. */
export const compareResidents = /* @__PURE__ */ operation("compareResidents", "GET", "/api/v1/residents/people/{resident_id}/double", { query: ["other_id"] });

/** Join another record to this one, with its residences, household, requests and history; the other one ends. */
export const mergeResidents = /* @__PURE__ */ operation("mergeResidents", "POST", "/api/v1/residents/people/{resident_id}/double", { body: "json" });

/** Who belongs to a household and as what; those who live out of sight have no name here. */
export const getHousehold = /* @__PURE__ */ operation("getHousehold", "GET", "/api/v1/residents/households/{household_id}");

/** Say who belongs to the household of a person and as what; where they are in none, one is made. */
export const saveHousehold = /* @__PURE__ */ operation("saveHousehold", "PUT", "/api/v1/residents/people/{resident_id}/household", { body: "json" });

/** What the ledger of residents keeps about oneself, after it was proved which record that is. */
export const getMyRecord = /* @__PURE__ */ operation("getMyRecord", "GET", "/api/v1/residents/mine");

/** Say who one is: name and identity number beside the telephone one signed in with. */
export const claimMyRecord = /* @__PURE__ */ operation("claimMyRecord", "POST", "/api/v1/residents/mine", { body: "json" });

/** Ask the officer of one's grid to put one's record right. */
export const askCorrection = /* @__PURE__ */ operation("askCorrection", "POST", "/api/v1/residents/mine/corrections", { body: "json" });

/** One person's sheet as a PDF, as the record is shown: numbers masked. Recorded as a look and in the audit. */
export const printResident = /* @__PURE__ */ operation("printResident", "POST", "/api/v1/residents/people/{resident_id}/sheet", { body: "json" });

/** The same with numbers in the clear: each of them is a look, counted like opening it on the page. */
export const printResidentInClear = /* @__PURE__ */ operation("printResidentInClear", "POST", "/api/v1/residents/people/{resident_id}/sheet/clear", { body: "json" });

/** What one's area is asked about its records, or what one's post has asked of others. */
export const listResidentRequests = /* @__PURE__ */ operation("listResidentRequests", "GET", "/api/v1/residents/requests", { query: ["is_mine","is_open"] });

/** Ask those who keep somebody's record to hand it over, because they live here now. */
export const requestMoveIn = /* @__PURE__ */ operation("requestMoveIn", "POST", "/api/v1/residents/requests", { body: "json" });

/** Agree, which hands the record over, or decline with a reason. */
export const decideResidentRequest = /* @__PURE__ */ operation("decideResidentRequest", "POST", "/api/v1/residents/requests/{request_id}/decision", { body: "json" });

/** Organisations and places of one's area by the sound of their names; by keyset. */
export const listOrganisations = /* @__PURE__ */ operation("listOrganisations", "GET", "/api/v1/organisations/records", { query: ["area_code","words","kind","place_kind","industry","status","is_due","uses_gas","people_sleep","house_id","operator_id","cursor","size"] });

/** Enter an organisation or a place; a code that stands elsewhere is told as that and nothing more. */
export const registerOrganisation = /* @__PURE__ */ operation("registerOrganisation", "POST", "/api/v1/organisations/records", { body: "json" });

/** What is open, by kind, in each area one level below; of a community in each grid. */
export const countOrganisations = /* @__PURE__ */ operation("countOrganisations", "GET", "/api/v1/organisations/counts", { query: ["area_code"] });

/** Organisations and places of one's area by a telephone one holds; every look is recorded. */
export const findOrganisations = /* @__PURE__ */ operation("findOrganisations", "POST", "/api/v1/organisations/records/find", { body: "json" });

/** One record with its facts, who runs it, and its history; contacts masked. */
export const getOrganisation = /* @__PURE__ */ operation("getOrganisation", "GET", "/api/v1/organisations/records/{organisation_id}");

/** Write down what changed, merged field by field; what others changed meanwhile is not overwritten. */
export const changeOrganisation = /* @__PURE__ */ operation("changeOrganisation", "PATCH", "/api/v1/organisations/records/{organisation_id}", { body: "json" });

/** Note that it was looked at and nothing has changed. */
export const confirmOrganisation = /* @__PURE__ */ operation("confirmOrganisation", "POST", "/api/v1/organisations/records/{organisation_id}/confirmation", { body: "json" });

/** It closed, was struck off, left the city, or opened again; from a day on and with a reason. */
export const setOrganisationStatus = /* @__PURE__ */ operation("setOrganisationStatus", "POST", "/api/v1/organisations/records/{organisation_id}/status", { body: "json" });

/** It is somewhere else in the city now; out of one's area the record goes to those who keep it there. */
export const moveOrganisation = /* @__PURE__ */ operation("moveOrganisation", "POST", "/api/v1/organisations/records/{organisation_id}/moves", { body: "json" });

/** Put a double into the record that stays: its gaps are filled, the other name and code lead to it. */
export const mergeOrganisation = /* @__PURE__ */ operation("mergeOrganisation", "POST", "/api/v1/organisations/records/{organisation_id}/merge", { body: "json" });

/** Contacts in the clear, for a purpose; each look is recorded. */
export const revealOrganisation = /* @__PURE__ */ operation("revealOrganisation", "POST", "/api/v1/organisations/records/{organisation_id}/look", { body: "json" });

/** The notes within one's sight, latest first, each by itself; by keyset. */
export const listConcerns = /* @__PURE__ */ operation("listConcerns", "GET", "/api/v1/concerns", { query: ["area_code","topic","occasion","stage","since","until","is_mine","words","shape","cursor","size"] });

/** Note 记民情 what is on people's minds: a topic and a place, never who. Numbers and names of people are refused. */
export const noteConcern = /* @__PURE__ */ operation("noteConcern", "POST", "/api/v1/concerns", { body: "json" });

/** How often something was heard, by topic, by week and by the areas one level down. */
export const countConcerns = /* @__PURE__ */ operation("countConcerns", "GET", "/api/v1/concerns/counts", { query: ["area_code","topic","from_on","until_on"] });

/** One note with when it was heard, what was merged into it and what became of it. */
export const getConcern = /* @__PURE__ */ operation("getConcern", "GET", "/api/v1/concerns/{concern_id}");

/** Say that the same was heard again 也听到: one more, without a second note. */
export const hearConcernAgain = /* @__PURE__ */ operation("hearConcernAgain", "POST", "/api/v1/concerns/{concern_id}/hearings", { body: "json" });

/** Merge 合并 a note into another about the same; how often it was heard goes along. */
export const mergeConcern = /* @__PURE__ */ operation("mergeConcern", "POST", "/api/v1/concerns/{concern_id}/merge", { body: "json" });

/** Separate 拆开 a note that was merged by mistake. */
export const separateConcern = /* @__PURE__ */ operation("separateConcern", "POST", "/api/v1/concerns/{concern_id}/separate");

/** Let it become a matter 转事件 for whoever has to act; both lead to each other. */
export const growConcern = /* @__PURE__ */ operation("growConcern", "POST", "/api/v1/concerns/{concern_id}/grow", { body: "json" });

/** Put it into the work log 记入日志 as settled on the spot; both lead to each other. */
export const logConcern = /* @__PURE__ */ operation("logConcern", "POST", "/api/v1/concerns/{concern_id}/log", { body: "json" });

/** Withdraw 撤回 what one's own post noted by mistake; it counts no more. */
export const withdrawConcern = /* @__PURE__ */ operation("withdrawConcern", "POST", "/api/v1/concerns/{concern_id}/withdraw", { body: "json" });

/** The city's tree of topics, and those to tap first for whoever takes notes. */
export const listConcernTopics = /* @__PURE__ */ operation("listConcernTopics", "GET", "/api/v1/concern-topics");

/** Add a class or a topic, change its words, or put it out of use; what was noted under it stays. The city's alone. */
export const saveConcernTopic = /* @__PURE__ */ operation("saveConcernTopic", "PUT", "/api/v1/concern-topics/{topic_code}", { body: "json" });

/** Which forces there are, and how many of each a grid should have: now, and from days to come. */
export const getWorkforceStandard = /* @__PURE__ */ operation("getWorkforceStandard", "GET", "/api/v1/workforce/standard");

/** Set the kinds of force, and a version of the standard from a day on. */
export const enterWorkforceStandard = /* @__PURE__ */ operation("enterWorkforceStandard", "PUT", "/api/v1/workforce/standard", { body: "json" });

/** Everybody who works in a grid or community, by kind, with what is missing, its teams and the office's number. */
export const getGridPeople = /* @__PURE__ */ operation("getGridPeople", "GET", "/api/v1/workforce/people", { query: ["area_code"] });

/** The structure of an area and of the areas one level down: by kind, gaps, vacancies, load. */
export const getWorkforceStrength = /* @__PURE__ */ operation("getWorkforceStrength", "GET", "/api/v1/workforce/strength", { query: ["area_code"] });

/** Who works where: a line for each person and place, by place; by keyset. Holders of posts stand in their grids. */
export const listMembers = /* @__PURE__ */ operation("listMembers", "GET", "/api/v1/workforce/members", { query: ["area_code","kind","has_account","has_left","words","cursor","size"] });

/** Make a file with a first service; the telephone is sealed. */
export const registerMember = /* @__PURE__ */ operation("registerMember", "POST", "/api/v1/workforce/members", { body: "json" });

/** One file: where somebody serves and has served, and what was done to the file. */
export const getMember = /* @__PURE__ */ operation("getMember", "GET", "/api/v1/workforce/members/{member_id}");

/** Correct what a file says, its account or its telephone. */
export const changeMember = /* @__PURE__ */ operation("changeMember", "PUT", "/api/v1/workforce/members/{member_id}", { body: "json" });

/** Join 到岗, move 调动 or leave 离岗: what was stays in the file. */
export const placeMember = /* @__PURE__ */ operation("placeMember", "POST", "/api/v1/workforce/members/{member_id}/services", { body: "json" });

/** The telephone of somebody in the grid; the look is recorded, and they may read it. */
export const revealMemberPhone = /* @__PURE__ */ operation("revealMemberPhone", "POST", "/api/v1/workforce/members/{member_id}/phone/look", { body: "json" });

/** What I asked, what I am asked, or what was asked in my area; latest first, by keyset. */
export const listReferrals = /* @__PURE__ */ operation("listReferrals", "GET", "/api/v1/workforce/referrals", { query: ["side","state","incident_id","area_code","cursor","size"] });

/** Ask a specialist of the grid 转介; who has an account is told, who has none is telephoned. */
export const askSpecialist = /* @__PURE__ */ operation("askSpecialist", "POST", "/api/v1/workforce/referrals", { body: "json" });

/** Answer it 答复 or take it back 撤回. */
export const endReferral = /* @__PURE__ */ operation("endReferral", "POST", "/api/v1/workforce/referrals/{referral_id}/end", { body: "json" });

/** The teams that stand, by area; by keyset. */
export const listTeams = /* @__PURE__ */ operation("listTeams", "GET", "/api/v1/workforce/teams", { query: ["area_code","words","cursor","size"] });

/** Make a team (version 0), change who is in it, or dissolve it. */
export const saveTeam = /* @__PURE__ */ operation("saveTeam", "PUT", "/api/v1/workforce/teams", { body: "json" });
