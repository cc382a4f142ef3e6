// The effect of an interpretation, asked for page by page and put together.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { EffectPage } from "../../contract/interpretations.ts";
import type { InterpretationInput } from "../../rules/interpretation.ts";
import { client } from "#web/client.ts";

type Asked = { interpretationId: string } | { entry: InterpretationInput };

export type EffectPages = {
  /** Null until it has been asked for; `of` is what it was asked of. */
  shown: { of: Asked; effect: EffectPage } | null;
  ask: (of: Asked) => void;
  more: () => void;
  busy: boolean;
  error: unknown;
};

const limit = 50;

export function useEffectPages(): EffectPages {
  const [shown, setShown] = useState<EffectPages["shown"]>(null);
  const asking = useMutation({
    mutationFn: async ({ of, before }: { of: Asked; before: EffectPage | null }) => {
      const page = await client.interpretations.preview({ ...of, after: before?.next ?? null, limit });
      return {
        of,
        effect: {
          rows: [...(before?.rows ?? []), ...page.rows],
          next: page.next,
          lookedAt: (before?.lookedAt ?? 0) + page.lookedAt,
        },
      };
    },
    onSuccess: setShown,
  });
  return {
    shown,
    ask: (of) => {
      setShown(null);
      asking.mutate({ of, before: null });
    },
    more: () => {
      if (shown !== null) asking.mutate({ of: shown.of, before: shown.effect });
    },
    busy: asking.isPending,
    error: asking.error,
  };
}
