// Generated from docs/generated/openapi.json by `npm run generate`. Changes are lost; CI fails on drift.

export interface paths {
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Demo
         * @description Whether this is a demo, and its cast. There is no way in but the ordinary sign-in, with the cast's password.
         */
        get: operations["readDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Demo Messages
         * @description In a demo: the SMS of the last ten minutes to numbers that end so, as nobody gets a real one. Else nothing.
         */
        get: operations["listDemoMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act On Many
         * @description Do one action to up to fifty incidents: each row for itself, and safe to send again.
         */
        post: operations["actTogether"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Incidents
         * @description The incidents within one's sight, newest or most pressing first, by keyset.
         */
        get: operations["listIncidents"];
        put?: never;
        /**
         * Report Incident
         * @description Report 上报. No account is needed; the receipt's tracking code opens the course.
         */
        post: operations["reportIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Tip
         * @description A confidential tip 线索: seen only by the receiving post.
         */
        post: operations["reportTip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Track Incident
         * @description The whole course of one's own report, by tracking code.
         */
        get: operations["trackIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Tracked
         * @description Edit one's report before it is accepted, by tracking code.
         */
        post: operations["editTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate Tracked
         * @description Rate the result, by tracking code.
         */
        post: operations["rateTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Tracked
         * @description Ask to reopen, by tracking code.
         */
        post: operations["reopenTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Tracked
         * @description Answer the question that waits, by tracking code.
         */
        post: operations["answerTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Question
         * @description Answer the question that waits on one's report.
         */
        post: operations["answerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit Report
         * @description Edit one's report before it is accepted.
         */
        post: operations["editReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate Incident
         * @description Rate the result of one's report.
         */
        post: operations["rateIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Incident
         * @description Accept 受理 under an item.
         */
        post: operations["acceptIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Incident
         * @description Correct 更正 item or place; the clock goes on.
         */
        post: operations["correctIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch Incident
         * @description Dispatch 派遣 to a unit that serves the place.
         */
        post: operations["dispatchIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Task
         * @description Take 接收 the task.
         */
        post: operations["takeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Task
         * @description Assign 指派 to a post of one's unit.
         */
        post: operations["assignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/ask-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Extension
         * @description Ask for time 申请延期.
         */
        post: operations["askExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Incident
         * @description Suspend 挂起 until a day; the clock stops.
         */
        post: operations["suspendIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note Incident
         * @description Leave a note 备注, internal unless said otherwise.
         */
        post: operations["noteIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate Incident
         * @description Hand it to the centre one level up 上报上级. Raises: NoCentreAbove.
         */
        post: operations["escalateIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/take-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Up Incident
         * @description A centre above takes it to itself 提级办理.
         */
        post: operations["takeUpIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall Incident
         * @description Take a dispatched task back 撤回派遣; the unit keeps sight of what it had.
         */
        post: operations["recallIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Task
         * @description Return 退回 to the centre with the reason; the unit keeps sight of it.
         */
        post: operations["returnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/grant-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant Extension
         * @description Grant the time asked for: it is added to the running deadline, not counted from now. Raises: NothingToDecide.
         */
        post: operations["grantExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/refuse-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse Extension
         * @description Refuse the time asked for, with the reason. Raises: NothingToDecide.
         */
        post: operations["refuseExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Incident
         * @description Resume 恢复: the clock goes on with exactly what was left.
         */
        post: operations["resumeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Incident
         * @description Close 结案. The remark is what the reporter reads.
         */
        post: operations["closeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Incident
         * @description Reopen 重开: back to the centre in charge, with the course kept. Raises: ReopenTooLate.
         */
        post: operations["reopenIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/ask-reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Reporter
         * @description Ask whoever reported 征询, without learning who they are. One question at a time.
         *
         *     Raises: QuestionWaits while another is open and younger than three days; NobodyToAsk.
         */
        post: operations["askReporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Urge Incident
         * @description Urge 催办 whoever owes the next step; words are not needed. The reporter sees that it was urged.
         *
         *     Raises: UrgedAlready within four hours of the last time, one hour for urgent matters, whoever urged.
         */
        post: operations["urgeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/instruct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Instruct Incident
         * @description Leave a leader's instruction 批示: centre and unit are told of it, the reporter does not read it.
         */
        post: operations["instructIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void Incident
         * @description Void 作废, with the reason; the reporter sees it.
         */
        post: operations["voidIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle Task
         * @description Report the task handled 处置反馈, with the proof the item asks for. Raises: EvidenceMissing.
         */
        post: operations["handleTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/pass-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass Check
         * @description Verified 核查通过: what was reported is seen to be done.
         */
        post: operations["passCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/fail-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fail Check
         * @description Not verified 核查不通过: the same unit and person have it again, with a new task of its own clock.
         */
        post: operations["failCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporting/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Challenge
         * @description A seed to compute with before reporting: no picture, no sound, nobody else's service.
         *
         *     ``least_bits`` is what a refusal asked for. Gives the browser a random number by which its reports are counted.
         */
        get: operations["getChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporting/forget-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget Device
         * @description Give this browser another random number; nothing leads from the old one to the new.
         */
        post: operations["forgetDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Source
         * @description Which kinds of source of a report can be marked; never which device, address or number it was.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/mark-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Source
         * @description Mark 标记 a source: its next reports keep their receipt, and wait for a second person's look.
         */
        post: operations["markSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Marks
         * @description The marks made within one's area, running ones first, 200 at most.
         */
        get: operations["listMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marks/{mark_id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Mark
         * @description Lift 解除 a mark before its end, with the reason.
         */
        post: operations["liftMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Held
         * @description Reports from marked sources that wait for a second look, the longest waiting first, 200 at most.
         */
        get: operations["listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/release-held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Held
         * @description Release 转坐席 after the second look: the desk gets it as if it had come now.
         */
        post: operations["releaseHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/dismiss-held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Held
         * @description Dismiss 作废 after the second look; its reporter reads the reason.
         */
        post: operations["dismissHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/folded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folded
         * @description The reports that were folded into a matter, the earliest first, 200 at most.
         */
        get: operations["listFolded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fold Incident
         * @description Fold 并入 a waiting report into another matter of one's centre; it keeps its words, photos, code and rating.
         */
        post: operations["foldIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/take-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Out Incident
         * @description Take a folded report out 拆出 again: it waits at the centre by itself.
         */
        post: operations["takeOutIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Similar
         * @description What one may see close by, open or closed within 90 days; the same item first, then by distance.
         */
        get: operations["listSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Seen
         * @description Which members of staff have opened it, latest first; nothing for residents.
         */
        get: operations["listSeen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Receivers
         * @description The units it may be dispatched to, with what they have in hand; the responsible kind first.
         */
        get: operations["listReceivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/open-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Open Work
         * @description What lies in the hands of a post: one's own, of one's unit for those who lead it, of one's area for administrators.
         */
        get: operations["listOpenWork"];
        put?: never;
        /**
         * Hand Over Work
         * @description Hand over 移交 open work to another post of the unit, all of it or chosen matters; the receiver is told once.
         */
        post: operations["handOverWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preserved-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Preserved
         * @description The matters of one's area whose records are preserved, the newest two hundred.
         */
        get: operations["listPreserved"];
        put?: never;
        /**
         * Preserve
         * @description Keep numbers, names, voices and pictures of a matter until a day, whatever their periods say.
         */
        post: operations["preserveRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preserved-records/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description Let the periods of a matter count again.
         */
        post: operations["endPreservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Nearby Public
         * @description Open public matters within some hundred metres: perhaps it is reported already.
         */
        get: operations["listNearbyPublic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nearby/{public_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow Incident
         * @description Follow a public matter: one is told how it goes, without reporting it again.
         */
        post: operations["followIncident"];
        /**
         * Unfollow Incident
         * @description Stop following.
         */
        delete: operations["unfollowIncident"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/followed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Followed
         * @description The matters one follows, latest first.
         */
        get: operations["listFollowed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/followed/{public_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Followed
         * @description The public course of a matter one follows: states, times, units and photos of the work.
         */
        get: operations["getFollowed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/followed/{public_id}/photos/{number}/{side_px}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Followed Photo
         * @description A photo of the work, masked, as WebP; its number is not its name.
         */
        get: operations["downloadFollowedPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reports/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Reports
         * @description Find what one reported by name with the number one signed in with, in the last half year.
         */
        post: operations["claimReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Looks
         * @description Who looked at one's personal data, when, for what, and with which report; the latest 200.
         */
        get: operations["listMyLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Today
         * @description What waits for one's post and what it watches: first what presses, then what is near, then by deadline.
         */
        get: operations["getToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Own Figures
         * @description One's own figures in one's present post. Nobody else's, and no order of persons.
         */
        get: operations["getOwnFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/figures/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Figure
         * @description The matters behind one of one's own figures, the latest first, 200 at most.
         */
        get: operations["listOwnFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Inbox
         * @description How much waits in each tray of one's post.
         */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Incident
         * @description One incident with its course and what can be done now.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Reporter
         * @description The reporter's phone; the look is recorded and the reporter sees it.
         */
        post: operations["revealReporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Looks
         * @description Who looked at the reporter's personal data: for the reporter, and each looker's own looks.
         */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tracked Looks
         * @description Who looked at one's phone number, by tracking code.
         */
        get: operations["listTrackedLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/component": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link Component
         * @description Say which component of the city a matter is about.
         */
        put: operations["linkComponent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Tracked File
         * @description A file of the one matter that the code opens, faces and plates covered.
         */
        get: operations["downloadTrackedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/track/{code}/files/{file_id}/thumb/{side_px}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Tracked Thumbnail
         * @description A WebP of 320 or 1280 pixels on the longer side, of photos and videos.
         */
        get: operations["downloadTrackedThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incident_id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Watch Incident
         * @description Say every twenty seconds that one has it open, and get the colleagues who have it open too.
         */
        post: operations["watchIncident"];
        /**
         * Leave Incident
         * @description Say that one has closed it. Leaving twice does no harm.
         */
        delete: operations["leaveIncident"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Open a session: for the platform's own pages as a cookie, for programs as the secret in the answer.
         *
         *     Where a second factor is set up, the same call is sent once more with the app's ``code`` or a recovery code.
         */
        post: operations["signIn"];
        /** Sign Out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description Who is signed in, in which post, what that post may do, and which other posts are open.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch Post
         * @description Work in another of one's posts from now on, in this session.
         */
        post: operations["switchPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Every other session and token of the person ends.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description One's sessions and API tokens that still open the door, and which of them asks.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Issue Token
         * @description A token for a program that works in the present post. The secret is shown this once.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke Token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Security
         * @description How one's own account is guarded, and how one proves again who one is.
         */
        get: operations["readSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove Again
         * @description Prove in a running session that it is still oneself; what is sensitive asks for it.
         */
        post: operations["proveAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Second Factor
         * @description A new secret for one's authenticator app. It counts when a first code has come back within a quarter of an hour.
         */
        post: operations["beginSecondFactor"];
        /**
         * Remove Second Factor
         * @description No code is asked for any more; a post that needs one waits until there is a new one.
         */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Second Factor
         * @description The app's first code. The answer holds ten recovery codes, shown this once.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Ten new recovery codes, shown this once; the old ones end.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Other Sessions
         * @description Sign out everywhere else, and forget every device that was signed in from.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/second-factor/take-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Second Factor Off
         * @description For somebody who lost telephone and recovery codes. Their sessions end, and they are told who did it.
         */
        post: operations["takeSecondFactorOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phone-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Phone Code
         * @description Send a code by SMS. The answer does not say whether the number was ever here.
         */
        post: operations["askPhoneCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In By Phone
         * @description Open a resident's session with the code from the SMS; as a cookie, and as the secret in the answer.
         */
        post: operations["signInByPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Kept
         * @description Everything that is kept about oneself: what, how many, for what, on what ground and for how long.
         */
        get: operations["listKept"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-officer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find My Officer
         * @description The grid officer of a position, a grid or a community, and where to telephone. The position is not kept.
         */
        get: operations["findMyOfficer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/container": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In By Container
         * @description Open a session with the one-time code that the container gave the page.
         */
        post: operations["signInByContainer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bridge/{container}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Bridge Config
         * @description What a page of this platform tells the container's script, so that it may ask for place and pictures.
         */
        get: operations["getBridgeConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/containers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Containers
         * @description The containers that open one's account.
         */
        get: operations["listContainers"];
        put?: never;
        /**
         * Link Container
         * @description Let the container that recognised one open one's account from now on. Answers the whole list.
         */
        post: operations["linkContainer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/containers/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link Container By Code
         * @description The same with a fresh code, for somebody who is signed in already. Answers the whole list.
         */
        post: operations["linkContainerByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/containers/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Container Push
         * @description Whether one's notices also go to this container.
         */
        put: operations["setContainerPush"];
        post?: never;
        /**
         * Unlink Container
         * @description The container does not open one's account any more; what was kept of it is deleted.
         */
        delete: operations["unlinkContainer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sign In Providers
         * @description The other systems by which one can sign in here.
         */
        get: operations["listSignInProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/providers/{provider_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Provider Sign In
         * @description Begin to sign in by a provider: the page goes to the address; the try stays bound to this browser.
         */
        post: operations["startProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Provider Sign In
         * @description Open a session with what the provider's redirect brought back to this browser.
         */
        post: operations["finishProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Provider Links
         * @description The providers that open one's account.
         */
        get: operations["listProviderLinks"];
        put?: never;
        /**
         * Link Provider
         * @description Link what the provider calls one with one's account, by what its redirect brought back to this browser.
         */
        post: operations["linkProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/providers/{provider_key}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Provider Link
         * @description Begin to link a provider with one's account: the page goes to the address.
         */
        post: operations["startProviderLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/providers/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink Provider
         * @description The provider does not open one's account any more; what it calls one is deleted.
         */
        delete: operations["unlinkProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign Out Everywhere
         * @description End the present session here; the answer says where the provider that opened it ends its own.
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/mine/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unit Posts
         * @description The posts of one's own unit and who holds them; empty for residents.
         */
        get: operations["listUnitPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Colleagues
         * @description To whom one may lend one's post: who holds a post in one's unit or directly above or below it, 50 at most.
         */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Delegations
         * @description What one has lent or been lent; ended ones only if ``since`` reaches back to them.
         */
        get: operations["listDelegations"];
        put?: never;
        /**
         * Delegate Post
         * @description Lend one's present post to a colleague for a while, 90 days at most.
         */
        post: operations["delegatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{delegation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke Delegation */
        delete: operations["revokeDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Posts
         * @description The posts in the administrator's area, or in a part of it.
         */
        get: operations["listPosts"];
        put?: never;
        /**
         * Create Post
         * @description Open a vacant post in a unit of the administrator's area.
         */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/holder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Fill Post
         * @description Give a vacant post to a member of staff.
         */
        put: operations["fillPost"];
        post?: never;
        /**
         * Vacate Post
         * @description End the present holding, and with it the sessions in that post and what was lent of it.
         */
        delete: operations["vacatePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/newcomer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appoint Newcomer
         * @description Register somebody with an account and give them a vacant post. The password is shown this once.
         */
        post: operations["appointNewcomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Staff
         * @description Members of staff whose name begins like this, fifty at most.
         */
        get: operations["findStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/one-time-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description A one-time password for somebody all of whose posts lie in the administrator's area; it is shown this once.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Password Reset
         * @description Say that one forgot a password and how one can be reached. Never tells whether the account exists.
         */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Password Requests
         * @description Who in the administrator's area asks for a new password, latest first, 200 at most.
         */
        get: operations["listPasswordRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/password-request/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Password Request
         * @description Refuse a request: it was not that person, or the password came back to them.
         */
        post: operations["dismissPasswordRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Staff
         * @description Staff with a post in the administrator's area, by name; the city's administrators see those without one too.
         */
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Staff
         * @description The same list as a file, without telephone numbers.
         */
        get: operations["exportStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Staff
         * @description Somebody's account, every post held so far, and an open request for a new password.
         */
        get: operations["readStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename Staff
         * @description Give somebody another name; what they did in the past shows the new one.
         */
        put: operations["renameStaff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Staff Phone
         * @description The number for work. It is sealed; lists show part of it.
         */
        put: operations["setStaffPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Staff
         * @description Somebody leaves: posts are vacated, the account is closed, sessions and tokens end.
         */
        post: operations["retireStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{person_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Staff
         * @description Somebody comes back: the account opens with a one-time password, shown this once.
         */
        post: operations["reopenStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/first-passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue First Passwords
         * @description One-time passwords for everybody a batch of staff brought in who has not signed in yet, as a file.
         *
         *     The file is made for this answer and kept nowhere. Asked again, new passwords are made and the old ones end.
         */
        post: operations["issueFirstPasswords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description Every role that a post can have.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Adoption
         * @description How many accounts are used, by unit. Only the day of each account's last sign-in is kept, nothing finer.
         */
        get: operations["getAdoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/adoption/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Adoption
         * @description The figures of every unit as a file.
         */
        get: operations["exportAdoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Areas
         * @description The areas directly below ``parent``; without it the city.
         */
        get: operations["listAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/located": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Locate Position
         * @description The grid at a position, with the areas above it. Refused outside the city.
         */
        get: operations["locatePosition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{code}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Area Outline
         * @description The borders of an area, of what lies directly in it and of what lies beside it, as GeoJSON in WGS-84.
         */
        get: operations["getAreaOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Units
         * @description Centres and member units, by area, or those directly below one. Those switched off (``is_active=false``) are listed for administrators.
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * Create Unit
         * @description Open a unit in the administrator's area; without a parent it stands under the nearest centre.
         */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit_id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename Unit
         * @description Give a unit another name; incidents of the past show the new one.
         */
        put: operations["renameUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit_id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Unit Phone
         * @description The office number on the public pages; empty takes it away. Personal mobile numbers are refused.
         */
        put: operations["setUnitPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit_id}/switch-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch Unit Off
         * @description Take a unit out of use with its vacant posts. Refused while a post is held or an incident is open with it.
         */
        post: operations["switchUnitOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit_id}/switch-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch Unit On
         * @description Put a unit back into use, with its posts.
         */
        post: operations["switchUnitOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit Entries
         * @description Who did what within the inspector's area, latest first.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify Audit
         * @description Verifies the newest seals now; reports the last whole verification (made every night), and one on its way.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Audit Check
         * @description Have the whole audit verified now, in portions; how far it is stands in ``verifyAudit``.
         */
        post: operations["startAuditCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inspected Looks
         * @description Who saw or took along what, when and for which purpose, latest first. Reading it is recorded as well.
         *
         *     What was taken along in one export is one act, unless a person, an object or ``kind=exported`` is asked for.
         */
        get: operations["listInspectedLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/looks/standing-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Standouts
         * @description What stands out in a period (the last seven days) by five plain rules: facts about acts, no score of anybody.
         */
        get: operations["listStandouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description The system keys of one's area, in use and ended; secrets are never shown again.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create Key
         * @description Let another system in. The secret is shown this once.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Key
         * @description A new secret; the former opens for ``overlap_hours`` more, so that nothing stands still meanwhile.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Key
         * @description Shut a system out at once; its name is not used again.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload File
         * @description Upload a photo, video, voice message or PDF. Faces and plates are covered before it is stored.
         *
         *     Attach it by its id to a report or a step within a week, or it is removed.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read File */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download File
         * @description The content. A PDF is always a download; parts may be asked for with Range.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/thumb/{side_px}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Thumbnail
         * @description A WebP of 320 or 1280 pixels on the longer side, of photos and videos.
         */
        get: operations["downloadThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/mask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mask File
         * @description Cover boxes for ever; the photo stays unpublished until it is released.
         */
        post: operations["maskFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release File
         * @description Somebody has looked at all of it: it may stand in public answers.
         */
        post: operations["releaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file_id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold File
         * @description Keep it out of public answers.
         */
        post: operations["holdFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Upload
         * @description Begin an upload in pieces, as tus 1.0.0 describes it; its address comes in the header Location.
         *
         *     Headers: Tus-Resumable, Upload-Length, and Upload-Metadata with filename and filetype (the name is not kept).
         *     With ``anonymous`` among the metadata the file is nobody's, whoever is signed in: only such a file may go with an
         *     anonymous report. The address is a secret and good for 48 hours. HEAD on it says how much has arrived, PATCH sends more.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload_secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Upload
         * @description Give an upload up, and remove what has arrived of it.
         */
        delete: operations["deleteUpload"];
        options?: never;
        head?: never;
        /**
         * Append Upload
         * @description Send the next piece, as tus 1.0.0 describes it. What has arrived is kept, also when the network breaks.
         *
         *     Headers: Tus-Resumable, Upload-Offset, Content-Type application/offset+octet-stream, and Upload-Checksum
         *     (sha1 or sha256) if wanted.
         */
        patch: operations["appendUpload"];
        trace?: never;
    };
    "/api/v1/uploads/{upload_secret}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Upload
         * @description Have the complete upload checked, masked and stored. Asked again, the answer is the same file.
         */
        post: operations["finishUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sheets
         * @description What the present post may import.
         */
        get: operations["listImportSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/sheets/{sheet_key}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Template
         * @description An empty .xlsx with the headers, and a page that explains each column.
         */
        get: operations["downloadImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imports
         * @description Batches of the present post and its unit, latest first.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload Import
         * @description Upload .xlsx, .csv or .csv.gz; nothing is written. The answer proposes a mapping of its headers.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Import */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Map Import
         * @description Remembered for the unit's next file with the same headers, once checked.
         */
        put: operations["mapImport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Import
         * @description Check every row without writing any; follow ``progress``.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Import
         * @description Write the good rows, or go on after a stop; bad rows stay for the returned file.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Import
         * @description Stop after the rows in hand; what is written stays until undone.
         */
        post: operations["stopImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Faults
         * @description What is wrong, row by row and cell by cell; after an undo, which rows were kept and why.
         */
        get: operations["listImportFaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Errors
         * @description The uploaded rows with a column 错误 and the bad cells marked; correct it and upload it again.
         */
        get: operations["downloadImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Import
         * @description Continue with a corrected file: rows that were written are recognised and skipped.
         */
        post: operations["resumeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{batch_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Import
         * @description Take the batch's rows back; rows changed since stay, and are listed with the reason.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sources
         * @description What the present post may export, with the columns that can be chosen.
         */
        get: operations["listExportSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description What one asked for in the present post, latest first.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Ask For Export
         * @description Have a list made into an .xlsx in the background; personal columns in the clear wait for consent.
         */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports To Decide
         * @description What waits for one's consent, longest first.
         */
        get: operations["listExportsToDecide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look Before Asking
         * @description The filter in words, and how many rows it would give.
         */
        post: operations["previewExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Export
         * @description For whoever asked, and for those who may decide.
         */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree To Export
         * @description Agree that personal fields may be taken in the clear; the making starts at once.
         */
        post: operations["approveExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Export
         * @description Refuse with a reason, which whoever asked will read.
         */
        post: operations["refuseExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Up Export
         * @description Give up what waits or is being made.
         */
        post: operations["stopExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Export
         * @description The finished workbook, for whoever asked in the post in which they asked; each download is recorded.
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Notices for the present post and for oneself, latest first.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Unread
         * @description For the bell; counting ends at 1,000.
         */
        get: operations["countUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark Everything Read */
        post: operations["markAllRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark One Read
         * @description Reading twice does no harm.
         */
        post: operations["markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Announcements
         * @description What was announced to the present post, latest first; ``only_open`` keeps what waits to be confirmed.
         */
        get: operations["listAnnouncements"];
        put?: never;
        /**
         * Create Announcement
         * @description Publish it, now or from a moment on. It is not changed afterwards, only withdrawn.
         */
        post: operations["createAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/written": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Written
         * @description What was announced from one's post, unit and area, latest first.
         */
        get: operations["listWrittenAnnouncements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count Receivers
         * @description How many posts and units would receive it; nothing is written.
         */
        post: operations["countReceivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/{announcement_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Announcement
         * @description One that one's post received, or that came from where one stands.
         */
        get: operations["readAnnouncement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/{announcement_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Announcement
         * @description Say that one's post has read it; again does no harm.
         */
        post: operations["confirmAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/{announcement_id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Confirmations
         * @description How far each unit has come, the slowest first; for those who stand where it came from.
         */
        get: operations["countConfirmations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/announcements/{announcement_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Announcement
         * @description Take it back with a reason that everybody who has it reads.
         */
        post: operations["withdrawAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Retention
         * @description Every kind of thing with its period, its ground, its job, what went in thirty days and what is left over.
         */
        get: operations["listRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Live
         * @description Where to listen for news, how often an idle stream gives a sign, and how often an open page should.
         */
        get: operations["readLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description One's own views of a place in their order, then those shared with one's unit.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save View
         * @description Keep a view behind the others.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Views
         * @description Put one's own views in order.
         */
        put: operations["orderViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change View
         * @description Rename a view, keep something else under its name, share it, make it the first one opened.
         */
        put: operations["changeView"];
        post?: never;
        /**
         * Delete View
         * @description Delete one's own view.
         */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Base Map
         * @description Where the tiles of the base map are, and who is to be named on every map that shows them.
         */
        get: operations["getBaseMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/{edition}/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Base Tile
         * @description A Mapbox vector tile. Of the present edition it may be kept for good; of an earlier one the present is given.
         */
        get: operations["getBaseTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Picture Maps
         * @description Picture maps of others that may lie under everything. Their addresses and keys are known here only.
         */
        get: operations["listPictureMaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/pictures/{picture_key}/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Picture Tile
         * @description A tile of a picture map, fetched for the reader.
         */
        get: operations["getPictureTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Base Map Contents
         * @description Which files the base map was made from, what became of them, and which picture maps there are.
         */
        get: operations["getBaseMapContents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Base Dataset
         * @description Show a file's data again in place of what has the same name.
         */
        post: operations["showBaseDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide Base Dataset
         * @description Take a file's data off the map. They are kept, and can be shown again.
         */
        post: operations["hideBaseDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/base-map/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Base Dataset
         * @description Remove a file's data for good; what is shown has to be taken off first.
         */
        post: operations["removeBaseDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Places
         * @description Places for a few characters or pinyin letters, the surest first, nearest first where a position is given.
         */
        get: operations["findPlaces"];
        put?: never;
        /**
         * Add Place
         * @description Add a place of one's area; one that is known nearby already is refused and named.
         */
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/in-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Places In Words
         * @description Places that a report's own words name: candidates for one that has no pin. Not stored.
         */
        post: operations["findPlacesInWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/described": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe Position
         * @description The grid at a position, what the area is called, and words for an address field. Refused outside the city.
         */
        get: operations["describePosition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Many Places
         * @description Up to a thousand words or positions; each is answered, or says what is wrong with it.
         */
        post: operations["findManyPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Places
         * @description The places of one's area, those changed last first.
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/kept/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Place
         * @description One place of one's area.
         */
        get: operations["getPlace"];
        /**
         * Change Place
         * @description Correct a place, or call it otherwise: the name before stays findable as a former one.
         */
        put: operations["changePlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/kept/{place_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Place
         * @description Take a place out of use, with the reason.
         */
        post: operations["retirePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/kept/{place_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Place
         * @description Put a retired place into use again.
         */
        post: operations["restorePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Layers
         * @description The layers one may read, with what each can be narrowed to and what its marks mean.
         */
        get: operations["listMapLayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers/{layer}/tiles/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Tile
         * @description A Mapbox Vector Tile of a layer, with nothing in it that the asker may not see; 304 where it is still the same.
         */
        get: operations["getMapTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers/{layer}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Layer
         * @description How many of each kind lie in view, for the legend.
         */
        get: operations["countMapLayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers/{layer}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Features
         * @description The list that mirrors the map, or what a drawn circle or polygon holds.
         */
        get: operations["listMapFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers/{layer}/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nearest Features
         * @description What lies nearest to a position, with the distance; at most twenty kilometres away.
         */
        get: operations["listNearestFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/layers/{layer}/features/{feature_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Card
         * @description What a mark says of itself when it is touched, and the page behind it.
         */
        get: operations["getMapCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Where words or a number lead: areas, places, and what layers find among their own.
         */
        get: operations["findOnMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Indicators
         * @description By what areas can be coloured.
         */
        get: operations["listMapIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map/choropleth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Choropleth
         * @description An indicator for each area of a level in one's sight.
         */
        get: operations["getChoropleth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Landing
         * @description Where everything is: for GIS programs, which ask for this address and nothing else.
         */
        get: operations["getOgcLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conformance
         * @description Which classes of the standards are kept.
         */
        get: operations["getOgcConformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Collections
         * @description The layers that the asker may read.
         */
        get: operations["listOgcCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Collection
         * @description One layer, and where its features and tiles are.
         */
        get: operations["getOgcCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Queryables
         * @description What the features of a layer say, and by what ``where`` narrows them, as a JSON Schema.
         */
        get: operations["getOgcQueryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items
         * @description A page of features as GeoJSON, with a link to the next one. At most 1,000 at once, whatever ``limit`` says.
         */
        get: operations["listOgcItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/items/{feature_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Item
         * @description One feature as GeoJSON.
         */
        get: operations["getOgcItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/tileMatrixSets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tile Matrix Sets
         * @description The one way in which the world is cut into tiles here.
         */
        get: operations["listOgcTileMatrixSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/tileMatrixSets/{quad}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Tile Matrix Set
         * @description Its definition.
         */
        get: operations["getOgcTileMatrixSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/tiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tilesets
         * @description The tilesets of a layer.
         */
        get: operations["listOgcTilesets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/tiles/{quad}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Tileset
         * @description What the tiles of a layer are, and where.
         */
        get: operations["getOgcTileset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ogc/collections/{layer}/tiles/{quad}/{z}/{y}/{x}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Tile
         * @description A Mapbox Vector Tile, the row before the column; the very tile of the map, with nothing the asker may not see.
         */
        get: operations["getOgcTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drafts
         * @description The drafts of one's own area, the newest first.
         */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Begin Draft
         * @description Begin a draft of a township or a county from what is in force.
         */
        post: operations["openDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Draft
         * @description How a draft stands.
         */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Draft Features
         * @description The grids of a draft, and the outline of the area it stands on.
         */
        get: operations["listDraftFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Draft Changes
         * @description Who changed what behind a version, the newest last.
         */
        get: operations["listDraftChanges"];
        put?: never;
        /**
         * Make Change
         * @description Do one thing to the grids of a draft, at the version that was seen.
         */
        post: operations["changeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Draft Faults
         * @description What is wrong with a draft now, with the ways to mend it.
         */
        get: operations["listDraftFaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Draft
         * @description What publishing would do: to areas, to rows, to posts and units.
         */
        get: operations["previewDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Draft Posts
         * @description Say what becomes of posts and units whose area closes.
         */
        post: operations["answerDraftPosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Mark a draft as checked if nothing holds it up; any later change takes the mark away.
         */
        post: operations["checkDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description Put a checked draft in force today, or have it put in force on a later day.
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard
         * @description Give a draft up.
         */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Publications
         * @description What was published in one's own area, the newest first.
         */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/publications/{publication_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Publication
         * @description One publication, with how far its rows have come.
         */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/publications/{publication_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Call back what waits for its day, or undo what is in force as long as nothing newer stands on it.
         */
        post: operations["undoPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Areas On
         * @description An area and what lies in it, as it was on a day; without one as it is today.
         */
        get: operations["listAreasOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Division Days
         * @description The days on which the division changed, the oldest first.
         */
        get: operations["listDivisionDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Divisions
         * @description What differs between the division of one day and that of another.
         */
        get: operations["compareDivisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/located": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Locate Positions
         * @description The grids at up to a thousand positions, in the order given; empty outside the city.
         */
        post: operations["locatePositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/standard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Grid Standard
         * @description The city's grid standard in force on a day; without one today's.
         */
        get: operations["getGridStandard"];
        /**
         * Put Grid Standard
         * @description Set the limits that are in force from a day on; the city's administrators only.
         */
        put: operations["setGridStandard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Geometry Imports
         * @description The files that were brought into a draft, latest first.
         */
        get: operations["listGeometryImports"];
        put?: never;
        /**
         * Upload Geometry
         * @description GeoJSON, zipped Shapefile, GeoPackage, KML, KMZ, or an .xlsx of codes: read and judged, nothing is changed.
         */
        post: operations["uploadGeometry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Geometry Import */
        get: operations["readGeometryImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read Geometry Again
         * @description Choose coordinate system, columns and layer; every feature is judged anew. Remembered for the next such file.
         */
        put: operations["readGeometryAgain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Imported Features
         * @description The report, feature by feature: what was mended and where, what is wrong and what to do about it.
         */
        get: operations["listImportedFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Geometry Report
         * @description The same as a workbook, for whoever corrects the file.
         */
        get: operations["downloadGeometryReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Geometry Original
         * @description The file as it was sent, with its own coordinates, while it is kept.
         */
        get: operations["downloadGeometryOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct Geometry
         * @description Go on with a corrected file: columns are remembered, what stands in the draft already is skipped.
         */
        post: operations["correctGeometry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/imports/{import_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply Geometry
         * @description Put the good features into the draft, in one change; bad ones stay in the report.
         */
        post: operations["applyGeometry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/drafts/{draft_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export A Draft
         * @description A draft as a file, in the coordinate system that is asked for.
         */
        get: operations["exportDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territory/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export A Division
         * @description The areas in force today, or on a day, as a file.
         */
        get: operations["exportDivision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items
         * @description 某日（默认今天）有效的事项；给出 words 时按相符程度排列，否则按代码。
         */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Items
         * @description 从一句话找事项：按常说的话、相同的字排列，并说明凭哪几个字。
         */
        get: operations["findItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Classes
         * @description 某日有效清单的大类和中类，以及各有多少事项。
         */
        get: operations["listItemClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/unit-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Unit Kinds
         * @description 事项可以指定的责任单位类型。
         */
        get: operations["listUnitKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/unit-kinds/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Unit Kind
         * @description 新增单位类型，或更改其名称。
         */
        put: operations["saveUnitKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Item Lists
         * @description 生效过、正在生效和将要生效的清单版本，最近的在前。
         */
        get: operations["listItemLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drafts
         * @description 已导入、尚未启用的清单。
         */
        get: operations["listItemListDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare List
         * @description 与任意另一版或草稿相比，新增、取消和改动了哪些事项；不指定时与前一版（草稿与现行版）比。
         */
        get: operations["compareItemList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items Of List
         * @description 一个版本（草稿也可以）的事项，按代码；可按代码、名称或类别查找。
         */
        get: operations["listItemsOfList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open List
         * @description 启用一份草稿：现行清单在启用日前一天结束。
         */
        post: operations["openItemList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw List
         * @description 撤回尚未生效的清单，退回草稿；前一版继续有效。
         */
        post: operations["withdrawItemList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Draft
         * @description 删除一份草稿。
         */
        delete: operations["deleteItemListDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/lists/{list_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export List
         * @description 导出一个版本；改或不改都可以原样再导入。草稿只有事项管理员能导出。
         */
        get: operations["exportItemList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{item_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Item
         * @description 某日（默认今天）有效清单中的一个事项。
         */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Call Backs
         * @description The centre's promises: open ones by when they are due, done ones latest first.
         */
        get: operations["listCallBacks"];
        put?: never;
        /**
         * Create Call Back
         * @description Promise to call somebody back.
         */
        post: operations["createCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs/{call_back_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Attempts
         * @description Every attempt so far.
         */
        get: operations["listCallBackAttempts"];
        put?: never;
        /**
         * Note Attempt
         * @description Enter how it went: spoken ends it; without an answer it is due again, three times at most.
         */
        post: operations["noteCallBackAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs/{call_back_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Call Back
         * @description Take a promise in hand, so that two do not ring at once.
         */
        post: operations["takeCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs/{call_back_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Call Back
         * @description Put it back for a colleague.
         */
        post: operations["releaseCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs/{call_back_id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Number
         * @description The number to dial, for whoever has the promise in hand; the look is recorded.
         */
        post: operations["revealCallBackNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/call-backs/{call_back_id}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delay Call Back
         * @description Another time, as the person wished.
         */
        post: operations["delayCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/present-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Present Call
         * @description The call that rings or is spoken at one's own seat now.
         */
        get: operations["getPresentCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calls
         * @description The centre's calls, newest first, by keyset.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Call
         * @description One call with the matters it was about.
         */
        get: operations["getCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/calls/{call_id}/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link Call
         * @description Note that a call was about a matter that is already there.
         */
        post: operations["linkCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/calls/{call_id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Number
         * @description The caller's number; the look is recorded with its purpose.
         */
        post: operations["revealCallNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/calls/{call_id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Recording
         * @description Where the recording is opened at the exchange; who opened it, and why, is recorded.
         */
        post: operations["openRecording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Caller Matters
         * @description The caller's open matters and those closed within 90 days, by number; the reporter sees that one looked.
         */
        post: operations["findCallerMatters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Addresses
         * @description Areas by name and addresses named before inside one's own area, from two characters on.
         */
        get: operations["findAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Report
         * @description What may help with what was heard so far: place, items, open matters nearby, danger. Nothing is stored.
         */
        post: operations["previewReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Report
         * @description Register a call, a visit or a letter for somebody else; the receipt is read out or sent.
         */
        post: operations["takeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/receptions/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Reception
         * @description How a matter came to the desk: a letter's own date, a visitor's place of reception; null for other ways.
         */
        get: operations["getReception"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notes
         * @description The centre's notes to the emergency services, newest first, by keyset.
         */
        get: operations["listHandOvers"];
        put?: never;
        /**
         * Note Hand Over
         * @description Note that a matter is handed to 110, 119 or 120, and get the words to read out.
         */
        post: operations["noteHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/seat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Seat
         * @description One's own seat, and how many call-backs wait in the centre.
         */
        get: operations["getSeat"];
        put?: never;
        /**
         * Switch Seat
         * @description Sign one's seat on or off 签入签出: calls pop up at signed-on seats.
         */
        post: operations["switchSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Seats
         * @description Which desk posts take calls, and at which extension.
         */
        get: operations["listSeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hotline/seats/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Seat
         * @description Give a desk post an extension, or another one.
         */
        put: operations["setSeat"];
        post?: never;
        /**
         * Release Seat
         * @description Take the extension away: the post takes no calls any more.
         */
        delete: operations["releaseSeat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporting/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Own Report
         * @description Whether the words point to danger that belongs to 110, 119 or 120, and which items may be meant. Not stored.
         */
        post: operations["previewOwnReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/telephony/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Call Event
         * @description The exchange tells of ringing, answering, hanging up or a finished recording; twice is as good as once.
         */
        post: operations["reportCallEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Years
         * @description 录入过、录入中和缺少的年份，最近的在前。
         */
        get: operations["listCalendarYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/missing-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Missing Years
         * @description 还没有录入的年份：今年，以及十月起的明年。
         */
        get: operations["listMissingCalendarYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/years/{year}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Days
         * @description 一年的放假日和调休上班日。
         */
        get: operations["listCalendarDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enter Year
         * @description 整年录入（替换）官方放假安排并启用；暂定的时限随后重新计算。
         */
        put: operations["enterCalendarYear"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/working-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Working Hours
         * @description 每个工作日的工作时段，单位为零点起的分钟数。
         */
        get: operations["listWorkingHours"];
        /**
         * Set Working Hours
         * @description 更改工作时段；已经在走的时限不变。
         */
        put: operations["setWorkingHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Deadline
         * @description 从某一时刻起，一个时限到什么时候为止。
         */
        get: operations["previewDeadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Components
         * @description The components within one's sight by code, or those to be inspected first; by keyset.
         */
        get: operations["listComponents"];
        put?: never;
        /**
         * Register Component
         * @description Enter a component; its grid follows from its position.
         */
        post: operations["registerComponent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/components/{component_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Component
         * @description One component with its record and its log.
         */
        get: operations["getComponent"];
        /**
         * Change Component
         * @description Correct what is written of a component, or where it stands.
         */
        put: operations["changeComponent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/components/{component_id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Inspect Component
         * @description Write down how a component was found, with photos.
         */
        post: operations["inspectComponent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/components/{component_id}/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Maintain Component
         * @description Write down what was repaired or replaced.
         */
        post: operations["maintainComponent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/components/{component_id}/life": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Component Life
         * @description Take a component out of use, put it back, or retire it, with a reason.
         */
        post: operations["setComponentLife"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/component-cards/{component_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Component Card
         * @description What a number plate or QR code in the street stands for, so that anybody can report about it.
         */
        get: operations["getComponentCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Nearest Things
         * @description Components or resources around a WGS-84 position, nearest first, with metres.
         */
        get: operations["listNearestThings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/component-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Component Kinds
         * @description 部件代码表：大类、小类和默认巡检周期，停用的也在内。
         */
        get: operations["listComponentKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resource-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Resource Kinds
         * @description 资源类别，停用的也在内。
         */
        get: operations["listResourceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resource-kinds/{kind_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Resource Kind
         * @description 增加一类资源，或改它的名称；停用的类别不再能登记，已登记的不变。仅市级。
         */
        put: operations["saveResourceKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Resources
         * @description The resources within one's sight, by kind; by keyset.
         */
        get: operations["listResources"];
        put?: never;
        /**
         * Register Resource
         * @description Enter a resource; its grid follows from its position, its contact is sealed.
         */
        post: operations["registerResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resources/{resource_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Resource
         * @description One resource with its log.
         */
        get: operations["getResource"];
        /**
         * Change Resource
         * @description Correct what is written of a resource, or where it stands.
         */
        put: operations["changeResource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resources/{resource_id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Resource Contact
         * @description Who is to be called there, sealed; or nobody.
         */
        put: operations["setResourceContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resources/{resource_id}/contact/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Resource Contact
         * @description Who is to be called there; the look is recorded.
         */
        post: operations["revealResourceContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/resources/{resource_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Resource State
         * @description Say whether a resource can be called upon; shutting and retiring need a reason.
         */
        post: operations["setResourceState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** CastMemberOut */
        CastMemberOut: {
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Part */
            part: string;
            /** Part En */
            part_en: string;
        };
        /**
         * DemoOut
         * @description ``password`` opens the cast's own accounts and nothing else; it was made up for this installation.
         */
        DemoOut: {
            /** Is Demo */
            is_demo: boolean;
            /**
             * Password
             * @default
             */
            password?: string;
            /**
             * Cast
             * @default []
             */
            cast?: components["schemas"]["CastMemberOut"][];
        };
        /**
         * DemoMessageOut
         * @description What the fake SMS outlet was given; nothing of it has left the house.
         */
        DemoMessageOut: {
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * RowRefusalOut
         * @description Why nothing was done to this one, as a refusal of the single operation would say it.
         */
        RowRefusalOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
            /** Status */
            status: number;
            /** Data */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * State
         * @description Where the main course stands. Gaps are left for stages to come.
         * @enum {integer}
         */
        State: 10 | 20 | 30 | 40 | 50 | 60 | 70 | 80;
        /** TogetherOut */
        TogetherOut: {
            /**
             * Batch Id
             * Format: uuid
             */
            batch_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Done */
            done: number;
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["TogetherRowOut"][];
        };
        /**
         * TogetherRowOut
         * @description What became of one: its version and state now, or the refusal.
         */
        TogetherRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Done */
            is_done: boolean;
            /** Version */
            version: number | null;
            state: components["schemas"]["State"] | null;
            /** State Label */
            state_label: string;
            /** State Label En */
            state_label_en: string;
            refusal: components["schemas"]["RowRefusalOut"] | null;
        };
        /**
         * ChosenIn
         * @description An incident and the version that was seen.
         */
        ChosenIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Version */
            version: number;
        };
        /**
         * TogetherAction
         * @enum {string}
         */
        TogetherAction: "accept" | "dispatch" | "take" | "assign" | "return" | "recall" | "escalate" | "take_up" | "grant_extension" | "refuse_extension" | "suspend" | "resume" | "pass_check" | "fail_check" | "close" | "void" | "note" | "urge" | "instruct";
        /**
         * TogetherIn
         * @description ``batch_id`` is made by the client: sending the same batch again does nothing twice.
         */
        TogetherIn: {
            /**
             * Batch Id
             * Format: uuid
             */
            batch_id: string;
            action: components["schemas"]["TogetherAction"];
            /** Rows */
            rows: components["schemas"]["ChosenIn"][];
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Item Code
             * @default
             */
            item_code?: string;
            /** Unit Id */
            unit_id?: string | null;
            /** Post Id */
            post_id?: string | null;
            /**
             * Handle Limit
             * @default
             */
            handle_limit?: string;
            /** Until */
            until?: string | null;
        };
        /**
         * ReceiptOut
         * @description Keep the tracking code: it opens the whole course without an account.
         */
        ReceiptOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Tracking Code */
            tracking_code: string;
            state: components["schemas"]["State"];
            /** Version */
            version: number;
            /** Centre Name */
            centre_name: string;
            /** Due At */
            due_at: string | null;
        };
        /**
         * AnsweredIn
         * @description What the device computed for this report with the seed of ``getChallenge``.
         */
        AnsweredIn: {
            /** Seed */
            seed: string;
            /** Answer */
            answer: number;
        };
        /**
         * Datum
         * @description The coordinate system a position was given in.
         * @enum {string}
         */
        Datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
        /**
         * Identity
         * @description What may be known of who reports.
         * @enum {string}
         */
        Identity: "named" | "confidential" | "anonymous";
        /**
         * PositionIn
         * @description A position as the device gave it, with its datum.
         */
        PositionIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
            /** Accuracy M */
            accuracy_m?: number | null;
        };
        /**
         * ReportIn
         * @description A report. ``id`` is made by the client: sending the same report twice is one report.
         */
        ReportIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Words
             * @default
             */
            words?: string;
            /**
             * Title
             * @default
             */
            title?: string;
            position?: components["schemas"]["PositionIn"] | null;
            /** Area Code */
            area_code?: string | null;
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Item Code
             * @default
             */
            item_code?: string;
            /** @default named */
            identity?: components["schemas"]["Identity"];
            /**
             * Reporter Name
             * @default
             */
            reporter_name?: string;
            /**
             * Reporter Phone
             * @default
             */
            reporter_phone?: string;
            /** About Unit Id */
            about_unit_id?: string | null;
            /**
             * Is Urgent
             * @default false
             */
            is_urgent?: boolean;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
            /** Reported At */
            reported_at?: string | null;
            challenge?: components["schemas"]["AnsweredIn"] | null;
            /**
             * Component Code
             * @default
             */
            component_code?: string;
        };
        /**
         * Bucket
         * @description The trays of an inbox.
         * @enum {string}
         */
        Bucket: "to_accept" | "to_dispatch" | "waiting_for_units" | "to_verify" | "to_close" | "to_decide" | "to_take" | "in_hand" | "overdue" | "nobodys" | "tips";
        /**
         * Channel
         * @description Where a report came from.
         * @enum {string}
         */
        Channel: "resident" | "officer" | "desk" | "hotline" | "walk_in" | "letter" | "tip" | "api" | "import";
        /**
         * ListIn
         * @description Filters, order and page of a list; all of them fit into an address.
         */
        ListIn: {
            /** Area Code */
            area_code?: string | null;
            /**
             * State
             * @default []
             */
            state?: (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80)[];
            /** Item */
            item?: string | null;
            channel?: components["schemas"]["Channel"] | null;
            /** Is Urgent */
            is_urgent?: boolean | null;
            /**
             * Is Overdue
             * @default false
             */
            is_overdue?: boolean;
            /**
             * Is Slipping
             * @default false
             */
            is_slipping?: boolean;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** Receipt No */
            receipt_no?: string | null;
            bucket?: components["schemas"]["Bucket"] | null;
            /**
             * Is Open
             * @default false
             */
            is_open?: boolean;
            /** Unit Id */
            unit_id?: string | null;
            /**
             * Is Mine
             * @default false
             */
            is_mine?: boolean;
            /** Words */
            words?: string | null;
            /**
             * Shape
             * @description c112.35,28.57,500 or p112.3,28.5;…
             */
            shape?: string | null;
            /** Component Id */
            component_id?: string | null;
            /** @default newest */
            order?: "newest" | "due";
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /**
         * Order
         * @description How a list is sorted; both have an index.
         * @enum {string}
         */
        Order: "newest" | "due";
        /**
         * Action
         * @description Everything that can be done to an incident: the verbs of the field.
         * @enum {string}
         */
        Action: "report" | "edit" | "accept" | "correct" | "escalate" | "take_up" | "dispatch" | "recall" | "take" | "return" | "assign" | "handle" | "ask_extension" | "grant_extension" | "refuse_extension" | "suspend" | "resume" | "pass_check" | "fail_check" | "close" | "rate" | "reopen" | "void" | "note" | "ask_reporter" | "answer" | "urge" | "instruct" | "hand_over" | "transplant" | "fold" | "unfold";
        /** ListPageOut */
        ListPageOut: {
            /** Rows */
            rows: components["schemas"]["ListedOut"][];
            /** Actions */
            actions: components["schemas"]["ManyActionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ListedOut
         * @description A row of a list: whether the reader has opened it before, and what could be done to it among many.
         */
        ListedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            /** Is Seen */
            is_seen: boolean;
            /** Actions */
            actions: components["schemas"]["Action"][];
        };
        /**
         * ManyActionOut
         * @description An action that rows of the page offer to a batch, and what it needs.
         */
        ManyActionOut: {
            action: components["schemas"]["Action"];
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Needs */
            needs: string[];
        };
        /**
         * AboutComponentOut
         * @description The thing of the city that a matter is about: what it is and where it stands, as its number plate says.
         */
        AboutComponentOut: {
            /**
             * Component Id
             * Format: uuid
             */
            component_id: string;
            /** Code */
            code: string;
            /** Class Name */
            class_name: string;
            /** Type Name */
            type_name: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * ActionOut
         * @description A button: what can be done now, what it needs, and the operation that does it.
         *
         *     ``evidence`` names the proof still to be shown with the step, where it needs any.
         */
        ActionOut: {
            action: components["schemas"]["Action"];
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Needs */
            needs: string[];
            /** Operation Id */
            operation_id: string;
            /**
             * Evidence
             * @default []
             */
            evidence?: components["schemas"]["EvidenceOut"][];
        };
        /**
         * AttachmentOut
         * @description A file shown with it; what is known of the file where the reader may see it.
         *
         *     ``is_held`` files are not for public answers; ``masked`` counts covered faces, plates and drawn boxes.
         *     ``distance_m``: how far from the matter a proof says it was taken, for staff; a hint, as pictures give it.
         */
        AttachmentOut: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Kind */
            kind: string;
            /** Version */
            version: number;
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /** Distance M */
            distance_m: number | null;
            /** File Kind */
            file_kind: string | null;
            /** Media Type */
            media_type: string | null;
            /** Size Bytes */
            size_bytes: number | null;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Duration Ms */
            duration_ms: number | null;
            /** Taken At */
            taken_at: string | null;
            /** Has Thumbnails */
            has_thumbnails: boolean;
            /** Is Held */
            is_held: boolean;
            /** Masked */
            masked: number;
            /** Doubtful Spots */
            doubtful_spots: number;
        };
        /**
         * EvidenceOut
         * @description A kind of proof; ``is_shown`` once a file of the kind is there.
         */
        EvidenceOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Is Shown */
            is_shown: boolean;
        };
        /** ExtensionOut */
        ExtensionOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Limit */
            limit: string;
            /** Reason */
            reason: string;
            /** Decided At */
            decided_at: string | null;
            /** Is Granted */
            is_granted: boolean | null;
            /** Remark */
            remark: string;
        };
        /**
         * HeadOut
         * @description The matter a report was folded into.
         */
        HeadOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
        };
        /**
         * HoldOut
         * @description That a report came from a marked source: whether it waits for a second person, or how that ended.
         */
        HoldOut: {
            /**
             * Held At
             * Format: date-time
             */
            held_at: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended By */
            ended_by: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "" | "released" | "dismissed" | "expired" | "passed";
        };
        /**
         * IncidentOut
         * @description An incident with its whole course, as this reader may see it.
         */
        IncidentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            /** Words */
            words: string;
            position: components["schemas"]["PositionOut"] | null;
            /** Place Path */
            place_path: string;
            /**
             * Centre Id
             * Format: uuid
             */
            centre_id: string;
            /** Centre Area */
            centre_area: string;
            /** Unit Id */
            unit_id: string | null;
            /** Warn At */
            warn_at: string | null;
            item: components["schemas"]["ItemStandardOut"] | null;
            /** Accuracy M */
            accuracy_m: number | null;
            identity: components["schemas"]["Identity"];
            reporter: components["schemas"]["ReporterOut"] | null;
            /** Accepted At */
            accepted_at: string | null;
            /** External Source */
            external_source: string;
            /** External Id */
            external_id: string;
            /** External Due At */
            external_due_at: string | null;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
            /** Attachments */
            attachments: components["schemas"]["AttachmentOut"][];
            /** Tasks */
            tasks: components["schemas"]["TaskOut"][];
            /** Extensions */
            extensions: components["schemas"]["ExtensionOut"][];
            /** Suspensions */
            suspensions: components["schemas"]["SuspensionOut"][];
            /** Questions */
            questions: components["schemas"]["QuestionOut"][];
            urged: components["schemas"]["UrgedOut"] | null;
            /** Ratings */
            ratings: components["schemas"]["RatingOut"][];
            /** Actions */
            actions: components["schemas"]["ActionOut"][];
            head?: components["schemas"]["HeadOut"] | null;
            hold?: components["schemas"]["HoldOut"] | null;
            component?: components["schemas"]["AboutComponentOut"] | null;
        };
        /**
         * ItemStandardOut
         * @description The item as it stood in the list of that day: how it is handled, when it counts as done, with which proof.
         */
        ItemStandardOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Class Name */
            class_name: string;
            /** Subclass Name */
            subclass_name: string;
            /** Unit Kind */
            unit_kind: string;
            /** Definition */
            definition: string;
            /** Handling Standard */
            handling_standard: string;
            /** Closing Standard */
            closing_standard: string;
            /** Legal Basis */
            legal_basis: string;
            /** Accept Limit */
            accept_limit: string;
            /** Handle Limit */
            handle_limit: string;
            /** Verify Limit */
            verify_limit: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceOut"][];
        };
        /** PositionOut */
        PositionOut: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * QuestionOut
         * @description A question to the reporter; ended without an answer where another took its place or the matter was closed.
         */
        QuestionOut: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Unit Name */
            unit_name: string;
            /** Words */
            words: string;
            /** Answered At */
            answered_at: string | null;
            /** Answered Version */
            answered_version: number | null;
            /** Answer */
            answer: string;
            /** Ended At */
            ended_at: string | null;
        };
        /** RatingOut */
        RatingOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Stars */
            stars: number;
            /** Is Solved */
            is_solved: boolean;
            /** Remark */
            remark: string;
        };
        /**
         * ReporterOut
         * @description The reporter, masked; only for those who may contact them. ``may_reveal`` shows the phone, on record.
         */
        ReporterOut: {
            /** Name */
            name: string | null;
            /** Phone */
            phone: string | null;
            /** May Reveal */
            may_reveal: boolean;
        };
        /** StepOut */
        StepOut: {
            /** Version */
            version: number;
            action: components["schemas"]["Action"];
            /** Action Label */
            action_label: string;
            /** Action Label En */
            action_label_en: string;
            from_state: components["schemas"]["State"] | null;
            to_state: components["schemas"]["State"];
            /** Actor Name */
            actor_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Due At */
            due_at: string | null;
            /** Is Late */
            is_late: boolean;
            /** Remark */
            remark: string;
            /** Is Internal */
            is_internal: boolean;
            /**
             * Lane
             * @enum {string}
             */
            lane: "city" | "county" | "township" | "community" | "grid" | "unit" | "reporter";
            /**
             * Direction
             * @enum {string}
             */
            direction: "up" | "down" | "stays";
            /** Facts */
            facts: {
                [key: string]: string;
            };
        };
        /** SuspensionOut */
        SuspensionOut: {
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
            /** Reason */
            reason: string;
            /** Ended At */
            ended_at: string | null;
        };
        /**
         * TaskOut
         * @description A task given to a unit.
         */
        TaskOut: {
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Dispatched At
             * Format: date-time
             */
            dispatched_at: string;
            /** Due At */
            due_at: string | null;
            /** Taken At */
            taken_at: string | null;
            /** Assignee Post Id */
            assignee_post_id: string | null;
            /** Assignee Title */
            assignee_title: string;
            /** Assignee Name */
            assignee_name: string;
            /** Ended At */
            ended_at: string | null;
            /** Outcome */
            outcome: string;
        };
        /**
         * UrgedOut
         * @description How often it was urged, and from when it may be again.
         */
        UrgedOut: {
            /** Times */
            times: number;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /**
             * Again At
             * Format: date-time
             */
            again_at: string;
        };
        /** EditIn */
        EditIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /** Words */
            words?: string | null;
            /** Address */
            address?: string | null;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /** RateIn */
        RateIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /** Stars */
            stars: number;
            /** Is Solved */
            is_solved: boolean;
        };
        /**
         * StepIn
         * @description A step with an optional remark.
         */
        StepIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * AnswerIn
         * @description Words, a photo, or both; with a photo the words may be empty.
         */
        AnswerIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /** Words */
            words: string;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /** AcceptIn */
        AcceptIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Item Code
             * @default
             */
            item_code?: string;
        };
        /** CorrectIn */
        CorrectIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /** Item Code */
            item_code?: string | null;
            position?: components["schemas"]["PositionIn"] | null;
            /** Address */
            address?: string | null;
        };
        /** DispatchIn */
        DispatchIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /**
             * Handle Limit
             * @default
             */
            handle_limit?: string;
        };
        /** AssignIn */
        AssignIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
        };
        /** ExtensionIn */
        ExtensionIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /** Limit */
            limit: string;
        };
        /** SuspendIn */
        SuspendIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * NoteIn
         * @description A note. ``id`` is made by the client: sending the same note twice is one note.
         */
        NoteIn: {
            /** Id */
            id?: string | null;
            /** Remark */
            remark: string;
            /**
             * Is Internal
             * @default true
             */
            is_internal?: boolean;
            /**
             * Proofs
             * @default []
             */
            proofs?: components["schemas"]["ProofIn"][];
        };
        /**
         * ProofIn
         * @description A file shown with a step.
         */
        ProofIn: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "photo_before" | "photo_after" | "document" | "call_record" | "report";
        };
        /** ProofStepIn */
        ProofStepIn: {
            /**
             * Version
             * @description 您看到的版本号；他人已更新时拒绝
             */
            version?: number | null;
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * Proofs
             * @default []
             */
            proofs?: components["schemas"]["ProofIn"][];
        };
        /**
         * ChallengeOut
         * @description What the browser computes with: an answer for which SHA-256 of ``seed.id.answer`` begins with ``bits`` zero bits.
         *
         *     ``id`` is the report's. It counts for one report until ``until``, also without a network in between.
         */
        ChallengeOut: {
            /** Seed */
            seed: string;
            /** Bits */
            bits: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Is Needed */
            is_needed: boolean;
        };
        /**
         * NumberedOut
         * @description Whether the browser got another number.
         */
        NumberedOut: {
            /** Is New */
            is_new: boolean;
        };
        /**
         * MarkableOut
         * @description A kind of source that is known of a report, and how long it can be marked.
         */
        MarkableOut: {
            kind: components["schemas"]["SourceKind"];
            /** Longest Hours */
            longest_hours: number;
        };
        /**
         * ReportSourceOut
         * @description What can be marked of where a report came from, for ``kept_days`` after it came.
         */
        ReportSourceOut: {
            /** Markable */
            markable: components["schemas"]["MarkableOut"][];
            /** Kept Days */
            kept_days: number;
        };
        /**
         * SourceKind
         * @description What a mark stands on.
         * @enum {string}
         */
        SourceKind: "device" | "address" | "phone";
        /**
         * MarkOut
         * @description A mark on a source. Whose it is stands nowhere.
         */
        MarkOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["SourceKind"];
            /**
             * Incident Id
             * Format: uuid
             */
            incident_id: string;
            /** Receipt No */
            receipt_no: string;
            /** Reason */
            reason: string;
            /**
             * Marked At
             * Format: date-time
             */
            marked_at: string;
            /** Marked By */
            marked_by: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Is Running */
            is_running: boolean;
            /** Held Count */
            held_count: number;
            /** Lifted At */
            lifted_at: string | null;
            /** Lifted By */
            lifted_by: string;
            /** Lifted Why */
            lifted_why: string;
        };
        /** MarkIn */
        MarkIn: {
            /** Kinds */
            kinds: components["schemas"]["SourceKind"][];
            /** Hours */
            hours: number;
            /** Reason */
            reason: string;
        };
        /** LiftIn */
        LiftIn: {
            /** Reason */
            reason: string;
        };
        /**
         * HeldOut
         * @description A report that waits for a second person. ``may_decide`` is off for whoever made the mark.
         */
        HeldOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            /** Words */
            words: string;
            identity: components["schemas"]["Identity"];
            /**
             * Held At
             * Format: date-time
             */
            held_at: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
            mark: components["schemas"]["MarkOut"] | null;
            /** May Decide */
            may_decide: boolean;
            /** May Dismiss */
            may_dismiss: boolean;
        };
        /** DismissIn */
        DismissIn: {
            /** Remark */
            remark: string;
        };
        /**
         * FoldedOut
         * @description A report that was folded into another: its own words.
         */
        FoldedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            /** Words */
            words: string;
            identity: components["schemas"]["Identity"];
        };
        /** FoldIn */
        FoldIn: {
            /**
             * Head Id
             * Format: uuid
             */
            head_id: string;
        };
        /**
         * SimilarOut
         * @description Another matter close by. ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another.
         */
        SimilarOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            /** Distance M */
            distance_m: number;
            /** Likeness */
            likeness: number;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * SeenOut
         * @description Who has opened it, in which post, and when first and last.
         */
        SeenOut: {
            /** Person Name */
            person_name: string;
            /** Role */
            role: string;
            /** Unit Name */
            unit_name: string;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /**
         * DispatchReceiversOut
         * @description Receivers, and the limit and deadline that dispatching now would set.
         */
        DispatchReceiversOut: {
            /** Rows */
            rows: components["schemas"]["ReceiverOut"][];
            /** Handle Limit */
            handle_limit: string;
            /** Due At */
            due_at: string | null;
        };
        /**
         * ReceiverOut
         * @description A unit that may be given the matter, why it is proposed, and what it has in hand.
         */
        ReceiverOut: {
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Is Responsible */
            is_responsible: boolean;
            /** Reason */
            reason: string;
            /** Reason En */
            reason_en: string;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Due Soon */
            due_soon: number;
            /** People */
            people: number;
            /** Fullness */
            fullness: string;
            /** Fullness Label */
            fullness_label: string;
            /** Fullness Label En */
            fullness_label_en: string;
        };
        /**
         * OpenWorkOut
         * @description A post's open work, and who could take it over. ``hidden`` counts confidential tips the asker may not see.
         */
        OpenWorkOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Post Title */
            post_title: string;
            /** Holder Name */
            holder_name: string;
            /** Rows */
            rows: components["schemas"]["OpenWorkRowOut"][];
            /** Total */
            total: number;
            /** Hidden */
            hidden: number;
            /** Takers */
            takers: components["schemas"]["TakerOut"][];
        };
        /**
         * OpenWorkRowOut
         * @description A matter in a post's hands; without its title for those who may hand it over but not read it.
         */
        OpenWorkRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Due At */
            due_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * TakerOut
         * @description A held post of the same unit that can take work over.
         */
        TakerOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            /** Person Name */
            person_name: string;
        };
        /**
         * HandedOverOut
         * @description How many went over, how many of them unseen by who did it, and how many are left for another call.
         */
        HandedOverOut: {
            /** Moved */
            moved: number;
            /** Unseen */
            unseen: number;
            /** Left */
            left: number;
        };
        /**
         * HandOverWorkIn
         * @description Without ``incident_ids`` all of it, 200 at a time.
         */
        HandOverWorkIn: {
            /**
             * To Post Id
             * Format: uuid
             */
            to_post_id: string;
            /** Incident Ids */
            incident_ids?: string[] | null;
            /** Remark */
            remark: string;
        };
        /** PreservedOut */
        PreservedOut: {
            /**
             * Incident Id
             * Format: uuid
             */
            incident_id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            /**
             * Since At
             * Format: date-time
             */
            since_at: string;
            /** By Name */
            by_name: string;
            /** Reason */
            reason: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
        };
        /** PreserveIn */
        PreserveIn: {
            /** Receipt No */
            receipt_no: string;
            /** Reason */
            reason: string;
            /**
             * Until At
             * Format: date-time
             */
            until_at: string;
        };
        /** EndIn */
        EndIn: {
            /** Receipt No */
            receipt_no: string;
            /** Reason */
            reason: string;
        };
        /**
         * NearMatterOut
         * @description ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another; ``is_here``: in the same square.
         */
        NearMatterOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Class Name */
            class_name: string;
            /** Community Name */
            community_name: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** State Label En */
            state_label_en: string;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /** Closed On */
            closed_on: string | null;
            /** Is Overdue */
            is_overdue: boolean;
            square: components["schemas"]["SquareOut"] | null;
            /**
             * Public Id
             * Format: uuid
             */
            public_id: string;
            /** Likeness */
            likeness: number;
            /** Is Here */
            is_here: boolean;
        };
        /**
         * SquareOut
         * @description The middle of a square of about 250 m (WGS-84): the place is never told more finely.
         */
        SquareOut: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /** FollowedCourseOut */
        FollowedCourseOut: {
            /**
             * Public Id
             * Format: uuid
             */
            public_id: string;
            /**
             * Since At
             * Format: date-time
             */
            since_at: string;
            matter: components["schemas"]["PublicMatterOut"] | null;
            /** Steps */
            steps: components["schemas"]["PublicStepOut"][];
            /** Photos */
            photos: number;
        };
        /**
         * PublicMatterOut
         * @description A matter as everybody may see it: what, in which community, since which day, and how far it is.
         */
        PublicMatterOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Class Name */
            class_name: string;
            /** Community Name */
            community_name: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** State Label En */
            state_label_en: string;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /** Closed On */
            closed_on: string | null;
            /** Is Overdue */
            is_overdue: boolean;
            square: components["schemas"]["SquareOut"] | null;
        };
        /** PublicStepOut */
        PublicStepOut: {
            action: components["schemas"]["Action"];
            /** Action Label */
            action_label: string;
            /** Action Label En */
            action_label_en: string;
            state: components["schemas"]["State"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Unit Name */
            unit_name: string;
        };
        /**
         * FollowedOut
         * @description A matter one follows; ``matter`` is null once it is not public any more. ``photos`` are numbered from 0.
         */
        FollowedOut: {
            /**
             * Public Id
             * Format: uuid
             */
            public_id: string;
            /**
             * Since At
             * Format: date-time
             */
            since_at: string;
            matter: components["schemas"]["PublicMatterOut"] | null;
        };
        /**
         * ClaimedOut
         * @description How many earlier reports were found by one's number.
         */
        ClaimedOut: {
            /** Claimed */
            claimed: number;
        };
        /**
         * MyLookOut
         * @description A recorded look at one's own data, from which unit, and with which report (if with any).
         */
        MyLookOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Viewer Name */
            viewer_name: string;
            /** Field */
            field: string;
            /** Purpose */
            purpose: string;
            /** Unit Name */
            unit_name: string;
            /** Incident Id */
            incident_id: string | null;
            /** Receipt No */
            receipt_no: string;
        };
        /**
         * HereIn
         * @description Where the reader stands, if they say so: it orders the list and is not kept.
         */
        HereIn: {
            /** Lon */
            lon?: number | null;
            /** Lat */
            lat?: number | null;
            /** @default wgs84 */
            datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
        };
        /**
         * TodayActionOut
         * @description What would carry it on.
         */
        TodayActionOut: {
            action: components["schemas"]["Action"];
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Operation Id */
            operation_id: string;
        };
        /**
         * TodayOut
         * @description ``waiting`` for this post, the most pressing first; ``watched`` is somebody else's turn.
         */
        TodayOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Waiting */
            waiting: components["schemas"]["TodayRowOut"][];
            /** Watched */
            watched: components["schemas"]["TodayRowOut"][];
            /** Is Capped */
            is_capped: boolean;
            /** Done Today */
            done_today: number;
        };
        /**
         * TodayRowOut
         * @description A matter of the list of today, and why it stands where it stands.
         */
        TodayRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
            why: components["schemas"]["Why"];
            /** Why Label */
            why_label: string;
            /** Why Label En */
            why_label_en: string;
            /** Distance M */
            distance_m: number | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Is Extension Asked */
            is_extension_asked: boolean;
            /** Is Question Asked */
            is_question_asked: boolean;
            /** Next Actions */
            next_actions: components["schemas"]["TodayActionOut"][];
        };
        /**
         * Why
         * @description Why it stands where it stands; the first that applies, in this order.
         * @enum {string}
         */
        Why: "overdue" | "urgent" | "may_overrun" | "due_today" | "near" | "later" | "waiting";
        /**
         * FigureKey
         * @description What is counted of one's own work.
         * @enum {string}
         */
        FigureKey: "reported" | "verified" | "handled" | "on_time" | "came_back" | "sent_back";
        /**
         * FigureOut
         * @description One own figure, the same of the days before, and how it is computed. ``of``: what it is a part of.
         */
        FigureOut: {
            key: components["schemas"]["FigureKey"];
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** How */
            how: string;
            /** How En */
            how_en: string;
            /** Count */
            count: number;
            /** Of */
            of: number | null;
            /** Before */
            before: number;
            /** Before Of */
            before_of: number | null;
        };
        /** OwnFiguresOut */
        OwnFiguresOut: {
            /** Days */
            days: number;
            /** Figures */
            figures: components["schemas"]["FigureOut"][];
        };
        /**
         * RowOut
         * @description An incident in a list.
         */
        RowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Colour */
            colour: string;
            /** Version */
            version: number;
            channel: components["schemas"]["Channel"];
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Scope Code */
            scope_code: string;
            /** Area Name */
            area_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Centre Name */
            centre_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Is Suspended */
            is_suspended: boolean;
            /** Is History */
            is_history: boolean;
            /**
             * Fold Count
             * @default 0
             */
            fold_count?: number;
        };
        /**
         * BucketOut
         * @description A tray of the inbox; ``is_capped`` where more than the count wait.
         */
        BucketOut: {
            /** Bucket */
            bucket: string;
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Count */
            count: number;
            /** Is Capped */
            is_capped: boolean;
        };
        /** InboxOut */
        InboxOut: {
            /** Buckets */
            buckets: components["schemas"]["BucketOut"][];
        };
        /** RevealOut */
        RevealOut: {
            /** Phone */
            phone: string;
        };
        /** RevealIn */
        RevealIn: {
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "contact_reporter" | "follow_up" | "answer_request" | "supervision";
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * LookOut
         * @description A recorded look at personal data.
         */
        LookOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Viewer Name */
            viewer_name: string;
            /** Field */
            field: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * LinkComponentIn
         * @description The sixteen digits on the thing; null takes the link off.
         */
        LinkComponentIn: {
            /** Component Code */
            component_code: string | null;
        };
        /** WatcherOut */
        WatcherOut: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Name */
            name: string;
            /** Post Title */
            post_title: string;
            /** Is Typing */
            is_typing: boolean;
        };
        /**
         * WatchIn
         * @description ``is_typing`` says that something is being written that is not sent yet.
         */
        WatchIn: {
            /**
             * Is Typing
             * @default false
             */
            is_typing?: boolean;
        };
        /** SignInOut */
        SignInOut: {
            /** Secret */
            secret: string;
            /** Must Change Password */
            must_change_password: boolean;
            /** Lasts Seconds */
            lasts_seconds: number;
        };
        /** SignInIn */
        SignInIn: {
            /** Username */
            username: string;
            /** Password */
            password: string;
            /**
             * Code
             * @default
             */
            code?: string;
        };
        /** MeOut */
        MeOut: {
            /** Person Id */
            person_id: string | null;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /** Scope */
            scope: string;
            /** Acting For Id */
            acting_for_id: string | null;
            post: components["schemas"]["PostOut"] | null;
            /** Area Path */
            area_path: string;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /** Posts */
            posts: components["schemas"]["PostOut"][];
            /** Must Change Password */
            must_change_password: boolean;
            /**
             * Is Held Back
             * @description 岗位要求两步验证，本次登录还没有。The post waits for a second factor.
             */
            is_held_back: boolean;
        };
        /**
         * Permission
         * @description Every act that needs leave. Which role carries which stands in one table, ``rules.PERMISSIONS``.
         * @enum {string}
         */
        Permission: "use_account" | "read_territory" | "read_items" | "manage_items" | "manage_calendar" | "manage_posts" | "manage_keys" | "read_adoption" | "delegate_post" | "manage_territory" | "read_audit" | "keep_audit" | "read_retention" | "preserve_records" | "read_notices" | "send_notices" | "write_announcements" | "upload_file" | "read_file" | "mask_file" | "import_rows" | "export_rows" | "approve_export" | "reveal_personal" | "mark_source" | "review_held" | "report_incident" | "report_tip" | "read_incident" | "watch_incident" | "track_incident" | "follow_incident" | "edit_report" | "accept_incident" | "correct_incident" | "escalate_incident" | "dispatch_incident" | "take_task" | "return_task" | "assign_task" | "handle_task" | "ask_extension" | "decide_extension" | "suspend_incident" | "verify_incident" | "close_incident" | "rate_incident" | "reopen_incident" | "void_incident" | "note_incident" | "hand_over_work" | "ask_reporter" | "answer_question" | "urge_incident" | "instruct_incident" | "sweep_clocks" | "read_ledger" | "manage_ledger" | "inspect_component" | "take_call" | "tell_of_calls";
        /** PostOut */
        PostOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            role: components["schemas"]["Role"];
            /** Area Code */
            area_code: string;
            /** Unit Id */
            unit_id: string | null;
            /** Unit Name */
            unit_name: string;
            /** Is Delegated */
            is_delegated: boolean;
        };
        /**
         * Role
         * @description What a post is for. A person may hold several posts and works in one at a time.
         * @enum {string}
         */
        Role: "public" | "resident" | "officer" | "grid_head" | "chief_grid_head" | "desk" | "commander" | "unit_head" | "handler" | "supervisor" | "inspector" | "administrator" | "machine" | "system";
        /** SwitchPostIn */
        SwitchPostIn: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
        };
        /** PasswordIn */
        PasswordIn: {
            /** Present */
            present: string;
            /** New */
            new: string;
        };
        /**
         * Strength
         * @description How well somebody proved who they are.
         * @enum {integer}
         */
        Strength: 0 | 1 | 2;
        /** TokenOut */
        TokenOut: {
            /**
             * Token Id
             * Format: uuid
             */
            token_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "session" | "token";
            /** Label */
            label: string;
            /** Post Title */
            post_title: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Way */
            way: string;
            /** Device */
            device: string;
            /** Network */
            network: string;
            strength: components["schemas"]["Strength"];
            /** Seen At */
            seen_at: string | null;
            /**
             * Is Current
             * @default false
             */
            is_current?: boolean;
        };
        /** IssuedTokenOut */
        IssuedTokenOut: {
            /**
             * Token Id
             * Format: uuid
             */
            token_id: string;
            /** Secret */
            secret: string;
        };
        /** TokenIn */
        TokenIn: {
            /** Label */
            label: string;
            /** Days */
            days: number;
        };
        /**
         * ProofWay
         * @description How somebody can prove again who they are.
         * @enum {string}
         */
        ProofWay: "code" | "password" | "sign_in";
        /**
         * SecondFactorOut
         * @description ``confirmed_at`` is empty where none is set up.
         */
        SecondFactorOut: {
            /** Confirmed At */
            confirmed_at: string | null;
            /** Last Used On */
            last_used_on: string | null;
            /** Recovery Codes Left */
            recovery_codes_left: number;
        };
        /** SecurityOut */
        SecurityOut: {
            /** Username */
            username: string;
            factor: components["schemas"]["SecondFactorOut"];
            proof_way: components["schemas"]["ProofWay"];
            /** Proved At */
            proved_at: string | null;
            /** Is Held Back */
            is_held_back: boolean;
        };
        /**
         * ProveAgainIn
         * @description ``code`` where a second factor is set up, else ``password``.
         */
        ProveAgainIn: {
            /**
             * Password
             * @default
             */
            password?: string;
            /**
             * Code
             * @default
             */
            code?: string;
        };
        /**
         * BegunFactorOut
         * @description ``picture`` is a QR code as rows of 0 and 1; ``address`` opens an app on the same phone.
         */
        BegunFactorOut: {
            /** Secret */
            secret: string;
            /** Address */
            address: string;
            /** Picture */
            picture: string[];
        };
        /** RecoveryCodesOut */
        RecoveryCodesOut: {
            /** Codes */
            codes: string[];
        };
        /** CodeIn */
        CodeIn: {
            /** Code */
            code: string;
        };
        /** EndedOut */
        EndedOut: {
            /** Ended */
            ended: number;
        };
        /** ReasonIn */
        ReasonIn: {
            /** Reason */
            reason: string;
        };
        /**
         * CodeSentOut
         * @description For how long the code is valid, and after how long another one may be asked for.
         */
        CodeSentOut: {
            /** Lasts Seconds */
            lasts_seconds: number;
            /** Again In Seconds */
            again_in_seconds: number;
        };
        /** PhoneIn */
        PhoneIn: {
            /** Phone */
            phone: string;
        };
        /** PhoneCodeIn */
        PhoneCodeIn: {
            /** Phone */
            phone: string;
            /** Code */
            code: string;
        };
        /**
         * KeptKind
         * @description What may be kept about somebody, in the words of the page on which they read it.
         * @enum {string}
         */
        KeptKind: "account_phone" | "sessions" | "containers" | "reports" | "reporter_phone" | "reporter_name" | "followed" | "files" | "notices" | "calls";
        /**
         * KeptOut
         * @description A kind of thing kept about oneself. ``retention_days`` is null for what stays as long as one wants it.
         */
        KeptOut: {
            kind: components["schemas"]["KeptKind"];
            /** Count */
            count: number;
            /** Purpose */
            purpose: string;
            /** Legal Basis */
            legal_basis: string;
            /** Retention Days */
            retention_days: number | null;
            /** Since At */
            since_at: string | null;
            /** Shown */
            shown: string | null;
        };
        /** GridTeamOut */
        GridTeamOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Officers */
            officers: string[];
            /** Heads */
            heads: string[];
        };
        /**
         * MyOfficerOut
         * @description Who serves a place; ``public_phone`` is the office's published number, never a person's own.
         */
        MyOfficerOut: {
            /** Area Code */
            area_code: string;
            /** Area Path */
            area_path: string;
            /** Centre Name */
            centre_name: string;
            /** Public Phone */
            public_phone: string;
            /** Grids */
            grids: components["schemas"]["GridTeamOut"][];
        };
        /**
         * ContainerSignInOut
         * @description Signed in, with ``secret``; or only recognised, with a ``ticket`` for linkContainer after signing in otherwise.
         */
        ContainerSignInOut: {
            /** Is Linked */
            is_linked: boolean;
            /** Secret */
            secret: string | null;
            /** Ticket */
            ticket: string | null;
            /** Lasts Seconds */
            lasts_seconds: number;
        };
        /**
         * Container
         * @description An app inside whose window our pages run, and which knows who holds the phone.
         * @enum {string}
         */
        Container: "wechat" | "wechatmini" | "wecom" | "dingtalk" | "alipay";
        /** ContainerCodeIn */
        ContainerCodeIn: {
            container: components["schemas"]["Container"];
            /** Code */
            code: string;
        };
        /**
         * BridgeConfigOut
         * @description What the page tells the container's script; an empty signature where none is wanted.
         */
        BridgeConfigOut: {
            container: components["schemas"]["Container"];
            /** App Id */
            app_id: string;
            /** Agent Id */
            agent_id: string;
            /** Timestamp */
            timestamp: number;
            /** Nonce */
            nonce: string;
            /** Signature */
            signature: string;
        };
        /** ContainerLinkOut */
        ContainerLinkOut: {
            /**
             * Link Id
             * Format: uuid
             */
            link_id: string;
            container: components["schemas"]["Container"];
            /** Wants Push */
            wants_push: boolean;
            /**
             * Linked At
             * Format: date-time
             */
            linked_at: string;
            /** Last Used On */
            last_used_on: string | null;
        };
        /** ContainerLinkIn */
        ContainerLinkIn: {
            /** Ticket */
            ticket: string;
        };
        /** ContainerPushIn */
        ContainerPushIn: {
            /** Wants Push */
            wants_push: boolean;
        };
        /**
         * ProviderOut
         * @description A sign-in provider as sign-in pages offer it; names are the operator's.
         */
        ProviderOut: {
            /** Key */
            key: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            serves: components["schemas"]["ProviderServes"];
        };
        /**
         * ProviderServes
         * @description Whom a sign-in provider knows.
         * @enum {string}
         */
        ProviderServes: "staff" | "residents" | "everybody";
        /**
         * ProviderStartOut
         * @description Where the browser goes now. The answer's cookie must come back with the proof.
         */
        ProviderStartOut: {
            /** Address */
            address: string;
        };
        /**
         * ProviderStartIn
         * @description ``next_page``: where to go on afterwards, a page of this platform. ``is_fresh``: the provider must ask again.
         */
        ProviderStartIn: {
            /** Next Page */
            next_page: string;
            /**
             * Is Fresh
             * @default false
             */
            is_fresh?: boolean;
        };
        /** ProviderSignInOut */
        ProviderSignInOut: {
            /** Secret */
            secret: string;
            /** Lasts Seconds */
            lasts_seconds: number;
            /** Next Page */
            next_page: string;
        };
        /**
         * ProviderFinishIn
         * @description What the provider's redirect brought: ``proof`` is its ``code`` or ``ticket``.
         */
        ProviderFinishIn: {
            /** Provider Key */
            provider_key: string;
            /** State */
            state: string;
            /** Proof */
            proof?: string | null;
            /** Issuer */
            issuer?: string | null;
            /** Error */
            error?: string | null;
        };
        /** ProviderLinkOut */
        ProviderLinkOut: {
            /**
             * Link Id
             * Format: uuid
             */
            link_id: string;
            /** Provider */
            provider: string;
            /**
             * Linked At
             * Format: date-time
             */
            linked_at: string;
            /** Last Used On */
            last_used_on: string | null;
        };
        /** ProviderLinkedOut */
        ProviderLinkedOut: {
            /** Next Page */
            next_page: string;
        };
        /** ProviderLinkStartIn */
        ProviderLinkStartIn: {
            /** Next Page */
            next_page: string;
        };
        /**
         * ProviderSignOutOut
         * @description Where the browser also signs out over there; none where no provider opened the session.
         */
        ProviderSignOutOut: {
            /** Address */
            address: string | null;
        };
        /**
         * ProviderSignOutIn
         * @description ``next_page``: the page of this platform that the provider leads back to.
         */
        ProviderSignOutIn: {
            /** Next Page */
            next_page: string;
        };
        /** ColleagueOut */
        ColleagueOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            /** Person Id */
            person_id: string | null;
            /** Person Name */
            person_name: string;
        };
        /** NearColleagueOut */
        NearColleagueOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Person Name */
            person_name: string;
            /** Unit Name */
            unit_name: string;
        };
        /** NewId */
        NewId: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** DelegationIn */
        DelegationIn: {
            /**
             * To Person Id
             * Format: uuid
             */
            to_person_id: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
        };
        /** DelegationOut */
        DelegationOut: {
            /**
             * Delegation Id
             * Format: uuid
             */
            delegation_id: string;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Post Title */
            post_title: string;
            /**
             * From Person Id
             * Format: uuid
             */
            from_person_id: string;
            /** From Name */
            from_name: string;
            /**
             * To Person Id
             * Format: uuid
             */
            to_person_id: string;
            /** To Name */
            to_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Reason */
            reason: string;
            /** Revoked At */
            revoked_at: string | null;
        };
        /** HeldPostOut */
        HeldPostOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            role: components["schemas"]["Role"];
            /** Area Code */
            area_code: string;
            /** Unit Id */
            unit_id: string | null;
            /** Unit Name */
            unit_name: string;
            /** Holder Id */
            holder_id: string | null;
            /** Holder Name */
            holder_name: string;
        };
        /** HeldPostPage */
        HeldPostPage: {
            /** Rows */
            rows: components["schemas"]["HeldPostOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PostIn */
        PostIn: {
            /** Title */
            title: string;
            role: components["schemas"]["Role"];
            /** Area Code */
            area_code: string;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
        };
        /** HolderIn */
        HolderIn: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
        };
        /** NewcomerOut */
        NewcomerOut: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Username */
            username: string;
            /** One Time Password */
            one_time_password: string;
        };
        /** NewcomerIn */
        NewcomerIn: {
            /** Name */
            name: string;
            /** Username */
            username: string;
        };
        /** StaffOut */
        StaffOut: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Name */
            name: string;
        };
        /** OneTimePasswordOut */
        OneTimePasswordOut: {
            /** One Time Password */
            one_time_password: string;
        };
        /**
         * ResetOut
         * @description The same for every name.
         */
        ResetOut: {
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
        };
        /** ResetIn */
        ResetIn: {
            /** Username */
            username: string;
            /** Contact */
            contact: string;
        };
        /**
         * RequestOut
         * @description ``contact`` is what was typed in public: make sure by other means that it is that person.
         */
        RequestOut: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Contact */
            contact: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Times */
            times: number;
            /** Posts */
            posts: components["schemas"]["StaffPostOut"][];
        };
        /** StaffPostOut */
        StaffPostOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            role: components["schemas"]["Role"];
            /** Area Code */
            area_code: string;
            /** Unit Id */
            unit_id: string | null;
            /** Unit Name */
            unit_name: string;
        };
        /** RemarkIn */
        RemarkIn: {
            /** Remark */
            remark: string;
        };
        /**
         * AccountState
         * @description Where somebody's account stands.
         * @enum {string}
         */
        AccountState: "in_use" | "waiting" | "lapsed" | "closed" | "none";
        /**
         * StaffFilter
         * @description ``idle_days``: not signed in for so long, or never. Leavers only show with ``state=closed``.
         *
         *     ``active_days``, ``has_signed_in`` and ``is_counted`` open the lists behind the adoption figures.
         */
        StaffFilter: {
            /** Area Code */
            area_code?: string | null;
            /**
             * Words
             * @default
             */
            words?: string;
            role?: components["schemas"]["Role"] | null;
            /** Unit Id */
            unit_id?: string | null;
            state?: components["schemas"]["AccountState"] | null;
            /** Idle Days */
            idle_days?: number | null;
            /** Active Days */
            active_days?: number | null;
            /** Has Signed In */
            has_signed_in?: boolean | null;
            /**
             * Is Counted
             * @default false
             */
            is_counted?: boolean;
        };
        /**
         * StaffMemberOut
         * @description ``is_kept`` says whether all of their posts lie in the administrator's area, so that they may be changed.
         */
        StaffMemberOut: {
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Name */
            name: string;
            /** Username */
            username: string;
            /** Phone */
            phone: string | null;
            state: components["schemas"]["AccountState"];
            /** Last Active On */
            last_active_on: string | null;
            /** Posts */
            posts: components["schemas"]["StaffPostOut"][];
            /** Is Kept */
            is_kept: boolean;
        };
        /** StaffPage */
        StaffPage: {
            /** Rows */
            rows: components["schemas"]["StaffMemberOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * FileFormat
         * @description What can be written; reading also takes ``.csv.gz``.
         * @enum {string}
         */
        FileFormat: "xlsx" | "csv";
        /** HoldingOut */
        HoldingOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            /** Unit Name */
            unit_name: string;
            /**
             * From On
             * Format: date
             */
            from_on: string;
            /** To On */
            to_on: string | null;
        };
        /** StaffFileOut */
        StaffFileOut: {
            member: components["schemas"]["StaffMemberOut"];
            /** Holdings */
            holdings: components["schemas"]["HoldingOut"][];
            request: components["schemas"]["RequestOut"] | null;
            /** Has Second Factor */
            has_second_factor: boolean;
        };
        /** StaffNameIn */
        StaffNameIn: {
            /** Name */
            name: string;
        };
        /** StaffPhoneIn */
        StaffPhoneIn: {
            /** Phone */
            phone: string;
        };
        /**
         * RetiredOut
         * @description The posts that are vacant now; their open work is handed over post by post.
         */
        RetiredOut: {
            /** Posts */
            posts: components["schemas"]["StaffPostOut"][];
        };
        /** RetireIn */
        RetireIn: {
            /** Reason */
            reason: string;
        };
        /** ReopenedOut */
        ReopenedOut: {
            /** One Time Password */
            one_time_password: string;
        };
        /**
         * RoleOut
         * @description What a role may do and sees, and how many posts of one's area have it.
         */
        RoleOut: {
            role: components["schemas"]["Role"];
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            /** Sees By Area */
            sees_by_area: boolean;
            /** Posts */
            posts: number;
            /** Held */
            held: number;
        };
        /**
         * AdoptionFiguresOut
         * @description ``whole`` counts everybody once; whoever works in two units counts in both of ``units``.
         */
        AdoptionFiguresOut: {
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Days */
            days: number;
            whole: components["schemas"]["AdoptionOut"];
            /** Units */
            units: components["schemas"]["UnitAdoptionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AdoptionOut
         * @description Accounts signed in with in the last days, earlier, or never.
         */
        AdoptionOut: {
            /** Accounts */
            accounts: number;
            /** Active */
            active: number;
            /** Idle */
            idle: number;
            /** Never */
            never: number;
            /** Last Active On */
            last_active_on: string | null;
        };
        /** UnitAdoptionOut */
        UnitAdoptionOut: {
            /** Accounts */
            accounts: number;
            /** Active */
            active: number;
            /** Idle */
            idle: number;
            /** Never */
            never: number;
            /** Last Active On */
            last_active_on: string | null;
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Unit Name */
            unit_name: string;
            /** Kind */
            kind: string;
            /** Area Code */
            area_code: string;
        };
        /**
         * AreaKind
         * @description What kind of ground an area is; grids are urban, rural or special 专属网格.
         * @enum {string}
         */
        AreaKind: "urban" | "rural" | "special";
        /** AreaOut */
        AreaOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            kind: components["schemas"]["AreaKind"];
        };
        /** LocatedOut */
        LocatedOut: {
            /** Area Code */
            area_code: string;
            /** Path */
            path: components["schemas"]["AreaOut"][];
            /** Special Grid Code */
            special_grid_code: string | null;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * OutlineOut
         * @description An area as it is drawn. ``relation`` to the area asked for: self, child or beside.
         */
        OutlineOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            kind: components["schemas"]["AreaKind"];
            /** Relation */
            relation: string;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
        };
        /** UnitOut */
        UnitOut: {
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Area Code */
            area_code: string;
            /** Parent Id */
            parent_id: string | null;
            /** Is Government */
            is_government: boolean;
            /** Is Active */
            is_active: boolean;
            /** Public Phone */
            public_phone: string;
        };
        /** UnitPage */
        UnitPage: {
            /** Rows */
            rows: components["schemas"]["UnitOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** UnitId */
        UnitId: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** UnitIn */
        UnitIn: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Area Code */
            area_code: string;
            /** Parent Id */
            parent_id?: string | null;
            /**
             * Is Government
             * @default true
             */
            is_government?: boolean;
        };
        /** UnitNameIn */
        UnitNameIn: {
            /** Name */
            name: string;
        };
        /** UnitPhoneIn */
        UnitPhoneIn: {
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /** EntryOut */
        EntryOut: {
            /** Entry Id */
            entry_id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Person Id */
            person_id: string | null;
            /** Actor Name */
            actor_name: string;
            /** Role */
            role: string;
            /** Acting For Id */
            acting_for_id: string | null;
            /** Permission */
            permission: string;
            /** Target */
            target: string;
            /** Area Code */
            area_code: string;
            /** Change */
            change: {
                [key: string]: unknown;
            };
        };
        /** EntryPage */
        EntryPage: {
            /** Rows */
            rows: components["schemas"]["EntryOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** AuditStateOut */
        AuditStateOut: {
            recent: components["schemas"]["VerificationOut"];
            last_whole: components["schemas"]["VerificationOut"] | null;
            walk: components["schemas"]["WalkOut"] | null;
            /** Witnesses */
            witnesses: components["schemas"]["WitnessOut"][];
        };
        /**
         * Fault
         * @description What can be wrong with the audit.
         * @enum {string}
         */
        Fault: "entry_changed" | "entry_deleted" | "entry_inserted" | "entry_from_future" | "seal_changed" | "seal_deleted" | "anchor_differs" | "anchor_deleted" | "anchor_broken" | "witness_differs" | "witness_broken" | "other_key";
        /** FindingOut */
        FindingOut: {
            fault: components["schemas"]["Fault"];
            /** Seal Number */
            seal_number: number | null;
            /** Entry Id */
            entry_id: number | null;
            /** Text */
            text: string;
            /** Text En */
            text_en: string;
        };
        /** VerificationOut */
        VerificationOut: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /** Seal Count */
            seal_count: number;
            /** Entry Count */
            entry_count: number;
            /** Unsealed Count */
            unsealed_count: number;
            /** Anchor Count */
            anchor_count: number;
            /** Witness Count */
            witness_count: number;
            /** Is Intact */
            is_intact: boolean;
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
        };
        /**
         * WalkOut
         * @description A whole verification: how far it is; ``finished_at`` is empty while it goes on.
         */
        WalkOut: {
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Finished At */
            finished_at: string | null;
            /** Seal Total */
            seal_total: number;
            /** Seals Done */
            seals_done: number;
            /** Entries Done */
            entries_done: number;
            /** Finding Count */
            finding_count: number;
        };
        /**
         * WitnessOut
         * @description Who outside saw the anchors: the last seal, and when by their own clock.
         */
        WitnessOut: {
            /** Name */
            name: string;
            /** Last Seal */
            last_seal: number | null;
            /** Last At */
            last_at: string | null;
            /** Proofs */
            proofs: number;
        };
        /**
         * ActKind
         * @description In which way somebody got to see, or to take along, what not everybody sees.
         * @enum {string}
         */
        ActKind: "opened" | "searched" | "exported" | "listened" | "export_asked" | "export_decided" | "export_made" | "downloaded" | "list_taken" | "inspected";
        /** LookFilter */
        LookFilter: {
            /** Person Id */
            person_id?: string | null;
            /** Subject Id */
            subject_id?: string | null;
            /**
             * Target
             * @default
             */
            target?: string;
            /**
             * Words
             * @default
             */
            words?: string;
            purpose?: components["schemas"]["Purpose"] | null;
            /**
             * Area
             * @default
             */
            area?: string;
            /**
             * Kind
             * @default []
             */
            kind?: ("opened" | "searched" | "exported" | "listened" | "export_asked" | "export_decided" | "export_made" | "downloaded" | "list_taken" | "inspected")[];
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * Purpose
         * @description Why somebody looks at a personal field. Recorded with every look; the person may ask for the list.
         * @enum {string}
         */
        Purpose: "contact_reporter" | "follow_up" | "answer_request" | "supervision" | "export";
        /**
         * InspectedLookOut
         * @description One act of looking or taking along. Whose data it was is a number, never a name.
         */
        InspectedLookOut: {
            /** Key */
            key: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            kind: components["schemas"]["ActKind"];
            /** Kind Label */
            kind_label: string;
            /** Kind Label En */
            kind_label_en: string;
            /** Person Id */
            person_id: string | null;
            /** Viewer Name */
            viewer_name: string;
            /** Post Title */
            post_title: string;
            /** Unit Name */
            unit_name: string;
            /** Field */
            field: string;
            /** Target */
            target: string;
            /** Subject Id */
            subject_id: string | null;
            /** Purpose */
            purpose: string;
            /** Remark */
            remark: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Viewer Area */
            viewer_area: string;
            /** Viewer Area Name */
            viewer_area_name: string;
            /** Rows */
            rows: number | null;
            /** Is Clear */
            is_clear: boolean;
            /** Signs */
            signs: components["schemas"]["Sign"][];
        };
        /** InspectedLookPage */
        InspectedLookPage: {
            /** Rows */
            rows: components["schemas"]["InspectedLookOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Sign
         * @description What stands out of an act, or of several. Each says a fact; whether it was right is for people to ask.
         * @enum {string}
         */
        Sign: "many_in_an_hour" | "at_night" | "outside_area" | "same_again" | "large_export";
        /**
         * StandoutOut
         * @description Acts that stand out by one plain rule; the list behind them is found by the same facts.
         */
        StandoutOut: {
            sign: components["schemas"]["Sign"];
            /** Words */
            words: string;
            /** Words En */
            words_en: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /** Viewer Name */
            viewer_name: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Count */
            count: number;
            /** Subject Id */
            subject_id: string | null;
            /** Target */
            target: string;
        };
        /** KeyOut */
        KeyOut: {
            /**
             * Key Id
             * Format: uuid
             */
            key_id: string;
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /** Area Code */
            area_code: string;
            /** Unit Id */
            unit_id: string | null;
            /** Unit Name */
            unit_name: string;
            /** Grants */
            grants: string[];
            /** Networks */
            networks: string[];
            /** Rate Per Minute */
            rate_per_minute: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Name */
            created_by_name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Last Used On */
            last_used_on: string | null;
            /** Old Ends At */
            old_ends_at: string | null;
        };
        /**
         * KeysOut
         * @description The keys of one's area, and what a key can be given at all.
         */
        KeysOut: {
            /** Keys */
            keys: components["schemas"]["KeyOut"][];
            /** Grantable */
            grantable: components["schemas"]["Permission"][];
            /** Longest Days */
            longest_days: number;
            /** Most Per Minute */
            most_per_minute: number;
        };
        /** IssuedKeyOut */
        IssuedKeyOut: {
            /**
             * Key Id
             * Format: uuid
             */
            key_id: string;
            /** Secret */
            secret: string;
        };
        /** KeyIn */
        KeyIn: {
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /** Area Code */
            area_code: string;
            /** Unit Id */
            unit_id?: string | null;
            /** Grants */
            grants: components["schemas"]["Permission"][];
            /**
             * Networks
             * @default []
             */
            networks?: string[];
            /**
             * Rate Per Minute
             * @default 60
             */
            rate_per_minute?: number;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** RotateIn */
        RotateIn: {
            /**
             * Overlap Hours
             * @default 24
             */
            overlap_hours?: number;
        };
        /**
         * FileKind
         * @description What a file is, decided by its content.
         * @enum {string}
         */
        FileKind: "photo" | "video" | "voice" | "document";
        /**
         * FileOut
         * @description A stored file. Its position is what the device wrote: a hint to be confirmed on the map.
         */
        FileOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["FileKind"];
            /** Media Type */
            media_type: string;
            /** Size Bytes */
            size_bytes: number;
            /** Width */
            width: number | null;
            /** Height */
            height: number | null;
            /** Duration Ms */
            duration_ms: number | null;
            /** Taken At */
            taken_at: string | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            position_datum: components["schemas"]["PositionDatum"] | null;
            /** Faces Masked */
            faces_masked: number;
            /** Plates Masked */
            plates_masked: number;
            /** Drawn Masked */
            drawn_masked: number;
            /** Doubtful Spots */
            doubtful_spots: number;
            /** Publish Blocked */
            publish_blocked: boolean;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Thumbnails */
            thumbnails: number[];
        };
        /**
         * PositionDatum
         * @description Where a position comes from. Some phones sold in China write GCJ-02 into EXIF against the standard, and the
         *     picture cannot tell: a position from a picture is a hint to be confirmed on the map, never proof.
         * @enum {string}
         */
        PositionDatum: "wgs84_exif";
        /**
         * BoxIn
         * @description A box in the stored photo's pixels.
         */
        BoxIn: {
            /** Left */
            left: number;
            /** Top */
            top: number;
            /** Width */
            width: number;
            /** Height */
            height: number;
        };
        /** MaskIn */
        MaskIn: {
            /** Boxes */
            boxes: components["schemas"]["BoxIn"][];
        };
        /** ColumnOut */
        ColumnOut: {
            /** Name */
            name: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Required */
            required: boolean;
            /** Example */
            example: string;
            /** Note Zh */
            note_zh: string;
            /** Note En */
            note_en: string;
        };
        /** SheetOut */
        SheetOut: {
            /** Key */
            key: string;
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Options */
            options: components["schemas"]["ColumnOut"][];
            /** Can Undo */
            can_undo: boolean;
        };
        /**
         * BatchAction
         * @description What people ask of a batch.
         * @enum {string}
         */
        BatchAction: "map" | "check" | "start" | "stop" | "continue" | "undo";
        /**
         * BatchOut
         * @description Where a batch stands; ``progress`` runs from 0 to 1 while it is being checked, written or undone.
         */
        BatchOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Sheet Key */
            sheet_key: string;
            state: components["schemas"]["BatchState"];
            /** State Zh */
            state_zh: string;
            /** State En */
            state_en: string;
            /** Actions */
            actions: components["schemas"]["BatchAction"][];
            /** Round */
            round: number;
            /** File Name */
            file_name: string;
            /** Size Bytes */
            size_bytes: number;
            /** Worksheet */
            worksheet: string;
            /** Encoding */
            encoding: string;
            /** Header Row */
            header_row: number;
            /** Headers */
            headers: components["schemas"]["HeaderOut"][];
            mapping_source: components["schemas"]["MappingSource"];
            /** Options */
            options: {
                [key: string]: string;
            };
            /** Total Rows */
            total_rows: number | null;
            /** Done Rows */
            done_rows: number;
            /** Progress */
            progress: number | null;
            /** Written Rows */
            written_rows: number;
            /** Skipped Rows */
            skipped_rows: number;
            /** Bad Rows */
            bad_rows: number;
            /** Undone Rows */
            undone_rows: number;
            /** Kept Rows */
            kept_rows: number;
            trouble: components["schemas"]["TroubleOut"] | null;
            /** Actor Name */
            actor_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Is File Kept */
            is_file_kept: boolean;
        };
        /** BatchPageOut */
        BatchPageOut: {
            /** Rows */
            rows: components["schemas"]["BatchOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * BatchState
         * @description Where a batch stands.
         * @enum {string}
         */
        BatchState: "uploaded" | "checking" | "checked" | "writing" | "stopped" | "finished" | "undoing" | "undone";
        /** HeaderOut */
        HeaderOut: {
            /** Header */
            header: string;
            /** Column */
            column: string | null;
        };
        /**
         * MappingSource
         * @description How the present mapping came about.
         * @enum {string}
         */
        MappingSource: "guessed" | "remembered" | "chosen";
        /** TroubleOut */
        TroubleOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
        };
        /**
         * MappingIn
         * @description ``columns`` says, header by header, under which column it is imported; null leaves it out.
         */
        MappingIn: {
            /** Columns */
            columns: (string | null)[];
            /** Options */
            options?: {
                [key: string]: string;
            };
            /** Header Row */
            header_row?: number | null;
        };
        /** FaultOut */
        FaultOut: {
            /** Column */
            column: string | null;
            /** Message Zh */
            message_zh: string;
            /** Message En */
            message_en: string;
        };
        /** FaultPageOut */
        FaultPageOut: {
            /** Rows */
            rows: components["schemas"]["FaultyRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** FaultyRowOut */
        FaultyRowOut: {
            /** Number */
            number: number;
            /** Faults */
            faults: components["schemas"]["FaultOut"][];
        };
        /**
         * SourceOut
         * @description ``may_take_clear`` says whether the post may ask for personal columns in the clear at all.
         */
        SourceOut: {
            /** Key */
            key: string;
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
            /** Columns */
            columns: components["schemas"]["TakenColumnOut"][];
            /** May Take Clear */
            may_take_clear: boolean;
            /** Most Rows */
            most_rows: number;
            /** Most Clear Rows */
            most_clear_rows: number;
            /** Keep Hours */
            keep_hours: number;
        };
        /**
         * TakenColumnOut
         * @description A personal column is masked unless somebody else has agreed to the clear text.
         */
        TakenColumnOut: {
            /** Name */
            name: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Is Personal */
            is_personal: boolean;
            /** Is Usual */
            is_usual: boolean;
        };
        /**
         * ExportAction
         * @description What can be done with an export; the queue's own last.
         * @enum {string}
         */
        ExportAction: "approve" | "refuse" | "stop" | "download" | "begin" | "finish" | "fail" | "expire";
        /**
         * ExportOut
         * @description Where an export stands; ``progress`` runs from 0 to 1 while rows are read, None while their number is unknown.
         */
        ExportOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source */
            source: string;
            /** Source Zh */
            source_zh: string;
            /** Source En */
            source_en: string;
            state: components["schemas"]["ExportState"];
            /** State Zh */
            state_zh: string;
            /** State En */
            state_en: string;
            /** Actions */
            actions: components["schemas"]["ExportAction"][];
            /** Is Own */
            is_own: boolean;
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Filter Zh */
            filter_zh: string;
            /** Filter En */
            filter_en: string;
            /** Columns */
            columns: components["schemas"]["TakenColumnOut"][];
            /** Is Clear */
            is_clear: boolean;
            language: components["schemas"]["Language"];
            /** Purpose */
            purpose: string;
            /** Actor Name */
            actor_name: string;
            /** Unit Name */
            unit_name: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By Name */
            decided_by_name: string;
            /** Decision Remark */
            decision_remark: string;
            /** Total Rows */
            total_rows: number | null;
            /** Done Rows */
            done_rows: number;
            /** Progress */
            progress: number | null;
            trouble: components["schemas"]["ExportTroubleOut"] | null;
            /** File Name */
            file_name: string;
            /** Size Bytes */
            size_bytes: number | null;
            /** Sha256 */
            sha256: string;
            /** Downloads */
            downloads: number;
            /** Downloaded At */
            downloaded_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Expires At */
            expires_at: string | null;
        };
        /** ExportPageOut */
        ExportPageOut: {
            /** Rows */
            rows: components["schemas"]["ExportOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ExportState
         * @description Where an export stands.
         * @enum {string}
         */
        ExportState: "waiting" | "asked" | "running" | "ready" | "refused" | "failed" | "stopped" | "expired";
        /** ExportTroubleOut */
        ExportTroubleOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
        };
        /**
         * Language
         * @description In which headers and words of state are written.
         * @enum {string}
         */
        Language: "zh" | "en";
        /**
         * ExportIn
         * @description ``filter`` is the list's own query, name by name, as it stands in the list's address.
         */
        ExportIn: {
            /** Source */
            source: string;
            /** Filter */
            filter?: {
                [key: string]: string | string[];
            };
            /** Columns */
            columns: string[];
            /**
             * Is Clear
             * @default false
             */
            is_clear?: boolean;
            /** Purpose */
            purpose: string;
            /** @default zh */
            language?: components["schemas"]["Language"];
        };
        /**
         * PreviewOut
         * @description ``is_capped`` where there are more rows than were counted.
         */
        PreviewOut: {
            /** Filter Zh */
            filter_zh: string;
            /** Filter En */
            filter_en: string;
            /** Rows */
            rows: number;
            /** Is Capped */
            is_capped: boolean;
        };
        /** PreviewIn */
        PreviewIn: {
            /** Source */
            source: string;
            /** Filter */
            filter?: {
                [key: string]: string | string[];
            };
        };
        /** DecisionIn */
        DecisionIn: {
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * NoticeOut
         * @description ``times`` says how often it happened: like notices are counted up while unread.
         */
        NoticeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
            /** Body Zh */
            body_zh: string;
            /** Body En */
            body_en: string;
            /** Target */
            target: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Times */
            times: number;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Read At */
            read_at: string | null;
        };
        /** NoticePageOut */
        NoticePageOut: {
            /** Rows */
            rows: components["schemas"]["NoticeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** UnreadOut */
        UnreadOut: {
            /** Unread */
            unread: number;
        };
        /** MarkedOut */
        MarkedOut: {
            /** Marked */
            marked: number;
        };
        /**
         * UntilIn
         * @description ``until`` is the ``at`` of the newest notice that was shown.
         */
        UntilIn: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * AnnouncementOut
         * @description ``is_mine`` says that the asker stands where it came from; ``is_received`` that their post received it.
         *
         *     ``receivers`` is empty until it is out. Empty ``roles`` and ``unit_ids`` mean all.
         */
        AnnouncementOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
            /** Words */
            words: string;
            /** Area Codes */
            area_codes: string[];
            /** Area Names */
            area_names: string[];
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Unit Ids */
            unit_ids: string[];
            /** Must Confirm */
            must_confirm: boolean;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
            /** Until At */
            until_at: string | null;
            /** Author Name */
            author_name: string;
            /** Author Unit Name */
            author_unit_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Receivers */
            receivers: number | null;
            /** Withdrawn At */
            withdrawn_at: string | null;
            /** Withdrawn Reason */
            withdrawn_reason: string;
            /** Is Over */
            is_over: boolean;
            /** Is Mine */
            is_mine: boolean;
            /** Is Received */
            is_received: boolean;
            /** Confirmed At */
            confirmed_at: string | null;
        };
        /** AnnouncementPage */
        AnnouncementPage: {
            /** Rows */
            rows: components["schemas"]["AnnouncementOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** AnnouncementId */
        AnnouncementId: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * AnnouncementIn
         * @description Without areas it goes to the whole of one's own; empty roles and units mean all.
         */
        AnnouncementIn: {
            /** Title */
            title: string;
            /** Words */
            words: string;
            /** Area Codes */
            area_codes?: string[];
            /** Roles */
            roles?: components["schemas"]["Role"][];
            /** Unit Ids */
            unit_ids?: string[];
            /** From At */
            from_at?: string | null;
            /** Until At */
            until_at?: string | null;
            /**
             * Must Confirm
             * @default false
             */
            must_confirm?: boolean;
        };
        /** ReceiversOut */
        ReceiversOut: {
            /** Posts */
            posts: number;
            /** Units */
            units: number;
        };
        /** UnitConfirmationsOut */
        UnitConfirmationsOut: {
            /** Unit Id */
            unit_id: string | null;
            /** Unit Name */
            unit_name: string;
            /** Posts */
            posts: number;
            /** Confirmed */
            confirmed: number;
        };
        /** WithdrawIn */
        WithdrawIn: {
            /** Reason */
            reason: string;
        };
        /**
         * Lapse
         * @description What the watch tells of.
         * @enum {string}
         */
        Lapse: "never_ran" | "ran_late" | "failed" | "left_over";
        /**
         * Pace
         * @description How often a kind is gone through.
         * @enum {string}
         */
        Pace: "hourly" | "daily";
        /**
         * RetentionOut
         * @description One kind of thing. ``keep_days`` is null where the period is not one of days; see ``keep_zh``.
         *
         *     ``overdue`` counts what is still there two days after its period; ``last_at`` is null for what never goes.
         */
        RetentionOut: {
            /** Key */
            key: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Keep Zh */
            keep_zh: string;
            /** Keep En */
            keep_en: string;
            /** Keep Days */
            keep_days: number | null;
            /** End Zh */
            end_zh: string;
            /** End En */
            end_en: string;
            /** Basis Zh */
            basis_zh: string;
            /** Basis En */
            basis_en: string;
            pace: components["schemas"]["Pace"] | null;
            /** Last At */
            last_at: string | null;
            /** Last Gone */
            last_gone: number;
            /** Last Ms */
            last_ms: number;
            /** Gone Lately */
            gone_lately: number;
            /** Runs Lately */
            runs_lately: number;
            /** Overdue */
            overdue: number;
            /** Faults */
            faults: components["schemas"]["Lapse"][];
        };
        /**
         * LiveOut
         * @description ``url`` may lack the host (same as the page's) or begin with a port (same host, other port).
         */
        LiveOut: {
            /** Url */
            url: string;
            /** Beat Seconds */
            beat_seconds: number;
            /** Sign Seconds */
            sign_seconds: number;
        };
        /**
         * Place
         * @description Where a view is opened: one list of the program each.
         * @enum {string}
         */
        Place: "incidents" | "exports" | "imports" | "notices" | "staff" | "units";
        /**
         * ViewOut
         * @description A view; ``is_own`` is false for those that colleagues share.
         */
        ViewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            place: components["schemas"]["Place"];
            /** Name */
            name: string;
            /** Query */
            query: string;
            /** Is Default */
            is_default: boolean;
            /** Is Shared */
            is_shared: boolean;
            /** Is Own */
            is_own: boolean;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /** NewViewIn */
        NewViewIn: {
            /** Name */
            name: string;
            /**
             * Query
             * @default
             */
            query?: string;
            /**
             * Is Default
             * @default false
             */
            is_default?: boolean;
            /**
             * Is Shared
             * @default false
             */
            is_shared?: boolean;
            place: components["schemas"]["Place"];
        };
        /**
         * ViewOrderIn
         * @description Every own view of the place, once, in the wanted order.
         */
        ViewOrderIn: {
            place: components["schemas"]["Place"];
            /** View Ids */
            view_ids: string[];
        };
        /**
         * ViewIn
         * @description ``query`` is the address's query as the page wrote it, without the question mark.
         */
        ViewIn: {
            /** Name */
            name: string;
            /**
             * Query
             * @default
             */
            query?: string;
            /**
             * Is Default
             * @default false
             */
            is_default?: boolean;
            /**
             * Is Shared
             * @default false
             */
            is_shared?: boolean;
        };
        /**
         * BaseMapOut
         * @description ``tiles`` is a template with ``{z} {x} {y}``; it names the edition, so that what it leads to never changes.
         */
        BaseMapOut: {
            /** Edition */
            edition: string;
            /** Tiles */
            tiles: string;
            /** Min Zoom */
            min_zoom: number;
            /** Max Zoom */
            max_zoom: number;
            /** Bounds */
            bounds: number[] | null;
            /** Attribution */
            attribution: string;
            /** Layers */
            layers: string[];
        };
        /** PictureMapOut */
        PictureMapOut: {
            /** Key */
            key: string;
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
            /** Attribution */
            attribution: string;
            /** Tiles */
            tiles: string;
            /** Min Zoom */
            min_zoom: number;
            /** Max Zoom */
            max_zoom: number;
        };
        /** BaseMapContentsOut */
        BaseMapContentsOut: {
            /** Edition */
            edition: string;
            /** Changed At */
            changed_at: string | null;
            /** Stored Bytes */
            stored_bytes: number;
            /** Datasets */
            datasets: components["schemas"]["DatasetOut"][];
            /** Pictures */
            pictures: components["schemas"]["PictureMapOut"][];
        };
        /**
         * DatasetOut
         * @description ``counts`` by layer; ``left_out`` by reason; ``objects_read`` of the file so far, where it is not at its end.
         */
        DatasetOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** File Name */
            file_name: string;
            /** File Format */
            file_format: string;
            /** File Digest */
            file_digest: string;
            /** Size Bytes */
            size_bytes: number;
            /** Attribution */
            attribution: string;
            stage: components["schemas"]["Stage"];
            /** Is Shown */
            is_shown: boolean;
            /** Objects Read */
            objects_read: number;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Left Out */
            left_out: {
                [key: string]: number;
            };
            /** Bounds */
            bounds: number[] | null;
            /**
             * Began At
             * Format: date-time
             */
            began_at: string;
            /** Ended At */
            ended_at: string | null;
        };
        /**
         * Stage
         * @description How far a file has come. One that stopped goes on where it was.
         * @enum {string}
         */
        Stage: "reading" | "generalising" | "ready";
        /** ShowDatasetIn */
        ShowDatasetIn: {
            /** Dataset Id */
            dataset_id: number;
        };
        /** TakeOffDatasetIn */
        TakeOffDatasetIn: {
            /** Dataset Id */
            dataset_id: number;
            /** Reason */
            reason: string;
        };
        /** PlacesIn */
        PlacesIn: {
            /** Words */
            words: string;
            /** Lon */
            lon?: number | null;
            /** Lat */
            lat?: number | null;
            /** @default wgs84 */
            datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            /** Within */
            within?: string | null;
        };
        /**
         * FoundPlaceOut
         * @description A candidate: an area, a place, a landmark that several reports have named, or a standard address. WGS-84.
         *
         *     ``matched`` is the name that the words led to, ``how`` the way, ``sure`` from 0 to 1 by rules: from 0.8 a program
         *     may take it by itself, below it a person is asked.
         */
        FoundPlaceOut: {
            sort: components["schemas"]["Sort"];
            /** Ref */
            ref: string;
            /** Name */
            name: string;
            /** Matched */
            matched: string;
            how: components["schemas"]["How"];
            /** Sure */
            sure: number;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Kind Name En */
            kind_name_en: string;
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Distance M */
            distance_m: number | null;
        };
        /**
         * How
         * @description How the words led to a name, the surest first.
         * @enum {string}
         */
        How: "name" | "alias" | "former" | "begins" | "named" | "within" | "sound" | "slip" | "initials";
        /**
         * Sort
         * @description Where a name comes from: the division, the table of places, what reports named, standard addresses.
         * @enum {string}
         */
        Sort: "area" | "place" | "landmark" | "address";
        /**
         * KeptPlaceOut
         * @description A place as those see it who keep it.
         */
        KeptPlaceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Version */
            version: number;
            /** Name */
            name: string;
            kind: components["schemas"]["PlaceKind"];
            /** Kind Name */
            kind_name: string;
            /** Kind Name En */
            kind_name_en: string;
            /** Address */
            address: string;
            /** Aliases */
            aliases: string[];
            /** Former Names */
            former_names: string[];
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Given Lon */
            given_lon: number;
            /** Given Lat */
            given_lat: number;
            datum: components["schemas"]["Datum"];
            /** Source */
            source: string;
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Retired At */
            retired_at: string | null;
            /** Retired Why */
            retired_why: string;
        };
        /**
         * PlaceKind
         * @description What a place is. Components and resources have tables of their own; this is what people say to be found.
         * @enum {string}
         */
        PlaceKind: "road" | "estate" | "village" | "building" | "school" | "hospital" | "office" | "shop" | "market" | "park" | "water" | "station" | "plant" | "sight" | "other";
        /** AddPlaceIn */
        AddPlaceIn: {
            /** Name */
            name: string;
            kind: components["schemas"]["PlaceKind"];
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Aliases
             * @default []
             */
            aliases?: string[];
            /**
             * Former Names
             * @default []
             */
            former_names?: string[];
            position: components["schemas"]["PlaceAtIn"];
        };
        /** PlaceAtIn */
        PlaceAtIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
        };
        /**
         * ReportWordsIn
         * @description Words of a report that has no pin yet. They are not stored.
         */
        ReportWordsIn: {
            /** Words */
            words: string;
            /** Lon */
            lon?: number | null;
            /** Lat */
            lat?: number | null;
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
        };
        /** AtIn */
        AtIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
        };
        /**
         * BesidePlaceOut
         * @description The nearest known place within 300 m, and on which side of it the position lies.
         */
        BesidePlaceOut: {
            /**
             * Place Id
             * Format: uuid
             */
            place_id: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Distance M */
            distance_m: number;
            /** Side */
            side: string;
            /** Side En */
            side_en: string;
        };
        /**
         * DescribedOut
         * @description A position in words: its grid, what the area is called from the county down, and an address to fill in.
         */
        DescribedOut: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Area Code */
            area_code: string;
            /** Special Grid Code */
            special_grid_code: string | null;
            /** Area Name */
            area_name: string;
            /** Address */
            address: string;
            /** Address En */
            address_en: string;
            beside: components["schemas"]["BesidePlaceOut"] | null;
        };
        /**
         * PlaceItemOut
         * @description ``found``: the best candidate for words. ``described``: what is at a position. ``fault`` says why neither is there.
         */
        PlaceItemOut: {
            /** Ref */
            ref: string;
            found?: components["schemas"]["FoundPlaceOut"] | null;
            /**
             * Is Sure
             * @default false
             */
            is_sure?: boolean;
            /**
             * Others
             * @default 0
             */
            others?: number;
            described?: components["schemas"]["DescribedOut"] | null;
            /**
             * Fault
             * @default
             */
            fault?: string;
            /**
             * Fault En
             * @default
             */
            fault_en?: string;
        };
        /**
         * ManyPlacesIn
         * @description Up to a thousand at once, all in one datum.
         */
        ManyPlacesIn: {
            /** Items */
            items: components["schemas"]["PlaceItemIn"][];
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
            /** Within */
            within?: string | null;
        };
        /**
         * PlaceItemIn
         * @description Words, or a position; ``ref`` is the asker's own mark and comes back.
         */
        PlaceItemIn: {
            /**
             * Ref
             * @default
             */
            ref?: string;
            /** Words */
            words?: string | null;
            /** Lon */
            lon?: number | null;
            /** Lat */
            lat?: number | null;
        };
        /**
         * KeptIn
         * @description Filters and page of the list.
         */
        KeptIn: {
            /** Area Code */
            area_code?: string | null;
            kind?: components["schemas"]["PlaceKind"] | null;
            /**
             * Words
             * @default
             */
            words?: string;
            /** Source */
            source?: string | null;
            /**
             * Is Retired
             * @default false
             */
            is_retired?: boolean;
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /** KeptPlacesOut */
        KeptPlacesOut: {
            /** Rows */
            rows: components["schemas"]["KeptPlaceOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** ChangePlaceIn */
        ChangePlaceIn: {
            /** Name */
            name: string;
            kind: components["schemas"]["PlaceKind"];
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Aliases
             * @default []
             */
            aliases?: string[];
            /**
             * Former Names
             * @default []
             */
            former_names?: string[];
            position?: components["schemas"]["PlaceAtIn"] | null;
            /** Version */
            version: number;
        };
        /** RetirePlaceIn */
        RetirePlaceIn: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** RestorePlaceIn */
        RestorePlaceIn: {
            /** Version */
            version: number;
        };
        /**
         * FilterOut
         * @description A filter of a layer; without options any short text.
         */
        FilterOut: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "choice" | "flag" | "text";
            /** Options */
            options: components["schemas"]["OptionOut"][];
        };
        /** GroupOut */
        GroupOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
        };
        /**
         * LayerOut
         * @description A layer as the panel shows it. ``list_params``: what the list calls each filter.
         */
        LayerOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Group */
            group: string;
            /**
             * Geometry
             * @enum {string}
             */
            geometry: "point" | "polygon";
            /** Is On */
            is_on: boolean;
            /** Min Zoom */
            min_zoom: number;
            /** Forms */
            forms: string[];
            /** Filters */
            filters: components["schemas"]["FilterOut"][];
            /** Legend */
            legend: components["schemas"]["LegendOut"][];
            /** Has Time */
            has_time: boolean;
            /** Has As Of */
            has_as_of: boolean;
            /** Time Title */
            time_title: string;
            /** Time Title En */
            time_title_en: string;
            /** List Path */
            list_path: string | null;
            /** List Params */
            list_params: {
                [key: string]: string;
            };
            /** Export Source */
            export_source: string | null;
            /** Has Card */
            has_card: boolean;
            /** Has Search */
            has_search: boolean;
        };
        /** LegendOut */
        LegendOut: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Tone */
            tone: string;
            /** Mark */
            mark: string;
        };
        /** MapLayersOut */
        MapLayersOut: {
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Layers */
            layers: components["schemas"]["LayerOut"][];
        };
        /** OptionOut */
        OptionOut: {
            /** Value */
            value: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
        };
        /**
         * Form
         * @description How many points in one place are drawn.
         * @enum {string}
         */
        Form: "clusters" | "heat";
        /** TileIn */
        TileIn: {
            /**
             * F
             * @default []
             */
            f?: string[];
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** On */
            on?: string | null;
            /** Within */
            within?: string | null;
            /** @default clusters */
            form?: "clusters" | "heat";
        };
        /** MapViewIn */
        MapViewIn: {
            /**
             * F
             * @default []
             */
            f?: string[];
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** On */
            on?: string | null;
            /** Within */
            within?: string | null;
            /**
             * Bbox
             * @description west,south,east,north
             */
            bbox?: string | null;
        };
        /** KindCountOut */
        KindCountOut: {
            /** Kind */
            kind: string;
            /** Count */
            count: number;
        };
        /**
         * MapCountsOut
         * @description ``bbox`` is the box that was counted: the one asked for, widened to whole squares.
         */
        MapCountsOut: {
            /** Total */
            total: number;
            /** By Kind */
            by_kind: components["schemas"]["KindCountOut"][];
            /** Bbox */
            bbox: number[] | null;
        };
        /** RowsIn */
        RowsIn: {
            /**
             * F
             * @default []
             */
            f?: string[];
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** On */
            on?: string | null;
            /** Within */
            within?: string | null;
            /**
             * Bbox
             * @description west,south,east,north
             */
            bbox?: string | null;
            /** Shape */
            shape?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit?: number;
        };
        /** MapRowOut */
        MapRowOut: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Subtitle */
            subtitle: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** At */
            at: string | null;
            /** Path */
            path: string | null;
        };
        /**
         * MapRowsOut
         * @description A page of the list that mirrors the map; ``total`` counts no further than ten thousand.
         */
        MapRowsOut: {
            /** Rows */
            rows: components["schemas"]["MapRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number;
            /** Is Capped */
            is_capped: boolean;
        };
        /** NearIn */
        NearIn: {
            /**
             * F
             * @default []
             */
            f?: string[];
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** On */
            on?: string | null;
            /** Within */
            within?: string | null;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            /**
             * Limit
             * @default 10
             */
            limit?: number;
        };
        /** NearRowOut */
        NearRowOut: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Subtitle */
            subtitle: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** At */
            at: string | null;
            /** Path */
            path: string | null;
            /** Distance M */
            distance_m: number;
        };
        /** NearRowsOut */
        NearRowsOut: {
            /** Rows */
            rows: components["schemas"]["NearRowOut"][];
        };
        /** CardLineOut */
        CardLineOut: {
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Value */
            value: string;
            /** Value En */
            value_en: string;
        };
        /** MapCardOut */
        MapCardOut: {
            /** Layer */
            layer: string;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Subtitle */
            subtitle: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Lines */
            lines: components["schemas"]["CardLineOut"][];
            /** Path */
            path: string | null;
            /** At */
            at: string | null;
        };
        /** FindIn */
        FindIn: {
            /** Words */
            words: string;
            /**
             * Limit
             * @default 20
             */
            limit?: number;
        };
        /** FoundOnMapListOut */
        FoundOnMapListOut: {
            /** Rows */
            rows: components["schemas"]["FoundOnMapOut"][];
        };
        /** FoundOnMapOut */
        FoundOnMapOut: {
            /** Layer */
            layer: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Subtitle */
            subtitle: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Zoom */
            zoom: number;
            /** Path */
            path: string | null;
            /** Kind */
            kind: string;
        };
        /** IndicatorOut */
        IndicatorOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Title En */
            title_en: string;
            /** Unit */
            unit: string;
            /** Unit En */
            unit_en: string;
            /** Needs Period */
            needs_period: boolean;
            /** Is Share */
            is_share: boolean;
            /** How */
            how: string;
            /** How En */
            how_en: string;
        };
        /** IndicatorsOut */
        IndicatorsOut: {
            /** Rows */
            rows: components["schemas"]["IndicatorOut"][];
        };
        /** ChoroplethIn */
        ChoroplethIn: {
            /** Indicator */
            indicator: string;
            /**
             * Level
             * @default county
             * @enum {string}
             */
            level?: "county" | "township" | "community" | "grid";
            /** Within */
            within?: string | null;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /** AreaValueOut */
        AreaValueOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Value */
            value: number | null;
            /** Numerator */
            numerator: number;
            /** Denominator */
            denominator: number | null;
        };
        /** ChoroplethOut */
        ChoroplethOut: {
            /** Indicator */
            indicator: string;
            /** Level */
            level: string;
            /** Rows */
            rows: components["schemas"]["AreaValueOut"][];
        };
        /** OgcLandingOut */
        OgcLandingOut: {
            /** Title */
            title: string;
            /** Description */
            description: string;
            /** Links */
            links: components["schemas"]["OgcLinkOut"][];
        };
        /** OgcLinkOut */
        OgcLinkOut: {
            /** Href */
            href: string;
            /** Rel */
            rel: string;
            /** Type */
            type: string;
        };
        /** OgcConformanceOut */
        OgcConformanceOut: {
            /** Conformsto */
            conformsTo: string[];
        };
        /**
         * OgcCollectionOut
         * @description ``extent`` is missing where the city has no outline yet.
         */
        OgcCollectionOut: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Itemtype */
            itemType: string;
            /** Crs */
            crs: string[];
            extent?: components["schemas"]["OgcExtentOut"] | null;
            /** Links */
            links: components["schemas"]["OgcLinkOut"][];
        };
        /** OgcCollectionsOut */
        OgcCollectionsOut: {
            /** Links */
            links: components["schemas"]["OgcLinkOut"][];
            /** Collections */
            collections: components["schemas"]["OgcCollectionOut"][];
        };
        /** OgcExtentOut */
        OgcExtentOut: {
            spatial: components["schemas"]["OgcSpatialOut"];
        };
        /** OgcSpatialOut */
        OgcSpatialOut: {
            /** Bbox */
            bbox: number[][];
            /** Crs */
            crs: string;
        };
        /**
         * ItemsIn
         * @description ``where`` narrows by a queryable (``state~open``); what is behind ``cursor`` stands in the ``next`` link.
         */
        ItemsIn: {
            /** F */
            f?: string | null;
            /** Bbox */
            bbox?: string | null;
            /** Datetime */
            datetime?: string | null;
            /**
             * Limit
             * @default 100
             */
            limit?: number;
            /**
             * Where
             * @default []
             */
            where?: string[];
            /** Within */
            within?: string | null;
            /** Cursor */
            cursor?: string | null;
        };
        /**
         * DraftState
         * @description How far a draft has come.
         * @enum {string}
         */
        DraftState: "draft" | "checked" | "scheduled" | "published" | "discarded";
        /** DraftOut */
        DraftOut: {
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Title */
            title: string;
            state: components["schemas"]["DraftState"];
            /** Version */
            version: number;
            /** Opened By Name */
            opened_by_name: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Changed By Name */
            changed_by_name: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Features */
            features: number;
            /** Can Undo */
            can_undo: boolean;
            /** Can Redo */
            can_redo: boolean;
            /** Publication Id */
            publication_id: string | null;
            /** Trouble */
            trouble?: {
                [key: string]: unknown;
            } | null;
        };
        /** DraftsOut */
        DraftsOut: {
            /** Rows */
            rows: components["schemas"]["DraftOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** DraftIn */
        DraftIn: {
            /** Area Code */
            area_code: string;
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * Layer
         * @description The layers of grids below the county: 大网格 townships, 中网格 communities, 小网格, and 专属网格 beside the small ones.
         * @enum {string}
         */
        Layer: "large" | "medium" | "small" | "special";
        /**
         * Base
         * @description How a grid of a draft stands to what is in force.
         * @enum {string}
         */
        Base: "same" | "changed" | "new";
        /**
         * DraftFeatureOut
         * @description A grid of a draft. ``suggested_code`` only where the code is missing.
         */
        DraftFeatureOut: {
            /**
             * Feature Id
             * Format: uuid
             */
            feature_id: string;
            layer: components["schemas"]["Layer"];
            /** Code */
            code: string;
            /** Name */
            name: string;
            kind: components["schemas"]["AreaKind"];
            /** Parent Code */
            parent_code: string;
            /** Households */
            households: number | null;
            /** People */
            people: number | null;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            } | null;
            /** Area M2 */
            area_m2: number | null;
            base: components["schemas"]["Base"];
            /** Suggested Code */
            suggested_code: string;
        };
        /** DraftFeaturesOut */
        DraftFeaturesOut: {
            /** Version */
            version: number;
            /** Parent */
            parent: {
                [key: string]: unknown;
            } | null;
            /** Features */
            features: components["schemas"]["DraftFeatureOut"][];
        };
        /** DraftChangeOut */
        DraftChangeOut: {
            /** Number */
            number: number;
            /** Version */
            version: number;
            verb: components["schemas"]["Verb"];
            /** Note Zh */
            note_zh: string;
            /** Note En */
            note_en: string;
            /** By Name */
            by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Is Undone */
            is_undone: boolean;
            /** Feature Ids */
            feature_ids: string[];
        };
        /** DraftEditedOut */
        DraftEditedOut: {
            draft: components["schemas"]["DraftOut"];
            /** Changed */
            changed: components["schemas"]["DraftFeatureOut"][];
            /** Removed */
            removed: string[];
            change: components["schemas"]["DraftChangeOut"];
        };
        /**
         * Verb
         * @description What can be done to the grids of a draft.
         * @enum {string}
         */
        Verb: "draw" | "reshape" | "split" | "merge" | "move_edge" | "describe" | "close" | "mend" | "load" | "undo" | "redo";
        /** CloseIn */
        CloseIn: {
            /**
             * Verb
             * @constant
             */
            verb: "close";
            /**
             * Feature Id
             * Format: uuid
             */
            feature_id: string;
            /** Gives To */
            gives_to?: string | null;
        };
        /**
         * DescribeIn
         * @description What is not given stays as it is; households and people may be given as null.
         */
        DescribeIn: {
            /**
             * Verb
             * @constant
             */
            verb: "describe";
            /**
             * Feature Id
             * Format: uuid
             */
            feature_id: string;
            /** Name */
            name?: string | null;
            kind?: components["schemas"]["AreaKind"] | null;
            /** Code */
            code?: string | null;
            /** Parent Code */
            parent_code?: string | null;
            /** Households */
            households?: number | null;
            /** People */
            people?: number | null;
        };
        /** DraftChangeIn */
        DraftChangeIn: {
            /** Version */
            version: number;
            /** Change */
            change: components["schemas"]["DrawIn"] | components["schemas"]["ReshapeIn"] | components["schemas"]["SplitIn"] | components["schemas"]["MergeIn"] | components["schemas"]["MoveEdgeIn"] | components["schemas"]["DescribeIn"] | components["schemas"]["CloseIn"] | components["schemas"]["MendIn"] | components["schemas"]["UndoIn"] | components["schemas"]["RedoIn"];
        };
        /** DrawIn */
        DrawIn: {
            /**
             * Verb
             * @constant
             */
            verb: "draw";
            layer: components["schemas"]["Layer"];
            /** Parent Code */
            parent_code: string;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Code
             * @default
             */
            code?: string;
            kind?: components["schemas"]["AreaKind"] | null;
            /** Households */
            households?: number | null;
            /** People */
            people?: number | null;
            /**
             * Cuts
             * @default false
             */
            cuts?: boolean;
        };
        /** MendIn */
        MendIn: {
            /**
             * Verb
             * @constant
             */
            verb: "mend";
            /** Fault Id */
            fault_id: string;
            /** Way */
            way: string;
        };
        /** MergeIn */
        MergeIn: {
            /**
             * Verb
             * @constant
             */
            verb: "merge";
            /** Feature Ids */
            feature_ids: string[];
            /**
             * Keeps
             * Format: uuid
             */
            keeps: string;
        };
        /** MoveEdgeIn */
        MoveEdgeIn: {
            /**
             * Verb
             * @constant
             */
            verb: "move_edge";
            /**
             * One Id
             * Format: uuid
             */
            one_id: string;
            /**
             * Other Id
             * Format: uuid
             */
            other_id: string;
            /** Line */
            line: {
                [key: string]: unknown;
            };
        };
        /** RedoIn */
        RedoIn: {
            /**
             * Verb
             * @constant
             */
            verb: "redo";
        };
        /** ReshapeIn */
        ReshapeIn: {
            /**
             * Verb
             * @constant
             */
            verb: "reshape";
            /**
             * Feature Id
             * Format: uuid
             */
            feature_id: string;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            };
            /**
             * Cuts
             * @default false
             */
            cuts?: boolean;
        };
        /** SplitIn */
        SplitIn: {
            /**
             * Verb
             * @constant
             */
            verb: "split";
            /**
             * Feature Id
             * Format: uuid
             */
            feature_id: string;
            /** Line */
            line: {
                [key: string]: unknown;
            };
        };
        /** UndoIn */
        UndoIn: {
            /**
             * Verb
             * @constant
             */
            verb: "undo";
        };
        /** DraftChangesOut */
        DraftChangesOut: {
            /** Version */
            version: number;
            /** Rows */
            rows: components["schemas"]["DraftChangeOut"][];
        };
        /** DraftFaultOut */
        DraftFaultOut: {
            /** Fault Id */
            fault_id: string;
            kind: components["schemas"]["FaultKind"];
            /** Blocks */
            blocks: boolean;
            layer: components["schemas"]["Layer"];
            /** Feature Ids */
            feature_ids: string[];
            /** Codes */
            codes: string[];
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
            /** Detail Zh */
            detail_zh: string;
            /** Detail En */
            detail_en: string;
            /** Area M2 */
            area_m2: number | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            } | null;
            /** Ways */
            ways: components["schemas"]["WayOut"][];
        };
        /**
         * FaultKind
         * @description What can be wrong.
         * @enum {string}
         */
        FaultKind: "gap" | "overlap" | "outside_parent" | "invalid" | "no_outline" | "missing_code" | "bad_code" | "missing_name" | "missing_parent" | "too_big" | "too_small" | "too_many_households" | "too_few_households";
        /** FaultsOut */
        FaultsOut: {
            draft: components["schemas"]["DraftOut"];
            /** Faults */
            faults: components["schemas"]["DraftFaultOut"][];
            /** Blocking */
            blocking: number;
            /** Unanswered Posts */
            unanswered_posts: number;
        };
        /** WayOut */
        WayOut: {
            /** Way */
            way: string;
            /** Title Zh */
            title_zh: string;
            /** Title En */
            title_en: string;
        };
        /** AreaChangedOut */
        AreaChangedOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Before M2 */
            before_m2: number;
            /** After M2 */
            after_m2: number;
        };
        /** AreaClosedOut */
        AreaClosedOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Successors */
            successors: string[];
        };
        /** AreaNamedOut */
        AreaNamedOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** EffectsOut */
        EffectsOut: {
            draft: components["schemas"]["DraftOut"];
            /** Opens */
            opens: components["schemas"]["AreaNamedOut"][];
            /** Changes */
            changes: components["schemas"]["AreaChangedOut"][];
            /** Closes */
            closes: components["schemas"]["AreaClosedOut"][];
            /** Rows */
            rows: components["schemas"]["RowsAffectedOut"][];
            /** Posts */
            posts: components["schemas"]["PostConcernedOut"][];
            /** Units */
            units: components["schemas"]["UnitConcernedOut"][];
        };
        /** PostConcernedOut */
        PostConcernedOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Title */
            title: string;
            /** Role */
            role: string;
            /** Area Code */
            area_code: string;
            /** Holder Name */
            holder_name: string;
            /** Answer */
            answer: string | null;
            /** To Code */
            to_code: string | null;
            /** Offers */
            offers: string[];
        };
        /**
         * RowsAffectedOut
         * @description At most so many rows follow: those that stand in areas whose ground changes.
         */
        RowsAffectedOut: {
            /** Table */
            table: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Rows */
            rows: number;
            /** Open Rows */
            open_rows: number | null;
        };
        /** UnitConcernedOut */
        UnitConcernedOut: {
            /**
             * Unit Id
             * Format: uuid
             */
            unit_id: string;
            /** Name */
            name: string;
            /** Area Code */
            area_code: string;
            /** Answer */
            answer: string | null;
            /** To Code */
            to_code: string | null;
            /** Offers */
            offers: string[];
        };
        /**
         * DraftAnswerIn
         * @description For a post or for a unit, one of the two.
         */
        DraftAnswerIn: {
            /** Post Id */
            post_id?: string | null;
            /** Unit Id */
            unit_id?: string | null;
            /**
             * Answer
             * @enum {string}
             */
            answer: "move" | "close";
            /**
             * To Code
             * @default
             */
            to_code?: string;
        };
        /** DraftAnswersIn */
        DraftAnswersIn: {
            /** Version */
            version: number;
            /** Answers */
            answers: components["schemas"]["DraftAnswerIn"][];
        };
        /** DraftVersionIn */
        DraftVersionIn: {
            /** Version */
            version: number;
        };
        /** PublicationOut */
        PublicationOut: {
            /**
             * Publication Id
             * Format: uuid
             */
            publication_id: string;
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Title */
            title: string;
            /**
             * On
             * Format: date
             */
            on: string;
            state: components["schemas"]["PublicationState"];
            /** Reason */
            reason: string;
            /** Published By Name */
            published_by_name: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Undone By Name */
            undone_by_name: string;
            /** Undone At */
            undone_at: string | null;
            /** Undo Reason */
            undo_reason: string;
            /** Can Undo */
            can_undo: boolean;
            run: components["schemas"]["RunOut"] | null;
            /** Opened */
            opened: number;
            /** Changed */
            changed: number;
            /** Closed */
            closed: number;
        };
        /**
         * PublicationState
         * @description How far a publication has come.
         * @enum {string}
         */
        PublicationState: "scheduled" | "moving" | "in_force" | "undoing" | "undone" | "recalled" | "failed";
        /** RunOut */
        RunOut: {
            state: components["schemas"]["RunState"];
            /** Total */
            total: number;
            /** Done */
            done: number;
            /** By Table */
            by_table: components["schemas"]["RunTableOut"][];
        };
        /**
         * RunState
         * @description How far the moving of rows has come.
         * @enum {string}
         */
        RunState: "planning" | "moving" | "sweeping" | "finishing" | "done";
        /** RunTableOut */
        RunTableOut: {
            /** Table */
            table: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Total */
            total: number;
            /** Done */
            done: number;
        };
        /** DraftPublishIn */
        DraftPublishIn: {
            /** Version */
            version: number;
            /**
             * On
             * Format: date
             */
            on: string;
            /** Reason */
            reason: string;
        };
        /** DraftReasonIn */
        DraftReasonIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /** PublicationsOut */
        PublicationsOut: {
            /** Rows */
            rows: components["schemas"]["PublicationOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** UndoPublicationIn */
        UndoPublicationIn: {
            /** Reason */
            reason: string;
        };
        /**
         * AreaOnOut
         * @description An area as it was on a day. ``layer`` is a layer of grids, county or city.
         */
        AreaOnOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Layer */
            layer: string;
            kind: components["schemas"]["AreaKind"];
            /** Parent Code */
            parent_code: string;
            /** Households */
            households: number | null;
            /** People */
            people: number | null;
            /** Area M2 */
            area_m2: number | null;
            /** Geometry */
            geometry: {
                [key: string]: unknown;
            } | null;
            /**
             * Valid From On
             * Format: date
             */
            valid_from_on: string;
            /** Valid To On */
            valid_to_on: string | null;
        };
        /** AreasOnOut */
        AreasOnOut: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** Features */
            features: components["schemas"]["AreaOnOut"][];
        };
        /** DivisionDayOut */
        DivisionDayOut: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** Opened */
            opened: number;
            /** Closed */
            closed: number;
            /** Changed */
            changed: number;
        };
        /** AreaComparedOut */
        AreaComparedOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * What
             * @enum {string}
             */
            what: "opened" | "closed" | "changed" | "same_ground";
            before: components["schemas"]["AreaOnOut"] | null;
            after: components["schemas"]["AreaOnOut"] | null;
            /** Moved M2 */
            moved_m2: number;
        };
        /** ComparedOut */
        ComparedOut: {
            /** Rows */
            rows: components["schemas"]["AreaComparedOut"][];
        };
        /** PlaceOut */
        PlaceOut: {
            /** Area Code */
            area_code: string | null;
            /** Special Grid Code */
            special_grid_code: string | null;
        };
        /** PlacesOut */
        PlacesOut: {
            /** Rows */
            rows: components["schemas"]["PlaceOut"][];
        };
        /** PositionToLocateIn */
        PositionToLocateIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /** PositionsIn */
        PositionsIn: {
            /** Positions */
            positions: components["schemas"]["PositionToLocateIn"][];
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
            /** On */
            on?: string | null;
        };
        /**
         * StandardOut
         * @description ``valid_from_on`` is empty where no standard was set yet.
         */
        StandardOut: {
            /** Valid From On */
            valid_from_on: string | null;
            /** Valid To On */
            valid_to_on: string | null;
            /** Basis */
            basis: string;
            /** Rows */
            rows: components["schemas"]["StandardRowOut"][];
            /** History */
            history: string[];
        };
        /** StandardRowOut */
        StandardRowOut: {
            layer: components["schemas"]["Layer"];
            kind: components["schemas"]["AreaKind"];
            /** Min Area M2 */
            min_area_m2: number | null;
            /** Max Area M2 */
            max_area_m2: number | null;
            /** Min Households */
            min_households: number | null;
            /** Max Households */
            max_households: number | null;
            /** Is Strict */
            is_strict: boolean;
        };
        /** StandardIn */
        StandardIn: {
            /**
             * Valid From On
             * Format: date
             */
            valid_from_on: string;
            /**
             * Basis
             * @default
             */
            basis?: string;
            /** Rows */
            rows: components["schemas"]["StandardRow"][];
        };
        /** StandardRow */
        StandardRow: {
            layer: components["schemas"]["Layer"];
            kind: components["schemas"]["AreaKind"];
            /** Min Area M2 */
            min_area_m2?: number | null;
            /** Max Area M2 */
            max_area_m2?: number | null;
            /** Min Households */
            min_households?: number | null;
            /** Max Households */
            max_households?: number | null;
            /**
             * Is Strict
             * @default false
             */
            is_strict?: boolean;
        };
        /**
         * Certainty
         * @description How it is known in which system a file is.
         * @enum {string}
         */
        Certainty: "declared" | "found" | "assumed" | "chosen";
        /**
         * GeometryFormat
         * @description Formats that are read and written. ``SHEET`` is a table of codes without geometry.
         * @enum {string}
         */
        GeometryFormat: "geojson" | "shapefile" | "geopackage" | "kml" | "kmz" | "sheet";
        /**
         * GeometryImportOut
         * @description A file in a draft. ``better`` is set where another coordinate system fits the ground better than the one taken.
         */
        GeometryImportOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Draft Id
             * Format: uuid
             */
            draft_id: string;
            state: components["schemas"]["ImportState"];
            /** State Zh */
            state_zh: string;
            /** State En */
            state_en: string;
            /** Round */
            round: number;
            /** File Name */
            file_name: string;
            /** Size Bytes */
            size_bytes: number;
            format: components["schemas"]["GeometryFormat"];
            /** Layers */
            layers: string[];
            /** Layer */
            layer: string;
            /** Columns */
            columns: string[];
            /** Encoding */
            encoding: string;
            /** Is Claim Wrong */
            is_claim_wrong: boolean;
            /** Crs */
            crs: string;
            /** Vertices */
            vertices: number;
            /** System */
            system: string;
            /** System Zh */
            system_zh: string;
            /** System En */
            system_en: string;
            /** Is Swapped */
            is_swapped: boolean;
            certainty: components["schemas"]["Certainty"];
            /** Share */
            share: number | null;
            better: components["schemas"]["ReadingOut"] | null;
            /** Others */
            others: components["schemas"]["ReadingOut"][];
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Targets */
            targets: string[];
            /** Default Layer */
            default_layer: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** By Name */
            by_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Applied At */
            applied_at: string | null;
            /** Applied Version */
            applied_version: number | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Is File Kept */
            is_file_kept: boolean;
        };
        /**
         * ImportState
         * @description Where an import stands.
         * @enum {string}
         */
        ImportState: "checked" | "applied";
        /**
         * ReadingOut
         * @description A way of reading the coordinates: the share of the file that then lies on the draft's ground.
         */
        ReadingOut: {
            /** System */
            system: string;
            /** Label Zh */
            label_zh: string;
            /** Label En */
            label_en: string;
            /** Is Swapped */
            is_swapped: boolean;
            /** Share */
            share: number;
            /** Apart M */
            apart_m: number | null;
        };
        /** GeometryImportsOut */
        GeometryImportsOut: {
            /** Rows */
            rows: components["schemas"]["GeometryImportOut"][];
        };
        /**
         * ReadingIn
         * @description How the file is to be read: ``system`` as ``gk3-37``, ``mapping`` from what is taken to the file's column.
         */
        ReadingIn: {
            /** System */
            system: string;
            /**
             * Is Swapped
             * @default false
             */
            is_swapped?: boolean;
            /** Mapping */
            mapping?: {
                [key: string]: string;
            };
            /**
             * Default Layer
             * @default
             */
            default_layer?: string;
        };
        /**
         * FeatureState
         * @description What becomes of a feature when the import is applied.
         * @enum {string}
         */
        FeatureState: "good" | "mended" | "bad" | "same";
        /** ImportFaultOut */
        ImportFaultOut: {
            /** Fault */
            fault: string;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * ImportedFeatureOut
         * @description A feature of the file, with what was mended in it and what is wrong with it. ``outline`` is GeoJSON in WGS-84.
         */
        ImportedFeatureOut: {
            /** Number */
            number: number;
            state: components["schemas"]["FeatureState"];
            /** Layer */
            layer: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Parent Code */
            parent_code: string;
            /** Households */
            households: number | null;
            /** People */
            people: number | null;
            /** Done */
            done: components["schemas"]["MendOut"][];
            /** Faults */
            faults: components["schemas"]["ImportFaultOut"][];
            /** Outline */
            outline: string | null;
        };
        /** ImportedFeaturesOut */
        ImportedFeaturesOut: {
            /** Rows */
            rows: components["schemas"]["ImportedFeatureOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Mend
         * @description What was done to an outline.
         * @enum {string}
         */
        Mend: "ring_closed" | "line_taken" | "height_dropped" | "others_dropped" | "repeated_dropped" | "crossing_mended" | "sliver_dropped" | "hole_filled" | "has_hole" | "has_parts" | "changed_much";
        /** MendOut */
        MendOut: {
            mend: components["schemas"]["Mend"];
            /** Is Change */
            is_change: boolean;
            /** Zh */
            zh: string;
            /** En */
            en: string;
            /** Count */
            count: number;
            /** Area M2 */
            area_m2: number | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
        };
        /**
         * ApplyIn
         * @description ``version`` of the draft that was looked at; ``replace`` closes what the file does not hold.
         */
        ApplyIn: {
            /** Version */
            version: number;
            /** @default merge */
            manner?: components["schemas"]["LoadManner"];
        };
        /**
         * LoadManner
         * @description What becomes of grids that a file does not hold.
         * @enum {string}
         */
        LoadManner: "merge" | "replace";
        /**
         * Evidence
         * @description What must be shown when a task is handled.
         * @enum {string}
         */
        Evidence: "photo_before" | "photo_after" | "document" | "call_record";
        /**
         * ItemOut
         * @description Limits are a number with ``h`` ``d`` (working hours, days) or ``H`` ``D`` (natural hours, days).
         */
        ItemOut: {
            /** Item Id */
            item_id: number;
            /** Item Code */
            item_code: string;
            /** Class Name */
            class_name: string;
            /** Subclass Name */
            subclass_name: string;
            /** Item Name */
            item_name: string;
            /** Definition */
            definition: string;
            /** Unit Kind */
            unit_kind: string;
            /** Accept Limit */
            accept_limit: string;
            /** Handle Limit */
            handle_limit: string;
            /** Verify Limit */
            verify_limit: string;
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
            /** Is Urgent */
            is_urgent: boolean;
            /** Is Published */
            is_published: boolean;
            /** Handling Standard */
            handling_standard: string;
            /** Closing Standard */
            closing_standard: string;
            /** Legal Basis */
            legal_basis: string;
        };
        /** ItemPageOut */
        ItemPageOut: {
            /** Rows */
            rows: components["schemas"]["ItemOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SuggestionOut
         * @description An item that may be meant, and the words that led there.
         */
        SuggestionOut: {
            item: components["schemas"]["ItemOut"];
            /** Matched */
            matched: string[];
        };
        /** ClassOut */
        ClassOut: {
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Items */
            items: number;
            /** Subclasses */
            subclasses: components["schemas"]["SubclassOut"][];
        };
        /** SubclassOut */
        SubclassOut: {
            /** Subclass Code */
            subclass_code: string;
            /** Subclass Name */
            subclass_name: string;
            /** Items */
            items: number;
        };
        /** UnitKindOut */
        UnitKindOut: {
            /** Key */
            key: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
        };
        /** UnitKindIn */
        UnitKindIn: {
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
        };
        /**
         * ListOut
         * @description A version, in force from a day until a day (exclusive); without a first day it is a draft.
         */
        ListOut: {
            /** List Id */
            list_id: number;
            /** Name */
            name: string;
            /** Valid From On */
            valid_from_on: string | null;
            /** Valid To On */
            valid_to_on: string | null;
            /** Items */
            items: number;
        };
        /** CellOut */
        CellOut: {
            /** Column */
            column: string;
            /** Before */
            before: string;
            /** After */
            after: string;
        };
        /** ChangeOut */
        ChangeOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Columns */
            columns: string[];
            /** Cells */
            cells: components["schemas"]["CellOut"][];
        };
        /**
         * ChangesOut
         * @description Against the list named, the one in force, or the one that came before. ``against`` is empty where there is none.
         */
        ChangesOut: {
            against: components["schemas"]["ListOut"] | null;
            /** Added */
            added: components["schemas"]["ChangeOut"][];
            /** Removed */
            removed: components["schemas"]["ChangeOut"][];
            /** Changed */
            changed: components["schemas"]["ChangeOut"][];
        };
        /**
         * OpenIn
         * @description ``items_seen`` is the number of items looked over; if it has changed since, nothing is opened.
         */
        OpenIn: {
            /**
             * Valid From On
             * Format: date
             */
            valid_from_on: string;
            /** Items Seen */
            items_seen: number;
        };
        /**
         * CallBackView
         * @description Which promises a list shows.
         * @enum {string}
         */
        CallBackView: "open" | "mine" | "overdue" | "done";
        /** CallBacksIn */
        CallBacksIn: {
            /** @default open */
            view?: "open" | "mine" | "overdue" | "done";
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /**
         * CallBackOut
         * @description A promise to call back; ``number`` is masked.
         */
        CallBackOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string | null;
            /** Why */
            why: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Is Overdue */
            is_overdue: boolean;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Made By */
            made_by: string;
            /** Is Missed Call */
            is_missed_call: boolean;
            /** Claimed By */
            claimed_by: string;
            /** Is Mine */
            is_mine: boolean;
            /** Attempts */
            attempts: number;
            /** Done At */
            done_at: string | null;
            outcome: components["schemas"]["Reached"] | null;
            /** Remark */
            remark: string;
            matter: components["schemas"]["MatterOut"] | null;
        };
        /** CallBackPageOut */
        CallBackPageOut: {
            /** Rows */
            rows: components["schemas"]["CallBackOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MatterOut
         * @description A matter as a seat needs it while somebody is on the telephone; nothing of its reporter.
         */
        MatterOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Title */
            title: string;
            state: components["schemas"]["State"];
            /** State Label */
            state_label: string;
            /** Is Open */
            is_open: boolean;
            /** Item Name */
            item_name: string;
            /** Address */
            address: string;
            /** Area Name */
            area_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
        };
        /**
         * Reached
         * @description How an attempt to call back ended.
         * @enum {string}
         */
        Reached: "spoken" | "no_answer" | "wrong_number" | "refused" | "not_needed";
        /**
         * CallBackIn
         * @description ``phone`` empty: the number of the call.
         */
        CallBackIn: {
            /** Why */
            why: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Call Id */
            call_id?: string | null;
            /** Incident Id */
            incident_id?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /** AttemptOut */
        AttemptOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            reached: components["schemas"]["Reached"];
            /** Remark */
            remark: string;
        };
        /** AttemptIn */
        AttemptIn: {
            reached: components["schemas"]["Reached"];
            /**
             * Remark
             * @default
             */
            remark?: string;
            /** Later At */
            later_at?: string | null;
        };
        /** NumberOut */
        NumberOut: {
            /** Phone */
            phone: string;
        };
        /** DelayIn */
        DelayIn: {
            /**
             * Later At
             * Format: date-time
             */
            later_at: string;
        };
        /**
         * CallOut
         * @description A call. ``number`` is masked; null where it was withheld or has been erased.
         */
        CallOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            direction: components["schemas"]["Direction"];
            state: components["schemas"]["CallState"];
            /** Number */
            number: string | null;
            /** Seat Title */
            seat_title: string;
            /** Is At My Seat */
            is_at_my_seat: boolean;
            /**
             * Rang At
             * Format: date-time
             */
            rang_at: string;
            /** Answered At */
            answered_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Has Recording */
            has_recording: boolean;
            /** Matters */
            matters: components["schemas"]["MatterOut"][];
        };
        /**
         * CallState
         * @description Where a call stands. It only moves forward, in whatever order the exchange tells of it.
         * @enum {string}
         */
        CallState: "ringing" | "answered" | "ended" | "missed";
        /**
         * Direction
         * @description Who dialled.
         * @enum {string}
         */
        Direction: "inbound" | "outbound";
        /**
         * PresentCallOut
         * @description The call at one's own seat now, or null.
         */
        PresentCallOut: {
            call: components["schemas"]["CallOut"] | null;
        };
        /**
         * CallView
         * @description Which calls a list shows.
         * @enum {string}
         */
        CallView: "all" | "mine" | "missed" | "unregistered";
        /** CallsIn */
        CallsIn: {
            /** @default all */
            view?: "all" | "mine" | "missed" | "unregistered";
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /** CallPageOut */
        CallPageOut: {
            /** Rows */
            rows: components["schemas"]["CallOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** LinkIn */
        LinkIn: {
            /**
             * Incident Id
             * Format: uuid
             */
            incident_id: string;
        };
        /** LookIn */
        LookIn: {
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "contact_reporter" | "follow_up" | "answer_request" | "supervision";
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * RecordingOut
         * @description Where the recording is opened; the sound stays with the exchange.
         */
        RecordingOut: {
            /** Url */
            url: string;
        };
        /**
         * KnownCallerOut
         * @description Open matters of this number and those closed within 90 days, five at most; no history of a person.
         */
        KnownCallerOut: {
            /** Matters */
            matters: components["schemas"]["MatterOut"][];
            /** Call Backs */
            call_backs: components["schemas"]["CallBackOut"][];
        };
        /**
         * CallerIn
         * @description By the call, or by a number that was said. A number travels in the body only, never in an address.
         */
        CallerIn: {
            /** Call Id */
            call_id?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /**
             * Purpose
             * @default answer_request
             * @enum {string}
             */
            purpose?: "contact_reporter" | "follow_up" | "answer_request" | "supervision";
        };
        /** AddressOut */
        AddressOut: {
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Grid Code */
            grid_code: string | null;
            /** Is Area */
            is_area: boolean;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
        };
        /**
         * Emergency
         * @description The numbers of the emergency services; what belongs to them never waits in an inbox.
         * @enum {string}
         */
        Emergency: "110" | "119" | "120";
        /**
         * HintItemOut
         * @description An item that may be meant.
         */
        HintItemOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Class Name */
            class_name: string;
            /** Definition */
            definition: string;
            /** Accept Limit */
            accept_limit: string;
            /** Handle Limit */
            handle_limit: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Matched */
            matched: string[];
        };
        /**
         * HintsOut
         * @description Suggestions for a person to judge.
         */
        HintsOut: {
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Services */
            services: components["schemas"]["Emergency"][];
            /** Signs */
            signs: components["schemas"]["SignOut"][];
            /** Items */
            items: components["schemas"]["HintItemOut"][];
            /** Matters */
            matters: components["schemas"]["MatterOut"][];
        };
        /**
         * SignOut
         * @description A danger that the words point to, and which words.
         */
        SignOut: {
            /** Danger */
            danger: string;
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /** Services */
            services: components["schemas"]["Emergency"][];
            /** Matched */
            matched: string[];
        };
        /**
         * HeardIn
         * @description What was written down so far. Nothing of it is stored.
         */
        HeardIn: {
            /**
             * Words
             * @default
             */
            words?: string;
            /**
             * Address
             * @default
             */
            address?: string;
            position?: components["schemas"]["PlaceIn"] | null;
            /**
             * Area Code
             * @default
             */
            area_code?: string;
            /**
             * Item Code
             * @default
             */
            item_code?: string;
        };
        /**
         * PlaceIn
         * @description A position as it was picked, with its datum.
         */
        PlaceIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
        };
        /**
         * TakenOut
         * @description The receipt to read out: the tracking code is shown here and nowhere else.
         */
        TakenOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Receipt No */
            receipt_no: string;
            /** Tracking Code */
            tracking_code: string;
            state: components["schemas"]["State"];
            /** Centre Name */
            centre_name: string;
            /** Due At */
            due_at: string | null;
            /** Is Sms On Its Way */
            is_sms_on_its_way: boolean;
        };
        /**
         * TakeIn
         * @description What somebody says at the desk. ``id`` is made by the page: sending it twice is one report.
         */
        TakeIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            channel: components["schemas"]["Channel"];
            /**
             * Words
             * @default
             */
            words?: string;
            /**
             * Title
             * @default
             */
            title?: string;
            /**
             * Address
             * @default
             */
            address?: string;
            position?: components["schemas"]["PlaceIn"] | null;
            /**
             * Area Code
             * @default
             */
            area_code?: string;
            /**
             * Item Code
             * @default
             */
            item_code?: string;
            /** @default named */
            identity?: components["schemas"]["Identity"];
            /**
             * Reporter Name
             * @default
             */
            reporter_name?: string;
            /**
             * Reporter Phone
             * @default
             */
            reporter_phone?: string;
            /**
             * Uses Caller Number
             * @default false
             */
            uses_caller_number?: boolean;
            /**
             * Wants Sms
             * @default false
             */
            wants_sms?: boolean;
            /** About Unit Id */
            about_unit_id?: string | null;
            /**
             * Is Urgent
             * @default false
             */
            is_urgent?: boolean;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
            /** Call Id */
            call_id?: string | null;
            /** Written On */
            written_on?: string | null;
            /**
             * Place Of Reception
             * @default
             */
            place_of_reception?: string;
            /**
             * Hand Over Ids
             * @default []
             */
            hand_over_ids?: string[];
        };
        /**
         * ReceptionOut
         * @description How a matter came to the desk.
         */
        ReceptionOut: {
            channel: components["schemas"]["Channel"];
            /** Taken By */
            taken_by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Written On */
            written_on: string | null;
            /** Place */
            place: string;
        };
        /**
         * HandOverOut
         * @description A note to an emergency service. ``spoken`` is what to read out now; lists carry what was kept.
         */
        HandOverOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            service: components["schemas"]["Emergency"];
            /** Place */
            place: string;
            /** Words */
            words: string;
            /** Spoken */
            spoken: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Incident Id */
            incident_id: string | null;
        };
        /** HandOverIn */
        HandOverIn: {
            service: components["schemas"]["Emergency"];
            /** Place */
            place: string;
            /** Words */
            words: string;
            /** Call Id */
            call_id?: string | null;
            /** Incident Id */
            incident_id?: string | null;
            /**
             * Tells Number
             * @default false
             */
            tells_number?: boolean;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /** HandOversIn */
        HandOversIn: {
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /** HandOverPageOut */
        HandOverPageOut: {
            /** Rows */
            rows: components["schemas"]["HandOverOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MySeatOut
         * @description One's own seat, if the post has one, and what waits for the whole centre.
         */
        MySeatOut: {
            seat: components["schemas"]["SeatOut"] | null;
            /** Call Backs Open */
            call_backs_open: number;
            /** Call Backs Overdue */
            call_backs_overdue: number;
        };
        /**
         * SeatOut
         * @description A seat; ``is_signed_on`` where calls pop up now.
         */
        SeatOut: {
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Post Title */
            post_title: string;
            /** Unit Name */
            unit_name: string;
            /** Extension */
            extension: string;
            /** Is Signed On */
            is_signed_on: boolean;
            /**
             * Since At
             * Format: date-time
             */
            since_at: string;
        };
        /** SwitchIn */
        SwitchIn: {
            /** Is Signed On */
            is_signed_on: boolean;
        };
        /** SeatIn */
        SeatIn: {
            /** Extension */
            extension: string;
        };
        /**
         * EverybodysHintsOut
         * @description Suggestions for the person who reports. ``services`` names whom to telephone at once, if anybody.
         */
        EverybodysHintsOut: {
            /** Services */
            services: components["schemas"]["Emergency"][];
            /** Signs */
            signs: components["schemas"]["SignOut"][];
            /** Items */
            items: components["schemas"]["MeantOut"][];
        };
        /**
         * MeantOut
         * @description An item that may be meant.
         */
        MeantOut: {
            /** Item Code */
            item_code: string;
            /** Item Name */
            item_name: string;
            /** Class Name */
            class_name: string;
            /** Is Urgent */
            is_urgent: boolean;
            /** Matched */
            matched: string[];
        };
        /** HintIn */
        HintIn: {
            /** Words */
            words: string;
        };
        /**
         * CallTakenOut
         * @description Our number of the call; the same for every event of it.
         */
        CallTakenOut: {
            /**
             * Call
             * Format: uuid
             */
            call: string;
        };
        /**
         * CallEventIn
         * @description One thing that happened to a call. ``event_id`` is new for each event, ``call_id`` the same for a whole call.
         */
        CallEventIn: {
            /** Event Id */
            event_id: string;
            /** Call Id */
            call_id: string;
            event: components["schemas"]["Told"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** @default inbound */
            direction?: components["schemas"]["Direction"];
            /**
             * Caller
             * @default
             */
            caller?: string;
            /**
             * Called
             * @default
             */
            called?: string;
            /**
             * Extension
             * @default
             */
            extension?: string;
            /**
             * Recording
             * @default
             */
            recording?: string;
        };
        /**
         * Told
         * @description What the exchange calls it; the words of common CTI products.
         * @enum {string}
         */
        Told: "ringing" | "answered" | "hungup" | "recording";
        /**
         * YearOut
         * @description ``days_off`` and ``statutory_days`` differ where a day was forgotten, or where the notice was unusual.
         */
        YearOut: {
            /** Year */
            year: number;
            /** Is Entered */
            is_entered: boolean;
            /** Entered At */
            entered_at: string | null;
            /** Special Days */
            special_days: number;
            /** Days Off */
            days_off: number;
            /** Statutory Days */
            statutory_days: number;
        };
        /** CalendarOut */
        CalendarOut: {
            year: components["schemas"]["YearOut"];
            /** Days */
            days: components["schemas"]["SpecialDayOut"][];
        };
        /** SpecialDayOut */
        SpecialDayOut: {
            /**
             * Day On
             * Format: date
             */
            day_on: string;
            /** Is Working */
            is_working: boolean;
            /** Name */
            name: string;
        };
        /** SpecialDayIn */
        SpecialDayIn: {
            /**
             * Day On
             * Format: date
             */
            day_on: string;
            /** Is Working */
            is_working: boolean;
            /** Name */
            name: string;
        };
        /** YearIn */
        YearIn: {
            /** Days */
            days: components["schemas"]["SpecialDayIn"][];
        };
        /** StretchOut */
        StretchOut: {
            /** Starts Minute */
            starts_minute: number;
            /** Ends Minute */
            ends_minute: number;
        };
        /** HoursIn */
        HoursIn: {
            /** Stretches */
            stretches: components["schemas"]["StretchIn"][];
        };
        /** StretchIn */
        StretchIn: {
            /** Starts Minute */
            starts_minute: number;
            /** Ends Minute */
            ends_minute: number;
        };
        /** DeadlineOut */
        DeadlineOut: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Warn At
             * Format: date-time
             */
            warn_at: string;
            /** Is Provisional */
            is_provisional: boolean;
        };
        /**
         * ComponentOrder
         * @description How a list is sorted; both have an index.
         * @enum {string}
         */
        ComponentOrder: "code" | "due";
        /**
         * ComponentsIn
         * @description Filters, order and page of a list; all of them fit into an address.
         */
        ComponentsIn: {
            /** Area Code */
            area_code?: string | null;
            /** Kind */
            kind?: string | null;
            /**
             * State
             * @default []
             */
            state?: ("good" | "worn" | "damaged" | "missing" | "out" | "retired")[];
            /** Unit Id */
            unit_id?: string | null;
            /**
             * Is Due
             * @default false
             */
            is_due?: boolean;
            /** Words */
            words?: string | null;
            /** Shape */
            shape?: string | null;
            /** @default code */
            order?: "code" | "due";
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /**
         * ComponentPageOut
         * @description ``total`` is counted for the first page only, up to ``is_capped``.
         */
        ComponentPageOut: {
            /** Rows */
            rows: components["schemas"]["ComponentRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number | null;
            /** Is Capped */
            is_capped: boolean;
        };
        /**
         * ComponentRowOut
         * @description ``unit_name`` is who keeps it, else who owns it.
         */
        ComponentRowOut: {
            /**
             * Component Id
             * Format: uuid
             */
            component_id: string;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Class Name */
            class_name: string;
            /** Type Name */
            type_name: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            condition: components["schemas"]["Condition"];
            life: components["schemas"]["Life"];
            /** Unit Name */
            unit_name: string;
            /** Inspected At */
            inspected_at: string | null;
            /** Inspect Due On */
            inspect_due_on: string | null;
            /** Is Due */
            is_due: boolean;
        };
        /**
         * Condition
         * @description How a component was found at its last inspection.
         * @enum {integer}
         */
        Condition: 1 | 2 | 3 | 4;
        /**
         * Life
         * @description Whether a component serves. Retired ones stay in the ledger with their log.
         * @enum {integer}
         */
        Life: 10 | 20 | 90;
        /**
         * ComponentOut
         * @description A component with its record and log. ``can`` names what may be done to it now by who asks; ``label_rows`` are
         *     the rows of the QR code that leads to its card.
         */
        ComponentOut: {
            /**
             * Component Id
             * Format: uuid
             */
            component_id: string;
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Class Name */
            class_name: string;
            /** Type Name */
            type_name: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            condition: components["schemas"]["Condition"];
            life: components["schemas"]["Life"];
            /** Unit Name */
            unit_name: string;
            /** Inspected At */
            inspected_at: string | null;
            /** Inspect Due On */
            inspect_due_on: string | null;
            /** Is Due */
            is_due: boolean;
            /** Version */
            version: number;
            /** Area Path */
            area_path: string;
            /** Special Grid Code */
            special_grid_code: string | null;
            /** Given Lon */
            given_lon: number;
            /** Given Lat */
            given_lat: number;
            datum: components["schemas"]["Datum"];
            /** Owner Unit Id */
            owner_unit_id: string | null;
            /** Owner Name */
            owner_name: string;
            /** Keeper Unit Id */
            keeper_unit_id: string | null;
            /** Keeper Name */
            keeper_name: string;
            /** Life Reason */
            life_reason: string;
            /** Installed On */
            installed_on: string | null;
            /** Inspect Days */
            inspect_days: number;
            /** Kind Inspect Days */
            kind_inspect_days: number;
            /** Value Yuan */
            value_yuan: string | null;
            /** Acquired On */
            acquired_on: string | null;
            /** Warranty Until On */
            warranty_until_on: string | null;
            /** Is Under Warranty */
            is_under_warranty: boolean;
            /** Maker */
            maker: string;
            /** Asset No */
            asset_no: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Entries */
            entries: components["schemas"]["LedgerEntryOut"][];
            /** Can */
            can: string[];
            /** Label Rows */
            label_rows: string[];
        };
        /**
         * Deed
         * @description What was done to a thing of the ledger: one line of its log.
         * @enum {string}
         */
        Deed: "registered" | "changed" | "inspected" | "maintained" | "suspended" | "restored" | "retired";
        /**
         * LedgerEntryOut
         * @description One line of the log; ``facts`` are the fields that changed, each with before and after.
         */
        LedgerEntryOut: {
            /**
             * Entry Id
             * Format: uuid
             */
            entry_id: string;
            deed: components["schemas"]["Deed"];
            /** Label */
            label: string;
            /** Label En */
            label_en: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Actor Name */
            actor_name: string;
            /** Unit Name */
            unit_name: string;
            /** Remark */
            remark: string;
            condition: components["schemas"]["Condition"] | null;
            /** Cost Yuan */
            cost_yuan: string | null;
            /** Facts */
            facts: {
                [key: string]: string[];
            };
            /** Files */
            files: components["schemas"]["LedgerFileOut"][];
        };
        /** LedgerFileOut */
        LedgerFileOut: {
            /**
             * File Id
             * Format: uuid
             */
            file_id: string;
            /** Kind */
            kind: string;
            /** Media Type */
            media_type: string;
            /** Has Thumbnails */
            has_thumbnails: boolean;
        };
        /**
         * PlaceGivenIn
         * @description A position as it was measured, with its datum; converted once.
         */
        PlaceGivenIn: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** @default wgs84 */
            datum?: components["schemas"]["Datum"];
            /** Accuracy M */
            accuracy_m?: number | null;
        };
        /**
         * RegisterComponentIn
         * @description Without ``code`` the next serial of the county and the type is given.
         */
        RegisterComponentIn: {
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Address
             * @default
             */
            address?: string;
            /** Owner Unit Id */
            owner_unit_id?: string | null;
            /**
             * Owner Name
             * @default
             */
            owner_name?: string;
            /** Keeper Unit Id */
            keeper_unit_id?: string | null;
            /**
             * Keeper Name
             * @default
             */
            keeper_name?: string;
            /** Installed On */
            installed_on?: string | null;
            /**
             * Inspect Days
             * @default 0
             */
            inspect_days?: number;
            /** Value Yuan */
            value_yuan?: (number | string) | null;
            /** Acquired On */
            acquired_on?: string | null;
            /** Warranty Until On */
            warranty_until_on?: string | null;
            /**
             * Maker
             * @default
             */
            maker?: string;
            /**
             * Asset No
             * @default
             */
            asset_no?: string;
            /** Kind */
            kind: string;
            /**
             * Code
             * @default
             */
            code?: string;
            position: components["schemas"]["PlaceGivenIn"];
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /** ChangeComponentIn */
        ChangeComponentIn: {
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Address
             * @default
             */
            address?: string;
            /** Owner Unit Id */
            owner_unit_id?: string | null;
            /**
             * Owner Name
             * @default
             */
            owner_name?: string;
            /** Keeper Unit Id */
            keeper_unit_id?: string | null;
            /**
             * Keeper Name
             * @default
             */
            keeper_name?: string;
            /** Installed On */
            installed_on?: string | null;
            /**
             * Inspect Days
             * @default 0
             */
            inspect_days?: number;
            /** Value Yuan */
            value_yuan?: (number | string) | null;
            /** Acquired On */
            acquired_on?: string | null;
            /** Warranty Until On */
            warranty_until_on?: string | null;
            /**
             * Maker
             * @default
             */
            maker?: string;
            /**
             * Asset No
             * @default
             */
            asset_no?: string;
            position?: components["schemas"]["PlaceGivenIn"] | null;
            /** Version */
            version: number;
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * InspectionIn
         * @description ``id`` is made by the client: sending the same inspection twice is one inspection.
         */
        InspectionIn: {
            /** Id */
            id?: string | null;
            condition: components["schemas"]["Condition"];
            /**
             * Remark
             * @default
             */
            remark?: string;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /**
         * MaintenanceIn
         * @description What was done, and how the component is afterwards.
         */
        MaintenanceIn: {
            /** @default 1 */
            condition?: components["schemas"]["Condition"];
            /** Remark */
            remark: string;
            /** Cost Yuan */
            cost_yuan?: (number | string) | null;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /** LifeIn */
        LifeIn: {
            /**
             * Deed
             * @enum {string}
             */
            deed: "suspended" | "restored" | "retired";
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ComponentCardOut
         * @description What anybody may know of a thing in the street.
         */
        ComponentCardOut: {
            /**
             * Component Id
             * Format: uuid
             */
            component_id: string;
            /** Code */
            code: string;
            /** Class Name */
            class_name: string;
            /** Type Name */
            type_name: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Is Retired */
            is_retired: boolean;
        };
        /**
         * NearestIn
         * @description ``kind`` narrows to types of components or kinds of resources.
         */
        NearestIn: {
            /**
             * What
             * @enum {string}
             */
            what: "component" | "resource";
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Within M
             * @default 2000
             */
            within_m?: number;
            /**
             * Kind
             * @default []
             */
            kind?: string[];
            /**
             * Limit
             * @default 10
             */
            limit?: number;
        };
        /**
         * NearThingOut
         * @description A component or a resource, and how far away it stands.
         */
        NearThingOut: {
            /**
             * What
             * @enum {string}
             */
            what: "component" | "resource";
            /**
             * Thing Id
             * Format: uuid
             */
            thing_id: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Kind Name En */
            kind_name_en: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Distance M */
            distance_m: number;
        };
        /** ComponentKindOut */
        ComponentKindOut: {
            /** Code */
            code: string;
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Type Name */
            type_name: string;
            /** Inspect Days */
            inspect_days: number;
            /** Is Active */
            is_active: boolean;
        };
        /** ResourceKindOut */
        ResourceKindOut: {
            /** Key */
            key: string;
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /** Counts Zh */
            counts_zh: string;
            /** Counts En */
            counts_en: string;
            /** Is Active */
            is_active: boolean;
        };
        /** ResourceKindIn */
        ResourceKindIn: {
            /** Name Zh */
            name_zh: string;
            /** Name En */
            name_en: string;
            /**
             * Counts Zh
             * @default
             */
            counts_zh?: string;
            /**
             * Counts En
             * @default
             */
            counts_en?: string;
            /**
             * Is Active
             * @default true
             */
            is_active?: boolean;
        };
        /**
         * ResourcesIn
         * @description Filters and page of a list; all of them fit into an address.
         */
        ResourcesIn: {
            /** Area Code */
            area_code?: string | null;
            /**
             * Kind
             * @default []
             */
            kind?: string[];
            /**
             * State
             * @default []
             */
            state?: ("ready" | "busy" | "shut" | "retired")[];
            /** Unit Id */
            unit_id?: string | null;
            /** Words */
            words?: string | null;
            /** Shape */
            shape?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Size
             * @default 50
             */
            size?: number;
        };
        /**
         * ResourcePageOut
         * @description ``total`` is counted for the first page only, up to ``is_capped``.
         */
        ResourcePageOut: {
            /** Rows */
            rows: components["schemas"]["ResourceRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Total */
            total: number | null;
            /** Is Capped */
            is_capped: boolean;
        };
        /**
         * ResourceRowOut
         * @description ``is_open`` is None where nobody has said when it is open.
         */
        ResourceRowOut: {
            /**
             * Resource Id
             * Format: uuid
             */
            resource_id: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Kind Name En */
            kind_name_en: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Unit Name */
            unit_name: string;
            /** Capacity */
            capacity: number | null;
            /** Counts Zh */
            counts_zh: string;
            /** Counts En */
            counts_en: string;
            /** Opening Hours */
            opening_hours: string;
            /** Is Open */
            is_open: boolean | null;
            /** Phone */
            phone: string;
            state: components["schemas"]["ResourceState"];
        };
        /**
         * ResourceState
         * @description Whether a resource can be called upon.
         * @enum {integer}
         */
        ResourceState: 10 | 20 | 30 | 90;
        /**
         * ResourceOut
         * @description A resource with its log; who is behind it stays masked until somebody looks.
         */
        ResourceOut: {
            /**
             * Resource Id
             * Format: uuid
             */
            resource_id: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Kind Name En */
            kind_name_en: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Area Code */
            area_code: string;
            /** Area Name */
            area_name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Unit Name */
            unit_name: string;
            /** Capacity */
            capacity: number | null;
            /** Counts Zh */
            counts_zh: string;
            /** Counts En */
            counts_en: string;
            /** Opening Hours */
            opening_hours: string;
            /** Is Open */
            is_open: boolean | null;
            /** Phone */
            phone: string;
            state: components["schemas"]["ResourceState"];
            /** Version */
            version: number;
            /** Area Path */
            area_path: string;
            /** Special Grid Code */
            special_grid_code: string | null;
            /** Unit Id */
            unit_id: string | null;
            /** State Reason */
            state_reason: string;
            /** Contact Name */
            contact_name: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Entries */
            entries: components["schemas"]["LedgerEntryOut"][];
            /** Can */
            can: string[];
        };
        /** ContactGivenIn */
        ContactGivenIn: {
            /**
             * Name
             * @default
             */
            name?: string;
            /** Phone */
            phone: string;
        };
        /** RegisterResourceIn */
        RegisterResourceIn: {
            /** Name */
            name: string;
            /**
             * Address
             * @default
             */
            address?: string;
            /** Unit Id */
            unit_id?: string | null;
            /**
             * Unit Name
             * @default
             */
            unit_name?: string;
            /** Capacity */
            capacity?: number | null;
            /**
             * Opening Hours
             * @default
             */
            opening_hours?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Kind */
            kind: string;
            position: components["schemas"]["PlaceGivenIn"];
            contact?: components["schemas"]["ContactGivenIn"] | null;
            /**
             * File Ids
             * @default []
             */
            file_ids?: string[];
        };
        /** ChangeResourceIn */
        ChangeResourceIn: {
            /** Name */
            name: string;
            /**
             * Address
             * @default
             */
            address?: string;
            /** Unit Id */
            unit_id?: string | null;
            /**
             * Unit Name
             * @default
             */
            unit_name?: string;
            /** Capacity */
            capacity?: number | null;
            /**
             * Opening Hours
             * @default
             */
            opening_hours?: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            position?: components["schemas"]["PlaceGivenIn"] | null;
            /** Version */
            version: number;
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /**
         * SetContactIn
         * @description Without a contact the present one is erased.
         */
        SetContactIn: {
            contact?: components["schemas"]["ContactGivenIn"] | null;
            /** Version */
            version: number;
        };
        /** ContactOut */
        ContactOut: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** ContactLookIn */
        ContactLookIn: {
            /**
             * Purpose
             * @enum {string}
             */
            purpose: "follow_up" | "supervision";
            /**
             * Remark
             * @default
             */
            remark?: string;
        };
        /** ResourceStateIn */
        ResourceStateIn: {
            state: components["schemas"]["ResourceState"];
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Version */
            version: number;
        };
        /**
         * RefusalOut
         * @description A refusal: people read ``message``, machines ``code`` and ``data``; ``next`` names what to do.
         */
        RefusalOut: {
            /**
             * Code
             * @description 稳定的代码，见 docs/generated/error-codes.md
             */
            code: string;
            /** Message */
            message: string;
            /** Message En */
            message_en: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Next
             * @enum {string}
             */
            next: "check_number" | "correct" | "enrol" | "refresh" | "retry" | "second_factor" | "sign_in" | "step_up" | "switch_post" | "wait";
        };
    };
    responses: {
        /** @description 内容不是有效的 JSON。The body is not valid JSON. */
        NotJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 没有登录，或会话已结束。Nobody is signed in, or the session has ended. */
        SignInNeeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 现在的岗位没有这项权限，或这一步不由其执行。The present post may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 不存在，或不在视野内；两者不作区分。It does not exist, or is out of sight. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 现在的状态不允许。The present state does not allow it. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 填写内容有误，可以改正。The input can be corrected. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 尝试过多，请稍候。Too many attempts; wait. */
        Wait: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 文件太大。The file is too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 不支持这种文件。This kind of file is not taken. */
        UnsupportedKind: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 处理能力暂时不可用，没有保存。Not available at present; nothing was stored. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 没有按tus 1.0.0协议。The request does not speak tus 1.0.0. */
        WrongProtocol: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
        /** @description 这一段在路上损坏了。The piece was damaged on its way. */
        PieceDamaged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RefusalOut"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDemoMessages: {
        parameters: {
            query: {
                tail: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoMessageOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    actTogether: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TogetherIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TogetherOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                area_code?: string | null;
                state?: (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80)[];
                item?: string | null;
                channel?: components["schemas"]["Channel"] | null;
                is_urgent?: boolean | null;
                is_overdue?: boolean;
                is_slipping?: boolean;
                since?: string | null;
                until?: string | null;
                receipt_no?: string | null;
                bucket?: components["schemas"]["Bucket"] | null;
                is_open?: boolean;
                unit_id?: string | null;
                is_mine?: boolean;
                words?: string | null;
                /** @description c112.35,28.57,500 or p112.3,28.5;… */
                shape?: string | null;
                component_id?: string | null;
                order?: "newest" | "due";
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reportIncident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reportTip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    trackIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    editTracked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    rateTracked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reopenTracked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    answerTracked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    answerQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    editReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    rateIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    acceptIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    correctIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    dispatchIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    assignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    askExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    suspendIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    noteIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    escalateIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeUpIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    recallIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    returnTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    grantExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    refuseExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    resumeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    closeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reopenIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    askReporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    urgeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    instructIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    voidIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    handleTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofStepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    passCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofStepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    failCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofStepIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getChallenge: {
        parameters: {
            query?: {
                least_bits?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    forgetDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    markSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMarks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    liftMark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mark_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    releaseHeld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    dismissHeld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listFolded: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoldedOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    foldIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoldIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeOutIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listSimilar: {
        parameters: {
            query?: {
                radius_m?: number;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listReceivers: {
        parameters: {
            query?: {
                words?: string;
            };
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchReceiversOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOpenWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenWorkOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    handOverWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverWorkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOverOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPreserved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreservedOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    preserveRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreserveIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    endPreservation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listNearbyPublic: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
                item_code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearMatterOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    followIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedCourseOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    unfollowIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listFollowed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getFollowed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedCourseOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadFollowedPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                public_id: string;
                number: number;
                side_px: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    claimReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMyLooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyLookOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getToday: {
        parameters: {
            query?: {
                lon?: number | null;
                lat?: number | null;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOwnFigures: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFiguresOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOwnFigure: {
        parameters: {
            query: {
                /** @description What is counted of one's own work. */
                figure: "reported" | "verified" | "handled" | "on_time" | "came_back" | "sent_back";
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revealReporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listLooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listTrackedLooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    linkComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkComponentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadTrackedFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadTrackedThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                file_id: string;
                side_px: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    watchIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatcherOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    leaveIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    switchPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchPostIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTokenOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    proveAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveAgainIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunFactorOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeSecondFactorOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    askPhoneCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    signInByPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listKept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findMyOfficer: {
        parameters: {
            query?: {
                lon?: number | null;
                lat?: number | null;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
                area_code?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyOfficerOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    signInByContainer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerCodeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerSignInOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getBridgeConfig: {
        parameters: {
            query: {
                url: string;
            };
            header?: never;
            path: {
                /** @description An app inside whose window our pages run, and which knows who holds the phone. */
                container: "wechat" | "wechatmini" | "wecom" | "dingtalk" | "alipay";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BridgeConfigOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listContainers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerLinkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    linkContainer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerLinkIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerLinkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    linkContainerByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerCodeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerLinkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setContainerPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerPushIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerLinkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    unlinkContainer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listSignInProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    startProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderStartIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStartOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    finishProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderFinishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSignInOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listProviderLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderLinkOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    linkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderFinishIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderLinkedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    startProviderLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderLinkStartIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStartOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    unlinkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSignOutIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSignOutOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listUnitPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColleagueOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listColleagues: {
        parameters: {
            query?: {
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearColleagueOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDelegations: {
        parameters: {
            query?: {
                since?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    delegatePost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewId"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revokeDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPosts: {
        parameters: {
            query?: {
                area_code?: string | null;
                is_vacant?: boolean | null;
                role?: components["schemas"]["Role"] | null;
                unit_id?: string | null;
                words?: string;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldPostPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewId"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    fillPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolderIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    vacatePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    appointNewcomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewcomerIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewcomerOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findStaff: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePasswordOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPasswordRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    dismissPasswordRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listStaff: {
        parameters: {
            query?: {
                area_code?: string | null;
                words?: string;
                role?: components["schemas"]["Role"] | null;
                unit_id?: string | null;
                state?: components["schemas"]["AccountState"] | null;
                idle_days?: number | null;
                active_days?: number | null;
                has_signed_in?: boolean | null;
                is_counted?: boolean;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    exportStaff: {
        parameters: {
            query?: {
                area_code?: string | null;
                words?: string;
                role?: components["schemas"]["Role"] | null;
                unit_id?: string | null;
                state?: components["schemas"]["AccountState"] | null;
                idle_days?: number | null;
                active_days?: number | null;
                has_signed_in?: boolean | null;
                is_counted?: boolean;
                file_format?: "xlsx" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffFileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    renameStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffNameIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setStaffPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPhoneIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    retireStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetiredOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reopenStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReopenedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    issueFirstPasswords: {
        parameters: {
            query?: {
                file_format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getAdoption: {
        parameters: {
            query?: {
                area_code?: string | null;
                days?: number;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptionFiguresOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    exportAdoption: {
        parameters: {
            query?: {
                area_code?: string | null;
                days?: number;
                file_format?: "xlsx" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listAreas: {
        parameters: {
            query?: {
                parent?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    locatePosition: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocatedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getAreaOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlineOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                kind?: string | null;
                area_code?: string | null;
                is_active?: boolean;
                parent_id?: string | null;
                words?: string;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitId"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    renameUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitNameIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setUnitPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPhoneIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    switchUnitOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    switchUnitOn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                target?: string | null;
                person_id?: string | null;
                since?: string | null;
                until?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStateOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    startAuditCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStateOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listInspectedLooks: {
        parameters: {
            query?: {
                person_id?: string | null;
                subject_id?: string | null;
                target?: string;
                words?: string;
                purpose?: components["schemas"]["Purpose"] | null;
                area?: string;
                kind?: ("opened" | "searched" | "exported" | "listened" | "export_asked" | "export_decided" | "export_made" | "downloaded" | "list_taken" | "inspected")[];
                since?: string | null;
                until?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedLookPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listStandouts: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandoutOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            503: components["responses"]["Unavailable"];
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
                side_px: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    maskFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaskIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    releaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    holdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["WrongProtocol"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            460: components["responses"]["PieceDamaged"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["WrongProtocol"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            460: components["responses"]["PieceDamaged"];
            503: components["responses"]["Unavailable"];
        };
    };
    appendUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["WrongProtocol"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            460: components["responses"]["PieceDamaged"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            412: components["responses"]["WrongProtocol"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            460: components["responses"]["PieceDamaged"];
            503: components["responses"]["Unavailable"];
        };
    };
    listImportSheets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadImportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: Blob;
                    /** Sheet Key */
                    sheet_key: string;
                    /**
                     * Worksheet
                     * @default
                     */
                    worksheet?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            503: components["responses"]["Unavailable"];
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    mapImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    stopImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listImportFaults: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadImportErrors: {
        parameters: {
            query?: {
                only_bad?: boolean;
                file_format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    resumeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: Blob;
                    /**
                     * Worksheet
                     * @default
                     */
                    worksheet?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listExportSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    requestExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listExportsToDecide: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    previewExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    approveExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    refuseExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    stopExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                only_unread?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    countUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    markAllRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UntilIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listAnnouncements: {
        parameters: {
            query?: {
                words?: string;
                only_open?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementId"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listWrittenAnnouncements: {
        parameters: {
            query?: {
                words?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPage"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    countReceivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiversOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    confirmAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    countConfirmations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitConfirmationsOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    withdrawAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listViews: {
        parameters: {
            query: {
                /** @description Where a view is opened: one list of the program each. */
                place: "incidents" | "exports" | "imports" | "notices" | "staff" | "units";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewViewIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    orderViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewOrderIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getBaseMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseMapOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getBaseTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                edition: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPictureMaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureMapOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getPictureTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                picture_key: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getBaseMapContents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseMapContentsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    showBaseDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowDatasetIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    hideBaseDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOffDatasetIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    removeBaseDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOffDatasetIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findPlaces: {
        parameters: {
            query: {
                words: string;
                lon?: number | null;
                lat?: number | null;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
                within?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPlaceOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPlaceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlaceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findPlacesInWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportWordsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPlaceOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    describePosition: {
        parameters: {
            query: {
                lon: number;
                lat: number;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DescribedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findManyPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyPlacesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceItemOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                area_code?: string | null;
                kind?: components["schemas"]["PlaceKind"] | null;
                words?: string;
                source?: string | null;
                is_retired?: boolean;
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlacesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlaceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlaceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    retirePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetirePlaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlaceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    restorePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestorePlaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPlaceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMapLayers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapLayersOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getMapTile: {
        parameters: {
            query?: {
                f?: string[];
                since?: string | null;
                until?: string | null;
                on?: string | null;
                within?: string | null;
                form?: "clusters" | "heat";
            };
            header?: never;
            path: {
                layer: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    countMapLayer: {
        parameters: {
            query?: {
                f?: string[];
                since?: string | null;
                until?: string | null;
                on?: string | null;
                within?: string | null;
                /** @description west,south,east,north */
                bbox?: string | null;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapCountsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMapFeatures: {
        parameters: {
            query?: {
                f?: string[];
                since?: string | null;
                until?: string | null;
                on?: string | null;
                within?: string | null;
                /** @description west,south,east,north */
                bbox?: string | null;
                shape?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapRowsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listNearestFeatures: {
        parameters: {
            query: {
                f?: string[];
                since?: string | null;
                until?: string | null;
                on?: string | null;
                within?: string | null;
                lon: number;
                lat: number;
                datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
                limit?: number;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearRowsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getMapCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                layer: string;
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapCardOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findOnMap: {
        parameters: {
            query: {
                words: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundOnMapListOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMapIndicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getChoropleth: {
        parameters: {
            query: {
                indicator: string;
                level?: "county" | "township" | "community" | "grid";
                within?: string | null;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoroplethOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcLanding: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcLandingOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcConformance: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcConformanceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOgcCollections: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcCollectionsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcCollection: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcCollectionOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcQueryables: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOgcItems: {
        parameters: {
            query?: {
                f?: string | null;
                bbox?: string | null;
                datetime?: string | null;
                limit?: number;
                where?: string[];
                within?: string | null;
                cursor?: string | null;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcItem: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOgcTileMatrixSets: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcTileMatrixSet: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                quad: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listOgcTilesets: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcTileset: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
                quad: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getOgcTile: {
        parameters: {
            query?: {
                f?: string | null;
            };
            header?: never;
            path: {
                layer: string;
                quad: string;
                z: number;
                y: number;
                x: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                state?: components["schemas"]["DraftState"] | null;
                within?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    openDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDraftFeatures: {
        parameters: {
            query?: {
                layer?: components["schemas"]["Layer"] | null;
            };
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftFeaturesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDraftChanges: {
        parameters: {
            query?: {
                since?: number;
            };
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftChangesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftEditedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDraftFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    previewDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    answerDraftPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftAnswersIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftVersionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftPublishIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listPublications: {
        parameters: {
            query?: {
                within?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    undoPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoPublicationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listAreasOn: {
        parameters: {
            query: {
                within: string;
                layer?: components["schemas"]["Layer"] | null;
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreasOnOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listDivisionDays: {
        parameters: {
            query: {
                within: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionDayOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    compareDivisions: {
        parameters: {
            query: {
                within: string;
                from_on: string;
                to_on: string;
                layer?: components["schemas"]["Layer"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    locatePositions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getGridStandard: {
        parameters: {
            query?: {
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setGridStandard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandardIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandardOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listGeometryImports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    uploadGeometry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: Blob;
                    /**
                     * Layer
                     * @default
                     */
                    layer?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            503: components["responses"]["Unavailable"];
        };
    };
    readGeometryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    readGeometryAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listImportedFeatures: {
        parameters: {
            query?: {
                state?: components["schemas"]["FeatureState"] | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedFeaturesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadGeometryReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    downloadGeometryOriginal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    correctGeometry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * File
                     * Format: binary
                     */
                    file: Blob;
                    /**
                     * Layer
                     * @default
                     */
                    layer?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedKind"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyGeometry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeometryImportOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    exportDraft: {
        parameters: {
            query?: {
                file_format?: "geojson" | "shapefile" | "geopackage" | "kml" | "kmz" | "sheet";
                system?: string;
                layer?: ("large" | "medium" | "small" | "special")[];
            };
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    exportDivision: {
        parameters: {
            query: {
                within: string;
                on?: string | null;
                file_format?: "geojson" | "shapefile" | "geopackage" | "kml" | "kmz" | "sheet";
                system?: string;
                layer?: ("large" | "medium" | "small" | "special")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                on?: string | null;
                words?: string;
                class_name?: string;
                unit_kind?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findItems: {
        parameters: {
            query: {
                words: string;
                on?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listItemClasses: {
        parameters: {
            query?: {
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listUnitKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitKindOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    saveUnitKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitKindIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitKindOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listItemLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listItemListDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    compareItemList: {
        parameters: {
            query?: {
                against?: number | null;
            };
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listItemsOfList: {
        parameters: {
            query?: {
                words?: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    openItemList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    withdrawItemList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    deleteItemListDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    exportItemList: {
        parameters: {
            query?: {
                file_format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                list_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getItem: {
        parameters: {
            query?: {
                on?: string | null;
            };
            header?: never;
            path: {
                item_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listCallBacks: {
        parameters: {
            query?: {
                view?: "open" | "mine" | "overdue" | "done";
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    createCallBack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBackIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listCallBackAttempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    noteCallBackAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttemptIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeCallBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    releaseCallBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revealCallBackNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    delayCallBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_back_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getPresentCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresentCallOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listCalls: {
        parameters: {
            query?: {
                view?: "all" | "mine" | "missed" | "unregistered";
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    linkCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revealCallNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    openRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findCallerMatters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownCallerOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    findAddresses: {
        parameters: {
            query: {
                words: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    previewReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeardIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    takeReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getReception: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionOut"] | null;
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listHandOvers: {
        parameters: {
            query?: {
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    noteHandOver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getSeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySeatOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    switchSeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySeatOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listSeats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    releaseSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    previewOwnReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HintIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EverybodysHintsOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    reportCallEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallEventIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallTakenOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listCalendarYears: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listMissingCalendarYears: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number[];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listCalendarDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    enterCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listWorkingHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StretchOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setWorkingHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StretchOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    previewDeadline: {
        parameters: {
            query: {
                start_at: string;
                limit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listComponents: {
        parameters: {
            query?: {
                area_code?: string | null;
                kind?: string | null;
                state?: ("good" | "worn" | "damaged" | "missing" | "out" | "retired")[];
                unit_id?: string | null;
                is_due?: boolean;
                words?: string | null;
                shape?: string | null;
                order?: "code" | "due";
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentPageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    registerComponent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterComponentIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changeComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeComponentIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    inspectComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    maintainComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaintenanceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setComponentLife: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LifeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getComponentCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                component_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentCardOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listNearestThings: {
        parameters: {
            query: {
                what: "component" | "resource";
                lon: number;
                lat: number;
                within_m?: number;
                kind?: string[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearThingOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listComponentKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentKindOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listResourceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceKindOut"][];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    saveResourceKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceKindIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                area_code?: string | null;
                kind?: string[];
                state?: ("ready" | "busy" | "shut" | "retired")[];
                unit_id?: string | null;
                words?: string | null;
                shape?: string | null;
                cursor?: string | null;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePageOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    registerResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterResourceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    changeResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeResourceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setResourceContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetContactIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    revealResourceContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactLookIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
    setResourceState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceStateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceOut"];
                };
            };
            400: components["responses"]["NotJson"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["Wait"];
        };
    };
}
