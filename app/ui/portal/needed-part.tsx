import type { RequestView } from "domain/view";
import { useLanguage } from "../language";
import { neededWords, type Ways, waysLeft } from "../words/needed";
import { PortalPart, PortalText } from "./shell";

/** What is still missing before somebody can go on, and what of it can be given on this page; nothing where nothing is. */
export function NeededPart({ request }: { request: RequestView }) {
  const words = neededWords[useLanguage()];
  const ways = waysLeft(request);
  const isWaiting = request.state === "open" || request.state === "verifying";
  if (!isWaiting || request.needed.enough || request.steps.length === 0) return null;
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.text(request.needed)}</PortalText>
      {ways.length > 0 ? <List words={words} ways={ways} /> : <PortalText>{words.none}</PortalText>}
    </PortalPart>
  );
}

function List({ words, ways }: { words: (typeof neededWords)["en"]; ways: Ways }) {
  return (
    <>
      <PortalText>{words.here}</PortalText>
      <ul className="mt-2 list-disc ps-5 text-ink-2">
        {ways.map((way) => (
          <li key={way}>{words.ways[way]}</li>
        ))}
      </ul>
    </>
  );
}
