// 上位规定文本: of which norms the official text is here, since when, and how many of our rules rest on its words.
import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import type { OfficialTextView } from "../../contract/official-texts.ts";
import { passageProblems } from "../../rules/official-text.ts";
import { citationOf } from "#law/text/cite.ts";
import { rulesWithPassages } from "#law/text/official-text.ts";
import type { Pack } from "#law/pack/pack.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { versionText } from "#web/law/version-text.ts";
import { Waiting } from "#web/frame/waiting.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { stateOfText, TextState } from "./text-state.tsx";

type Row = { pack: Pack; texts: Omit<OfficialTextView, "text">[] };

export function OfficialTexts() {
  const law = useLaw();
  const problems = passageProblems(law);
  const may = mayUse(useMe(), accessOf(contract.officialTexts.load));
  const { data, error, refetch } = useQuery(api.officialTexts.list.queryOptions());
  return (
    <>
      <PageHeader
        title={m.menu_official_texts()}
        beside={
          may ? (
            <LinkButton to="/official-texts/new" primary>
              {m.official_text_load()}
            </LinkButton>
          ) : undefined
        }
      >
        <p>{m.official_texts_intro()}</p>
      </PageHeader>
      {problems.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={m.official_texts_desk_contrary({ count: problems.length })}
          description={
            <ul className="plain-list">
              {problems.map(({ pack, rule, field, message }) => (
                <li key={`${pack.id} ${rule.id} ${field}`}>
                  <CitationLink citation={citationOf(pack, rule)} /> {textOf(message)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <Table<Row>
          size="small"
          rowKey={({ pack }) => pack.id}
          pagination={false}
          dataSource={law.upper.map((pack) => ({ pack, texts: data.rows.filter((one) => one.pack === pack.id) }))}
          columns={[
            {
              title: m.official_text_norm(),
              render: (_value, { pack }) => (
                <>
                  <Link to={`/regulation/${pack.id}`}>{textOf(pack.title)}</Link>
                  <div className="layer">{versionText(pack.validity)}</div>
                </>
              ),
            },
            {
              title: m.official_text_state(),
              render: (_value, { texts }) =>
                texts.length === 0
                  ? m.official_text_none()
                  : texts.map((one) => (
                      <div key={one.id}>
                        <Link to={`/official-texts/${encodeURIComponent(one.id)}`}>{one.source}</Link>{" "}
                        <TextState state={stateOfText(one, data.rows)} />
                      </div>
                    )),
            },
            {
              title: m.official_text_passages(),
              render: (_value, { pack }) =>
                m.official_text_passages_of({
                  count: Object.keys(pack.passages ?? {}).length,
                  all: rulesWithPassages(pack).length,
                }),
            },
          ]}
        />
      )}
    </>
  );
}
