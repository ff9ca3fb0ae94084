const longestAddress = 254;
const neverInside = /[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}]/u;
// What RFC 5322 gives a meaning in a header: `a,jane@x.example` would be two recipients.
const headerSyntax = /[()<>[\]:;,\\"]/;
// Letters of any script, and the signs that IDNA 2008 allows between letters (RFC 5892, A.3 to A.7).
const label = /^(?!-)[\p{L}\p{M}\p{N}_\-\u00b7\u0375\u05f3\u05f4\u30fb]{1,63}(?<!-)$/u;

/** A typed e-mail address as it is kept and compared (NFC, lower-case), or null if it is not an address. */
export function cleanEmail(typed: string): string | null {
  const address = typed.trim().normalize("NFC").toLowerCase().normalize("NFC");
  if (address.length > longestAddress || neverInside.test(address)) return null;
  const [local, domain, ...more] = address.split("@");
  if (!local || !domain || more.length > 0 || headerSyntax.test(local)) return null;
  return isDomain(domain) ? address : null;
}

/** True of two labels or more, the last of which is not a number. */
function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? "");
}
