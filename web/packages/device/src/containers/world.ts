// Everything a container's driver touches outside itself, so that a fake container can stand in its place.

import { getBridgeConfig, type Schema } from "@jingwei/client";
import type { Located, Taken, TakeOptions } from "../contracts";
import { takeByBrowser } from "../pictures/take";
import { locateByBrowser } from "../position";
import type { Container } from "./detect";

export type PageConfig = Schema<"BridgeConfigOut">;

export interface World {
  readonly userAgent: string;
  readonly wxEnvironment: string | undefined;
  /** Where the page was entered, and where it stands. */
  readonly entered: string;
  readonly here: string;
  /** What the container put into the window, now or by its script: `wx`, `dd`, `AlipayJSBridge`. */
  global: (name: string) => unknown;
  load: (script: string) => Promise<void>;
  config: (container: Container, url: string) => Promise<PageConfig>;
  leave: (address: string) => void;
  /** Show another address without loading anything. */
  rename: (address: string) => void;
  remember: (key: string, value: string | null) => void;
  recall: (key: string) => string | null;
  /** When the container says that its own bridge is there. */
  heard: (event: string) => Promise<void>;
  locateByBrowser: () => Promise<Located>;
  takeByBrowser: (options?: TakeOptions) => Promise<Taken>;
  wait: (ms: number) => Promise<void>;
}

const entered = typeof location === "undefined" ? "" : location.href;

/** The world as it is. */
export const realWorld: World = {
  get userAgent() {
    return navigator.userAgent;
  },
  get wxEnvironment() {
    return (window as unknown as { __wxjs_environment?: string }).__wxjs_environment;
  },
  entered,
  get here() {
    return location.href;
  },
  global: (name) => (window as unknown as Record<string, unknown>)[name],
  load: (script) =>
    new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = script;
      tag.referrerPolicy = "no-referrer";
      tag.addEventListener("load", () => done());
      tag.addEventListener("error", () => failed(new Error("the container's script did not come")));
      document.head.append(tag);
    }),
  config: (container, url) => getBridgeConfig({ container, url }),
  leave: (address) => location.assign(address),
  rename: (address) => history.replaceState(history.state, "", address),
  remember: (key, value) => {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  },
  recall: (key) => sessionStorage.getItem(key),
  heard: (event) => new Promise((done) => document.addEventListener(event, () => done(), { once: true })),
  locateByBrowser: () => locateByBrowser(),
  takeByBrowser,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
};
