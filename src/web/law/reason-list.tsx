// The reasons of an answer that has to be confirmed: each with what can be done about it, and the link that does it for whoever may open it.
import { Button } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import type { Access } from "#kernel/contract/meta.ts";
import type { ShownReason } from "#eligibility/rules/what-to-do.ts";
import type { ReasonCode } from "#law/reckon/eligibility.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { accessOf } from "../routes.tsx";
import { mayUse, useMe } from "../session.ts";
import "./explanation-drawer.css";

/** Where an answer is confirmed: on this very screen, or in a request for clearance, at the address where one is begun. */
export type ConfirmedAt = { type: "here"; open: () => void } | { type: "request"; address: string } | null;
type Props = { reasons: readonly ShownReason[]; name: string; personId: string | null; confirmedAt: ConfirmedAt };

export function ReasonList({ reasons, name, personId, confirmedAt }: Props) {
  return (
    <ul className="why-lines">
      {reasons.map(({ code, sentence, toDo }) => (
        <li key={`${code} ${sentence.zh}`}>
          {textOf(sentence)}
          {toDo === null ? null : (
            <p className="quiet">
              {textOf(toDo)} <WhereDone {...{ code, name, personId, confirmedAt }} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What resolves the reason: a decision on a norm, a declaration, an entry about the person, or somebody's confirmation. */
const resolvedBy = {
  restriction: null,
  "consent-missing": null,
  "open-matter": null,
  "grey-day": "confirmation",
  "level-missing": "person",
  "attribute-missing": "person",
  "norm-undecided": "norms",
  "history-incomplete": "history",
  "decided-ahead": "confirmation",
  "restoration-missing": "records",
  "period-not-set": "records",
  "count-unknown": "confirmation",
} as const satisfies Record<ReasonCode, string | null>;

function WhereDone({ code, name, personId, confirmedAt }: Omit<Props, "reasons"> & { code: ReasonCode }) {
  const by = resolvedBy[code];
  switch (by) {
    case "norms":
      return <PlaceToGo to="/norms" access={accessOf(contract.norms.list)} text={m.reason_to_norms()} />;
    case "history":
      return <PlaceToGo to="/history" access={accessOf(contract.history.district)} text={m.reason_to_history()} />;
    case "person":
    case "records": {
      if (personId === null) return null;
      const to = `/persons/${encodeURIComponent(personId)}#${by === "person" ? "posts" : "records"}`;
      const text = by === "person" ? m.reason_to_person({ name }) : m.reason_to_records({ name });
      return <PlaceToGo to={to} access={accessOf(contract.registry.person)} text={text} />;
    }
    case "confirmation":
      return <Confirming name={name} at={confirmedAt} />;
    case null:
      return null;
  }
}

function Confirming({ name, at }: { name: string; at: ConfirmedAt }) {
  if (at === null) return null;
  if (at.type === "request")
    return <PlaceToGo to={at.address} access={accessOf(contract.clearance.enter)} text={m.reason_to_request()} />;
  return (
    <Button size="small" type="link" onClick={at.open}>
      {m.reason_to_confirm({ name })}
    </Button>
  );
}

function PlaceToGo({ to, access, text }: { to: string; access: Access; text: string }) {
  return mayUse(useMe(), access) ? <Link to={to}>{text}</Link> : null;
}

/** The address at which a request with the same question is begun; names never stand in one. */
export function requestAddress(asked: {
  purpose: string;
  date: string | null;
  year: number | null;
  toLevel: string | null;
}): string {
  const question = new URLSearchParams({ purpose: asked.purpose });
  if (asked.date !== null) question.set("date", asked.date);
  if (asked.year !== null) question.set("year", String(asked.year));
  if (asked.toLevel !== null) question.set("level", asked.toLevel);
  return `/clearance/new?${question}`;
}
