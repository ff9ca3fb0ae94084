export const verifyWords = {
  title: "Verify a bundle",
  intro:
    "Whether an export of the trail is whole: nothing changed, cut off, slipped in or left out. The file is read in this browser and goes nowhere.",
  bundle: "The bundle",
  bundleHint: "The zip an export gave you. Drop it here, or choose it.",
  key: "The trail's verifier key",
  keyHint:
    "The line you wrote down earlier, NAME+ID+KEY. Never take it from the bundle, nor from the desk you are auditing. Where the desk rotated its key: both, each on its own line.",
  checkpoint: "A checkpoint you kept",
  checkpointHint:
    "Optional: a signed note, or the file the desk carries its checkpoints to. Without one nobody can tell that the newest entries were cut off.",
  send: "Verify",
  reading: "Reading the bundle …",
  noFile: "Choose the bundle first.",
  badKey: "This is no verifier key of a trail. It is one line: NAME+ID+KEY.",
  otherId: "This is no verifier key of a trail: its ID does not belong to this key. Compare it letter by letter.",
  more: "More",
  manifest: "The manifest's digest",
  manifestHint:
    "Optional. The SHA-256 that the export's own entry on the trail names: 64 hex digits. It demands this very bundle.",
  badManifest: "This is no SHA-256: it has 64 hex digits.",
  witness: "A witness's verifier key",
  witnessHint: "Optional. The line the witness gave you, NAME+ID+KEY. It has to have cosigned.",
  badWitness: "This is no verifier key of a witness. It is one line, NAME+ID+KEY, and its ID belongs to the key.",
  verdicts: {
    busy: "Verifying",
    valid: "It holds",
    tampered: "It was tampered with",
    malformed: "It is no whole bundle",
    unchecked: "It could not be checked",
  },
  noScript:
    "This page needs a script to read the file in your browser. Without one, use the verifier as a program: it needs only Node.",
  elsewhere: "On a machine of your own",
  elsewhereText:
    "A page of the desk under audit can only say what its makers let it. The same verifier is one file that needs only Node, and the formats are stated so that you can write your own.",
  command: 'node verify.mjs --vkey "KEY" --checkpoint kept.txt bundle.zip',
  files: [
    ["verify.mjs", "the verifier, one file"],
    ["VERIFY.md", "every format, and how to check it"],
    ["verify.py", "a second implementation, in Python"],
  ],
} as const;
