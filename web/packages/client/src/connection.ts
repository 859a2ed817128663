// Where the server is and who asks; and how a refusal reaches the caller.

import type { components } from "./generated/schema.js";
import { newNumber, NUMBER_HEADER } from "./number.js";

export type RefusalBody = components["schemas"]["RefusalOut"];

export interface Connection {
  /** Empty for the platform's own pages, which are served from the same address. */
  baseUrl: string;
  /** A session or API token; the platform's own pages use the session cookie instead. */
  token: () => string | null;
  fetch: typeof fetch;
  /** Hears every refusal first. */
  onRefusal: (refusal: Refusal) => void;
  /** Asked when the session has ended. True: the same person has signed in again, and the call is sent once more. */
  onSessionEnded: (refusal: Refusal) => Promise<boolean>;
  /** Asked when something sensitive needs a fresh proof of who is here. True: it was given, and the call is sent again. */
  onProofNeeded: (refusal: Refusal) => Promise<boolean>;
  /** Whether nobody has touched the page for a while: what it fetches by itself does not keep the session alive. */
  isUnattended: () => boolean;
}

const connection: Connection = {
  baseUrl: "",
  token: () => null,
  fetch: (...given) => globalThis.fetch(...given),
  onRefusal: () => undefined,
  onSessionEnded: () => Promise.resolve(false),
  onProofNeeded: () => Promise.resolve(false),
  isUnattended: () => false,
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
    /** Under which the server knows of this call; empty where there was none. */
    readonly number = "",
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

/** Nothing came back. Whether the call arrived, nobody can tell: what was typed is kept, and may be sent again. */
export class Unanswered extends TypeError {
  override readonly name = "Unanswered";

  constructor(
    readonly method: string,
    cause: unknown,
    readonly number = "",
  ) {
    super("No answer from the server", { cause });
  }

  /** A call that would have changed something: it may have been received all the same. */
  get isWrite(): boolean {
    return this.method !== "GET";
  }
}

const UNREADABLE: RefusalBody = {
  code: "server_error",
  message: "服务器没有给出可读的回答，请稍后再试。",
  message_en: "The server gave no readable answer. Try again later.",
  data: {},
  next: "retry",
};

export interface Sent {
  method: string;
  address: string;
  body: FormData | string | undefined;
  signal?: AbortSignal | undefined;
  /** Sent even while the page is being closed. */
  keepalive?: boolean | undefined;
}

const SESSION_ENDED = "sign_in_needed";
const PROOF_NEEDED = "access.step_up_needed";

/**
 * Send one call. A session that ended is begun again first, and who is here is proved again where that is asked for, if
 * the application can: nobody has to repeat a click.
 */
export async function request(sent: Sent): Promise<unknown> {
  const asked = new Set<string>();
  for (;;) {
    try {
      return await send(sent);
    } catch (error) {
      // Each is asked for once: an answer that changes nothing must not ask for ever.
      if (!(error instanceof Refusal) || asked.has(error.code) || !(await mended(error))) throw error;
      asked.add(error.code);
      sent.signal?.throwIfAborted();
    }
  }
}

function mended(refusal: Refusal): Promise<boolean> {
  if (refusal.code === SESSION_ENDED) return connection.onSessionEnded(refusal);
  return refusal.code === PROOF_NEEDED ? connection.onProofNeeded(refusal) : Promise.resolve(false);
}

async function send({ method, address, body, signal, keepalive }: Sent): Promise<unknown> {
  const number = newNumber();
  const headers = new Headers({ Accept: "application/json", [NUMBER_HEADER]: number });
  const token = connection.token();
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (connection.isUnattended()) headers.set("Jingwei-Unattended", "1");
  if (typeof body === "string") headers.set("Content-Type", "application/json");
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (body !== undefined) init.body = body;
  if (signal) init.signal = signal;
  if (keepalive) init.keepalive = true;
  const response = await connection.fetch(connection.baseUrl + address, init).catch((reason: unknown) => {
    throw reason instanceof TypeError ? new Unanswered(method, reason, number) : reason;
  });
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!response.ok) {
    const refusal = new Refusal(response.status, isJson ? await response.json() : UNREADABLE, number);
    connection.onRefusal(refusal);
    throw refusal;
  }
  if (response.status === 204) return undefined;
  return isJson ? response.json() : response.blob();
}
