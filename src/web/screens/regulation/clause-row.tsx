// One clause: its words with the quoted ones marked on the left, what the software does with it on the right.
import { Link } from "react-router";
import type { ClauseView } from "#law/clauses.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { segmentsOf } from "../../parts/segments.ts";
import { ruleKinds } from "./rule-kinds.ts";

export function ClauseRow({ clause, pack, current }: { clause: ClauseView; pack: string; current: boolean }) {
  const { at, role, label, text, claims, excuse, silences, outOfScope } = clause;
  const kindOf = (id: string | undefined) => claims.find((claim) => claim.id === id)?.kind;
  return (
    <tr className={`clause clause-${role}${current ? " clause-current" : ""}`} {...(at === "" ? {} : { id: at })}>
      <td>
        {at === "" ? null : (
          <Link className="clause-label" to={`/regulation/${pack}#${at}`}>
            {placeOf(textOf(label))}
          </Link>
        )}
        <p lang="zh-CN">
          {segmentsOf(
            text,
            claims.flatMap(({ id, pieces }) => pieces.map((quote) => ({ id, quote }))),
          ).map((segment, index) =>
            segment.ids.length === 0 ? (
              <span key={index}>{segment.text}</span>
            ) : (
              <mark key={index} className={kindOf(segment.ids[0]) === "declaratory" ? "declared" : "claimed"}>
                {segment.text}
              </mark>
            ),
          )}
        </p>
      </td>
      <td>
        {claims.length === 0 && excuse === null && silences.length === 0 ? null : (
          <ul className="claims">
            {claims.map((claim, index) => (
              <li key={`${claim.id}-${index}`}>
                <span className={`claim-kind claim-${claim.kind}`}>{kindName(claim.kind)}</span> {textOf(claim.summary)}{" "}
                <code>{claim.id}</code>
              </li>
            ))}
            {excuse === null ? null : (
              <li>
                <span className="claim-kind claim-excuse">{m.rule_excuse()}</span> {textOf(excuse)}
              </li>
            )}
            {outOfScope.map((reason, index) => (
              <li key={`out-${index}`}>
                <span className="claim-kind claim-excuse">{m.rule_out_of_scope()}</span> {textOf(reason)}
              </li>
            ))}
            {silences.map((silence, index) => (
              <li key={index}>
                <span className="claim-kind claim-excuse">{m.rule_silent()}</span> {textOf(silence)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
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
