import { type Filter, filterIn } from "./filter";
import { type Doc, flagIn, type Item, invalid, itemsIn, type ListName, onePrimary, textIn } from "./resource";
import { isObject, ScimProblem } from "./wire";

export type Op = "add" | "replace" | "remove";
interface ListChange {
  op: Op;
  filter: string | undefined;
  part: string | undefined;
  value: unknown;
}

/** Changes a list of e-mails or phone numbers, whole or one of it, as an operation says. */
export function applyToList(doc: Doc, name: ListName, change: ListChange): void {
  const { op, filter, part, value } = change;
  if (filter !== undefined) doc[name] = onePrimary(atFilter(doc[name], name, { ...change, filter }));
  else if (part !== undefined) doc[name] = withValue(doc[name].map((item) => withPart(item, name, op, part, value)));
  else if (op === "add") doc[name] = joined(doc[name], itemsIn(name, value));
  else if (op === "replace") doc[name] = itemsIn(name, value);
  else if (value === undefined || value === null) doc[name] = [];
  else doc[name] = doc[name].filter((item) => !itemsIn(name, value).some((gone) => sameValue(gone, item)));
}

/** What is there already is not there twice; a new primary one takes the place of the one before. */
function joined(before: readonly Item[], more: readonly Item[]): Item[] {
  const kept = before.filter((item) => !more.some((one) => sameValue(one, item)));
  return onePrimary([...kept, ...more]);
}

const sameValue = (a: Item, b: Item): boolean => a.value.trim().toLowerCase() === b.value.trim().toLowerCase();

function atFilter(items: readonly Item[], name: ListName, change: ListChange & { filter: string }): Item[] {
  const { op, part, value } = change;
  const filter = filterIn(change.filter);
  const isMeant = (item: Item) => matches(item, filter);
  if (items.some(isMeant)) {
    if (op === "remove" && part === undefined) return items.filter((item) => !isMeant(item));
    const changed = (item: Item) =>
      part === undefined ? { ...item, ...itemOver(item, name, value) } : withPart(item, name, op, part, value);
    return withValue(items.map((item) => (isMeant(item) ? changed(item) : item)));
  }
  if (op === "remove") return [...items];
  if (op === "replace") throw new ScimProblem(400, "noTarget", `None of the ${name} is meant by [${change.filter}].`);
  return [...items, added(name, filter, part, value)];
}

/** An item that fits the filter it was named by: emails[type eq "work"].value is one of type work. */
function added(name: ListName, filter: Filter, part: string | undefined, value: unknown): Item {
  const type = filter.attribute === "type" ? filter.value : null;
  const primary = filter.attribute === "primary" && filter.value === "true";
  const blank: Item = { value: "", type, primary };
  const item =
    part === undefined ? { ...blank, ...itemOver(blank, name, value) } : withPart(blank, name, "add", part, value);
  if (item.value === "") throw invalid(`A new one of the ${name} has a value.`);
  return item;
}

function itemOver(item: Item, name: ListName, value: unknown): Item {
  const given = isObject(value) && value.value === undefined ? { ...value, value: item.value } : value;
  const [over] = itemsIn(name, given);
  if (!over) throw invalid(`One of the ${name} has a value.`);
  const said = isObject(value) ? value : {};
  return {
    value: over.value,
    type: said.type === undefined ? item.type : over.type,
    primary: said.primary === undefined ? item.primary : over.primary,
  };
}

/** An item without its value is none. */
const withValue = (items: readonly Item[]): Item[] => items.filter((item) => item.value !== "");

/** One part of an item set, or taken off. */
function withPart(item: Item, name: ListName, op: Op, part: string, value: unknown): Item {
  switch (part.toLowerCase()) {
    case "value":
      return { ...item, value: op === "remove" ? "" : (textIn(`${name}.value`, value) ?? "") };
    case "type":
      return { ...item, type: op === "remove" ? null : textIn(`${name}.type`, value) };
    case "primary":
      return { ...item, primary: op === "remove" ? false : flagIn("primary", value) };
    case "display":
      return item;
    default:
      throw new ScimProblem(400, "invalidPath", `None of the ${name} has "${part}".`);
  }
}

function matches(item: Item, { attribute, value }: Filter): boolean {
  const same = (text: string | null) => (text ?? "").toLowerCase() === value.toLowerCase();
  switch (attribute) {
    case "type":
      return same(item.type);
    case "value":
      return same(item.value);
    case "primary":
      return same(String(item.primary));
    default:
      throw new ScimProblem(400, "invalidFilter", `"${attribute}" is nothing that one of these is told apart by.`);
  }
}
