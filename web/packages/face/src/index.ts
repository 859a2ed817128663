// What the shell of every face does, without any component: each face draws it in its own way.

export { queryClient, readAgain, readKey, useRead, useWrite, type Operation, type ReadOptions, type WriteOptions } from "./data.js";
export { useMore, type More } from "./more.js";
export { useSession, type Me, type Permission } from "./session.js";
export { useProof, type ProofWay } from "./proof.js";
export { useSecurity, type TokenRow } from "./security.js";
export { securityText, useSessionWords } from "./securityText.js";
export { useSignIn, type SignInField } from "./useSignIn.js";
export { DENSITIES, stored, THEMES, usePreferences } from "./preferences.js";
export { useOwnArea } from "./ownArea.js";
export { saveFile } from "./saveFile.js";
export { leadReader } from "./reader.js";
export { askedOf, useUrlState, type UrlState } from "./urlState.js";
export { liveState, startLive, useNews, type LiveContext } from "./live/connection.js";
export { useDraft, type Draft } from "./live/useDraft.js";
export { SETTLE_MS, SIGN_EVERY_MS, usePresence, type Watcher } from "./live/usePresence.js";
export { bringProof, isBrought, isForLink, useProviders, type Brought, type Provider } from "./useProviders.js";
export { useDemo, type CastMember } from "./useDemo.js";
export { REVEAL_PURPOSES, useReporterNumber, type RevealPurpose } from "./matter/reporterNumber.js";
export { useDoing, type Conflict, type Doing } from "./matter/doing.js";
export {
  emptyForm, fieldsOf, inOrder, isOneClick, keyOf, missingIn, nextOf, VERBS,
  type ActionName, type Filled, type Incident, type Offer, type Proof,
} from "./matter/actions.js";
