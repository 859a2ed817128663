// The phone's few parts. Another gets here when two pages need it.

export { default as AskSheet } from "./AskSheet.vue";
export { default as Button } from "./Button.vue";
export { default as Choice } from "./Choice.vue";
export { default as Field } from "./Field.vue";
export { default as Figure } from "./Figure.vue";
export { default as PageState } from "./PageState.vue";
export { default as PhotoPicker } from "./PhotoPicker.vue";
export { default as Screen } from "./Screen.vue";
export { default as Sending } from "./Sending.vue";
export { default as Sheet } from "./Sheet.vue";
export { default as UploadList } from "./UploadList.vue";
export { default as VoiceNote } from "./VoiceNote.vue";
export { settledFiles } from "./settled.js";
export { useSlow } from "./slow.js";
export { toast } from "./toasts.js";
