// One conflict: what was registered, by what it was barred, what has been done about it since; and the form for dealing with it.
import { citationKey } from "#law/text/citation.ts";
import type { Law } from "#law/compile/law.ts";
import { useQuery } from "@tanstack/react-query";
import { Alert, Descriptions } from "antd";
import { Link, useParams } from "react-router";
import { contract } from "#server/contract/contract.ts";
import type { ConflictView } from "../contract.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { RestrictionTable } from "#web/tables/restriction-table.tsx";
import { Waiting } from "#web/frame/waiting.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { DispositionForm } from "./disposition-form.tsx";
import { answerNames, entryName, fallenNames, stateNames, wayNames, whenText } from "./sweep-words.ts";
import "#web/matter/due-status.css";
import "#clearance/screens/clearance/clearance-head.css";

export function ConflictPage() {
  const law = useLaw();
  const { conflictId = "" } = useParams();
  const may = mayUse(useMe(), accessOf(contract.sweep.dispose));
  const { data, error, refetch } = useQuery(api.sweep.conflict.queryOptions({ input: { conflictId } }));
  const above = [{ name: m.menu_sweep(), to: "/sweep" }];
  if (data === undefined)
    return (
      <>
        <PageHeader title={error === null ? m.menu_sweep() : m.failure_not_found()} above={above} />
        {error === null ? <Waiting /> : <Failure error={error} retry={() => void refetch()} />}
      </>
    );
  const { person, entry, answered } = data;
  return (
    <>
      <PageHeader
        title={m.entry_of({ name: person.name, entry: entryName(law, entry) })}
        above={above}
        beside={
          <span className={data.state === "open" ? "due-status due-status-red" : "quiet"}>
            {stateNames[data.state]()}
          </span>
        }
      />
      <ConflictHead conflict={data} law={law} />
      {data.recordedAfter ? (
        <Alert type="info" showIcon title={m.conflict_retroactive({ on: answered.recordedOn ?? "" })} />
      ) : null}
      <ConflictGround answered={answered} law={law} />
      <section aria-label={m.conflict_history()}>
        <h2>{m.conflict_history()}</h2>
        <ol className="plain-list">
          {data.turns.map((turn) => (
            <li key={turn.seq}>
              <Turn turn={turn} />
            </li>
          ))}
        </ol>
      </section>
      {data.state === "fallen" ? <p className="quiet">{m.conflict_fallen_note()}</p> : null}
      {data.state !== "fallen" && may ? <DispositionForm conflict={data} law={law} /> : null}
    </>
  );
}

function ConflictHead({ conflict, law }: { conflict: ConflictView; law: Law }) {
  const { person, entry } = conflict;
  return (
    <Descriptions
      className="clearance-head"
      size="small"
      column={2}
      items={[
        {
          label: m.person_name(),
          children: (
            <span>
              <Link to={`/persons/${encodeURIComponent(person.personId)}`}>{person.name}</Link>{" "}
              <span className="quiet">{person.idNumberMasked}</span>
            </span>
          ),
        },
        { label: m.unit(), children: person.organizationName },
        { label: m.conflict_entry(), children: entryName(law, entry) },
        { label: m.level(), children: entry.level ?? m.none() },
        { label: m.conflict_asked(), children: `${purposeName(law, conflict.purpose)} ${whenText(conflict)}` },
        { label: m.conflict_from(), children: entry.from ?? entry.decidedOn ?? m.none() },
        { label: m.conflict_office(), children: entry.office ?? m.none() },
        { label: m.conflict_document(), children: entry.documentNumber ?? m.none() },
        {
          label: m.conflict_registered(),
          children: entry.registeredAt === null ? m.none() : `${entry.registeredName} ${minuteOf(entry.registeredAt)}`,
        },
        { label: m.conflict_why(), children: answerNames[conflict.answer]() },
      ]}
    />
  );
}

function ConflictGround({ answered, law }: { answered: ConflictView["answered"]; law: Law }) {
  return (
    <section aria-label={m.conflict_ground()}>
      <h2>{m.conflict_ground()}</h2>
      <ul>
        {answered.sentences.map((sentence) => (
          <li key={sentence.zh}>{textOf(sentence)}</li>
        ))}
      </ul>
      {answered.restrictions.length > 0 ? (
        <RestrictionTable restrictions={answered.restrictions} law={law} />
      ) : (
        answered.citations.map((citation) => <CitationBlock key={citationKey(citation)} citation={citation} />)
      )}
    </section>
  );
}

function Turn({ turn }: { turn: ConflictView["turns"][number] }) {
  const { kind, because, way, onDay, documentNumber, reasons, byName, at } = turn;
  const what =
    kind === "disposed" && way !== null
      ? wayNames[way]()
      : kind === "fallen" && because !== null
        ? m.turn_fallen({ because: fallenNames[because]() })
        : kind === "again"
          ? m.turn_again()
          : m.turn_found();
  const who = kind === "disposed" ? byName : m.turn_by_sweep();
  return (
    <>
      <strong>{what}</strong>{" "}
      <span className="quiet">
        {minuteOf(at)} {who}
      </span>
      {reasons === null ? null : (
        <p>{[documentNumber, onDay, reasons].filter((part) => part !== null && part !== "").join(" ")}</p>
      )}
    </>
  );
}
