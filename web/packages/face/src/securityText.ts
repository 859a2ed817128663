// Words of the page "how my account is guarded", the same on every face.

import { pageText, usePageText, type TextKey } from "@jingwei/ui";
import { partsOf, type TokenRow } from "./security.js";

export const securityText = pageText(
  {
    title: "登录安全",
    lead: "密码之外再加一道：登录时多输一次手机验证器应用上的数字。别人知道了密码也进不来。",
    held: "您的岗位要求两步验证。设好以后，岗位自动打开。",
    factor: {
      title: "两步验证",
      off: "没有开启",
      on: "已开启",
      since: "开启时间",
      used: "最近使用",
      left: "还剩 {n} 个恢复码",
      begin: "开启两步验证",
      renew: "换一套恢复码",
      remove: "关闭两步验证",
      removeAsk: "关闭后登录只要密码。要求两步验证的岗位会暂时打不开。关闭吗？",
      removed: "两步验证已关闭。",
      apps: "任何支持动态口令（TOTP）的验证器应用都可以，不需要联网。",
    },
    steps: {
      scan: "用验证器应用扫这张图",
      picture: "给验证器应用扫的图",
      typed: "不能扫的，在应用里手工输入这串密钥：",
      open: "在这台设备的验证器应用中打开",
      code: "输入应用显示的6位数字",
      missing: "请输入6位数字。",
      confirm: "确认",
      cancel: "以后再说",
    },
    codes: {
      title: "恢复码",
      lead: "手机丢了或换了，用一个恢复码代替验证码登录。每个只能用一次。只显示这一次，请抄下或打印，不要和手机放在一起。",
      copy: "复制",
      copied: "已复制",
      done: "我已保存",
    },
    sessions: {
      title: "在哪里登录着",
      lead: "不认识的，请立即结束并修改密码。只记设备种类和网络号的前一半，不记完整地址。",
      current: "本机，正在用",
      since: "登录时间",
      seen: "最近使用",
      twice: "两步验证",
      end: "结束",
      ended: "已结束那次登录。",
      others: "退出其他所有设备",
      othersAsk: "其他设备立刻需要重新登录，并且不再被认作常用设备。继续吗？",
      othersDone: "已退出 {n} 处登录。",
      inside: "内部网络",
      empty: "没有有效的登录",
      emptyHint: "登录以后会出现在这里。",
      device: "{app}（{system}）",
      tokens: "给程序用的接口令牌在“登录与令牌”中管理。",
    },
    way: {
      password: "用密码登录", one_time_password: "用一次性密码登录", phone: "用短信验证码登录",
      wechat: "从微信登录", wechatmini: "从微信小程序登录", wecom: "从企业微信登录", dingtalk: "从钉钉登录", alipay: "从支付宝登录",
      other: "从统一身份认证登录",
    },
    app: {
      wechat: "微信", wecom: "企业微信", dingtalk: "钉钉", alipay: "支付宝", edge: "Edge 浏览器", opera: "Opera 浏览器", huawei: "华为浏览器",
      xiaomi: "小米浏览器", qq: "QQ 浏览器", uc: "UC 浏览器", firefox: "Firefox 浏览器", chrome: "Chrome 浏览器", safari: "Safari 浏览器", other: "其他程序",
    },
    system: {
      harmony: "鸿蒙", android: "安卓", iphone: "苹果手机", ipad: "苹果平板", windows: "Windows 电脑", mac: "苹果电脑", linux: "Linux 电脑", other: "其他系统",
    },
  },
  {
    title: "Sign-in security",
    lead: "A second lock beside the password: signing in also asks for the digits of an authenticator app. Who only knows the password stays outside.",
    held: "Your post asks for a second factor. Once it is set up, the post opens by itself.",
    factor: {
      title: "Second factor",
      off: "not set up",
      on: "set up",
      since: "Since",
      used: "Last used",
      left: "{n} recovery code left | {n} recovery codes left",
      begin: "Set up a second factor",
      renew: "New recovery codes",
      remove: "Take it off",
      removeAsk: "Then the password is enough, and posts that ask for a second factor stay closed. Take it off?",
      removed: "The second factor is taken off.",
      apps: "Any authenticator app that knows time-based codes (TOTP) will do; it needs no network.",
    },
    steps: {
      scan: "Scan this picture with your authenticator app",
      picture: "Picture to scan with an authenticator app",
      typed: "If you cannot scan it, type this key into the app:",
      open: "Open in an authenticator app on this device",
      code: "Enter the six digits the app shows",
      missing: "Enter the six digits.",
      confirm: "Confirm",
      cancel: "Later",
    },
    codes: {
      title: "Recovery codes",
      lead: "If the phone is lost, a recovery code stands in for the app's code, once each. They are shown this once: write them down or print them, and keep them apart from the phone.",
      copy: "Copy",
      copied: "Copied",
      done: "I have kept them",
    },
    sessions: {
      title: "Where you are signed in",
      lead: "If you do not know one, end it at once and change your password. Only the kind of device and half of the network's number are kept, never the whole address.",
      current: "here, in use",
      since: "Signed in",
      seen: "Last used",
      twice: "second factor",
      end: "End",
      ended: "That session is ended.",
      others: "Sign out everywhere else",
      othersAsk: "All other devices must sign in again at once and are not known any more. Go on?",
      othersDone: "{n} session is ended. | {n} sessions are ended.",
      inside: "internal network",
      empty: "No session is open",
      emptyHint: "Sessions appear here after signing in.",
      device: "{app} ({system})",
      tokens: "API tokens for programs are under “Sessions and tokens”.",
    },
    way: {
      password: "by password", one_time_password: "by one-time password", phone: "by code in an SMS",
      wechat: "from WeChat", wechatmini: "from a WeChat mini program", wecom: "from WeCom", dingtalk: "from DingTalk", alipay: "from Alipay",
      other: "by single sign-on",
    },
    app: {
      wechat: "WeChat", wecom: "WeCom", dingtalk: "DingTalk", alipay: "Alipay", edge: "Edge", opera: "Opera", huawei: "Huawei Browser",
      xiaomi: "Mi Browser", qq: "QQ Browser", uc: "UC Browser", firefox: "Firefox", chrome: "Chrome", safari: "Safari", other: "another program",
    },
    system: {
      harmony: "HarmonyOS", android: "Android", iphone: "iPhone", ipad: "iPad", windows: "Windows", mac: "Mac", linux: "Linux", other: "another system",
    },
  },
);

type SecurityKey = TextKey<(typeof securityText)["zh-CN"]>;
const WAYS: ReadonlySet<string> = new Set(["password", "one_time_password", "phone", "wechat", "wechatmini", "wecom", "dingtalk", "alipay"]);

/** What a row of one's sessions says: how it was opened, on what, from where. */
export function useSessionWords() {
  const { t } = usePageText(securityText);
  /** Sessions from before the way was noted were opened by password, as good as all of them. */
  const wayOf = (one: TokenRow): string => t(`way.${!one.way ? "password" : WAYS.has(one.way) ? one.way : "other"}` as SecurityKey);
  function deviceOf(one: TokenRow): string {
    const { app, system } = partsOf(one.device);
    return t("sessions.device", { app: t(`app.${app}` as SecurityKey), system: t(`system.${system}` as SecurityKey) });
  }
  const networkOf = (one: TokenRow): string => (one.network === "inside" ? t("sessions.inside") : one.network);
  return { wayOf, deviceOf, networkOf };
}
