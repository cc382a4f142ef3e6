// What the server found wrong with what was typed, one line a field; nothing for any other error.
import { ORPCError } from "@orpc/client";
import { Alert } from "antd";
import { m } from "../paraglide/messages.js";

export function InvalidInput({ error }: { error: unknown }) {
  const issues = issuesOf(error);
  if (issues.length === 0) return null;
  return (
    <Alert
      type="error"
      role="alert"
      title={m.failure_invalid()}
      description={
        <ul>
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  );
}

function issuesOf(error: unknown): { path: string; message: string }[] {
  if (!(error instanceof ORPCError) || error.code !== "BAD_REQUEST") return [];
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("issues" in data) || !Array.isArray(data.issues)) return [];
  return data.issues as { path: string; message: string }[]; // the server's own shape of invalid input
}
