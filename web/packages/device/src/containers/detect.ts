// Which container this page runs in, by what the browser says of itself.

import type { Schema } from "@jingwei/client";

export type Container = Schema<"Container">;
export type ContainerName = Container | "browser";

/** A mini-program tells its pages apart from WeChat's own by this; older ones write it into the browser's name. */
export interface Surroundings {
  userAgent: string;
  wxEnvironment?: string | undefined;
}

/** WeCom says that it is WeChat, too; so the narrower name is asked for first. */
export function containerOf({ userAgent, wxEnvironment }: Surroundings): ContainerName {
  const name = userAgent.toLowerCase();
  if (name.includes("wxwork")) return "wecom";
  if (name.includes("micromessenger")) {
    return wxEnvironment === "miniprogram" || name.includes("miniprogram") ? "wechatmini" : "wechat";
  }
  if (name.includes("dingtalk")) return "dingtalk";
  if (name.includes("alipayclient") || name.includes("aliapp(ap")) return "alipay";
  return "browser";
}

export const isIos = (userAgent: string): boolean => /iphone|ipad|ipod/i.test(userAgent);
