// What execution requires of each subject: what was done, what is open, whose it is and until when; by which clause.
import type { MatterView } from "../../contract/matters.ts";
import { isOpen, isWaived, itemsOf, waiverWaits } from "#casework/execution/execution.ts";
import type { ExecutionItem } from "#casework/execution/execution.ts";
import type { Case } from "#casework/case.ts";
import { actAllowedAt } from "#casework/stages.ts";
import { refusalsOfStanding } from "#casework/decide.ts";
import { worksFor } from "#casework/offices.ts";
import type { Law } from "#law/compile/law.ts";
import { circulationScopes } from "#web/acts/circulation-scopes.ts";
import { serviceWays } from "#web/acts/service-ways.ts";
import { keyOfItem } from "#web/acts/item-field.tsx";
import { listed, textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { CitationLink } from "#web/law/citation.tsx";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { pathOfMatter } from "#web/matter/matter-link.tsx";
import { standingOf, useMe } from "#web/session.ts";
import "#web/matter/due-status.css";
import "./folded-line.css";
import "#web/tables/checklist.css";

type Props = { matter: Case; view: MatterView; law: Law };

export function ExecutionSection({ matter, view, law }: Props) {
  const items = itemsOf(law, matter);
  const groups = Map.groupBy(items, ({ subjectId }) => subjectId);
  return (
    <>
      {[...groups].map(([subjectId, own]) => {
        const open = own.filter(isOpen).length;
        return (
          <details key={subjectId ?? ""} className="execution" open={groups.size <= 2 || undefined}>
            <summary>
              <strong>{own[0]?.subjectName ?? m.execution_of_case()}</strong>{" "}
              <span className="quiet">{open === 0 ? m.execution_all_done() : m.execution_open({ count: open })}</span>
            </summary>
            <FailedServices matter={matter} subjectId={subjectId} />
            <table className="checklist">
              <thead>
                <tr>
                  <th scope="col">{m.item()}</th>
                  <th scope="col">{m.item_owner()}</th>
                  <th scope="col">{m.item_state()}</th>
                  <th scope="col">{m.item_basis()}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((item) => (
                  <ItemRow key={item.item} item={item} matter={matter} view={view} law={law} />
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
      <Circulations matter={matter} />
      {matter.closing === null ? null : (
        <p>{m.closed_line({ on: matter.closing.on, summary: matter.closing.summary })}</p>
      )}
    </>
  );
}

function ItemRow({ item, matter, view, law }: Props & { item: ExecutionItem }) {
  const { accountId, completed } = item.file;
  const owner = accountId === null ? null : (view.accounts[accountId] ?? accountId);
  return (
    <tr>
      <th scope="row">{textOf(item.name)}</th>
      <td>{owner === null ? bodyName(law, item.office) : withAside(owner, bodyName(law, item.office))}</td>
      <td>
        <State item={item} view={view} />
        {completed === null ? null : (
          <>
            {" "}
            {completed.documentNumber} {completed.note}
            <EvidenceList matterId={matter.id} evidence={completed.evidence} />
          </>
        )}
        <Next item={item} matter={matter} law={law} />
      </td>
      <td>
        <CitationLink citation={item.cite} />
      </td>
    </tr>
  );
}

function State({ item, view }: { item: ExecutionItem; view: MatterView }) {
  const { waiver } = item.file;
  if (item.doneOn !== null)
    return <span className="due-status due-status-green">{m.item_done({ on: item.doneOn })}</span>;
  if (isWaived(item.file))
    return (
      <>
        <span className="due-status due-status-green">{m.item_waived()}</span> {waiver?.requested.reasons}
      </>
    );
  const due = view.due[keyOfItem(item)];
  return (
    <>
      {due?.type === "day" ? (
        <>
          {m.item_due({ on: due.on })} <DueStatusMark dueOn={due.on} />
        </>
      ) : due?.type === "unpublished" ? (
        <span className="due-status due-status-yellow">{m.year_unpublished({ year: due.year })}</span>
      ) : (
        <span className="quiet">{m.no_due_day()}</span>
      )}
      {item.term?.earliest == null ? null : (
        <span className="quiet"> {m.item_term_earliest({ on: item.term.earliest })}</span>
      )}
      {waiverWaits(item.file) ? <p>{m.waiver_waits({ reasons: waiver?.requested.reasons ?? "" })}</p> : null}
      {waiver?.decided?.approved === false ? <p>{m.waiver_was_refused({ reasons: waiver.decided.reasons })}</p> : null}
    </>
  );
}

/** The act that does it, for whom it is the duty. */
function Next({ item, matter, law }: { item: ExecutionItem; matter: Case; law: Law }) {
  const standing = standingOf(law, useMe());
  if (!isOpen(item) || !actAllowedAt(matter.stage, item.act) || waiverWaits(item.file)) return null;
  if (item.act === "complete-items" && !worksFor(law, standing.actor, item.office)) return null;
  if (refusalsOfStanding(standing, matter, item.act).length > 0) return null;
  const query = new URLSearchParams({ item: keyOfItem(item), subject: item.subjectId ?? "" });
  return (
    <>
      {" "}
      <LinkButton to={`${pathOfMatter("case", matter.id)}/acts/${item.act}?${query.toString()}`}>
        {m.item_do()}
      </LinkButton>
    </>
  );
}

function FailedServices({ matter, subjectId }: { matter: Case; subjectId: string | null }) {
  const failed = matter.subjects.find((file) => file.subject.id === subjectId)?.failedServices ?? [];
  return failed.map(({ on, way, reasons }, index) => (
    // The list only grows.
    <p key={index}>{m.service_failed_line({ on, way: serviceWays[way](), reasons })}</p>
  ));
}

function Circulations({ matter }: { matter: Case }) {
  return matter.circulations.map(({ documentNumber, on, scope, recipients, receipts }) => (
    <p key={documentNumber}>
      {m.circulation_line({ on, scope: circulationScopes[scope](), number: documentNumber })}
      {recipients.length === 0
        ? null
        : ` ${m.receipts_line({
            received: listed(receipts.map((one) => withAside(one.recipient, one.on))),
            count: receipts.length,
            of: recipients.length,
          })}`}
    </p>
  ));
}
