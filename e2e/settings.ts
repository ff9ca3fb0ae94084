import { join } from "node:path";
import type { Place } from "db/place";
import { gatewayUrl } from "./text-gateway";

export interface Ports {
  web: number;
  mail: number;
  texts: number;
}

/** The environment of every process of a desk that stands at this place. */
export function settingsOf(place: Place, ports: Ports): Record<string, string> {
  const mail = `smtp://127.0.0.1:${ports.mail}`;
  return {
    NODE_ENV: "production",
    COUNTERSIGN_MODE: "test",
    COUNTERSIGN_DATABASE_URL: place.url,
    COUNTERSIGN_KEYS_URL: place.keysUrl,
    COUNTERSIGN_SECRETS_DIR: join(place.folder, "secrets"),
    COUNTERSIGN_UPLOAD_DIR: join(place.folder, "uploads"),
    COUNTERSIGN_CLOCK_FILE: clockFileOf(place),
    COUNTERSIGN_BASE_URL: `http://127.0.0.1:${ports.web}`,
    COUNTERSIGN_MAIL_URL: mail,
    COUNTERSIGN_MAIL_FROM: "Account help <help@desk.example>",
    COUNTERSIGN_SMS_URL: gatewayUrl(ports.texts),
    COUNTERSIGN_ZONE: "Europe/Lisbon",
    HOST: "127.0.0.1",
    PORT: String(ports.web),
  };
}

/** The file outside that checkpoints are carried to, in a folder that is not there at first: as if its volume were not mounted. */
export const outsideFileOf = (place: Place): string => join(place.folder, "outside", "checkpoints.jsonl");

export const clockFileOf = (place: Place): string => join(place.folder, "clock.json");
