// For the specs of the shell: a server that answers from a list, over the real client.

import { connect } from "@jingwei/client";

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  keepalive: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** What each address answers; a function may answer differently each time. */
export type Answers = Record<string, Answer | ((asked: Asked) => Answer | Promise<Answer>)>;

/** Serves from now on; returns everything that was asked, and rejects what nobody answers as a broken line does. */
export function serve(answers: Answers): Asked[] {
  const all: Asked[] = [];
  connect({
    baseUrl: "http://server.test",
    fetch: async (address, init) => {
      const path = new URL(String(address)).pathname.replace("/api/v1", "");
      const asked = {
        method: init?.method ?? "GET",
        path,
        body: typeof init?.body === "string" ? (JSON.parse(init.body) as unknown) : undefined,
        keepalive: init?.keepalive ?? false,
      };
      all.push(asked);
      const found = answers[`${asked.method} ${path}`];
      if (!found) throw new TypeError("fetch failed");
      const { status, body } = typeof found === "function" ? await found(asked) : found;
      return new Response(body === undefined ? null : JSON.stringify(body), {
        status,
        headers: { "Content-Type": "application/json" },
      });
    },
  });
  return all;
}

export const ENDED: Answer = {
  status: 401,
  body: { code: "sign_in_needed", message: "请先登录。", message_en: "Please sign in.", data: {}, next: "sign_in" },
};
