import { useWords } from "../language";
import { Notice } from "../notice";
import { atWorkWords } from "../words/at-work";

/** Why the directory did not take the password that was chosen before. */
export function NotTaken({ rule }: { rule: string }) {
  const words = useWords(atWorkWords);
  const told = words.notTaken;
  return (
    <Notice tone="bad" role="alert" title={words.notTakenTitle} className="mt-6">
      <p>{Object.hasOwn(told, rule) ? told[rule as keyof typeof told] : told["by-its-rule"]}</p>
    </Notice>
  );
}
