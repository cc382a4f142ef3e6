// The answer of one line, and what a person can do about it: choose who is meant, or confirm a day that needs it.
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ClearanceLineView } from "../../contract/clearance.ts";
import type { Law } from "#law/compile/law.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { AnswerTag } from "#web/law/answer-tag.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { ChooseForm } from "./choose-form.tsx";
import { kindName } from "./clearance-words.ts";
import "#eligibility/screens/eligibility/candidates.css";

type Props = { law: Law; requestId: string; line: ClearanceLineView; open: boolean };

export function LineAnswer({ law, requestId, line, open, onConfirm }: Props & { onConfirm: () => void }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      {line.kind === "name-only" || line.kind === "several" || line.kind === "no-such-person" ? (
        <Unmatched law={law} requestId={requestId} line={line} open={open} onOther={() => setChoosing(true)} />
      ) : (
        <AnswerTag answer={line.kind} law={law} />
      )}
      {line.answer?.nothingRecorded === true ? <p className="quiet">{m.match_one_nothing()}</p> : null}
      {line.confirmation === null ? null : (
        <p>
          {m.confirmation_text({
            name: line.confirmation.byName,
            result: line.confirmation.barred ? m.confirmed_barred() : m.confirmed_clear(),
            reason: line.confirmation.reason,
          })}
        </p>
      )}
      {open && line.kind === "needs-confirmation" ? (
        <Button
          size="small"
          type={line.confirmation === null ? "primary" : "default"}
          aria-label={m.action_on({ action: m.confirm_answer(), name: line.name })}
          onClick={onConfirm}
        >
          {m.confirm_answer()}
        </Button>
      ) : null}
      {choosing ? <ChooseForm requestId={requestId} line={line} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function Unmatched({ law, requestId, line, open, onOther }: Props & { onOther: () => void }) {
  const choosing = useMutation({
    mutationFn: (personId: string) =>
      client.clearance.choose({ requestId, key: newKey(), choices: [{ line: line.line, personId }] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.clearance.key() }),
  });
  const refusals = refusalsOf(choosing.error);
  const { choice } = line;
  // What was chosen before this asking has been counted in it.
  const waits = choice !== null && line.match !== "nobody-chosen";
  const chosen = choice === null ? undefined : line.registry.find((one) => one.personId === choice.personId);
  return (
    <>
      <span className={`answer answer-${line.kind === "no-such-person" ? "nobody" : "several"}`}>
        {kindName(law, line.kind)}
      </span>
      {choice === null ? null : (
        <p>
          {choice.personId === null
            ? m.chosen_nobody({ by: choice.byName, reason: choice.reason })
            : m.chosen_text({
                name: chosen === undefined ? line.name : [chosen.name, chosen.organizationName].join(" · "),
                by: choice.byName,
              })}
          {waits ? <strong> {m.chosen_waits()}</strong> : null}
        </p>
      )}
      {open && choice === null && line.registry.length > 0 ? (
        <ul className="candidates">
          {line.registry.map((one) => (
            <li key={one.personId}>
              <button type="button" disabled={choosing.isPending} onClick={() => choosing.mutate(one.personId)}>
                {[one.name, one.organizationName, one.post, one.idNumberMasked]
                  .filter((part) => part !== null && part !== "")
                  .join(" · ")}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <Button
          size="small"
          type="link"
          aria-label={m.action_on({ action: m.choose_other(), name: line.name })}
          onClick={onOther}
        >
          {m.choose_other()}
        </Button>
      ) : null}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {choosing.error !== null && refusals.length === 0 ? <Failure error={choosing.error} /> : null}
    </>
  );
}
