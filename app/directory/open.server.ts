import { readFileSync, statSync } from "node:fs";
import type { Config } from "~/config.server";
import { ldapDirectory } from "./ldap.server";
import type { Directory } from "./port.server";
import { scimDirectory } from "./scim.server";
import { directorySettings } from "./settings";
import { webhookDirectory } from "./webhook.server";

/** The directory as configured, or null where accounts live here; throws a sentence where its secret cannot be read. */
export function openDirectory(config: Config, env: Readonly<Record<string, string | undefined>>): Directory | null {
  if (!config.directoryUrl) return null;
  const s = directorySettings(config.directoryUrl);
  const secret = secretOf(config, env);
  const { host, href } = s.url;
  switch (s.kind) {
    case "scim":
      return scimDirectory({ base: href.replace(/\/+$/, ""), token: secret, secondFactor: s.secondFactor });
    case "ldap":
      return ldapDirectory({ ...s, url: `${s.url.protocol}//${host}`, password: secret });
    case "webhook":
      return webhookDirectory({ url: href, key: secret }, Date.now);
  }
}

function secretOf({ directorySecretFile: file }: Config, env: Readonly<Record<string, string | undefined>>): string {
  if (!file) return env.COUNTERSIGN_DIRECTORY_SECRET ?? "";
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} can be read by others. Run "chmod 600" on it.`);
  const secret = readFileSync(file, "utf8").trim();
  if (secret === "") throw new Error(`${file} is empty: it holds the directory's token, password or key.`);
  return secret;
}
