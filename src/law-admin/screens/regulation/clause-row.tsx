// One clause: its words with what stands on each of them on the left, what the software does with it on the right.
import { Link } from "react-router";
import type { ClauseView } from "#law/text/clauses.ts";
import { marksOf } from "#law/text/clause-marks.ts";
import { normsCitedIn } from "#law/text/norms.ts";
import type { Pack } from "#law/pack/pack.ts";
import { isShownOnly } from "#law/pack/rule-changes.ts";
import { linesOfRule } from "#law/wording/rules.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitedNorms } from "./cited-norms.tsx";
import { RuleLines } from "./rule-lines.tsx";
import { ruleKinds } from "./rule-kinds.ts";
import "./clause-row.css";
import "./claim-kind.css";

type Props = { clause: ClauseView; pack: Pack; packs: readonly Pack[]; current: boolean };

export function ClauseRow({ clause, pack, packs, current }: Props) {
  const { at, role, label, text, claims, excuse, silences, outOfScope } = clause;
  const numbers = new Map(claims.map((claim, index) => [claim.id, index + 1]));
  const shown = new Set<string>();
  return (
    <tr className={`clause clause-${role}${current ? " clause-current" : ""}`} {...(at === "" ? {} : { id: at })}>
      <td>
        {at === "" ? null : (
          <Link className="clause-label" to={`/regulation/${pack.id}#${at}`}>
            {placeOf(textOf(label))}
          </Link>
        )}
        <p lang="zh-CN">
          {marksOf(pack, clause).map((mark, index) => {
            const first = claims.length < 2 ? [] : mark.rules.filter((id) => numbers.has(id) && !shown.has(id));
            for (const id of first) shown.add(id);
            return (
              <span key={index}>
                {first.map((id) => (
                  <sup key={id} className="mark-number">
                    {numbers.get(id)}
                  </sup>
                ))}
                {mark.kind === "plain" ? mark.text : <mark className={mark.kind}>{mark.text}</mark>}
              </span>
            );
          })}
        </p>
        {at === "" ? null : <CitedNorms norms={normsCitedIn(text, packs)} here={pack.id} />}
      </td>
      <td>
        {claims.length === 0 && excuse === null && silences.length === 0 ? null : (
          <ul className="claims">
            {claims.map((claim, index) => {
              const rule = pack.rules.find((one) => one.id === claim.id);
              return (
                <li key={`${claim.id}-${index}`}>
                  {claims.length < 2 ? null : <span className="mark-number">{index + 1}</span>}{" "}
                  <span className={`claim-kind claim-${claim.kind}`}>{kindName(claim.kind)}</span>{" "}
                  {rule !== undefined && "tag" in rule && rule.tag === "M" ? (
                    <span className="claim-kind claim-unverified">{m.rule_unverified()}</span>
                  ) : null}{" "}
                  {rule !== undefined && isShownOnly(rule) ? <ShownOnly /> : null} {textOf(claim.summary)}{" "}
                  <code>{claim.id}</code>
                  {rule === undefined ? null : <RuleLines lines={linesOfRule(pack, rule)} />}
                </li>
              );
            })}
            {excuse === null ? null : (
              <li>
                <span className="claim-kind claim-excuse">{m.rule_excuse()}</span> <ShownOnly /> {textOf(excuse)}
              </li>
            )}
            {outOfScope.map((reason, index) => (
              <li key={`out-${index}`}>
                <span className="claim-kind claim-by-people">{m.rule_out_of_scope()}</span> {textOf(reason)}
              </li>
            ))}
            {silences.map((silence, index) => (
              <li key={index}>
                <span className="claim-kind claim-excuse">{m.rule_silent()}</span> <ShownOnly /> {textOf(silence)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** Beside what changes nothing in the product. */
function ShownOnly() {
  return (
    <span className="claim-kind claim-shown-only" title={m.shown_only_title()}>
      {m.shown_only()}
    </span>
  );
}

/** The label without the title, which stands above the whole text. */
function placeOf(label: string): string {
  const short = label.replace(/^《[^》]*》/u, "").replace(/^.*, (?=Article)/u, "");
  return short === "" ? label : short;
}

function kindName(kind: string): string {
  return (ruleKinds[kind] ?? (() => kind))();
}
