// Choosing one of the case's subjects; the only one is chosen already, and so is the one named in the URL.
import { Form, Radio } from "antd";
import { useSearchParams } from "react-router";
import type { Case } from "#casework/case.ts";
import type { SubjectFile } from "#casework/subject-file.ts";
import { m } from "../paraglide/messages.js";
import { withAside } from "../language.ts";

export function SubjectField({ files }: { files: readonly SubjectFile[] }) {
  return (
    <Form.Item
      name="subjectId"
      label={m.subject()}
      rules={[{ required: true }]}
      extra={files.length === 0 ? m.no_subject_fits() : undefined}
    >
      <Radio.Group options={files.map(({ subject }) => ({ value: subject.id, label: subjectName(subject) }))} />
    </Form.Item>
  );
}

/** The subject to begin with: named in the URL, or the only one there is. */
export function useFirstSubject(files: readonly SubjectFile[]): string | undefined {
  const [parameters] = useSearchParams();
  const named = parameters.get("subject");
  if (named !== null && files.some((file) => file.subject.id === named)) return named;
  return files.length === 1 ? files[0]?.subject.id : undefined;
}

export function subjectName({ name, organizationName, post }: Case["subjects"][number]["subject"]): string {
  if (name === organizationName) return name;
  return post === null ? withAside(name, organizationName) : withAside(name, `${organizationName} ${post}`);
}
