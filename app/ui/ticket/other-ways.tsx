import { contactWords, otherWays } from "../words/acts";
import { closedWays } from "./closed-ways";
import { Fold } from "./fold";
import { NewContact } from "./new-contact";
import { nextAct, openWays } from "./next-act";
import type { Part } from "./part";
import { WayBody, wayTitle } from "./way";

/** The ways to prove that are not the next action, each folded; and naming another contact, which voids them all. */
export function OtherWays(part: Part) {
  const { t, problem } = part;
  const act = nextAct(t, problem?.form ?? null);
  const proving = t.mine && t.state === "verifying" && act !== "contact" && act !== "confirm";
  if (!proving) return null;
  const others = openWays(t).filter((way) => way !== act);
  const rename = t.needsNewContact && t.may["propose-contact"];
  const closed = closedWays(t);
  if (others.length === 0 && closed.length === 0 && !rename) return null;
  return (
    <section aria-label={otherWays}>
      <h2 className="mb-1 font-semibold">{otherWays}</h2>
      <div className="divide-y divide-line border-y border-line">
        {others.map((way) => (
          <Fold
            key={way}
            title={wayTitle(way, t)}
            open={problem?.form === way || (way === "vouch" && t.vouch !== null)}
          >
            <WayBody way={way} {...part} />
          </Fold>
        ))}
        {rename ? (
          <Fold title={contactWords.again} open={problem?.form === "contact"}>
            <NewContact {...part} />
          </Fold>
        ) : null}
        {closed.map((reason) => (
          <p key={reason} className="py-2 pl-6 text-ink-3">
            {reason}
          </p>
        ))}
      </div>
    </section>
  );
}
