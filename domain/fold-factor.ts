import type { Account } from "./account";
import type { EventData, Recorded } from "./event";
import { type Authenticator, type FactorState, factorState, isPutBack, sentSince } from "./second-factor";
import { days, type Instant } from "./time";

/** Folds an entry into an account's second factor. */
export function foldFactor(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "factor.enrolled":
      return enrolled(a, e.data, e.at);
    case "factor.removed":
      return e.data.factor === null ? { ...a, secondFactorRemovedAt: e.at } : ended(a, e.at);
    case "factor.code-sent":
      return changed(a, (f) => texted(f, e.data, e.at));
    case "factor.code-refused":
    case "holder.sign-in-failed":
      return e.data.why === "wrong-code" ? changed(a, (f) => failed(f, e.at)) : a;
    case "factor.used":
      return changed(a, (f) => withUse(spent(f, e.data, e.at), { id: e.data.use, act: e.data.act, at: e.at }));
    case "holder.signed-in":
      return e.data.secondFactor === "none" ? a : changed(a, (f) => spent(f, e.data, e.at));
    case "account.notified":
      return e.data.about === "factor-guessed" ? changed(a, (f) => ({ ...f, warnedAt: e.at })) : a;
    default:
      return a;
  }
}

const changed = (a: Account, change: (f: FactorState) => FactorState): Account => ({
  ...a,
  factor: change(factorState(a)),
});

/** An authenticator that ended longer ago than this is nobody's to put back. */
const rememberedMs = days(365);
const mostUses = 5;
const mostFailures = 10;

/** From the first authenticator on, what was imported is off for good. */
function enrolled(a: Account, d: EventData["factor.enrolled"], at: Instant): Account {
  const before = ended(a, at);
  const kept = factorState(before).authenticators.filter((one) => at - (one.endedAt ?? at) < rememberedMs);
  const one = { id: d.factor, at, lastStep: d.step, endedAt: null };
  const next = changed(before, (f) =>
    withUse({ ...f, authenticators: [...kept, one], failures: [] }, { id: d.factor, act: "codes", at }),
  );
  return { ...next, secondFactorRemovedAt: a.secondFactorRemovedAt ?? at };
}

const ended = (a: Account, at: Instant): Account =>
  changed(a, (f) => ({
    ...f,
    authenticators: f.authenticators.map((one) => ({ ...one, endedAt: one.endedAt ?? at })),
  }));

const texted = (f: FactorState, d: EventData["factor.code-sent"], at: Instant): FactorState => ({
  ...f,
  text: { generation: d.generation, contact: d.contact, sentAt: at, expiresAt: d.expiresAt, usedAt: null },
  sent: [...sentSince(f, at), { contact: d.contact, at }],
});

const failed = (f: FactorState, at: Instant): FactorState => ({
  ...f,
  failures: [...f.failures, at].slice(-mostFailures),
});

/** What was typed right is typed right once. */
function spent(f: FactorState, d: { step?: number; generation?: number }, at: Instant): FactorState {
  const { step = 0, generation } = d;
  const newest = (one: Authenticator) =>
    one.endedAt === null ? { ...one, lastStep: Math.max(one.lastStep, step) } : one;
  const text = f.text && f.text.generation === generation ? { ...f.text, usedAt: at } : f.text;
  return { ...f, authenticators: f.authenticators.map(newest), text, failures: [] };
}

const withUse = (f: FactorState, use: FactorState["uses"][number]): FactorState => ({
  ...f,
  uses: [...f.uses, use].slice(-mostUses),
});

/** The authenticator that was on before a recovery is on again, and whichever was turned on since is off. */
export function withFactorBefore(a: Account, from: Instant, at: Instant): Account {
  if (!a.factor) return a;
  return changed(a, (f) => {
    const newest = f.authenticators.findLast((one) => isPutBack(one, from))?.id;
    const back = (one: Authenticator): Authenticator =>
      one.id === newest ? { ...one, endedAt: null } : one.at < from ? one : { ...one, endedAt: one.endedAt ?? at };
    return { ...f, authenticators: f.authenticators.map(back) };
  });
}
