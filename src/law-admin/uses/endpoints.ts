// The use behind each endpoint of the law in force here: packs, interpretations, norms, official texts, the history.
import type { UsesOf } from "#kernel/use-of.ts";
import type { history } from "../contract/history.ts";
import type { interpretations } from "../contract/interpretations.ts";
import type { norms } from "../contract/norms.ts";
import type { officialTexts } from "../contract/official-texts.ts";
import type { regulation } from "../contract/regulation.ts";
import { confirmHistory, districtHistory, openHistory, recordArrival, stateHistory, unseenFor } from "./history.ts";
import { previewInterpretation } from "./interpretation-effect.ts";
import {
  countersignInterpretation,
  enterInterpretation,
  interpretationsPage,
  viewInterpretation,
} from "./interpretations.ts";
import { effectsForReader } from "./law-effects.ts";
import { findPack, inForceFor, packsWithAuthority } from "./law-in-force.ts";
import { normsFor, openNormsFor } from "./norms.ts";
import { checkOfficialText, loadOfficialText, officialTextsPage, viewOfficialText } from "./official-texts.ts";

export const regulationUses = {
  packs: packsWithAuthority,
  pack: findPack,
  effects: effectsForReader,
  inForce: inForceFor,
} satisfies UsesOf<typeof regulation>;

export const interpretationsUses = {
  list: interpretationsPage,
  get: viewInterpretation,
  preview: previewInterpretation,
  enter: enterInterpretation,
  countersign: countersignInterpretation,
} satisfies UsesOf<typeof interpretations>;

export const normsUses = { list: normsFor, open: openNormsFor } satisfies UsesOf<typeof norms>;

export const officialTextsUses = {
  list: officialTextsPage,
  get: viewOfficialText,
  load: loadOfficialText,
  check: checkOfficialText,
} satisfies UsesOf<typeof officialTexts>;

export const historyUses = {
  district: districtHistory,
  open: openHistory,
  unseen: unseenFor,
  state: stateHistory,
  confirm: confirmHistory,
  recordArrival,
} satisfies UsesOf<typeof history>;
