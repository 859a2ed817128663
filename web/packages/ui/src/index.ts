// What every face shares. A component gets here when two pages need it.

export { default as AreaPicker } from "./AreaPicker.vue";
export { default as DataTable, type DataColumn } from "./DataTable.vue";
export { default as FieldHelp } from "./FieldHelp.vue";
export { default as FileField } from "./FileField.vue";
export { default as FileLinks } from "./FileLinks.vue";
export { default as FilePicker } from "./FilePicker.vue";
export { default as Icon } from "./Icon.vue";
export { default as PageState } from "./PageState.vue";
export { default as QrPicture } from "./QrPicture.vue";
export { default as RefusalNote } from "./RefusalNote.vue";
export { default as SearchBox } from "./SearchBox.vue";
export { default as StateMark } from "./StateMark.vue";
export { default as UnitPicker } from "./UnitPicker.vue";
export { default as When } from "./When.vue";
export { ICONS, type IconName } from "./icons.js";
export { useNow } from "./minute.js";
export { useExplanation, type Explanation } from "./refusals.js";
export { i18n, pageText, setLocale, useLocale, usePageText, type Messages, type PageText, type TextKey } from "./texts.js";
export { useKeys } from "./useKeys.js";
export { usePageState, type PageQuery } from "./usePageState.js";
export { useUploading } from "./useUploading.js";
export * from "./form/index.js";
