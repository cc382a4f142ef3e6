// Reply letters (廉政意见回复) of one request: draft, countersignatures, issue, end.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Form } from "antd";
import { useState } from "react";
import type { LetterView } from "../contract.ts";
import { letterWriters } from "../contract.ts";
import { signingOffices } from "../rules/reply-letters.ts";
import { streams } from "#server/contract/streams.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries, streamPath } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { listed } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { EndLetter } from "./end-letter.tsx";
import { letterStates, officeNames } from "./letter-words.ts";
import { SignLetter } from "./sign-letter.tsx";
import "./letters-section.css";

export function LettersSection({ requestId }: { requestId: string }) {
  const me = useMe();
  const { data, error, refetch } = useQuery(api.letters.ofRequest.queryOptions({ input: { requestId } }));
  const stands = (data ?? []).some(
    ({ state }) => state === "drafted" || state === "countersigned" || state === "issued",
  );
  const writes = mayUse(me, letterWriters);
  return (
    <section className="letters" aria-label={m.letters()}>
      <h2>{m.letters()}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {(data ?? []).map((letter) => (
        <Letter key={letter.letterId} letter={letter} writes={writes} />
      ))}
      {data !== undefined && data.length === 0 && !writes ? <p className="quiet">{m.letters_none()}</p> : null}
      {data === undefined || stands || !writes ? null : <DraftForm requestId={requestId} />}
    </section>
  );
}

function DraftForm({ requestId }: { requestId: string }) {
  const [key, setKey] = useState(newKey);
  const drafting = useMutation({
    mutationFn: ({ validUntil }: { validUntil: string }) => client.letters.draft({ requestId, key, validUntil }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.letters.key() }),
    onError: () => setKey(newKey()),
  });
  const refusals = refusalsOf(drafting.error);
  return (
    <Form<{ validUntil: string }> layout="vertical" className="narrow-form" onFinish={(one) => drafting.mutate(one)}>
      <DayItem name="validUntil" label={m.letter_valid_until()} extra={m.letter_draft_extra()} />
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {drafting.error !== null && refusals.length === 0 ? <Failure error={drafting.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy(drafting.isPending)}>
          {m.letter_draft()}
        </Button>
      </div>
    </Form>
  );
}

function Letter({ letter, writes }: { letter: LetterView; writes: boolean }) {
  const { letterId, state, number } = letter;
  const [key, setKey] = useState(newKey);
  const [ending, setEnding] = useState(false);
  const issuing = useMutation({
    mutationFn: () => client.letters.issue({ letterId, key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.letters.key() }),
    onError: () => setKey(newKey()),
  });
  const refusals = refusalsOf(issuing.error);
  const isOver = state === "withdrawn" || state === "void" || state === "revoked";
  return (
    <article className="letter" aria-label={number ?? m.letter_unnumbered()}>
      <h3>
        {number ?? m.letter_unnumbered()} <span className="layer">{letterStates[state]()}</span>
      </h3>
      <Concerns letter={letter} onRevoke={writes ? () => setEnding(true) : null} />
      <Course letter={letter} />
      {letter.maySign.map((office) => (
        <SignLetter key={office} letterId={letterId} office={office} />
      ))}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {issuing.error !== null && refusals.length === 0 ? <Failure error={issuing.error} /> : null}
      <div className="form-buttons">
        {writes && state === "countersigned" ? (
          <Button type="primary" loading={busy(issuing.isPending)} onClick={() => issuing.mutate()}>
            {m.letter_issue()}
          </Button>
        ) : null}
        <Files letterId={letterId} isRevoked={state === "revoked"} />
        {writes && !isOver ? (
          <Button onClick={() => setEnding(true)}>{number === null ? m.letter_withdraw() : m.letter_end()}</Button>
        ) : null}
      </div>
      {ending ? <EndLetter letter={letter} onClose={() => setEnding(false)} /> : null}
    </article>
  );
}

/** The lines of an issued letter that would be answered otherwise now. */
function Concerns({ letter: { state, concerns }, onRevoke }: { letter: LetterView; onRevoke: (() => void) | null }) {
  if (state !== "issued" || concerns.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={m.letter_concerned({ lines: listed(concerns.map(String)) })}
      action={
        onRevoke === null ? undefined : (
          <Button type="primary" danger onClick={onRevoke}>
            {m.letter_revoke()}
          </Button>
        )
      }
    />
  );
}

/** Who drafted, countersigned, issued and ended it, and when. */
function Course({ letter }: { letter: LetterView }) {
  return (
    <>
      <p>
        {m.letter_line({
          name: letter.draftedName,
          at: minuteOf(letter.draftedAt),
          round: letter.round,
          until: letter.validUntil,
        })}
        {letter.issuedOn === null
          ? null
          : ` ${m.letter_issued_line({ on: letter.issuedOn, name: letter.issuedName ?? "" })}`}
      </p>
      <ul>
        {signingOffices.map((office) => (
          <li key={office}>
            {officeNames[office]()}：{signatureText(letter.signatures.find((one) => one.office === office))}
          </li>
        ))}
      </ul>
      {letter.endedOn === null ? null : (
        <p>
          {m.letter_ended_line({
            what: letterStates[letter.state](),
            on: letter.endedOn,
            name: letter.endedName ?? "",
            reason: letter.endReason ?? "",
          })}
        </p>
      )}
    </>
  );
}

function signatureText(signed: LetterView["signatures"][number] | undefined): string {
  if (signed === undefined) return m.letter_unsigned();
  const { agreed, signedName, signedAt, reasons } = signed;
  return [agreed ? m.letter_agreed() : m.letter_refused(), signedName, minuteOf(signedAt), reasons]
    .filter((part) => part !== "")
    .join(" ");
}

function Files({ letterId, isRevoked }: { letterId: string; isRevoked: boolean }) {
  const link = (file: string, name: string) => (
    <Button href={streamPath(streams.letterFile.path, { letterId, file })} download>
      {name}
    </Button>
  );
  return (
    <>
      {link("letter.pdf", m.letter_pdf())}
      {link("letter.docx", m.letter_word())}
      {isRevoked ? link("revocation.pdf", m.letter_notice_pdf()) : null}
      {isRevoked ? link("revocation.docx", m.letter_notice_word()) : null}
    </>
  );
}
