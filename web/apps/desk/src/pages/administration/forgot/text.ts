import { pageText } from "@jingwei/ui";

export const text = pageText(
  {
    title: "忘记密码",
    lead: "填写用户名和怎么联系您。本单位的管理员会收到提醒，核实是您本人后，给您一个一次性密码。",
    username: "用户名",
    contact: "怎么联系您",
    contactHelp: "例如办公电话或所在科室。管理员会用他已知的电话核实，不会只凭这里填写的号码。",
    submit: "告诉管理员",
    missing: "用户名和联系方式都要填写。",
    back: "返回登录",
    again: "一小时内再次提交不会重复提醒。",
  },
  {
    title: "Forgot the password",
    lead: "Give your user name and how you can be reached. Your administrators are told; they make sure that it is you and give you a one-time password.",
    username: "User name",
    contact: "How to reach you",
    contactHelp: "An office number or a department. The administrator verifies it on a number they know, not on this one alone.",
    submit: "Tell the administrators",
    missing: "Both the user name and how to reach you are needed.",
    back: "Back to signing in",
    again: "Submitting again within the hour does not remind them twice.",
  },
);
