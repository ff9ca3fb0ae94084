import type { DirectoryRule } from "domain/directory-job";

/** Which rule a server's own words speak of; the words themselves go nowhere. */
export function ruleIn(words: string): DirectoryRule {
  const found = rules.find(([, pattern]) => pattern.test(words));
  return found ? found[0] : "by-its-rule";
}

const rules: readonly [DirectoryRule, RegExp][] = [
  ["used-before", /histor|reuse|re-use|used before|previous|same as|not being changed|existing value/i],
  ["changed-lately", /too young|too soon|recently|minimum age/i],
  ["too-long", /too long|at most|maximum length/i],
  ["too-short", /too short|at least \d+ char|minimum length|min(imum)? ?length/i],
  ["too-simple", /quality|complex|strength|weak|upper|lower|digit|special|dictionary|common/i],
];
