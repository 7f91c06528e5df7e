// The mailbox as HTML: the list on the left, the selected mail on the right.
import type { Message } from './mailbox.ts';

/** The whole page. It looks again by itself, so that a mail appears while one watches. */
export function renderPage(messages: Message[], selected: Message | undefined): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="5">
<title>${selected ? `${escapeHtml(selected.subject)} · ` : ''}Mailbox</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Mailbox</h1><p>${count(messages.length)} caught on this machine. Nothing is delivered.</p></header>
${selected ? `<div class="panes">${renderList(messages, selected)}${renderMessage(selected)}</div>` : EMPTY}
</body>
</html>
`;
}

const EMPTY = `<main class="empty"><h2>No mail yet</h2><p>What the demo worker sends appears here.</p></main>`;

function renderList(messages: Message[], selected: Message): string {
  const items = messages.map(
    (message) => `<li><a href="/?id=${message.id}"${message.id === selected.id ? ' aria-current="true"' : ''}>
<span class="who">${escapeHtml(message.to.join(', '))}</span><time datetime="${message.receivedAt}">${timeOf(message)}</time>
<span class="subject">${escapeHtml(message.subject)}</span>
</a></li>`,
  );
  return `<nav aria-label="Mails"><ul>${items.join('\n')}</ul></nav>`;
}

function renderMessage(message: Message): string {
  return `<main><article>
<h2>${escapeHtml(message.subject)}</h2>
<dl>
<dt>From</dt><dd>${escapeHtml(message.from)}</dd>
<dt>To</dt><dd>${escapeHtml(message.to.join(', '))}</dd>
<dt>Received</dt><dd><time datetime="${message.receivedAt}">${message.receivedAt.slice(0, 10)} ${timeOf(message)} UTC</time></dd>
</dl>
<div class="text">${escapeHtml(message.text)}</div>
</article></main>`;
}

function timeOf({ receivedAt }: Message): string {
  return receivedAt.slice(11, 16);
}

function count(messages: number): string {
  return messages === 1 ? '1 mail' : `${messages} mails`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const STYLE = `
:root {
  --canvas: light-dark(#f6f6f4, #151617); --surface: light-dark(#fff, #1d1e20); --line: light-dark(#e3e2de, #303236);
  --ink: light-dark(#1c1d1f, #ecedee); --muted: light-dark(#63666b, #9a9ea5); --accent: light-dark(#3d4fd1, #98a5ff);
  --wash: light-dark(#eef0fd, #272a45);
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--canvas); color: var(--ink); font: 15px/1.55 system-ui, sans-serif; min-height: 100vh; display: grid; grid-template-rows: auto 1fr; }
header { display: flex; align-items: baseline; gap: 14px; padding: 18px 28px; border-bottom: 1px solid var(--line); }
h1 { font-size: 17px; letter-spacing: -.01em; }
header p, time, dt { color: var(--muted); }
header p { font-size: 13px; }
time { font-variant-numeric: tabular-nums; }
.panes { display: grid; grid-template-columns: minmax(240px, 340px) 1fr; min-height: 0; }
nav { border-right: 1px solid var(--line); overflow-y: auto; }
ul { list-style: none; padding: 8px; }
nav a { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 10px 14px; border-radius: 8px; color: inherit; text-decoration: none; font-size: 13px; }
nav a:hover { background: var(--surface); }
nav a[aria-current] { background: var(--wash); }
nav a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.who { color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.subject { grid-column: 1 / -1; font-size: 15px; font-weight: 550; overflow-wrap: anywhere; }
main { padding: 28px; min-width: 0; }
article { max-width: 720px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 28px 32px; }
h2 { font-size: 22px; line-height: 1.25; letter-spacing: -.015em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 16px 0 20px; padding-bottom: 20px; border-bottom: 1px solid var(--line); font-size: 13px; }
dd { margin: 0; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { align-self: center; justify-self: center; text-align: center; color: var(--muted); }
.empty h2 { color: var(--ink); }
@media (max-width: 720px) {
  .panes { grid-template-columns: 1fr; grid-template-rows: auto 1fr; }
  nav { border-right: 0; border-bottom: 1px solid var(--line); max-height: 40vh; }
  main { padding: 16px; }
  article { padding: 20px; }
}
`;
