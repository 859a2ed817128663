// Something sensitive: one question, whoever asks, and what was refused goes on by itself.

import { issueToken, removeSecondFactor } from "@jingwei/client";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test, vi } from "vitest";
import { serve, type Answer, type Asked } from "./live/served.js";
import { useProof } from "./proof.js";

const TOKEN = { label: "对接", days: 30 };
const refusal = (status: number, code: string, next: string): Answer => ({ status, body: { code, message: "", message_en: "", data: {}, next } });

let isProved: boolean;
let way: string;
let asked: Asked[];
let proof: ReturnType<typeof useProof>;
const sent = (what: string) => asked.filter((one) => `${one.method} ${one.path}` === what);

beforeEach(() => {
  setActivePinia(createPinia());
  isProved = false;
  way = "password";
  asked = serve({
    "GET /me/security": () => ({ status: 200, body: { username: "wu", proof_way: way, proved_at: null, is_held_back: false } }),
    "POST /session/proof": (given) => {
      const { password, code } = given.body as { password?: string; code?: string };
      isProved = way === "code" ? code === "123456" : password === "right";
      return isProved ? { status: 204, body: undefined } : refusal(422, "access.proof_refused", "correct");
    },
    "POST /me/tokens": () => (isProved ? { status: 201, body: { token_id: "x", secret: "y" } } : refusal(403, "access.step_up_needed", "step_up")),
    "DELETE /me/second-factor": () => (isProved ? { status: 204, body: undefined } : refusal(403, "access.step_up_needed", "step_up")),
  });
  proof = useProof();
  proof.listen();
});

const isAsked = () => vi.waitFor(() => expect(proof.way).toBe(way));

test("two calls wait for one answer, and both go on", async () => {
  const making = issueToken(TOKEN);
  const removing = removeSecondFactor();
  await isAsked();
  await proof.prove("right");
  expect((await making).secret).toBe("y");
  await removing;
  expect(proof.isAsking).toBe(false);
  expect(sent("POST /session/proof")).toHaveLength(1);
  expect(sent("POST /me/tokens")).toHaveLength(2);
});

test("a wrong password is said and asked for again; nothing is sent meanwhile", async () => {
  const making = issueToken(TOKEN);
  await isAsked();
  await proof.prove("wrong");
  expect(proof.isAsking).toBe(true);
  expect(proof.error).toMatchObject({ code: "access.proof_refused" });
  expect(sent("POST /me/tokens")).toHaveLength(1);
  await proof.prove("right");
  await making;
});

test("where there is a second factor its code is asked for", async () => {
  way = "code";
  const making = issueToken(TOKEN);
  await isAsked();
  await proof.prove("123456");
  await making;
  expect(sent("POST /session/proof")[0]?.body).toEqual({ code: "123456" });
});

test("not now: what was refused stays refused", async () => {
  const making = issueToken(TOKEN);
  await isAsked();
  proof.giveUp();
  await expect(making).rejects.toMatchObject({ next: "step_up" });
  expect(sent("POST /me/tokens")).toHaveLength(1);
});
