import type { ChannelHealth } from "domain/view-deliveries";
import type { ReactNode } from "react";
import { Facts, Section } from "../page";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { deliveriesWords as words } from "../words/deliveries";
import { countWords } from "../words/desk";

/** How mail and texts do, side by side. */
export function Channels({ channels, desk }: { channels: readonly ChannelHealth[]; desk: Desk }) {
  return (
    <Section title={words.channels} id="channels">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {channels.map((channel) => (
          <div key={channel.kind} className="border-t border-line pt-3">
            <h3 className="mb-1.5 font-medium">{words.channel[channel.kind]}</h3>
            {channel.isSetUp ? null : <p className="mb-1.5 text-warn">{words.unset}</p>}
            <Facts facts={factsOf(channel, desk)} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function factsOf(channel: ChannelHealth, desk: Desk): [string, ReactNode][] {
  const when = (at: number | null, otherwise: string): ReactNode =>
    at === null ? otherwise : <When key="at" at={at} now={desk.now} zone={desk.zone} />;
  return [
    [words.lastAccepted, when(channel.lastAccepted, words.never)],
    [words.lastFailure, when(channel.lastFailure, words.never)],
    [words.waiting, channel.waiting.n === 0 ? words.none : countWords(channel.waiting)],
    [words.oldestDue, when(channel.oldestDue, words.none)],
  ];
}
