// Norms to decide.
import { normsFor, openNormsFor } from "#law-admin/uses/norms.ts";
import { signedInOf } from "../context.ts";
import { endpoints } from "./implementer.ts";

export const norms = {
  list: endpoints.norms.list.handler(({ context }) => normsFor(context.app, signedInOf(context).actor)),
  open: endpoints.norms.open.handler(({ context }) => openNormsFor(context.app, signedInOf(context).actor)),
};
