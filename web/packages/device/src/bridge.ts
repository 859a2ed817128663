// The container a page runs in, behind one interface. A page asks `bridge()` and never a vendor.
// A plain browser is complete; whatever fails of a container, the page goes on as in a browser.

import type { Located, Taken, TakeOptions } from "./contracts";
import { containerOf, type Container, type ContainerName } from "./containers/detect";
import type { Driver, SignInCode } from "./containers/driver";
import { realWorld, type World } from "./containers/world";

export interface Bridge {
  readonly name: ContainerName;
  /** Get ready in the background, so that the first question is answered at once. Loads nothing in a browser. */
  prepare: () => Promise<void>;
  takePhotos: (options?: TakeOptions) => Promise<Taken>;
  locate: () => Promise<Located>;
  /**
   * A one-time code for `signInByContainer`. Without `mayLeave` only one that is to be had without leaving the page;
   * with it (after a tap) the page may go to the container's own page and come back.
   */
  signInCode: (options?: { mayLeave?: boolean }) => Promise<SignInCode>;
}

/** Drivers arrive only inside their container. */
async function driverOf(container: Container, world: World): Promise<Driver> {
  if (container === "dingtalk") return (await import("./containers/dingtalk")).dingtalkDriver(world);
  if (container === "alipay") return (await import("./containers/alipay")).alipayDriver(world);
  return (await import("./containers/wx")).wxDriver(container, world);
}

/** The bridge of a page in a world; `bridge()` is that of this page. */
export function bridgeIn(world: World): Bridge {
  const name = containerOf(world);
  let driver: Driver | undefined;
  let coming: Promise<Driver | undefined> | undefined;

  function drive(): Promise<Driver | undefined> {
    if (name === "browser") return Promise.resolve(undefined);
    coming ??= driverOf(name, world)
      .then((arrived) => (driver = arrived))
      .catch(() => (coming = undefined)); // the network failed: tried again with the next question
    return coming;
  }

  /** Whatever a container throws is as good as no answer. */
  const asked = async <Answer>(question: (found: Driver) => Promise<Answer>): Promise<Answer | undefined> => {
    const found = await drive();
    return found && question(found).catch(() => undefined);
  };

  return {
    name,
    prepare: async () => {
      await asked((found) => found.prepare());
    },
    // Not async: the browser's dialogue opens within the tap or not at all.
    takePhotos: (options) => {
      const ask = driver?.takePhotos;
      return ask ? ask(options).catch(() => ({ problem: "unavailable" as const })) : world.takeByBrowser(options);
    },
    locate: async () => (await asked((found) => found.locate())) ?? world.locateByBrowser(),
    signInCode: async ({ mayLeave = false } = {}) =>
      (await asked((found) => found.signInCode({ mayLeave }))) ?? { problem: "unavailable" },
  };
}

let ours: Bridge | undefined;

/** The container this page runs in. */
export function bridge(): Bridge {
  ours ??= bridgeIn(realWorld);
  return ours;
}

/** Where the phone is. Never throws. */
export const locate = (): Promise<Located> => bridge().locate();

/** Take or choose pictures. Never throws. */
export const takePhotos = (options?: TakeOptions): Promise<Taken> => bridge().takePhotos(options);
