// What follows for the members of a reformed body: what, for whom, whose it is, until when, done or not.
import type { BodyView } from "../contract.ts";
import type { Body } from "../rules/body.ts";
import { m } from "#web/paraglide/messages.js";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import "#web/matter/due-status.css";
import "#web/tables/checklist.css";

export function FollowUps({ view, body }: { view: BodyView; body: Body }) {
  if (body.followUps.length === 0) return null;
  return (
    <>
      <h2>{m.follow_ups()}</h2>
      <table className="checklist">
        <thead>
          <tr>
            <th scope="col">{m.follow_up_member()}</th>
            <th scope="col">{m.follow_up_what()}</th>
            <th scope="col">{m.item_owner()}</th>
            <th scope="col">{m.item_state()}</th>
          </tr>
        </thead>
        <tbody>
          {body.followUps.map(({ id, name, what, accountId, dueOn, done }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{what}</td>
              <td>{view.accounts[accountId] ?? accountId}</td>
              <td>
                {done === null ? (
                  <>
                    {m.item_due({ on: dueOn })} <DueStatusMark dueOn={dueOn} />
                  </>
                ) : (
                  <>
                    <span className="due-status due-status-green">{m.item_done({ on: done.on })}</span> {done.note}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
