// Alipay puts its bridge into the page by itself: no script is loaded and nothing signed. Pictures go by the browser.
// Source: the documents of AlipayJSBridge.

import { judged } from "../position";
import type { Located } from "../contracts";
import { LOCATE_WITHIN_MS, READY_WITHIN_MS, within, type Driver, type SignInCode } from "./driver";
import type { World } from "./world";

const DENIED = new Set(["11", "2001"]);
const LATE = new Set(["14"]);

interface Answer {
  error?: number | string;
  longitude?: number | string;
  latitude?: number | string;
  accuracy?: number | string;
  authcode?: string;
  authCode?: string;
}

/** The part of `AlipayJSBridge` that is used. */
export interface AlipayBridge {
  call: (name: string, asked: Record<string, unknown>, answer: (given: Answer) => void) => void;
}

export function alipayDriver(world: World): Driver {
  const bridge = () => world.global("AlipayJSBridge") as AlipayBridge | undefined;

  /** It comes a moment after the page, and says so. */
  async function prepare(): Promise<boolean> {
    if (bridge()) return true;
    await within(world, READY_WITHIN_MS, world.heard("AlipayJSBridgeReady"), undefined);
    return bridge() !== undefined;
  }

  const ask = (name: string, asked: Record<string, unknown>): Promise<Answer> =>
    new Promise((answer) => bridge()?.call(name, asked, answer));

  async function locate(): Promise<Located | undefined> {
    if (!(await prepare())) return undefined;
    const given = await within(world, LOCATE_WITHIN_MS, ask("getCurrentLocation", { requestType: 0, bizType: "jingwei" }), "late" as const);
    if (given === "late") return { problem: "timeout" };
    const error = String(given.error ?? "");
    if (DENIED.has(error)) return { problem: "denied" };
    if (LATE.has(error)) return { problem: "timeout" };
    return error ? undefined : judged(Number(given.longitude), Number(given.latitude), "gcj02", Number(given.accuracy));
  }

  async function signInCode(): Promise<SignInCode> {
    if (!(await prepare())) return { problem: "unavailable" };
    const config = await within(world, READY_WITHIN_MS, world.config("alipay", world.here.split("#")[0] ?? "").catch(() => undefined), undefined);
    if (!config) return { problem: "unavailable" };
    const asked = ask("getAuthCode", { appId: config.app_id, scopeNicks: ["auth_base"] });
    const given = await within(world, LOCATE_WITHIN_MS, asked, {} as Answer);
    const code = given.authcode ?? given.authCode;
    if (code) return { code };
    return { problem: DENIED.has(String(given.error ?? "")) ? "denied" : "unavailable" };
  }

  return { prepare, locate, signInCode };
}
