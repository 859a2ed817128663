// Where the server is and who asks; and how a refusal reaches the caller.

import type { components } from "./generated/schema.js";

export type RefusalBody = components["schemas"]["RefusalOut"];

export interface Connection {
  /** Empty for the platform's own pages, which are served from the same address. */
  baseUrl: string;
  /** A session or API token; the platform's own pages use the session cookie instead. */
  token: () => string | null;
  fetch: typeof fetch;
  /** Hears every refusal first: the shell signs in again on 401, for example. */
  onRefusal: (refusal: Refusal) => void;
}

const connection: Connection = {
  baseUrl: "",
  token: () => null,
  fetch: (...given) => globalThis.fetch(...given),
  onRefusal: () => undefined,
};

/** Say where the server is and who asks. Called once, by the shell of an application. */
export function connect(settings: Partial<Connection>): void {
  Object.assign(connection, settings);
}

/** An expected no: people read the message, programs the code and data; `next` names what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    readonly body: RefusalBody,
  ) {
    super(body.message);
  }

  get code(): string {
    return this.body.code;
  }

  get next(): RefusalBody["next"] {
    return this.body.next;
  }
}

const UNREADABLE: RefusalBody = {
  code: "server_error",
  message: "服务器没有给出可读的回答，请稍后再试。",
  message_en: "The server gave no readable answer. Try again later.",
  data: {},
  next: "retry",
};

export async function request(
  method: string,
  address: string,
  body: FormData | string | undefined,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const headers = new Headers({ Accept: "application/json" });
  const token = connection.token();
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (typeof body === "string") headers.set("Content-Type", "application/json");
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (body !== undefined) init.body = body;
  if (signal) init.signal = signal;
  const response = await connection.fetch(connection.baseUrl + address, init);
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!response.ok) {
    const refusal = new Refusal(response.status, isJson ? await response.json() : UNREADABLE);
    connection.onRefusal(refusal);
    throw refusal;
  }
  if (response.status === 204) return undefined;
  return isJson ? response.json() : response.blob();
}
