// While a lead is entered: those that may already be on the same matter, of the ones the reader may see.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Tag } from "antd";
import { useEffect, useState } from "react";
import type { Concerned } from "#casework/events.ts";
import { api } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { MatterLink } from "./matter-link.tsx";
import { StageTag } from "./stage-tag.tsx";

const alike = { "same-person": m.alike_person, "similar-text": m.alike_text, "same-unit": m.alike_unit } as const;

export function SimilarLeads({ summary, concerned }: { summary: string; concerned: readonly Concerned[] }) {
  const asked = useLater(
    JSON.stringify({ summary, concerned: concerned.filter((one) => one.name !== "" || one.unit !== "") }),
  );
  const input = JSON.parse(asked) as { summary: string; concerned: Concerned[] }; // written just above
  const found = useQuery(
    api.matters.similarLeads.queryOptions({
      input,
      enabled: input.summary.trim().length >= 4 || input.concerned.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = found.data ?? [];
  if (rows.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={m.leads_similar({ count: rows.length })}
      description={
        <ul>
          {rows.map((row) => (
            <li key={row.matterId}>
              <Tag>{alike[row.alike]()}</Tag> <MatterLink kind="lead" matterId={row.matterId} number={row.number} />{" "}
              {row.title} <StageTag stage={row.stage} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** The text once it has stood for a moment, so that not every key asks. */
function useLater(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
