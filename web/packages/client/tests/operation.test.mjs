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
