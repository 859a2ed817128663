// What the interface says of the division, under short names.

import type { Schema } from "@jingwei/client";

export type Draft = Schema<"DraftOut">;
export type Feature = Schema<"DraftFeatureOut">;
export type Fault = Schema<"DraftFaultOut">;
export type Edited = Schema<"DraftEditedOut">;
export type Change = Schema<"DraftChangeIn">["change"];
export type Changed = Schema<"DraftChangeOut">;
export type Effects = Schema<"EffectsOut">;
export type Publication = Schema<"PublicationOut">;
export type AreaOn = Schema<"AreaOnOut">;
export type Compared = Schema<"AreaComparedOut">;
export type StandardRow = Schema<"StandardRowOut">;
