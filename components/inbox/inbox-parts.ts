import { takeBack } from '../user-task/take-back.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { giveNext } from './give-next.ts';
import { InboxDialog } from './inbox-dialog.tsx';
import { NarrowedBy } from './narrowed-by.tsx';
import { NewsPill } from './news-pill.tsx';
import { Leaving } from './row-leaving.tsx';
import { NotYetHere, UnreadList } from './task-problems.tsx';

/** What the inbox does not begin with: small parts, which come together, since each alone costs more to tell of than it saves. */
export const inboxParts = {
  BulkBar,
  FilterPopover,
  InboxDialog,
  Leaving,
  NarrowedBy,
  NewsPill,
  NotYetHere,
  UnreadList,
  giveNext,
  takeBack,
};
