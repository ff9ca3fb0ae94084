/** The page of a desk that may not write: what happened, what it means, what to do; it needs no script, style or database. */
export const haltedPage = (why: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stopped · Countersign</title></head>
<body>
<main>
<h1>This desk has stopped</h1>
<p>The audit trail is not what was published of it, so nothing is written any more, and nothing can be done here without being written. Requests and holds wait; no link is sent.</p>
<p><strong>${escaped(why)}</strong></p>
<p>If you run this desk: find out what changed with <code>countersign verify</code>, put back the newest backup, and then run <code>countersign resume</code>. If you are waiting for help with your account: nothing is lost, please come back later.</p>
</main>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
