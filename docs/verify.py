#!/usr/bin/env python3
"""A second implementation of VERIFY.md, from that page alone, with Python's standard library.

    python3 verify.py --vkey KEY [--checkpoint FILE] [--require-checkpoint] BUNDLE

Exit codes: 0 valid, 1 tampered, 2 malformed, 3 a demanded check could not be made.
"""
import argparse
import base64
import hashlib
import json
import os
import re
import stat
import sys
import zipfile
import zlib


class Found(Exception):
    def __init__(self, code, sentence):
        super().__init__(sentence)
        self.code = code


TAMPERED, MALFORMED, UNCHECKED = 1, 2, 3


def demand(holds, code, sentence):
    if not holds:
        raise Found(code, sentence)


# RFC 6962, RFC 9162 -------------------------------------------------------------------------------------------------

def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def leaf_hash(entry):
    return sha256(b"\x00", entry)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


class Tree:
    """The roots of the perfect subtrees of the leaves so far, largest first."""

    def __init__(self):
        self.size, self.range = 0, []

    def add(self, leaf):
        rest = self.size
        while rest % 2 == 1:
            leaf = node_hash(self.range.pop(), leaf)
            rest //= 2
        self.range.append(leaf)
        self.size += 1

    def root(self):
        if not self.range:
            return sha256()
        root = self.range[-1]
        for left in reversed(self.range[:-1]):
            root = node_hash(left, root)
        return root


def check_inclusion(index, size, leaf, root, proof):
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size or any(len(h) != 32 for h in [leaf, *proof]):
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn % 2 == 1 or fn == sn:
            r = node_hash(p, r)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            r = node_hash(r, p)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and r == root


def check_consistency(older, size, older_root, root, proof):
    """RFC 9162, 2.1.4.2; from an older tree without leaves nothing can be proven."""
    if not 1 <= older <= size or any(len(h) != 32 for h in proof):
        return False
    if older == size:
        return not proof and older_root == root
    path = [older_root, *proof] if older & (older - 1) == 0 else list(proof)
    if len(path) < 2:
        return False
    fn, sn = older - 1, size - 1
    while fn % 2 == 1:
        fn, sn = fn // 2, sn // 2
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn % 2 == 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            sr = node_hash(sr, c)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and fr == older_root and sr == root


# Ed25519, RFC 8032, section 5.1 --------------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def edwards_add(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    e, f = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    g, h = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    s, d, u, v = f - e, h - g, h + g, f + e
    return s * d % P, u * v % P, d * u % P, s * v % P


def edwards_times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = edwards_add(total, point)
        point = edwards_add(point, point)
        n >>= 1
    return total


