import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

export interface PasswordFacts {
  common: boolean;
  guessable: boolean;
}
interface Estimator {
  check: ZxcvbnFactory["check"];
  common: Set<string>;
}
// Below 3 of 4 an offline attack finds the password in hours (zxcvbn's own scale).
const leastScore = 3;
const mostJudged = 128;

let estimator: Promise<Estimator> | null = null;

/** What an estimator says of a password: on a list of common ones, or guessed too fast. Loaded at first use: it takes half a second. */
export async function passwordFacts(password: string, known: string[]): Promise<PasswordFacts> {
  estimator ??= load();
  const { check, common } = await estimator;
  const judged = password.slice(0, mostJudged);
  return { common: common.has(judged.toLowerCase()), guessable: check(judged, known).score < leastScore };
}

async function load(): Promise<Estimator> {
  const [core, shared, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const dictionary = { ...shared.dictionary, ...english.dictionary };
  const factory = new core.ZxcvbnFactory({
    dictionary,
    graphs: shared.adjacencyGraphs,
    translations: english.translations,
  });
  return { check: factory.check.bind(factory), common: new Set(shared.dictionary["passwords-common"]) };
}
