// What a call of the interface is: arguments in one object, an answer, or a Refusal that says what to do next.

import { request } from "./connection.js";
import type { operations } from "./generated/schema.js";

export type OperationId = keyof operations;

// A place without parameters is typed `never`; an operation without a body has none.
type Given<T> = [T] extends [never] ? unknown : T extends object ? T : unknown;
type PathOf<Id extends OperationId> = Given<operations[Id]["parameters"]["path"]>;
type QueryOf<Id extends OperationId> = operations[Id]["parameters"] extends { query?: infer Q }
  ? Given<Exclude<Q, undefined>>
  : unknown;
type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : unknown;

/** Everything an operation takes, wherever it travels. */
export type Arguments<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id>;

type Content<R> = R extends { content: infer C } ? (C extends object ? C[keyof C] : Blob) : Blob;

/** What an operation answers; files come as a Blob, and nothing as nothing. */
export type AnswerOf<Id extends OperationId> = operations[Id]["responses"] extends { 200: infer R }
  ? Content<R>
  : operations[Id]["responses"] extends { 201: infer R }
    ? Content<R>
    : void;

export interface CallOptions {
  signal?: AbortSignal;
  /** Sent even while the page is being closed. */
  keepalive?: boolean;
}

/** Arguments may be left out where none is required. */
export type Call<Id extends OperationId> = Record<string, never> extends Arguments<Id>
  ? (given?: Arguments<Id>, options?: CallOptions) => Promise<AnswerOf<Id>>
  : (given: Arguments<Id>, options?: CallOptions) => Promise<AnswerOf<Id>>;

/** An operation knows its own name: what was read is filed under it, and events name it to have it read again. */
export type Operation<Id extends OperationId> = Call<Id> & { readonly operationId: Id };

export interface Places {
  query?: readonly string[];
  body?: "json" | "form";
}

/** The function that performs one operation of the document. */
export function operation<Id extends OperationId>(
  id: Id,
  method: string,
  path: string,
  places: Places = {},
): Operation<Id> {
  const call = async (given: Record<string, unknown> = {}, options: CallOptions = {}) => {
    const rest = { ...given };
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = rest[name];
      if (value === undefined || value === null || value === "") {
        throw new TypeError(`${id} needs ${name}`);
      }
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    const query = new URLSearchParams();
    for (const name of places.query ?? []) {
      for (const value of [rest[name]].flat()) {
        if (value !== undefined && value !== null) query.append(name, String(value));
      }
      delete rest[name];
    }
    const asked = query.toString();
    return request({
      method,
      address: asked ? `${address}?${asked}` : address,
      body: bodyOf(places.body, rest),
      signal: options.signal,
      keepalive: options.keepalive,
    });
  };
  return Object.assign(call, { operationId: id }) as unknown as Operation<Id>;
}

function bodyOf(kind: Places["body"], fields: Record<string, unknown>): FormData | string | undefined {
  if (kind === "json") return JSON.stringify(fields);
  if (kind !== "form") return undefined;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      if (one instanceof Blob) form.append(name, one);
      else if (one !== undefined && one !== null) form.append(name, String(one));
    }
  }
  return form;
}
