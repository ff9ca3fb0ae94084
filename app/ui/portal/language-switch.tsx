import { useContext } from "react";
import { LanguageContext } from "../language";
import { languageFacts, languages } from "../languages";

/** The page in another language, where it is there in one: each is named in itself. */
export function LanguageSwitch() {
  const { language, address } = useContext(LanguageContext);
  if (address === null) return null;
  return (
    <form method="post" action="/language" className="flex flex-wrap gap-4">
      <input type="hidden" name="key" value="language" />
      <input type="hidden" name="from" value={address} />
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button
            key={other}
            type="submit"
            name="language"
            value={other}
            lang={other}
            dir={languageFacts[other].dir}
            className="rounded py-1 font-medium text-accent underline underline-offset-4"
          >
            {languageFacts[other].name}
          </button>
        ))}
    </form>
  );
}
