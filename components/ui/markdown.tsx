import Renderer, { type Components } from 'react-markdown';
import { cn } from './styles.ts';

/** Headings start below the page's own; pictures are left out, since loading one would tell its server who reads. */
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
};

export type MarkdownProps = { children: string; className?: string };

/** People's text with simple marks; HTML in it stays text, and unsafe addresses are dropped. */
export function Markdown({ children, className }: MarkdownProps) {
  return (
    <div
      className={cn(
        'grid min-w-0 gap-2.5 base:text-base text-ink [overflow-wrap:anywhere]',
        '[&_:is(h3,h4,h5,h6)]:font-semibold [&_h3]:text-lg',
        '[&_a]:text-accent-ink [&_a]:underline [&_a]:decoration-accent-line [&_a]:underline-offset-[3px] [&_a:hover]:decoration-current',
        '[&_:is(ul,ol)]:grid [&_:is(ul,ol)]:gap-1 [&_:is(ul,ol)]:pl-5 [&_ul]:list-disc [&_ol]:list-decimal [&_li]:marker:text-muted',
        '[&_blockquote]:border-line-strong [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-muted',
        '[&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:py-0.5 [&_code]:font-mono [&_code]:text-[0.9em]',
        '[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:border [&_pre]:border-line [&_pre]:bg-sunken [&_pre]:p-3 [&_pre_code]:p-0',
        '[&_hr]:border-line',
        className,
      )}
    >
      <Renderer components={components} disallowedElements={['img']}>
        {children}
      </Renderer>
    </div>
  );
}
