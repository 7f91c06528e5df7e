'use client';

import { ChevronRight, Redo2, Save, TriangleAlert, Undo2 } from 'lucide';
import { useTranslations } from 'use-intl';
import { MAX_NAME_LENGTH } from '#contracts/docket-name.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { Button } from '../ui/button.tsx';
import { useClock } from '../ui/clock.tsx';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu.tsx';
import { Field } from '../ui/field.tsx';
import { formatTimeOfDay } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { TextLink } from '../ui/text-link.tsx';
import type { Fault } from './draft-faults.ts';
import type { FormDraftState } from './use-form-draft.ts';

export type BuilderHeaderProps = {
  state: FormDraftState;
  latest: UserTaskDef | null;
  nameId: string;
  isNameWrong: boolean;
  faults: readonly Fault[];
  nameOfItem: (key: string | null) => string;
  onFault: (fault: Fault) => void;
  nextVersion: number;
  onSave: () => void;
};

const MOST_SHOWN = 12;

/** What is made, whether it is saved, what is wrong with it, and the way back and forth. */
export function BuilderHeader(props: BuilderHeaderProps) {
  const { state, latest, nameId, isNameWrong, faults, nameOfItem, onFault, nextVersion, onSave } = props;
  const t = useTranslations('builder.header');
  const clock = useClock();
  const { name, setName } = state;
  const isLong = name.length > MAX_NAME_LENGTH;
  const nameFault = isLong ? t('nameLong', { max: MAX_NAME_LENGTH }) : t('nameWrong');
  const status = !state.isDirty
    ? state.base.version === null
      ? t('empty')
      : t('saved', { version: state.base.version })
    : state.keptAt === null
      ? t('unsaved')
      : t('kept', { time: formatTimeOfDay(new Date(state.keptAt), clock) });
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <nav aria-label={t('breadcrumb')}>
          <ol className="flex items-center gap-1 text-muted text-xs">
            <li className="flex items-center gap-1">
              <TextLink quiet href="/admin/user-task-defs" className="text-muted touch:py-3">
                UserTaskDefs
              </TextLink>
              <Icon of={ChevronRight} className="size-3" />
            </li>
            {latest ? (
              <li className="min-w-0">
                <TextLink
                  quiet
                  href={`/admin/user-task-defs/${latest.name}`}
                  className="truncate text-muted touch:py-3"
                >
                  {latest.name}
                </TextLink>
              </li>
            ) : null}
          </ol>
        </nav>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-lg wrap-anywhere">
            {latest ? t('title', { name: latest.name }) : t('newTitle')}
          </h1>
          {latest ? null : (
            <Field
              id={nameId}
              label={<span className="sr-only">{t('name')}</span>}
              error={name !== '' && isNameWrong ? nameFault : undefined}
              // Where the line above has room, what is wrong is laid over its free end: nothing below moves while one types.
              className="relative w-56 gap-0 md:[&>p]:absolute md:[&>p]:bottom-full md:[&>p]:left-3 md:[&>p]:mb-px md:[&>p]:w-max [&>p]:text-xs"
            >
              <Input
                className="h-8 font-mono text-sm"
                placeholder={t('namePlaceholder')}
                spellCheck={false}
                autoCapitalize="none"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
          )}
          <p role="status" className="text-muted text-xs">
            {status}
            {state.isDirty ? (
              <>
                {' '}
                <button
                  type="button"
                  onClick={state.discard}
                  className="rounded-xs text-accent-ink underline decoration-accent-line underline-offset-[3px] hover:decoration-current touch:min-h-11"
                >
                  {t('discard')}
                </button>
              </>
            ) : null}
          </p>
        </div>
        {state.wasKept && state.isDirty ? <p className="text-info-ink text-xs">{t('wasKept')}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {faults.length > 0 ? (
          <DropdownMenu
            className="max-w-96"
            trigger={
              <Button variant="ghost" icon={<Icon of={TriangleAlert} className="text-danger" />}>
                {t('faults', { count: faults.length })}
              </Button>
            }
          >
            {faults.slice(0, MOST_SHOWN).map((fault) => (
              <MenuItem key={`${fault.key} ${fault.path}`} onSelect={() => onFault(fault)}>
                <span className="font-medium">{nameOfItem(fault.key)}</span>: {fault.message}
              </MenuItem>
            ))}
          </DropdownMenu>
        ) : null}
        <IconButton
          label={t('undo')}
          keys={['Ctrl', 'Z']}
          icon={<Icon of={Undo2} />}
          disabled={!state.canUndo}
          onClick={state.undo}
        />
        <IconButton
          label={t('redo')}
          keys={['Ctrl', 'Y']}
          icon={<Icon of={Redo2} />}
          disabled={!state.canRedo}
          onClick={state.redo}
        />
        <Button
          variant={latest && !state.isDirty ? 'secondary' : 'primary'}
          icon={<Icon of={Save} />}
          aria-disabled={latest !== null && !state.isDirty}
          onClick={onSave}
        >
          {latest ? t('save', { version: nextVersion }) : t('create')}
        </Button>
      </div>
    </header>
  );
}
