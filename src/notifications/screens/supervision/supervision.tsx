// 督办: what is open, office by office and kind by kind, the overdue first; a click on a figure gets its list.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Select } from "antd";
import { dueStates } from "../../contract.ts";
import { isBodyAct } from "#bodies/rules/body-names.ts";
import { openItemName } from "#casework/execution/open-items.ts";
import { api } from "#web/client.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { BodyItems } from "#web/tables/body-items.tsx";
import { countText } from "#web/tables/count.ts";
import { DeskTabs } from "#web/frame/desk-tabs.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { OpenItemTable } from "#web/tables/open-item-table.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { OfficeFigures } from "./office-figures.tsx";
import "./supervision.css";

export function Supervision() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const office = url.one("office") || null;
  const item = url.one("item") || null;
  const due = dueStates.find((one) => one === url.one("due")) ?? "all";
  const mine = url.one("mine") !== "";
  const figures = useQuery(
    api.supervision.figures.queryOptions({ input: { office }, placeholderData: keepPreviousData }),
  );
  const { data, error, isFetching, refetch } = useQuery(
    api.supervision.items.queryOptions({
      input: { office, item, due, mine, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  const names: Record<(typeof dueStates)[number], string> = {
    all: m.supervision_all(),
    overdue: m.supervision_overdue(),
    soon: m.supervision_soon(),
    "no-calendar": m.supervision_no_calendar(),
  };
  return (
    <>
      <PageHeader title={m.menu_supervision()}>
        <DeskTabs />
      </PageHeader>
      {figures.data === undefined ? null : (
        <OfficeFigures
          law={law}
          figures={figures.data.offices}
          office={office}
          due={due}
          onChoose={(chosen) => url.set({ item: "", ...chosen })}
        />
      )}
      <div className="filter supervision-filter">
        <Select
          aria-label={m.item()}
          allowClear
          placeholder={m.supervision_every_item()}
          value={item}
          onChange={(value: string | null | undefined) => url.set({ item: value ?? "" })}
          options={(figures.data?.items ?? []).map(({ name, open }) => ({
            value: name,
            label: withAside(textOf(openItemName(law, name)), countText(open)),
          }))}
        />
        <Select
          aria-label={m.due_status_column()}
          value={due}
          onChange={(value) => url.set({ due: value === "all" ? "" : value })}
          options={dueStates.map((value) => ({ value, label: names[value] }))}
        />
        <Checkbox checked={mine} onChange={(event) => url.set({ mine: event.target.checked ? "1" : "" })}>
          {m.supervision_mine()}
        </Checkbox>
        <Button onClick={() => url.set({ office: "", item: "", due: "", mine: "" })}>{m.reset()}</Button>
      </div>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {item !== null && isBodyAct(item) ? null : (
        <>
          <OpenItemTable rows={data?.rows ?? []} law={law} loading={isFetching} empty={m.supervision_none()} />
          {data === undefined ? null : (
            <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
          )}
        </>
      )}
      <BodyItems mine={mine} office={office} item={item} due={due} />
    </>
  );
}
