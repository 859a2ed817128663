// Runs on the compiled client, whose folder stands in JINGWEI_CLIENT: `node --test`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const client = await import(pathToFileURL(`${process.env.JINGWEI_CLIENT}/index.js`).href);
const ID = "00000000-0000-4000-8000-000000000001";

/** What was sent, while every request gets the same answer. */
function answerWith(status, body, type = "application/json") {
  const sent = [];
  client.connect({
    baseUrl: "http://server.test",
    token: () => "secret",
    onRefusal: () => undefined,
    onSessionEnded: async () => false,
    fetch: async (address, init) => {
      sent.push({ address, ...init });
      const text = body === undefined ? null : type === "application/json" ? JSON.stringify(body) : body;
      return new Response(text, { status, headers: { "Content-Type": type } });
    },
  });
  return sent;
}

test("a verb sends the id in the address and the rest as JSON", async () => {
  const sent = answerWith(200, { id: ID, version: 8 });
  const closed = await client.closeIncident({ incident_id: ID, remark: "已办结", version: 7 });
  assert.equal(closed.version, 8);
  assert.equal(sent[0].address, `http://server.test/api/v1/incidents/${ID}/close`);
  assert.equal(sent[0].method, "POST");
  assert.deepEqual(JSON.parse(sent[0].body), { remark: "已办结", version: 7 });
  assert.equal(sent[0].headers.get("Authorization"), "Bearer secret");
});

test("every call has a number of its own, and a refusal tells it", async () => {
  const sent = answerWith(500, { code: "server_error", message: "出错了", message_en: "Broken", data: {}, next: "retry" });
  const refusals = [];
  for (let times = 0; times < 2; times += 1) {
    refusals.push(await client.closeIncident({ incident_id: ID, remark: "", version: 1 }).catch((reason) => reason));
  }
  const numbers = sent.map((one) => one.headers.get("X-Request-Id"));
  assert.match(numbers[0], /^(?=.*[a-z])[0-9a-hjkmnp-tv-z]{12}$/);
  assert.notEqual(numbers[0], numbers[1]);
  assert.deepEqual(refusals.map((one) => one.number), numbers);
});

test("a list sends filters in the address and leaves out what was not given", async () => {
  const sent = answerWith(200, { rows: [], next_cursor: null });
  await client.listIncidents({ state: [10, 20], is_urgent: false, cursor: null });
  const asked = new URL(sent[0].address).searchParams;
  assert.deepEqual(asked.getAll("state"), ["10", "20"]);
  assert.equal(asked.get("is_urgent"), "false");
  assert.equal(asked.has("cursor"), false);
  assert.equal(sent[0].body, undefined);
});

test("a file travels as a form", async () => {
  const sent = answerWith(201, { id: ID });
  await client.uploadFile({ file: new Blob(["x"], { type: "image/jpeg" }) });
  assert.ok(sent[0].body instanceof FormData);
  assert.ok(sent[0].body.get("file") instanceof Blob);
  assert.equal(sent[0].headers.has("Content-Type"), false);
});

test("content comes as a Blob and nothing as nothing", async () => {
  answerWith(200, "bytes", "image/jpeg");
  assert.equal(await (await client.downloadFile({ file_id: ID })).text(), "bytes");
  answerWith(204, undefined);
  assert.equal(await client.signOut(), undefined);
});

test("a refusal is thrown with its code, its sentence and what to do next", async () => {
  const heard = [];
  answerWith(409, { code: "stale_version", message: "请刷新", message_en: "Refresh", data: {}, next: "refresh" });
  client.connect({ onRefusal: (refusal) => heard.push(refusal.code) });
  await assert.rejects(client.takeTask({ incident_id: ID }), (refusal) => {
    assert.ok(refusal instanceof client.Refusal);
    assert.deepEqual([refusal.status, refusal.code, refusal.message, refusal.next], [409, "stale_version", "请刷新", "refresh"]);
    return true;
  });
  assert.deepEqual(heard, ["stale_version"]);
});

test("an answer that is not JSON is a refusal too", async () => {
  answerWith(502, "<html>", "text/html");
  await assert.rejects(client.readMe(), (refusal) => refusal.status === 502 && refusal.next === "retry");
});

test("an empty id is refused before anything is sent", async () => {
  const sent = answerWith(200, {});
  await assert.rejects(client.getIncident({ incident_id: "" }), TypeError);
  assert.deepEqual(sent, []);
});

