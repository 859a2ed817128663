// What was typed into a form and not sent: kept by the shell for its person. `key` names the matter and the action.

export { useDraft, type Draft } from "@jingwei/face";
