// A finding of gravity with its measures, in words: in a proposal and in a decision.
import { Descriptions } from "antd";
import type { EscalationFound, Factor, Outcome, Proposal } from "#casework/events.ts";
import { escalationClause } from "#law/procedure/escalation.ts";
import { factorsOf } from "#law/procedure/modifiers.ts";
import type { Law } from "#law/compile/law.ts";
import { areOrganizational } from "#law/procedure/measures.ts";
import { listed, textOf, withAside } from "../language.ts";
import { measureNames } from "./measure-names.ts";
import { m } from "../paraglide/messages.js";

type Found = Omit<
  Extract<Outcome, { type: "accountable" }>,
  "type" | "subjectId" | "departure" | "originalLevel" | "reducedLevel" | "appliedOn"
>;

export function ProposalText({ proposal, law }: { proposal: Proposal; law: Law }) {
  return (
    <FoundText
      title={m.proposal()}
      found={proposal}
      law={law}
      more={[{ key: "reasons", label: m.proposal_reasons(), children: proposal.reasons }]}
    />
  );
}

export function FoundText({
  title,
  found,
  law,
  more,
}: {
  title: string;
  found: Found;
  law: Law;
  more: { key: string; label: string; children: string }[];
}) {
  const { names } = law.vocabulary;
  const marks = [
    found.strongReaction ? m.strong_reaction() : null,
    found.vileInfluence ? m.vile_influence() : null,
  ].filter((one) => one !== null);
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      title={title}
      items={[
        { key: "measures", label: m.measures(), children: <strong>{measureNames(law, found.measures)}</strong> },
        { key: "gravity", label: m.gravity(), children: [textOf(names.gravities[found.gravity]), ...marks].join("，") },
        { key: "gravity-reasons", label: m.gravity_reasons(), children: found.gravityReasons },
        ...(found.factors.length === 0
          ? []
          : [
              {
                key: "factors",
                label: m.factors_found(),
                children: listed(found.factors.map((one) => factorText(law, one))),
              },
            ]),
        ...(found.escalations.length === 0
          ? []
          : [
              {
                key: "escalations",
                label: m.escalations_found(),
                children: (
                  <ul className="plain-list">
                    {found.escalations.map((one) => (
                      <li key={one.rule}>{escalationText(law, one)}</li>
                    ))}
                  </ul>
                ),
              },
            ]),
        ...(areOrganizational(law, found.measures)
          ? [
              {
                key: "handling",
                label: m.handling(),
                children:
                  found.handlingReasons === null
                    ? textOf(names.handlings[found.handling])
                    : withAside(textOf(names.handlings[found.handling]), found.handlingReasons),
              },
            ]
          : []),
        ...more,
      ]}
    />
  );
}

function escalationText(law: Law, { rule, followed, reasons }: EscalationFound): string {
  const clause = escalationClause(law, rule);
  const name = clause === null ? rule : textOf(clause);
  return `${name}：${withAside(followed ? m.escalation_yes() : m.escalation_no(), reasons)}`;
}

function factorText(law: Law, { factor, how }: Factor): string {
  const found = factorsOf(law, law.regulation.validity.from).find(({ id }) => id === factor);
  if (found === undefined) return how;
  const said = { name: textOf(found.name) };
  return withAside(found.direction === "mitigate" ? m.factor_mitigate(said) : m.factor_aggravate(said), how);
}
