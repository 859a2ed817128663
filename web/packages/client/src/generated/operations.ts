// Generated from docs/generated/openapi.json by `npm run generate`. Changes are lost; CI fails on drift.

import { operation } from "../operation.js";

/** Whether this is a demo, and its cast. There is no way in but the ordinary sign-in, with the cast's password. */
export const readDemo = /* @__PURE__ */ operation("readDemo", "GET", "/api/v1/demo");

/** In a demo: the SMS of the last ten minutes to numbers that end so, as nobody gets a real one. Else nothing. */
export const listDemoMessages = /* @__PURE__ */ operation("listDemoMessages", "GET", "/api/v1/demo/messages", { query: ["tail"] });

/** Do one action to up to fifty incidents: each row for itself, and safe to send again. */
export const actTogether = /* @__PURE__ */ operation("actTogether", "POST", "/api/v1/incidents/batch", { body: "json" });

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

/** Dispatch 派遣 to a unit that serves the place. */
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

/** Return 退回 to the centre with the reason; the unit keeps sight of it. */
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

/** What one may see close by, open or closed within 90 days; the same item first, then by distance. */
export const listSimilar = /* @__PURE__ */ operation("listSimilar", "GET", "/api/v1/incidents/{incident_id}/similar", { query: ["radius_m"] });

/** Which members of staff have opened it, latest first; nothing for residents. */
export const listSeen = /* @__PURE__ */ operation("listSeen", "GET", "/api/v1/incidents/{incident_id}/seen");

/** The units it may be dispatched to, with what they have in hand; the responsible kind first. */
export const listReceivers = /* @__PURE__ */ operation("listReceivers", "GET", "/api/v1/incidents/{incident_id}/receivers", { query: ["words"] });

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

/** Upload .xlsx, .csv or .csv.gz; nothing is written. The answer proposes a mapping of its headers. */
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

/** The uploaded rows with a column 错误 and the bad cells marked; correct it and upload it again. */
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

/** The components within one's sight by code, or those to be inspected first; by keyset. */
export const listComponents = /* @__PURE__ */ operation("listComponents", "GET", "/api/v1/ledger/components", { query: ["area_code","kind","state","unit_id","is_due","words","shape","order","cursor","size"] });

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
export const listResources = /* @__PURE__ */ operation("listResources", "GET", "/api/v1/ledger/resources", { query: ["area_code","kind","state","unit_id","words","shape","cursor","size"] });

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
