// The interface as functions: `await closeIncident({ incident_id, remark: "已办结" })`.

export { connect, Refusal, Unanswered } from "./connection.js";
export { newNumber, NUMBER_HEADER } from "./number.js";
export type { Connection, RefusalBody } from "./connection.js";
export * from "./generated/operations.js";
export type { components } from "./generated/schema.js";
export type { AnswerOf, Arguments, CallOptions, Operation, OperationId } from "./operation.js";

import type { components } from "./generated/schema.js";

/** A schema of the document by name: `Schema<"IncidentOut">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
