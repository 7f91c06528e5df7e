import { CodeBlock, InlineCode } from '../ui/code-block.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { Anchor } from './anchor.tsx';

const SHELL = `export DOCKET_URL=http://localhost:3000
export DOCKET_API_KEY=dk_…`;

/** What holds for every call. */
export function Introduction() {
  return (
    <div
      id="top"
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
    >
      <div className="grid content-start gap-5">
        <header className="grid gap-1">
          <h1 className="font-semibold text-2xl">API reference</h1>
          <p className="text-muted">
            Define workflows, run them, and do or hand out the work they ask people and programs to do.
          </p>
        </header>
        <DescriptionList layout="stack">
          <DescriptionItem term="Base path and format">
            <InlineCode>/api/v1</InlineCode>, JSON in camelCase, instants in RFC 3339. A key that is not known is an
            error that names it.
          </DescriptionItem>
          <DescriptionItem term="Credentials">
            <InlineCode>Authorization: Bearer</InlineCode> with an API key. A person&apos;s browser session serves
            Docket&apos;s own pages only.
          </DescriptionItem>
          <DescriptionItem term="Lists">
            <InlineCode>limit</InlineCode> and <InlineCode>bookmark</InlineCode> in, <InlineCode>results</InlineCode>{' '}
            and the next <InlineCode>bookmark</InlineCode> out; it is null on the last page.
          </DescriptionItem>
          <DescriptionItem term="Retries">
            Send an <InlineCode>Idempotency-Key</InlineCode> with a POST: the same key and body get the first answer
            again.
          </DescriptionItem>
          <DescriptionItem term="Compare and set">
            A write may carry the <InlineCode>version</InlineCode> it saw; a stale one is refused with the present state
            in <InlineCode>current</InlineCode>.
          </DescriptionItem>
          <DescriptionItem term="Errors">
            <InlineCode>application/problem+json</InlineCode> with one of <Anchor to="problems">these codes</Anchor>,
            and in <InlineCode>errors</InlineCode> what is wrong where. Nothing is written when a call fails.
          </DescriptionItem>
        </DescriptionList>
      </div>
      <CodeBlock label="shell variables" code={SHELL} className="self-start" />
    </div>
  );
}
