// XML as it comes, piece by piece, told as tags and texts. Linear in its input whatever stands there, and holds no more of it than one tag.

/** Names are told without their prefix; `attribute` answers with null where there is none. A text may be told in several pieces. */
export type XmlListener = {
  open?: (name: string, attribute: (name: string) => string | null) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** What is no XML, or more than is read: a tag without end, a cut document. */
export class BrokenXml extends Error {}
/** A document type or entities of its own, which are never read. */
export class XmlWithEntities extends BrokenXml {}

/** Characters of one tag with all its attributes. */
const longestTag = 65_536;
/** Tags within tags. */
const deepest = 256;

/** What is passed over, or taken as it stands, up to its end. */
const spans = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" } as const;
type Span = keyof typeof spans;

/** `write` and `end` throw BrokenXml. */
export function xmlReader(listener: XmlListener): { write: (text: string) => void; end: () => void } {
  let rest = "";
  let span: Span | null = null;
  let depth = 0;
  let opened = 0;
  const tell = (inside: string) => {
    const name = localName(nameOf(inside));
    const own = inside.endsWith("/");
    depth += 1;
    opened += 1;
    if (depth > deepest) throw new BrokenXml("too deep");
    listener.open?.(name, (wanted) => attributeIn(inside, wanted));
    if (own) shut(name);
  };
  const shut = (name: string) => {
    depth -= 1;
    if (depth < 0) throw new BrokenXml("closed what was not open");
    listener.close?.(name);
  };
  /** Where the next piece begins; null where it is not whole yet. */
  const step = (text: string, at: number): number | null => {
    if (span !== null) {
      const end = text.indexOf(spans[span], at);
      const until = end < 0 ? Math.max(at, text.length - 2) : end;
      if (span === "<![CDATA[" && until > at) listener.text?.(text.slice(at, until));
      if (end < 0) return until === at ? null : until;
      const after = end + spans[span].length;
      span = null;
      return after;
    }
    if (text.codePointAt(at) !== 60) {
      const tag = text.indexOf("<", at);
      const until = tag < 0 ? wholeText(text, at) : tag;
      if (until === at) return null;
      listener.text?.(unescaped(text.slice(at, until)));
      return until;
    }
    if (text[at + 1] === "!" || text[at + 1] === "?") {
      const begun = (Object.keys(spans) as Span[]).find((one) => text.startsWith(one, at)); // its own keys
      if (begun !== undefined) {
        span = begun;
        return at + begun.length;
      }
      if (text.length - at < "<![CDATA[".length) return null;
      throw new XmlWithEntities("a document type");
    }
    const end = endOfTag(text, at + 1);
    if (end < 0) {
      if (text.length - at > longestTag) throw new BrokenXml("a tag without end");
      return null;
    }
    if (text[at + 1] === "/") shut(localName(text.slice(at + 2, end).trim()));
    else tell(text.slice(at + 1, end));
    return end + 1;
  };
  return {
    write: (more) => {
      const text = rest + more;
      let at = 0;
      for (let next = step(text, 0); next !== null; next = at < text.length ? step(text, at) : null) at = next;
      rest = text.slice(at);
    },
    end: () => {
      if (depth !== 0 || opened === 0 || span !== null || rest.trim() !== "") throw new BrokenXml("cut off");
    },
  };
}

/** The end of what can be told of a text that goes on in the next piece: no entity is parted. */
function wholeText(text: string, from: number): number {
  const entity = text.lastIndexOf("&");
  return entity >= from && text.length - entity <= longestEntity && !text.includes(";", entity) ? entity : text.length;
}

/** Where the tag ends, -1 where it does not yet; what stands in quotes ends none. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function nameOf(inside: string): string {
  let end = 0;
  while (end < inside.length && !isBlank(inside.charCodeAt(end)) && inside.charCodeAt(end) !== 47) end += 1;
  return inside.slice(0, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function attributeIn(inside: string, wanted: string): string | null {
  for (let at = nameOf(inside).length; ;) {
    const equals = inside.indexOf("=", at);
    if (equals < 0) return null;
    let open = equals + 1;
    while (isBlank(inside.charCodeAt(open))) open += 1;
    const quote = inside[open];
    if (quote !== '"' && quote !== "'") return null;
    const end = inside.indexOf(quote, open + 1);
    if (end < 0) return null;
    if (localName(inside.slice(at, equals).trim()) === wanted) return unescaped(inside.slice(open + 1, end));
    at = end + 1;
  }
}

const longestEntity = 12;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,8}));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? (decimal === undefined ? null : Number(decimal)) : Number.parseInt(hex, 16);
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return Object.hasOwn(entities, name ?? "") ? (entities[name ?? ""] ?? whole) : whole;
    },
  );
}
