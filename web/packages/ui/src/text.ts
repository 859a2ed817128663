import { pageText } from "./texts.js";

export const text = pageText(
  {
    failed: "没有读到",
    offline: "现在没有网络",
    offlineHint: "已经看到的内容还在。网络恢复后会自动重试。",
    loading: "正在读取……",
    retry: "重试",
    help: "说明：{field}",
    next: {
      check_number: "请核对编号，或确认它在您的辖区内。",
      correct: "请改正后再提交。",
      refresh: "别人刚刚改过。请刷新后再试，您填写的内容不会丢。",
      retry: "请稍后再试。",
      sign_in: "请重新登录，您填写的内容不会丢。",
      switch_post: "请切换到有这项权限的岗位。",
      wait: "请稍等片刻再试。",
    },
    unreachable: "连接不到服务器。请检查网络，稍后再试。",
    unknown: "出了意外。请刷新页面；仍然如此，请告诉系统管理员。",
    close: "关闭",
  },
  {
    failed: "This could not be read",
    offline: "There is no network at present",
    offlineHint: "What you see stays. It is tried again when the network is back.",
    loading: "Reading…",
    retry: "Try again",
    help: "About: {field}",
    next: {
      check_number: "Check the number, or whether it lies in your jurisdiction.",
      correct: "Correct it and submit again.",
      refresh: "Somebody changed it just now. Refresh and try again; what you typed is kept.",
      retry: "Try again later.",
      sign_in: "Sign in again; what you typed is kept.",
      switch_post: "Switch to a post that has this permission.",
      wait: "Wait a moment and try again.",
    },
    unreachable: "The server cannot be reached. Check the network and try again.",
    unknown: "Something unexpected happened. Reload the page; if it persists, tell the administrator.",
    close: "Close",
  },
);
