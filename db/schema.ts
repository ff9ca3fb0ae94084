/** Columns are text, integer or blob; times are ISO-8601 UTC text; documents are JSON text. */
export interface Tables {
  // the trail
  /** `halted` says why nothing may be written any more, or is null; of how many entries the readings are counted, `counted` says. */
  head: { id: number; origin: string; size: number; range: Buffer; at: string; halted: string | null; counted: number };
  entry: {
    seq: number;
    id: string;
    at: string;
    type: string;
    actor: string;
    subject: string | null;
    object: string | null;
    outcome: string;
    reason: string | null;
    leaf: Buffer;
    bytes: Buffer;
  };
  node: { level: number; idx: number; hash: Buffer };
  checkpoint: { size: number; root: Buffer; note: string; at: string };
  cosignature: { size: number; witness: string; line: string; at: string };
  /** How far each place outside the building has got with the checkpoints. */
  outside: {
    target: string;
    size: number;
    at: string | null;
    failing_since: string | null;
    late_at: string | null;
    problem: string | null;
  };
  // folded: each row carries the seq of its last entry
  ticket: {
    id: string;
    account_id: string;
    number: number;
    reference: string;
    state: string;
    tier: string;
    agent: string | null;
    loss: string;
    opened_at: string;
    touched_at: string;
    hold_ends_at: string | null;
    /** Since when it waits for a supervisor because its agent was pressed. */
    pressed_at: string | null;
    /** Until when two supervisors may read it by break-glass. */
    glass_until: string | null;
    /** Since when an approval of it waits for a second look. */
    sampled_at: string | null;
    doc: string;
    seq: number;
  };
  /** The times are those of a proposal to erase it, a legal hold, its erasure, a safety flag and its oldest flag that nobody looked at, for the lists of them. */
  account_state: {
    account_id: string;
    proposed_at: string | null;
    held_at: string | null;
    erased_at: string | null;
    safety_at: string | null;
    flagged_at: string | null;
    doc: string;
    seq: number;
  };
  approval: { ticket_id: string; round: number; staff_id: string; packet: string; at: string; seq: number };
  staff: { id: string; person: string; role: string; disabled_at: string | null; doc: string; seq: number };
  desk_state: { id: number; doc: string; seq: number };
  // the directory: imported reference rows, visible once their set is; a row's salt is 16 random bytes, null on older ones
  directory_set: { id: number; import_id: string; visible_at: string | null };
  account: {
    id: string;
    set_id: number;
    external: Buffer;
    region: string;
    created_at: string;
    status: string;
    second_factor: string;
    locale: string;
    name_mask: string;
    contact_mask: string;
    salt?: Buffer | null;
  };
  contact: {
    id: string;
    account_id: string;
    set_id: number;
    kind: string;
    mask: string;
    digest: Buffer;
    verified_at: string;
    salt?: Buffer | null;
  };
  device: {
    id: string;
    account_id: string;
    set_id: number;
    short: Buffer;
    whole: Buffer | null;
    near: Buffer;
    bound_at: string;
    salt?: Buffer | null;
  };
  answer: {
    id: string;
    account_id: string;
    set_id: number;
    question_id: string;
    algorithm: number;
    hash: string;
    hardened_at: string | null;
    /** 1 of an answer that was among the commonest when it was imported. */
    weak: number;
  };
  question: { id: string; text: string };
  /** The names an identity provider gave an account: keyed digests of its user name and external id; the words are in the vault. */
  provided_name: {
    account_id: string;
    username: Buffer;
    external: Buffer | null;
    name_mask: string;
    salt: Buffer;
  };
  // what holders added themselves: vouched for by an entry each, and by no import
  /** The salt keeps the hash that its entry names from being guessed back. */
  own_device: {
    id: string;
    account_id: string;
    short: Buffer;
    whole: Buffer | null;
    near: Buffer;
    added_at: string;
    salt: Buffer;
  };
  /** Of the questions chosen last; the words of each are in the vault, under the same id. */
  own_answer: { id: string; account_id: string; algorithm: number; hash: string };
  /** What an imported row leaves when its account is erased: the hash that its import's digest was made of. */
  erased_row: { set_id: number; name: string; id: string; account_id: string; hash: Buffer };
  /** kind: username, name, email, phone (serials are looked up in `device`). */
  lookup: { kind: string; digest: Buffer; account_id: string; set_id: number; contact_id: string | null };
  // beside the fold, each with its own narrow writer
  vault: { id: string; owner: string; field: string; box: Buffer };
  /** What is asked for at the public door; what was typed is in the vault until a worker has looked whose it is. */
  asked: { id: string; kind: string; digest: Buffer; at: string; due_at: string; settled_at: string | null };
  new_contact: { id: string; ticket_id: string; account_id: string; kind: string; mask: string; digest: Buffer };
  tried: { ticket_id: string; kind: string; digest: Buffer };
  /** What was tried on an account and failed, by keyed digest, over all tickets; what is older than 30 days counts no more, and goes with the next. */
  guess: { account_id: string; kind: string; digest: Buffer; ticket_id: string; at: string };
  idempotency: { actor: string; key: string; digest: string; outcome: string; at: string };
  outbox: {
    id: string;
    template: string;
    ticket_id: string | null;
    account_id: string | null;
    contact_id: string;
    kind: string;
    doc: string;
    created_at: string;
    due_at: string;
    leased_until: string | null;
    attempts: number;
    done_at: string | null;
    failed_at: string | null;
    error: string | null;
    /** By which servers outside speak of it; null for one from before they could. */
    handle: string | null;
    /** What the server that accepted it calls it, where it said so. */
    reference: string | null;
    delivered_at: string | null;
    /** When it last could not be handed over, or came back. */
    erred_at: string | null;
    /** How often an admin had it tried again. */
    retries: number;
    /** 1 once a worker had it and never told what became of it: it may be out. */
    unheard: number;
  };
  /** `unsure` is a step whose answer never came: it may have been done; `before` is the version the account had before it, in the directory's words. */
  directory_job: {
    id: string;
    account_id: string;
    ticket_id: string | null;
    asked_at: string;
    due_at: string;
    leased_until: string | null;
    attempts: number;
    unsure: string | null;
    before: string | null;
    ended_at: string | null;
  };
  staff_secret: { staff_id: string; name_digest: Buffer; password_hash: string | null; totp: Buffer | null };
  /** Members' own addresses and numbers, by the digest that look-ups know; the value is in the vault, under the same id. */
  staff_contact: { id: string; staff_id: string; kind: string; digest: Buffer };
  /** Accounts in the directory that are a member's own. */
  staff_account: { account_id: string; staff_id: string };
  holder_secret: { account_id: string; password_hash: string; set_at: string };
  saved_code: { id: string; account_id: string; digest: Buffer };
  session: { id: string; staff_id: string; expires_at: string; created_at: string; seen_at: string; auth: string };
  /** `auth` is null in a session from before second factors: by password. */
  holder_session: {
    id: string;
    account_id: string;
    created_at: string;
    expires_at: string;
    auth: string | null;
    seen_at: string | null;
    browser: string | null;
    system: string | null;
    place: string | null;
  };
  /** Not confirmed until the first code of it was typed. */
  factor_seed: { id: string; account_id: string; seed: Buffer; confirmed_at: string | null };
  import_job: {
    id: string;
    state: string;
    folder: string;
    strict: number;
    started_at: string;
    seen_at: string;
    doc: string;
  };
  refused_row: { import_id: string; n: number; file: string; line: number; reason: string };
  export_job: {
    id: string;
    state: string;
    asked_at: string;
    actor: string;
    request: string;
    /** The vault's id of the reason's words. */
    reason: string;
    place: string;
    kind: string;
    /** JSON: the trail's filter, the renderings asked for. */
    filter: string;
    renderings: string;
    older: number | null;
    token: string | null;
    process: string | null;
    seen_at: string | null;
    attempts: number;
    done: number;
    size: number;
    entries: number | null;
    bytes: number | null;
    manifest: string | null;
    why: string | null;
    ended_at: string | null;
  };
  /** That a member has a part in a ticket, and from which entry on. */
  part: { account: string; actor: string; ticket: string; seq: number };
  reading_count: { day: string; actor: string; kind: string; n: number; outside: number };
  reading_outside: { seq: number; actor: string };
  /** How far the desk's own check of its trail is, and what it found. */
  watch: {
    id: number;
    process: string | null;
    seen_at: string | null;
    size: number;
    range: Buffer;
    at: string | null;
    again_size: number;
    again_range: Buffer;
    again_began_at: string | null;
    gone_over_at: string | null;
    gone_over_size: number | null;
    problem: string | null;
    problem_what: string | null;
    problem_seq: number | null;
    problem_at: string | null;
    full_at: string | null;
    full_size: number | null;
    full_verdict: string | null;
    full_problem: string | null;
    full_seq: number | null;
  };
  trusted_clock: { id: number; at: string };
  bucket: { key: string; points: number; until: string };
  schema_version: { version: number; at: string };
}

/** The separate store: one wrapped key an owner (an account or a member of staff). */
export interface KeyTables {
  owner_key: { owner: string; wrapped: Buffer; wrapping: number };
}
