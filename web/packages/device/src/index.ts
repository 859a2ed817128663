// What a phone can do for us, behind one door.

export { isPosition } from "./contracts";
export type {
  AddOptions,
  Datum,
  Located,
  NoPosition,
  PictureProblem,
  Position,
  PositionProblem,
  PreparedPhoto,
  PrepareOptions,
  Taken,
  TakeOptions,
  UploadItem,
  UploadQueue,
  UploadState,
  VoiceNote,
  VoiceProblem,
  VoiceRecorder,
} from "./contracts";
export { bridge, locate, takePhotos } from "./bridge";
export type { Bridge } from "./bridge";
export type { Container, ContainerName } from "./containers/detect";
export type { CodeProblem, SignInCode } from "./containers/driver";
export { COARSE_M, locateByBrowser } from "./position";
export { isPicture, preparePhoto } from "./pictures/prepare";
export { uploads } from "./uploads/queue";
export { canRecord, isRecorder, LONGEST_MS, recordVoice } from "./voice/recorder";
