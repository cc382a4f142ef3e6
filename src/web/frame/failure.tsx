// Something that could not be fetched or done, in words, with a way to try again.
import { ORPCError } from "@orpc/client";
import { Alert, Button } from "antd";
import { m } from "../paraglide/messages.js";

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={reasonOf(error)}
      action={
        retry === undefined ? undefined : (
          <Button size="small" onClick={retry}>
            {m.retry()}
          </Button>
        )
      }
    />
  );
}

/** The sentence for an error of the client or of the network. Refusals and conflicts have parts of their own. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ORPCError)) return m.failure_network();
  return (reasons[String(error.code)] ?? m.failure_other)();
}

const reasons: Readonly<Record<string, () => string>> = {
  UNAUTHORIZED: m.failure_unauthorized,
  FORBIDDEN: m.failure_forbidden,
  NOT_FOUND: m.failure_not_found,
  TOO_MANY_REQUESTS: m.failure_too_many,
  BAD_REQUEST: m.failure_invalid,
  INPUT_VALIDATION_FAILED: m.failure_invalid,
  INSUFFICIENT_STORAGE: m.failure_no_space,
  SIGNED_IN_AS_ANOTHER: m.failure_signed_in_as_another,
  DATABASE_AWAY: m.failure_database_away,
  DATABASE_AWAY_AT_COMMIT: m.failure_database_away_at_commit,
};