/** Answers from a list, one after another. */
function answerInTurn(...answers) {
  const sent = [];
  client.connect({
    baseUrl: "http://server.test",
    token: () => null,
    onRefusal: () => undefined,
    onSessionEnded: async () => false,
    fetch: async (address, init) => {
      sent.push({ address, ...init });
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return new Response(JSON.stringify(next.body), { status: next.status, headers: { "Content-Type": "application/json" } });
    },
  });
  return sent;
}

const ENDED = { status: 401, body: { code: "sign_in_needed", message: "", message_en: "", data: {}, next: "sign_in" } };
const WRONG = { status: 401, body: { code: "access.sign_in_refused", message: "", message_en: "", data: {}, next: "sign_in" } };
const DONE = { status: 200, body: { id: ID, version: 8 } };

test("after signing in again the refused call is sent once more, as it was", async () => {
  const sent = answerInTurn(ENDED, DONE);
  client.connect({ onSessionEnded: async () => true });
  const closed = await client.closeIncident({ incident_id: ID, remark: "已办结", version: 7 });
  assert.equal(closed.version, 8);
  assert.equal(sent.length, 2);
  assert.deepEqual([sent[1].address, sent[1].body], [sent[0].address, sent[0].body]);
});

test("who does not sign in again gets the refusal, and nothing is sent twice", async () => {
  const sent = answerInTurn(ENDED);
  await assert.rejects(client.closeIncident({ incident_id: ID, remark: "x" }), (error) => error.code === "sign_in_needed");
  assert.equal(sent.length, 1);
});

test("a session that ends again is not asked for without end", async () => {
  const sent = answerInTurn(ENDED, ENDED);
  client.connect({ onSessionEnded: async () => true });
  await assert.rejects(client.closeIncident({ incident_id: ID, remark: "x" }), (error) => error.status === 401);
  assert.equal(sent.length, 2);
});

test("a wrong password is no ended session", async () => {
  answerInTurn(WRONG);
  client.connect({ onSessionEnded: async () => assert.fail("nobody is to be asked") });
  await assert.rejects(client.signIn({ username: "wu", password: "x" }), (error) => error.code === "access.sign_in_refused");
});

test("a call given up while the person signs in is not sent", async () => {
  const sent = answerInTurn(ENDED, DONE);
  const giving = new AbortController();
  client.connect({
    onSessionEnded: async () => {
      giving.abort();
      return true;
    },
  });
  await assert.rejects(client.getIncident({ incident_id: ID }, { signal: giving.signal }), { name: "AbortError" });
  assert.equal(sent.length, 1);
});

test("silence is told from a refusal, and a write from a read", async () => {
  answerInTurn(new TypeError("fetch failed"), new TypeError("fetch failed"));
  await assert.rejects(client.closeIncident({ incident_id: ID, remark: "x" }), (error) => error instanceof client.Unanswered && error.isWrite);
  await assert.rejects(client.readMe(), (error) => error instanceof client.Unanswered && error instanceof TypeError && !error.isWrite);
});

const PROVE = { status: 403, body: { code: "access.step_up_needed", message: "", message_en: "", data: {}, next: "step_up" } };

test("once somebody has proved again who they are, what was refused goes on by itself", async () => {
  const sent = answerInTurn(PROVE, DONE);
  client.connect({ onProofNeeded: async () => true });
  const closed = await client.closeIncident({ incident_id: ID, remark: "已办结", version: 7 });
  assert.equal(closed.version, 8);
  assert.deepEqual([sent[1].address, sent[1].body], [sent[0].address, sent[0].body]);
});

test("who gives no proof gets the refusal, and a proof that changes nothing is asked for once", async () => {
  let sent = answerInTurn(PROVE);
  client.connect({ onProofNeeded: async () => false });
  await assert.rejects(client.closeIncident({ incident_id: ID, remark: "x" }), (error) => error.next === "step_up");
  assert.equal(sent.length, 1);
  sent = answerInTurn(PROVE, PROVE);
  client.connect({ onProofNeeded: async () => true });
  await assert.rejects(client.closeIncident({ incident_id: ID, remark: "x" }), (error) => error.status === 403);
  assert.equal(sent.length, 2);
});

test("what an untouched page fetches says so", async () => {
  const sent = answerInTurn(DONE, DONE);
  client.connect({ isUnattended: () => true });
  await client.getIncident({ incident_id: ID });
  client.connect({ isUnattended: () => false });
  await client.getIncident({ incident_id: ID });
  assert.deepEqual(sent.map((one) => one.headers.get("Jingwei-Unattended")), ["1", null]);
});
