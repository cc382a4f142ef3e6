// Sending a request for clearance, from whichever form: afterwards the request itself is shown with its answers.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";

type Request = Omit<Parameters<typeof client.clearance.enter>[0], "key">;

export function useEnterRequest() {
  const [key, setKey] = useState(newKey);
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (request: Request) => client.clearance.enter({ key, ...request }),
    onSuccess: async ({ requestId }) => {
      await queries.invalidateQueries({ queryKey: api.clearance.key() });
      await navigate(`/clearance/${encodeURIComponent(requestId)}`);
    },
    // What is changed after a refusal is another request.
    onError: () => setKey(newKey()),
  });
}
