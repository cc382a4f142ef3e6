// The clauses that what went before calls up: each with the earlier matters and its words, and what people find on it.
import { Alert, Form, Radio } from "antd";
import type { EscalationFrom } from "#casework/finding/escalated.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../law/citation.tsx";
import { WordsField } from "./words-field.tsx";
import "./form-list.css";

/** `at` is where the finding stands in the form; each clause is found on under its rule. */
export function EscalationFields({ called, at }: { called: readonly EscalationFrom[]; at: (string | number)[] }) {
  if (called.length === 0) return null;
  return (
    <fieldset className="form-list">
      <legend>{m.escalation_title()}</legend>
      <p className="quiet">{m.escalation_note()}</p>
      {called.map((one) => (
        <Clause key={one.rule} called={one} at={[...at, "escalations", one.rule]} />
      ))}
    </fieldset>
  );
}

function Clause({ called, at }: { called: EscalationFrom; at: (string | number)[] }) {
  const followed: unknown = Form.useWatch([...at, "followed"], Form.useFormInstance());
  const { message, earlier, certain, unverified, force, cite } = called;
  return (
    <fieldset aria-label={textOf(message)}>
      <Alert
        type={unverified ? "info" : "warning"}
        title={textOf(message)}
        description={
          <>
            {m.escalation_earlier()}
            <ul className="plain-list">
              {earlier.map(({ id, number, on }) => (
                <li key={id}>{number === null ? m.escalation_hidden_case({ on }) : `${number} ${on}`}</li>
              ))}
            </ul>
            {certain ? null : <p>{m.escalation_uncertain()}</p>}
          </>
        }
      />
      <CitationBlock citation={cite} />
      <Form.Item
        name={[...at, "followed"]}
        label={m.escalation_followed()}
        rules={[{ required: !unverified }]}
        extra={force === "shall" ? m.escalation_extra_shall() : m.escalation_extra_may()}
      >
        <Radio.Group
          options={[
            { value: true, label: m.escalation_yes() },
            { value: false, label: m.escalation_no() },
          ]}
        />
      </Form.Item>
      <WordsField name={[...at, "reasons"]} label={m.escalation_reasons()} required={followed !== undefined} />
    </fieldset>
  );
}
