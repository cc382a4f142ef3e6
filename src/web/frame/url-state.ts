// State of a screen that stands in its URL, so that it can be linked to, reloaded and gone back from.
import { useSearchParams } from "react-router";

export type UrlState = {
  one: (name: string) => string;
  many: (name: string) => string[];
  /** Replaces the named parameters; empty ones leave the URL. Any change but paging goes back to the first page. */
  set: (changes: Readonly<Record<string, string | readonly string[]>>) => void;
};

/** Where the keys of the pages seen stand: of the list of a screen, and of what is open about leading bodies beside it. */
const pages = ["page", "bodies"];

export function useUrlState(): UrlState {
  const [parameters, setParameters] = useSearchParams();
  return {
    one: (name) => parameters.get(name) ?? "",
    many: (name) => parameters.getAll(name),
    set: (changes) =>
      setParameters((before) => {
        const after = new URLSearchParams(before);
        if (!pages.some((name) => name in changes)) for (const name of pages) after.delete(name);
        for (const [name, value] of Object.entries(changes)) {
          after.delete(name);
          for (const one of typeof value === "string" ? [value] : value) if (one !== "") after.append(name, one);
        }
        return after;
      }),
  };
}
