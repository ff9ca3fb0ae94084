/** The one folder that the demo writes to, relative to the project. */
export const FOLDER = "data/demo";

const DEFAULT_PORT = "3000";

/** The environment of the demo's processes; PORT is taken from the caller and refused in one sentence where it is no port number. */
export function demoSettings() {
  const port = process.env.PORT || DEFAULT_PORT;
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Error(`PORT must be a number from 1 to 65535, not ${port}.`);
  }
  return {
    COUNTERSIGN_MODE: "demo",
    COUNTERSIGN_DATABASE_URL: `sqlite:${FOLDER}/countersign.db`,
    COUNTERSIGN_KEYS_URL: `sqlite:${FOLDER}/keys.db`,
    COUNTERSIGN_SECRETS_DIR: `${FOLDER}/secrets`,
    COUNTERSIGN_CLOCK_FILE: `${FOLDER}/clock.json`,
    COUNTERSIGN_CHECKPOINT_FILE: `${FOLDER}/checkpoints.jsonl`,
    COUNTERSIGN_UPLOAD_DIR: `${FOLDER}/uploads`,
    COUNTERSIGN_MAIL_URL: `folder:${FOLDER}/messages`,
    COUNTERSIGN_SMS_URL: `folder:${FOLDER}/messages`,
    COUNTERSIGN_CALL_US: "+44 20 7946 0018, Mo-Fr 09:00-17:00",
    COUNTERSIGN_OWNERS_CONTACT: "owners@desk.example",
    COUNTERSIGN_BASE_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    PORT: port,
    NODE_ENV: "production",
  };
}
