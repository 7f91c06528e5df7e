'use client';

import { Check, Clock, UserRound } from 'lucide';
import { useTranslations } from 'use-intl';
import { Avatar } from '../ui/avatar.tsx';
import { CodeBlock, InlineCode } from '../ui/code-block.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { Icon } from '../ui/icon.tsx';
import { JsonView } from '../ui/json-view.tsx';
import { Logo, LogoMark } from '../ui/logo.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { AbsoluteTime, RelativeTime } from '../ui/relative-time.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { Timeline, TimelineGroup, TimelineItem, TimelineQuote } from '../ui/timeline.tsx';
import { Specimen, Specimens, State } from './specimen.tsx';

const SIZES = ['xs', 'sm', 'md', 'lg'] as const;
const AT = '2026-11-24T09:30:00.000Z';
const ROWS = [
  { id: 'R-4711', supplier: 'Example Energy', euros: '8,150.00' },
  { id: 'R-4712', supplier: 'Muster Möbel GmbH', euros: '294.50' },
];

/** What shows something. */
export function ShowData() {
  const t = useTranslations('design');
  return (
    <Specimens>
      <Specimen name="Table, RowLink, Pagination" use={t('use.table')}>
        <State name={t('state.default')} wide>
          <Panel flush title={t('sample.invoices')}>
            <Table label={t('sample.invoices')} contained>
              <TableHead>
                <TableHeader>{t('sample.invoice')}</TableHeader>
                <TableHeader>{t('sample.supplier')}</TableHeader>
                <TableHeader numeric>{t('sample.amount')}</TableHeader>
              </TableHead>
              <TableBody>
                {ROWS.map(({ id, supplier, euros }) => (
                  <TableRow key={id}>
                    <TableCell>
                      <RowLink href={`/design?row=${id}`}>{id}</RowLink>
                    </TableCell>
                    <TableCell>{supplier}</TableCell>
                    <TableCell numeric>{euros}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            <Pagination label={t('sample.invoices')} nextHref="/design?page=2" firstHref="/design?page=1">
              {t('sample.shown')}
            </Pagination>
          </Panel>
        </State>
      </Specimen>
      <Specimen name="Timeline" use={t('use.timeline')}>
        <State name={t('state.default')} wide>
          <Timeline label={t('sample.history')}>
            <TimelineGroup heading={t('sample.today')}>
              <TimelineItem
                icon={<Icon of={UserRound} />}
                title={t('sample.claimed')}
                time={<AbsoluteTime at={AT} timeOnly />}
              />
              <TimelineItem icon={<Icon of={Check} />} tone="success" title={t('sample.completed')}>
                <TimelineQuote>{t('sample.remarkText')}</TimelineQuote>
              </TimelineItem>
              <TimelineItem icon={<Icon of={Clock} />} upcoming title={t('sample.upcoming')} />
            </TimelineGroup>
          </Timeline>
        </State>
      </Specimen>
      <Specimen name="Avatar, Logo" use={t('use.avatar')}>
        {SIZES.map((size) => (
          <State key={size} name={size}>
            <span className="flex items-center gap-2">
              <Avatar name="Fiona Figure" size={size} />
              <Avatar name="finance" kind="group" size={size} />
            </span>
          </State>
        ))}
        <State name="Logo">
          <Logo />
        </State>
        <State name="LogoMark">
          <LogoMark />
        </State>
      </Specimen>
      <Specimen name="DescriptionList, RelativeTime" use={t('use.facts')}>
        <State name="rows" wide>
          <DescriptionList>
            <DescriptionItem term={t('sample.supplier')}>Example Energy</DescriptionItem>
            <DescriptionItem term="RelativeTime">
              <RelativeTime at={AT} />
            </DescriptionItem>
            <DescriptionItem term="AbsoluteTime">
              <AbsoluteTime at={AT} />
            </DescriptionItem>
          </DescriptionList>
        </State>
      </Specimen>
      <Specimen name="CodeBlock, InlineCode, JsonView" use={t('use.code')}>
        <State name="CodeBlock" wide>
          <CodeBlock label={t('sample.command')} code="npm start" />
        </State>
        <State name="JsonView" wide>
          <JsonView label={t('sample.answers')} value={{ verdict: 'correct', discount: 2, remark: null }} />
        </State>
        <State name="InlineCode">
          <InlineCode>invoice-4711</InlineCode>
        </State>
      </Specimen>
      <Specimen name="Markdown, ScrollArea" use={t('use.markdown')}>
        <State name="Markdown" wide>
          <Markdown>{t('sample.markdown')}</Markdown>
        </State>
        <State name="ScrollArea" wide>
          <ScrollArea
            tabIndex={0}
            role="region"
            aria-label={t('sample.longText')}
            className="h-20 rounded-md border border-line p-2"
          >
            <p className="text-muted text-sm">{t('sample.longText').repeat(8)}</p>
          </ScrollArea>
        </State>
      </Specimen>
    </Specimens>
  );
}