def edwards_point(bytes_):
    y = int.from_bytes(bytes_, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P != 0 or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = edwards_point(bytes.fromhex("58" + "66" * 31))


def ed25519_verify(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r, s = edwards_point(public), edwards_point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = edwards_times(s, BASE), edwards_add(r, edwards_times(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# Notes, keys, checkpoints --------------------------------------------------------------------------------------------

def from_base64(text):
    try:
        value = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return value if base64.b64encode(value).decode() == text else None


class Key:
    def __init__(self, text):
        match = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+(.+)", text.strip())
        raw = from_base64(match[3]) if match else None
        demand(raw is not None and len(raw) == 33 and raw[0] == 1, UNCHECKED, "This is no verifier key of a trail.")
        self.name, self.public = match[1], raw[1:]
        self.id = sha256(self.name.encode() + b"\n" + raw)[:4]
        demand(self.id.hex() == match[2], UNCHECKED, "The id of the verifier key is not its own.")


def parse_note(raw):
    """The text with its last line feed, and the signatures as (name, key id, signature)."""
    try:
        note = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    end = note.rfind("\n\n")
    if end <= 0 or re.search(r"[\x00-\x09\x0b-\x1f]", note) or not note.endswith("\n"):
        return None
    signatures = []
    for line in note[end + 2:-1].split("\n"):
        match = re.fullmatch(r"\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)", line)
        value = from_base64(match[2]) if match else None
        if value is None or len(value) < 5:
            return None
        signatures.append((match[1], value[:4], value[4:]))
    return note[:end + 1], signatures


def is_signed(note, keys):
    text, signatures = note
    own = [(k, s) for n, i, s in signatures for k in keys if (n, i) == (k.name, k.id)]
    return bool(own) and all(ed25519_verify(k.public, text.encode(), s) for k, s in own)


def parse_checkpoint(text):
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1] != "" or "" in lines[:-1] or not re.fullmatch(r"0|[1-9]\d{0,15}", lines[1]):
        return None
    root = from_base64(lines[2])
    return (lines[0], int(lines[1]), root) if root is not None and len(root) == 32 else None


def signed_checkpoint(raw, keys, unread):
    note = parse_note(raw)
    checkpoint = parse_checkpoint(note[0]) if note else None
    demand(checkpoint, unread, "A checkpoint is none.")
    wrong = UNCHECKED if unread == UNCHECKED else TAMPERED
    demand(is_signed(note, keys), wrong, "A checkpoint is not signed by a key you gave.")
    demand(checkpoint[0] in [k.name for k in keys], wrong, "A checkpoint is of another trail.")
    return checkpoint


# The files -----------------------------------------------------------------------------------------------------------

class Bundle:
    def __init__(self, path):
        self.zip = None if os.path.isdir(path) else zipfile.ZipFile(path)
        if self.zip:
            members = self.zip.infolist()
            self.names = [member.filename for member in members]
            plain = all(m.flag_bits & ~0x0808 == 0 and m.compress_type in (0, 8) and not m.comment for m in members)
            demand(plain and not self.zip.comment and min((m.header_offset for m in members), default=0) == 0, MALFORMED,
                   "The zip holds something that no bundle's does.")
        else:
            found = [os.path.join(d, f) for d, dirs, files in os.walk(path) for f in [*dirs, *files]]
            self.names = [os.path.relpath(f, path) for f in found if os.path.islink(f) or not os.path.isdir(f)]
            # Nothing is followed out of the folder, and a pipe would be waited for.
            demand(all(stat.S_ISREG(os.lstat(os.path.join(path, name)).st_mode) for name in self.names), MALFORMED,
                   "Something in the folder is no file.")
        self.path = path

    def open(self, name):
        return self.zip.open(name) if self.zip else open(os.path.join(self.path, name), "rb")

    def read(self, name, most=1_000_000):
        with self.open(name) as file:
            value = file.read(most + 1)
        demand(len(value) <= most, MALFORMED, f"The file {name} is longer than it can be.")
        return value

    def weigh(self, name, most):
        """Its size and SHA-256, or those of its beginning where it is longer than `most`."""
        size, digest = 0, hashlib.sha256()
        with self.open(name) as file:
            while size <= most and (piece := file.read(1 << 18)):
                size, _ = size + len(piece), digest.update(piece)
        return size, digest.hexdigest()


FILES = re.compile(r"checkpoint|consistency\.txt|leaves\.txt|VERIFY\.md|entries\.(jsonl|csv|ocsf\.jsonl|ecs\.jsonl|cef)"
                   r"|proofs/(0|[1-9]\d{0,15})\.tlog-proof")
MANIFEST = ["at", "bundle", "entries", "export", "exporter", "files", "filter", "kind", "origin", "reason", "root", "size"]
ENTRY = ["actor", "at", "data", "id", "object", "origin", "outcome", "pii", "policy", "reason", "request", "seq", "subject",
         "type", "v"]


def canonical(raw):
    """The value of canonical JSON; None where it is not. A key that stands twice does not come back, so the bytes differ."""
    def whole(text):
        number = int(text)
        if abs(number) >= 2**53:
            raise ValueError
        return number

    def no(_):
        raise ValueError
    try:
        value = json.loads(raw.decode("utf-8"), parse_int=whole, parse_float=no, parse_constant=no)
        again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if again == raw else None


def manifest_of(bundle):
    raw = bundle.read("manifest.json", 64_000_000)
    manifest = canonical(raw[:-1]) if raw.endswith(b"\n") else None
    demand(isinstance(manifest, dict) and sorted(manifest) == MANIFEST, MALFORMED, "The manifest is none.")
    demand(manifest["bundle"] == 1 and manifest["kind"] in ["full", "filtered", "ticket"], MALFORMED,
           "The manifest is of a version or kind unknown here.")
    named = [file["name"] for file in manifest["files"]]
    demand(named == sorted(set(named)) and all(FILES.fullmatch(name) for name in named), MALFORMED,
           "The manifest's files are not a bundle's.")
    demand(sorted(bundle.names) == sorted([*named, "manifest.json", "manifest.note"]), MALFORMED,
           "The files are not those that the manifest names.")
    return raw, manifest


TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
DIGEST = re.compile(r"[0-9a-f]{64}")
ROLES = ("admin", "agent", "anyone", "auditor", "cli", "holder", "requester", "supervisor", "system", "voucher", "worker")


def is_entry(e):
    """The envelope's types; what data may hold differs by type and is not checked."""
    def texts(value, *keys):
        return all(isinstance(value[key], str) for key in keys)

    def or_none(value, *keys):
        return all(value[key] is None or isinstance(value[key], str) for key in keys)

    def fits(pattern, value):
        return isinstance(value, str) and pattern.fullmatch(value) is not None

    def is_policy(value):
        return (isinstance(value, dict) and sorted(value) == ["digest", "id", "version"] and fits(DIGEST, value["digest"])
                and fits(re.compile(r"[a-z][a-z0-9-]{0,39}"), value["id"]) and type(value["version"]) is int and value["version"] >= 0)

    def commits(pii):
        return isinstance(pii, dict) and all(
            fits(re.compile(r"[a-z][A-Za-z.-]{0,39}"), field) and fits(DIGEST, digest) for field, digest in pii.items())
    actor, policy = e["actor"], e["policy"]
    return (texts(e, "at", "id", "origin", "outcome", "request", "type") and or_none(e, "object", "reason", "subject")
            and type(e["v"]) is int and e["v"] == 1 and type(e["seq"]) is int and e["seq"] >= 0
            and TIME.fullmatch(e["at"]) is not None and e["outcome"] in ("ok", "denied", "error")
            and isinstance(actor, dict) and sorted(actor) == ["auth", "id", "role", "session"]
            and texts(actor, "auth", "id", "role") and or_none(actor, "session") and actor["role"] in ROLES
            and (policy is None or is_policy(policy)) and isinstance(e["data"], dict) and commits(e["pii"]))


class Filter:
    """What is shown is what was asked for."""

    def __init__(self, manifest):
        self.kind, self.asked, self.ticket = manifest["kind"], manifest["filter"], None
        narrows = [name for name, value in self.asked.items() if value is not None]
        fits = {"full": not narrows, "ticket": narrows == ["ticket"], "filtered": bool(narrows)}[self.kind]
        demand(fits, MALFORMED, "The manifest's filter is none of its kind.")
        self.start, self.end = self.bound("from", "T00:00:00.000Z"), self.bound("to", "T23:59:59.999Z")

    def bound(self, name, of_day):
        text = self.asked[name] or ""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return text + of_day
        match = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d{3})?Z", text)
        return match and f"{match[1]}{match[2] or ':00'}{match[3] or '.000'}Z"

    def take(self, e):
        asked, is_day = self.asked, len(self.asked["to"] or "") == 10
        fits = all(asked[name] in (None, value) for name, value in
                   [("account", e["subject"]), ("actor", e["actor"]["id"]), ("outcome", e["outcome"])])
        if "." in (asked["type"] or "") or asked["type"] == "refused":
            fits = fits and e["type"] == asked["type"]
        fits = fits and (not self.start or e["at"] >= self.start)
        fits = fits and (not self.end or e["at"] < self.end or (is_day and e["at"] == self.end))
        if asked["ticket"] is not None:
            self.ticket = self.ticket or e["object"]
            fits = fits and e["object"] is not None and e["object"] == self.ticket
        demand(fits, TAMPERED, f"Entry {e['seq']} is not what was asked for.")


class Order:
    """The entries' form and order."""

    def __init__(self, origin, manifest):
        self.origin, self.at, self.seq, self.filter = origin, "", -1, Filter(manifest)

    def take(self, line, place):
        entry = canonical(line)
        where = self.seq + 1 if place is None else place
        demand(len(line) <= 16384 and isinstance(entry, dict) and sorted(entry) == ENTRY and is_entry(entry), MALFORMED,
               f"The bytes of entry {where} are no entry.")
        seq = entry["seq"]
        demand(place in (None, seq), TAMPERED, f"Entry {seq} stands where entry {where} belongs.")
        demand(seq > self.seq, MALFORMED, f"Entry {seq} stands after entry {self.seq}.")
        demand(entry["origin"] == self.origin, TAMPERED, f"Entry {seq} is of another trail.")
        demand(entry["at"] >= self.at, TAMPERED, f"Entry {seq} is dated before the one it follows.")
        self.filter.take(entry)
        self.at, self.seq = entry["at"], seq
        return entry


NO_HAND = {"account.erased", "account.frozen", "account.reversed", "account.searched", "appeal.answered", "erasure.proposed",
           "erasure.withdrawn", "flag.raised", "flag.reviewed", "glass.acknowledged", "glass.asked", "glass.broken",
           "glass.closed", "hold.begun", "hold.started", "hold.stopped", "holder.notified", "legal-hold.lifted",
           "legal-hold.placed", "message.retried", "objection.dismissed", "packet.opened", "refused", "rejection.proposed",
           "requester.knocked-out", "reveal.flagged", "review.sampled-judged", "serial.searched", "ticket.approved",
           "ticket.rejected", "ticket.resumed", "ticket.returned", "ticket.reversed", "value.revealed",
           "verdict.proposed"}


class Story:
    """No reset without earlier approvals by others over the same packet."""

    def __init__(self):
        self.person, self.packet, self.approvals, self.hands, self.grants = {}, {}, {}, {}, {}

    def human(self, staff):
        return self.person.get(staff, staff)

    def follow(self, e):
        kind, ticket, data = e["type"], e["object"], e["data"]
        strange = "it names no account" if kind.startswith("grant.") and e["subject"] is None else None
        if strange:
            pass
        elif kind == "staff.added":
            self.person[ticket] = data["person"]
        elif kind == "ticket.submitted":
            self.packet[ticket], self.approvals[ticket] = data, set()
        elif kind == "ticket.approved":
            who = self.human(data["by"])
            if who in self.hands.get(ticket, set()):
                strange = "its approver had worked on the ticket"
            elif data["packet"] == self.packet.get(ticket, {}).get("packet"):
                self.approvals[ticket].add(who)
        elif kind == "grant.issued":
            packet = self.packet.get(ticket)
            if packet is None or len(self.approvals[ticket]) < packet["approvals"]:
                strange = "the approvals of its packet were not given"
            self.grants[data["grant"]] = True
        elif kind == "grant.revoked":
            self.grants[data["grant"]] = False
        elif kind == "grant.redeemed":
            if not self.grants.get(data["grant"]):
                strange = "no such grant was out"
            self.grants[data["grant"]] = False
        demand(strange is None, TAMPERED, f"Entry {e['seq']} does not follow from those before it: {strange}.")
        actor = e["actor"]["id"]
        if ticket and e["subject"] and actor.startswith("staff:") and kind not in NO_HAND and not kind.endswith(".viewed"):
            self.hands.setdefault(ticket, set()).add(self.human(actor[len("staff:"):]))


def check_lines(bundle, manifest, checkpoint, older):
    """full, filtered: every line against its leaf hash and the root, the older checkpoint on the way."""
    origin, size, root = checkpoint
    kind = manifest["kind"]
    tree, order, story, shown = Tree(), Order(origin, manifest), Story(), 0
    with bundle.open("entries.jsonl") as entries, bundle.open("leaves.txt") as leaves:
        while True:
            line, leaf, at = entries.readline(1 << 17), leaves.readline(1 << 10), tree.size
            if not line and not leaf:
                break
            bare = line[:-1] if line.endswith(b"\n") else line
            own = leaf_hash(bare).hex().encode() if bare[:1] == b"{" else bare
            listed = leaf[:-1] if leaf.endswith(b"\n") else leaf
            demand(own == listed and re.fullmatch(rb"[0-9a-f]{64}", own), TAMPERED, f"Entry {at} was changed, or is missing.")
            demand(line.endswith(b"\n") and leaf.endswith(b"\n"), MALFORMED, f"Line {at} does not end in a line feed.")
            if bare[:1] == b"{":
                shown += 1
                entry = order.take(bare, at)
                if kind == "full":
                    try:
                        story.follow(entry)
                    except (KeyError, TypeError):
                        raise Found(TAMPERED, f"Entry {at} does not follow: its data is not of its type.") from None
            else:
                demand(kind == "filtered", MALFORMED, f"Entry {at} is withheld, and a full bundle withholds none.")
            tree.add(bytes.fromhex(own.decode()))
            if older and older[1] == tree.size:
                demand(tree.root() == older[2], TAMPERED, "The trail was forked: it does not begin as the checkpoint you hold.")
    demand(tree.size == size, TAMPERED, f"The checkpoint counts {size} entries, here are {tree.size}.")
    demand(tree.root() == root, TAMPERED, "The root differs.")
    return shown


def check_proofs(bundle, manifest, checkpoint, older):
    """ticket: every entry by its own proof, the older checkpoint by the one beside them."""
    origin, size, root = checkpoint
    order, shown, head = Order(origin, manifest), 0, bundle.read("checkpoint")
    with bundle.open("entries.jsonl") as entries:
        for line in iter(lambda: entries.readline(1 << 17), b""):
            demand(line.endswith(b"\n"), MALFORMED, "The last line does not end in a line feed.")
            entry = order.take(line[:-1], None)
            name = f"proofs/{entry['seq']}.tlog-proof"
            demand(name in bundle.names, TAMPERED, f"Entry {entry['seq']} has no proof.")
            text, _, rest = bundle.read(name).partition(b"\n\n")
            lines = text.decode("utf-8", "replace").split("\n")
            proof = [from_base64(h) for h in lines[2:]]
            demand(lines[:2] == ["c2sp.org/tlog-proof@v1", f"index {entry['seq']}"] and None not in proof, MALFORMED,
                   f"The proof of entry {entry['seq']} is none.")
            demand(rest == head and check_inclusion(entry["seq"], size, leaf_hash(line[:-1]), root, proof), TAMPERED,
                   f"Entry {entry['seq']}, or its proof, was changed.")
            shown += 1
    demand(shown == sum(name.startswith("proofs/") for name in bundle.names), TAMPERED, "An entry that is proven is missing.")
    if older:
        lines = bundle.read("consistency.txt").decode("utf-8", "replace").split("\n") if "consistency.txt" in bundle.names else []
        same = older[1] == size
        demand(same or (lines and lines[0] == str(older[1])), UNCHECKED, "The bundle proves nothing about the checkpoint you hold.")
        proof = [] if same else [from_base64(h) for h in lines[1:-1]]
        demand(same or (lines[-1] == "" and None not in proof), MALFORMED, "consistency.txt is none.")
        demand(check_consistency(older[1], size, older[2], root, proof), TAMPERED, "The trail was forked.")
    return shown


def verify(path, keys, older_raw=None):
    older = signed_checkpoint(older_raw, keys, UNCHECKED) if older_raw is not None else None
    demand(older is None or older[1] > 0, UNCHECKED, "A checkpoint of no entries proves nothing.")
    try:
        bundle = Bundle(path)
        raw, manifest = manifest_of(bundle)
        checkpoint = signed_checkpoint(bundle.read("checkpoint"), keys, MALFORMED)
        note = parse_note(bundle.read("manifest.note"))
        demand(note, MALFORMED, "The manifest's note is none.")
        vouched = f"countersign-bundle/v1\n{checkpoint[0]}\n{base64.b64encode(sha256(raw)).decode()}\n"
        demand(note[0] == vouched and is_signed(note, keys), TAMPERED, "The manifest is not vouched for by a key you gave.")
        demand([manifest["origin"], manifest["size"], manifest["root"]] == [*checkpoint[:2], checkpoint[2].hex()], TAMPERED,
               "The manifest is of another checkpoint.")
        demand(older is None or older[1] <= checkpoint[1], TAMPERED, "The trail was cut off: the checkpoint you hold counts more.")
        if manifest["kind"] == "ticket":
            shown = check_proofs(bundle, manifest, checkpoint, older)
        else:
            shown = check_lines(bundle, manifest, checkpoint, older)
        demand(shown == manifest["entries"], TAMPERED, "The manifest counts other entries.")
        for file in manifest["files"]:
            demand(bundle.weigh(file["name"], file["bytes"]) == (file["bytes"], file["sha256"]), TAMPERED, f"{file['name']} was changed.")
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, KeyError, TypeError, ValueError, AttributeError,
            EOFError) as error:
        raise Found(MALFORMED, f"This is no bundle: {error}.") from error
    return f"Valid: {checkpoint[1]} entries of {checkpoint[0]}, root {checkpoint[2].hex()}; {shown} shown."


def read_given(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Found(UNCHECKED, f"The checkpoint could not be read: {error}.") from error


def main(args):
    parser = argparse.ArgumentParser()
    parser.add_argument("--vkey", action="append", default=[])
    parser.add_argument("--checkpoint")
    parser.add_argument("--require-checkpoint", action="store_true")
    parser.add_argument("bundle")
    given = parser.parse_args(args)
    try:
        demand(given.vkey, UNCHECKED, "Nothing can be verified without a verifier key.")
        demand(given.checkpoint or not given.require_checkpoint, UNCHECKED, "An older checkpoint was demanded.")
        older = read_given(given.checkpoint) if given.checkpoint else None
        print(verify(given.bundle, [Key(text) for text in given.vkey], older))
        return 0
    except Found as found:
        print({1: "Tampered", 2: "Malformed", 3: "Unchecked"}[found.code] + f": {found}")
        return found.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
