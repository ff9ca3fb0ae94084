/** An entry's members as they stand in its text: quoted ones without their quotes, the others as JSON. */
export interface Members {
  actor: string;
  at: string;
  data: string;
  id: string;
  object: string | null;
  origin: string;
  outcome: string;
  pii: string;
  policy: string;
  reason: string | null;
  request: string;
  seq: string;
  subject: string | null;
  type: string;
  v: string;
}

/**
 * Takes an entry's text apart where it has the form that nearly every one has: the members of an entry in order, and no escape
 * anywhere. Then the text is canonical when `actor`, `data`, `pii`, `policy`, `seq` and `v` are, each by itself, which the
 * caller has still to see to. Null says only that the text has another form. One look at each character, whatever it is.
 */
export function plainEntry(text: string): Members | null {
  if (escapedOrControl.test(text)) return null;
  const cursor = new Cursor(text);
  const members: Members = {
    actor: cursor.json('{"actor":', ',"at":"'),
    at: cursor.quoted(',"at":'),
    // Data may name ids of its own; the entry's follows its last brace.
    data: cursor.jsonToLast(',"data":', '},"id":"'),
    id: cursor.quoted(',"id":'),
    object: cursor.quotedOrNull(',"object":'),
    origin: cursor.quoted(',"origin":'),
    outcome: cursor.quoted(',"outcome":'),
    pii: cursor.json(',"pii":', ',"policy":'),
    policy: cursor.json(',"policy":', ',"reason":'),
    reason: cursor.quotedOrNull(',"reason":'),
    request: cursor.quoted(',"request":'),
    seq: cursor.json(',"seq":', ',"subject":'),
    subject: cursor.quotedOrNull(',"subject":'),
    type: cursor.quoted(',"type":'),
    v: cursor.json(',"v":', "}"),
  };
  cursor.literal("}");
  return cursor.isAtEnd() ? members : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const escapedOrControl = /[\\\u0000-\u001f]/;

/** Goes through a text from member to member; what does not come as it should leaves it stuck, short of the end. */
class Cursor {
  private at = 0;
  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  literal(expected: string): boolean {
    if (this.at < 0 || !this.text.startsWith(expected, this.at)) {
      this.at = -1;
      return false;
    }
    this.at += expected.length;
    return true;
  }

  quoted(name: string): string {
    return this.literal(name) && this.literal('"') ? this.upTo(this.text.indexOf('"', this.at), 1) : "";
  }

  quotedOrNull(name: string): string | null {
    if (!this.text.startsWith("null", this.at + name.length)) return this.quoted(name);
    if (this.literal(name)) this.at += "null".length;
    return null;
  }

  json(name: string, next: string): string {
    return this.literal(name) ? this.upTo(this.text.indexOf(next, this.at), 0) : "";
  }

  /** An object that ends where `next`, which begins with its closing brace, comes for the last time. */
  jsonToLast(name: string, next: string): string {
    if (!this.literal(name)) return "";
    const last = this.text.lastIndexOf(next);
    return this.upTo(last < this.at ? -1 : last + 1, 0);
  }

  private upTo(end: number, quotes: number): string {
    const value = end < 0 ? "" : this.text.slice(this.at, end);
    this.at = end < 0 ? -1 : end + quotes;
    return value;
  }
}
