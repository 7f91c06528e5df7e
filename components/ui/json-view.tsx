import { CodeBlock } from './code-block.tsx';

export type JsonViewProps = { label: string; value: unknown; className?: string };

const token = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g;

/** A JSON value, indented, its keys, texts and other values told apart. */
export function JsonView({ label, value, className }: JsonViewProps) {
  const code = JSON.stringify(value, null, 2) ?? 'undefined';
  const parts = [];
  let end = 0;
  for (const match of code.matchAll(token)) {
    const [whole, text, colon] = match;
    if (match.index > end) parts.push(code.slice(end, match.index));
    const look = text === undefined ? 'text-info-ink' : colon === undefined ? 'text-success-ink' : 'text-ink';
    parts.push(
      <span key={match.index} className={look}>
        {text ?? whole}
      </span>,
      colon,
    );
    end = match.index + whole.length;
  }
  parts.push(code.slice(end));
  return (
    <CodeBlock label={label} code={code} {...(className ? { className } : {})}>
      <span className="text-muted">{parts}</span>
    </CodeBlock>
  );
}
