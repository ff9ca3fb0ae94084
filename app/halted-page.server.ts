/** The page of a desk that may not write: what happened, what it means, what to do; it needs no script and no database, and its style is a file. */
export const haltedPage = (why: string, stylesheet: string | null): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stopped · Countersign</title>${
  stylesheet === null ? "" : `<link rel="stylesheet" href="${escaped(stylesheet)}">`
}</head>
<body>
<main class="mx-auto flex min-h-dvh max-w-portal flex-col gap-4 bg-paper px-5 py-10 text-lg text-ink">
<p class="font-semibold tracking-tight">Countersign</p>
<h1 class="mt-4 text-3xl font-semibold tracking-tight">This desk has stopped</h1>
<p class="text-ink-2">The audit trail is not what was published of it, so nothing is written any more, and nothing can be done here without being written. Requests and holds wait; no link is sent.</p>
<p class="rounded-lg bg-bad-wash px-4 py-3 font-semibold text-bad [overflow-wrap:anywhere]">${escaped(why)}</p>
<h2 class="mt-2 font-semibold">If you are waiting for help with your account</h2>
<p class="text-ink-2">Nothing is lost. Please come back later.</p>
<div lang="ar" dir="rtl">
<h2 class="font-semibold">إن كنت تنتظر المساعدة في حسابك</h2>
<p class="text-ink-2">لم يضع شيء. عد لاحقًا من فضلك.</p>
</div>
<h2 class="mt-2 font-semibold">If you run this desk</h2>
<p class="text-ink-2">Find out what changed with <code class="font-mono">countersign verify</code>, put back the newest backup, and then run <code class="font-mono">countersign resume</code>.</p>
</main>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
