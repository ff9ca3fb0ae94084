import { isIPv6 } from "node:net";

/** What budgets count an address as: an IPv4 address itself, of an IPv6 one its /64, which is what one subscriber has. */
export function sourceOf(address: string | undefined): string {
  if (address === undefined) return "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ""] = address.split("%");
  return isIPv6(bare) ? `${networkOf(bare)}::/64` : address;
}

/** The first four groups of an address, written without leading zeros. */
function networkOf(address: string): string {
  // The URL parser writes IPv6 in one way (RFC 5952) and with an embedded IPv4 address as two groups.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const before = groups(head);
  const after = groups(tail ?? "");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
