// One case: where it stands, what can be done next and why not, its subjects, facts, deliberation, decision, history.
import { Descriptions } from "antd";
import { streams } from "#server/contract/streams.ts";
import type { Case } from "#casework/case.ts";
import type { MatterView } from "../../contract/matters.ts";
import type { CaseEvent } from "#casework/events.ts";
import { itemsOf, openItemsOf } from "#casework/execution/execution.ts";
import type { CaseStage } from "#casework/stages.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { Fold, FoldLinks } from "#web/frame/fold.tsx";
import { ArchiveButton } from "#web/matter/archive-button.tsx";
import { History } from "#web/matter/history.tsx";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { OthersHere } from "#web/matter/others-here.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { PossibleActs } from "#web/matter/possible-acts.tsx";
import { StageSteps } from "#web/matter/stage-steps.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { useMatter } from "#web/matter/use-matter.ts";
import { Missing } from "#web/frame/missing.tsx";
import { DeliberationSection } from "./deliberation-section.tsx";
import { EvidenceRegister } from "./evidence-register.tsx";
import { ExecutionSection } from "./execution-section.tsx";
import { FactsSection } from "./facts-section.tsx";
import { PaperSection } from "./paper-section.tsx";
import { SubjectCard } from "./subject-card.tsx";
import { UnitCase } from "./unit-case.tsx";
import { ReleasePanel } from "../releases/release-panel.tsx";
import { listed, withAside } from "#web/language.ts";
import { recusalGrounds } from "#web/acts/recusal-grounds.ts";
import "#web/matter/matter.css";

/** By the approval, or by the text that sets when a proposal is due, whichever comes first. */
function dueOf(matter: Case, view: MatterView): string | null {
  const due = view.due[" inquiry"];
  return due?.type === "day" ? due.on : matter.dueOn;
}

export function CasePage() {
  const law = useLaw();
  const { view, matter } = useMatter();
  if (matter.kind !== "case") return <Missing />;
  if (view.reading === "unit") return <UnitCase matter={matter} view={view} law={law} />;
  const dueOn = dueOf(matter, view);
  return (
    <>
      <PageHeader
        title={matter.title}
        above={[{ name: m.menu_cases(), to: "/cases" }]}
        beside={
          <>
            <span>{matter.number}</span> <StageTag stage={matter.stage} />{" "}
            {dueOn === null ? null : <DueStatusMark dueOn={dueOn} />}
          </>
        }
      >
        <StageSteps stage={matter.stage} passed={stagesPassed(view)} />
      </PageHeader>
      <OthersHere matterId={matter.id} act={null} />
      <div className="matter">
        <div className="matter-main">
          <FoldLinks label={m.case_sections()} links={sectionsOf(matter, view)} />
          <Fold id="opening" title={m.opening()}>
            <Descriptions bordered size="small" column={1} items={openingItems(matter, view)} />
          </Fold>
          <PaperSection matter={matter} law={law} />
          <Fold id="subjects" title={m.subjects()} aside={countedName(matter.subjects.length)}>
            {matter.subjects.length === 0 ? (
              <p className="quiet">{m.no_subjects()}</p>
            ) : (
              matter.subjects.map((file) => (
                <SubjectCard
                  key={file.subject.id}
                  file={file}
                  law={law}
                  folded={matter.subjects.length > 2}
                  onPaper={matter.paper !== null}
                />
              ))
            )}
          </Fold>
          {matter.paper === null ? (
            <Fold id="facts" title={m.facts()} aside={countedName(matter.facts.length)} open={matter.facts.length <= 5}>
              <FactsSection matter={matter} law={law} />
              <EvidenceRegister matter={matter} law={law} />
            </Fold>
          ) : null}
          <DeliberationSection matter={matter} law={law} />
          {itemsOf(law, matter).length === 0 ? null : (
            <Fold
              id="execution"
              title={m.execution()}
              aside={m.execution_open({ count: openItemsOf(law, matter).length })}
            >
              <ExecutionSection matter={matter} view={view} law={law} />
            </Fold>
          )}
          <ArchiveButton
            path={streams.exportCase.path}
            parameters={{ matterId: matter.id }}
            name={m.export_archive()}
          />
          <ReleasePanel view={view} />
          <History view={view} law={law} />
        </div>
        <aside className="matter-side" aria-label={m.possible_acts()}>
          <PossibleActs law={law} matter={matter} />
        </aside>
      </div>
    </>
  );
}

