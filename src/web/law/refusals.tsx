// Why something is not done: every reason with the article and its words.
import { Alert } from "antd";
import type { Refusal } from "#law/refusal.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "./citation.tsx";
import "./refusals.css";

export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={m.refused_title()}
      description={
        <ul className="refusals">
          {refusals.map((refusal, index) => (
            <li key={`${refusal.code}-${index}`}>
              <p>{textOf(refusal.message)}</p>
              {refusal.source === null ? null : <CitationBlock citation={refusal.source} />}
            </li>
          ))}
        </ul>
      }
    />
  );
}
