// A place in a text, linked to it, where the words themselves stand elsewhere on the screen.
import { Link } from "react-router";
import type { Citation } from "#law/text/citation.ts";
import { textOf } from "../language.ts";
import "./citation.css";

export function PlaceLink({ place }: { place: Pick<Citation, "pack" | "at" | "label"> }) {
  return (
    <Link className="citation-link" to={`/regulation/${place.pack}#${place.at}`}>
      {textOf(place.label)}
    </Link>
  );
}
