// An ended session: nothing typed is lost, what was refused is sent again, and nobody acts in another's name.

import { closeIncident, Refusal } from "@jingwei/client";
import { drafts } from "@jingwei/domain";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test, vi } from "vitest";
import { effectScope } from "vue";
import { queryClient } from "./data.js";
import { ENDED, serve, type Answer, type Answers, type Asked } from "./live/served.js";
import { useDraft } from "./live/useDraft.js";
import { useSession } from "./session.js";

const ID = "018f0000-0000-7000-8000-00000000000a";
const CLOSE = `POST /incidents/${ID}/close`;
const post = (id: string) => ({ post_id: id, title: id, role: "desk", area_code: "4309", unit_id: null, unit_name: "", is_delegated: false });
const me = (person: string, postId: string): Answer => ({
  status: 200,
  body: { person_id: person, name: person, role: "desk", post: post(postId), posts: [post(postId)], permissions: ["read_incident"] },
});
const WRONG: Answer = {
  status: 401,
  body: { code: "access.sign_in_refused", message: "不正确", message_en: "wrong", data: {}, next: "sign_in" },
};

let signedIn: Answer;
let hasSession: boolean;
let asked: Asked[];
let answers: Answers;
let session: ReturnType<typeof useSession>;

const settle = () => vi.waitFor(() => expect(session.status).toBe("expired"));
const sent = (what: string) => asked.filter((one) => `${one.method} ${one.path}` === what);

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  queryClient.clear();
  setActivePinia(createPinia());
  hasSession = true;
  signedIn = me("wu", "first");
  answers = {
    "POST /session": (given) => {
      if ((given.body as { password: string }).password !== "right") return WRONG;
      hasSession = true;
      return { status: 200, body: { secret: "x" } };
    },
    "GET /me": () => (hasSession ? signedIn : ENDED),
    "POST /session/end": () => ({ status: 200, body: { address: null } }),
    "POST /session/post": (given) => {
      signedIn = me("wu", (given.body as { post_id: string }).post_id);
      return signedIn;
    },
    [CLOSE]: () => (hasSession ? { status: 200, body: { id: ID, version: 8 } } : ENDED),
  };
  asked = serve(answers);
  session = useSession();
  session.listen();
  await session.load();
  drafts.write(`close:${ID}`, { remark: "已清运" });
});

test("the refused step waits for the password, and is then sent as it was", async () => {
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "已清运", version: 7 });
  await settle();
  await expect(session.signInAgain("wu", "wrong")).rejects.toBeInstanceOf(Refusal);
  expect(session.status).toBe("expired");
  expect(sent(CLOSE)).toHaveLength(1);
  await session.signInAgain("wu", "right");
  expect((await closing).version).toBe(8);
  expect(sent(CLOSE).map((one) => one.body)).toEqual([
    { remark: "已清运", version: 7 },
    { remark: "已清运", version: 7 },
  ]);
  expect(session.status).toBe("in");
});

test("one goes on in the post in which one was, not in one's first", async () => {
  await session.switchPost("second");
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "x" });
  await settle();
  signedIn = me("wu", "first");
  await session.signInAgain("wu", "right");
  await closing;
  expect(session.me?.post?.post_id).toBe("second");
});

test("where that post is no longer one's own, nothing is sent from another", async () => {
  await session.switchPost("second");
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "x" });
  await settle();
  signedIn = me("wu", "first");
  answers["POST /session/post"] = { status: 403, body: { code: "access.not_your_post", message: "", message_en: "", data: {}, next: "switch_post" } };
  const refused = expect(closing).rejects.toMatchObject({ code: "sign_in_needed" });
  await session.signInAgain("wu", "right");
  await refused;
  expect(sent(CLOSE)).toHaveLength(1);
  expect(session.me?.post?.post_id).toBe("first");
});

test("somebody else sends nothing of the first, sees nothing read for them, and finds no drafts", async () => {
  queryClient.setQueryData(["getIncident", { incident_id: ID }], { id: ID });
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "x" });
  await settle();
  signedIn = me("zhao", "other");
  const refused = expect(closing).rejects.toMatchObject({ code: "sign_in_needed" });
  await session.signInAgain("zhao", "right");
  await refused;
  expect(sent(CLOSE)).toHaveLength(1);
  expect(queryClient.getQueryData(["getIncident", { incident_id: ID }])).toBeUndefined();
  expect(drafts.read(`close:${ID}`)).toBeUndefined();
  drafts.open("wu");
  expect(drafts.read(`close:${ID}`)).toEqual({ remark: "已清运" });
});

test("who goes to the sign-in page instead keeps the drafts, and the step is refused", async () => {
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "x" });
  await settle();
  const refused = expect(closing).rejects.toMatchObject({ code: "sign_in_needed" });
  session.leave();
  await refused;
  expect(session.status).toBe("out");
  await session.signIn("wu", "right");
  expect(drafts.read(`close:${ID}`)).toEqual({ remark: "已清运" });
});

test("signing out wipes the drafts", async () => {
  await session.signOut();
  drafts.open("wu");
  expect(drafts.count()).toBe(0);
});

test("every call that was refused meanwhile goes on together", async () => {
  hasSession = false;
  const calls = [1, 2, 3].map((version) => closeIncident({ incident_id: ID, remark: "x", version }));
  await settle();
  await session.signInAgain("wu", "right");
  await Promise.all(calls);
  expect(sent(CLOSE)).toHaveLength(6);
  expect(sent("POST /session")).toHaveLength(1);
});

test("before anybody has signed in a refusal is just an answer", async () => {
  session.leave();
  hasSession = false;
  await expect(closeIncident({ incident_id: ID, remark: "x" })).rejects.toMatchObject({ code: "sign_in_needed" });
  expect(session.status).toBe("out");
});

test("another window that signed out takes this one along; one that signed in brings it back", async () => {
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "x" });
  await settle();
  hasSession = true;
  await session.follow("in");
  expect((await closing).version).toBe(8);
  await session.follow("out");
  expect(session.status).toBe("out");
});

test("another person who signs in over an ended session is shown their own draft, never the first one's", async () => {
  const scope = effectScope();
  const draft = scope.run(() => useDraft("close:7", () => ({ remark: "" })))!;
  draft.value.value.remark = "吴写的";
  hasSession = false;
  const closing = closeIncident({ incident_id: ID, remark: "" }).catch(() => undefined);
  await settle();
  signedIn = me("zhao", "first");
  await session.signInAgain("zhao", "right");
  await closing;
  expect(draft.value.value.remark).toBe("");
  scope.stop();
});

test("a visitor who signs in halfway keeps what was typed, and leaves nothing for the next visitor", async () => {
  session.leave();
  session.listen({ forVisitors: true });
  const scope = effectScope();
  const draft = scope.run(() => useDraft("report", () => ({ words: "" })))!;
  draft.value.value.words = "路灯不亮";
  await session.enter(() => Promise.resolve());
  expect(draft.value.value.words).toBe("路灯不亮");
  await session.signOut();
  expect(draft.value.value.words).toBe("");
  scope.stop();
});