/** How many there are, where there are more than one takes in at a glance. */
function countedName(count: number): string | undefined {
  return count > 2 ? m.section_count({ count }) : undefined;
}

/** The sections that this case has, for the links above them. */
function sectionsOf(matter: Case, view: MatterView): { id: string; name: string }[] {
  return [
    { id: "opening", name: m.opening() },
    { id: "subjects", name: m.subjects() },
    ...(matter.paper === null ? [{ id: "facts", name: m.facts() }] : []),
    ...(matter.deliberation === null ? [] : [{ id: "deliberation", name: m.deliberation() }]),
    ...(matter.proposal === null ? [] : [{ id: "execution", name: m.execution() }]),
    { id: "history", name: `${m.history()} ${view.history.length}` },
  ];
}

function openingItems(matter: Case, view: MatterView) {
  const { opening } = matter;
  return [
    { key: "reasons", label: m.opening_reasons(), children: <span className="long-text">{matter.reasons}</span> },
    ...(matter.order === null
      ? []
      : [
          {
            key: "order",
            label: m.opening_order(),
            children: m.opening_order_text({
              body: matter.order.body,
              on: matter.order.on,
              document: matter.order.documentNumber,
            }),
          },
        ]),
    ...(matter.takenOver === null
      ? []
      : [
          {
            key: "taken-over",
            label: m.take_over_body(),
            children: m.opening_order_text({
              body: matter.takenOver.body,
              on: matter.takenOver.on,
              document: matter.takenOver.documentNumber,
            }),
          },
        ]),
    ...(opening !== null && "inquirers" in opening
      ? [
          { key: "opened", label: m.opening_on(), children: opening.on },
          { key: "group", label: m.inquirers(), children: groupNames(matter, view) },
          { key: "due", label: m.due_on(), children: dueOf(matter, view) ?? opening.dueOn },
        ]
      : []),
    ...(matter.recusals.length === 0
      ? []
      : [
          {
            key: "recused",
            label: m.recusal_who(),
            children: listed(
              matter.recusals.map((one) =>
                view.reading === "group" ? withAside(one.name, recusalGrounds[one.ground]()) : one.name,
              ),
            ),
          },
        ]),
    ...(opening !== null && "reasons" in opening
      ? [{ key: "refused", label: m.opening_refusal_reasons(), children: opening.reasons }]
      : []),
  ];
}

/** The inquiry group as it stands now, its leader marked. */
function groupNames({ group }: Case, view: MatterView): string {
  const nameOf = (id: string) => view.accounts[id] ?? id;
  return listed(
    (group?.inquirers ?? []).map((id) =>
      id === group?.leader ? m.inquiry_leader_of({ name: nameOf(id) }) : nameOf(id),
    ),
  );
}

/** The stages a case has been at, from what happened in it. */
function stagesPassed(view: MatterView): CaseStage[] {
  return view.history.flatMap(({ event }) => stageAfter[event.type as CaseEvent["type"]] ?? []);
}

const stageAfter: Partial<Record<CaseEvent["type"], CaseStage>> = {
  "opening-requested": "opening-requested",
  "opening-approved": "inquiry",
  proposed: "proposed",
  deliberated: "deliberated",
  "proposed-upward": "deciding",
  decided: "decided",
  served: "served",
  "took-effect": "effective",
};
