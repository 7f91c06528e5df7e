'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { isDocketName } from '#contracts/docket-name.ts';
import { type LocalText, textIn } from '#contracts/local-text.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { UserTaskDef, UserTaskDefBody } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { cn } from '../ui/styles.ts';
import { BuilderHeader } from './builder-header.tsx';
import { type BuilderTab, BuilderTabs } from './builder-tabs.tsx';
import { CANVAS, Canvas, DragFace, useItemName } from './canvas.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Fault, faultsOf, placed } from './draft-faults.ts';
import { fieldOf, type PaletteKind } from './field-presets.ts';
import * as drafts from './form-draft.ts';
import { JsonPane } from './json-pane.tsx';
import { AddMenu, draggedKind, Palette } from './palette.tsx';
import { Preview } from './preview.tsx';
import { PropertiesPane } from './properties-pane.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useDrag } from './use-drag.ts';
import { useFaultTexts } from './use-fault-texts.ts';
import { useFormDraft } from './use-form-draft.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';

export type FormBuilderProps = {
  /** The latest version of the form; null for a new one. */
  latest: UserTaskDef | null;
  /** An older version to start from. */
  startFrom?: UserTaskDef | undefined;
  nextVersion: number;
  putUserTaskDef: Action<'putUserTaskDef'>;
};

const SIDE_BY_SIDE = 800;

/** Makes a form: what can be asked, the form, what is said of each question, and how people will get it. */
export function FormBuilder({ latest, startFrom, nextVersion, putUserTaskDef }: FormBuilderProps) {
  const t = useTranslations('builder');
  const language = useLanguage();
  const router = useRouter();
  const ids = useId();
  const root = useRef<HTMLDivElement>(null);
  const [stored] = useState({ version: latest?.version ?? null, body: latest ? bodyOf(latest) : drafts.EMPTY_FORM });
  const state = useFormDraft(latest?.name ?? null, stored, startFrom && bodyOf(startFrom));
  const { draft, change } = state;
  const [name, setName] = useState(latest?.name ?? '');
  const [selected, setSelected] = useState<string | null>(null);
  const [tab, setTab] = useState<BuilderTab>('fields');
  const [isSaving, setIsSaving] = useState(false);
  const [told, setTold] = useState('');
  const [refused, setRefused] = useState<{ draft: drafts.FormDraft; faults: Fault[] } | null>(null);
  const [theirs, setTheirs] = useState<UserTaskDef | null>(null);
  const [knownNames] = useState(() => new Set(latest?.fields.map((field) => field.name)));
  const nameOf = useItemName();
  const kinds = useTranslations('builder.palette.kinds');
  const guard = useLeaveGuard(state.isDirty && !isSaving, state.discard);

  const checked = useDeferredValue(draft);
  const faultText = useFaultTexts();
  const found = useMemo(() => faultsOf(checked), [checked]);
  const faults = [...found, ...(refused?.draft === draft ? refused.faults : [])].map((fault) => ({
    ...fault,
    message: faultText(checked, fault),
  }));
  const body = useMemo(() => drafts.bodyOf(checked), [checked]);
  const item = drafts.itemOf(draft, selected);
  const isNameWrong = latest === null && !isDocketName(name);
  const conflict = theirs ?? (latest && state.base.version !== latest.version ? latest : null);
  const itemName = (key: string) => {
    const kind = draggedKind(key);
    if (kind) return kinds(kind);
    const found = drafts.itemOf(draft, key);
    return found ? nameOf(found) : '';
  };
  const { dragged, dropAt, context } = useDrag({
    keys: draft.items.map(({ key }) => key),
    nameOf: itemName,
    onAdd: add,
    onMove: (key, overKey) => change((one) => drafts.moveTo(one, key, overKey)),
  });

  function select(key: string | null) {
    setSelected(key);
    setTab('properties');
  }

  /** Puts the focus where the label of the selected item is said. */
  function focusLabel() {
    requestAnimationFrame(() => document.getElementById(`${ids}-label`)?.focus());
  }

  function add(kind: PaletteKind, before: string | null = null) {
    const after = selected === null ? draft.items.length : draft.items.findIndex(({ key }) => key === selected) + 1;
    const at =
      before === null
        ? after
        : before === CANVAS
          ? draft.items.length
          : draft.items.findIndex(({ key }) => key === before);
    // What is said in another language than English is not English.
    const said = (text: string): LocalText => (language === 'en' ? text : { [language]: text });
    const made =
      kind === 'section'
        ? drafts.addSection(draft, at, said(t('section.new')))
        : drafts.addField(draft, at, {
            ...fieldOf(kind, drafts.nameFrom(kinds(kind))),
            displayName: said(kinds(kind)),
          });
    change(() => made.draft);
    select(made.key);
    setTold(t('told.added', { name: kinds(kind) }));
    if ((root.current?.offsetWidth ?? 0) >= SIDE_BY_SIDE) focusLabel();
  }

  const deeds = {
    select,
    duplicate: (key: string) => {
      const made = drafts.duplicate(draft, key);
      change(() => made.draft);
      select(made.key);
      setTold(t('told.duplicated', { name: itemName(key) }));
    },
    remove: (key: string) => {
      const at = draft.items.findIndex((one) => one.key === key);
      setTold(t('told.removed', { name: itemName(key) }));
      change((one) => drafts.remove(one, key));
      setSelected((draft.items[at + 1] ?? draft.items[at - 1])?.key ?? null);
    },
    move: (key: string, distance: number) => {
      const to = draft.items.findIndex((one) => one.key === key) + distance;
      if (to < 0 || to >= draft.items.length) return;
      change((one) => drafts.moveBy(one, key, distance));
      setTold(t('told.moved', { name: itemName(key), place: to + 1, count: draft.items.length }));
    },
  };

  // Wherever the focus is on the page; what is open over it has keys of its own.
  const keys = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('[role="dialog"]')) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) state.undo();
    else if ((key === 'z' && event.shiftKey) || key === 'y') state.redo();
    else if (key === 's') save();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  // What is wrong has the focus once it is drawn, however long that takes.
  const [sought, setSought] = useState(0);
  useEffect(() => {
    if (sought > 0) root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sought]);

  function goTo(fault: Fault) {
    select(fault.key);
    setSought((times) => times + 1);
  }

  function save() {
    const [first] = faults;
    if (isNameWrong) document.getElementById(`${ids}-name`)?.focus();
    else if (first) goTo(first);
    // JSON that is none is not part of the form.
    else if (root.current?.querySelector('[aria-invalid="true"]')) setSought((times) => times + 1);
    else if (state.isDirty || latest === null) setIsSaving(true);
  }

  async function put(): Promise<string | undefined> {
    const version = state.base.version;
    const result = await putUserTaskDef({ name, latest: version ?? 'none', ...drafts.bodyOf(draft) });
    if (result.ok) {
      state.settle();
      toast.success(t('save.done', { version: result.value.version }));
      router.push(`/admin/user-task-defs/${name}`);
      return undefined;
    }
    const { code, current, errors, detail } = result.refusal;
    if (code === 'ABORTED' && isForm(current)) {
      if (version === null) return t('save.taken');
      setIsSaving(false);
      setTheirs(current);
      return undefined;
    }
    if (!errors) return detail;
    const found = placed(draft, errors);
    setRefused({ draft, faults: found });
    const [first] = found;
    return first ? t('save.faulty', { fault: faultText(draft, first) }) : detail;
  }

  const tabs = (shown: readonly BuilderTab[], className: string) => (
    <BuilderTabs tab={tab} shown={shown} onTab={setTab} faults={faults.length} className={className} />
  );

  return (
    <div ref={root} className="@container flex min-h-0 flex-1 flex-col">
      <BuilderHeader
        state={state}
        latest={latest}
        name={name}
        nameId={`${ids}-name`}
        isNameWrong={isNameWrong}
        onName={setName}
        faults={faults}
        nameOfItem={(key) => (key === null ? t('form.itself') : itemName(key))}
        onFault={goTo}
        nextVersion={nextVersion}
        onSave={save}
      />
      <p role="status" className="sr-only">
        {told}
      </p>
      {conflict ? (
        <ConflictNotice
          theirs={conflict}
          mine={body}
          onRebase={() => {
            state.rebase({ version: conflict.version, body: bodyOf(conflict) });
            setTheirs(null);
          }}
          onTake={() => {
            state.restart({ version: conflict.version, body: bodyOf(conflict) });
            setTheirs(null);
            setSelected(null);
          }}
        />
      ) : null}
      {tabs(['fields', 'properties', 'preview', 'json'], '@min-[50rem]:hidden')}
      <DndContext id={ids} {...context}>
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] @min-[50rem]:grid-cols-[minmax(0,1fr)_24rem] @min-[74rem]:grid-cols-[10.5rem_minmax(0,1fr)_21rem_24rem]">
          <section
            aria-label={t('palette.title')}
            className="hidden overflow-y-auto border-line border-r p-2 @min-[74rem]:block [scrollbar-width:thin]"
          >
            <h2 className="px-2 py-1 font-semibold text-muted text-xs">{t('palette.title')}</h2>
            <Palette onAdd={add} />
          </section>
          <section
            aria-label={t('canvas.title')}
            className={cn(
              'min-h-0 min-w-0 flex-col overflow-y-auto p-3 @min-[50rem]:flex @min-[50rem]:p-4 [scrollbar-width:thin]',
              tab === 'fields' ? 'flex' : 'hidden',
            )}
          >
            <div className="mb-3 flex items-center gap-2">
              <div className="@min-[74rem]:hidden">
                <AddMenu onAdd={add} />
              </div>
              <button
                type="button"
                aria-pressed={selected === null}
                onClick={() => select(null)}
                className="min-h-9 min-w-0 flex-1 truncate rounded-md border border-transparent px-2 text-left font-semibold text-lg hover:border-line-strong aria-pressed:border-accent"
              >
                {draft.about.displayName ? textIn(draft.about.displayName, language) : name || t('form.untitled')}
              </button>
            </div>
            <Canvas draft={draft} selected={selected} faults={faults} dropAt={dropAt} deeds={deeds} />
          </section>
          <div
            className={cn(
              'min-h-0 min-w-0 flex-col border-line bg-surface @min-[50rem]:flex @min-[50rem]:border-l',
              tab === 'fields' ? 'hidden' : 'flex',
              '@min-[74rem]:contents',
            )}
          >
            {tabs(['properties', 'preview', 'json'], '@max-[50rem]:hidden @min-[74rem]:hidden')}
            <section
              aria-label={t('tabs.properties')}
              className={cn(
                'min-h-0 flex-1 overflow-y-auto border-line bg-surface p-4 @min-[74rem]:block @min-[74rem]:border-l [scrollbar-width:thin]',
                (tab === 'preview' || tab === 'json') && 'hidden',
              )}
            >
              <PropertiesPane
                key={selected ?? 'form'}
                draft={draft}
                item={item}
                faults={faults}
                labelId={`${ids}-label`}
                knownNames={knownNames}
                change={change}
              />
            </section>
            <div
              className={cn(
                'min-h-0 flex-1 flex-col border-line bg-canvas @min-[74rem]:flex @min-[74rem]:border-l',
                tab === 'preview' || tab === 'json' ? 'flex' : 'hidden',
              )}
            >
              {tabs(['preview', 'json'], '@max-[74rem]:hidden')}
              <section
                aria-label={t(tab === 'json' ? 'tabs.json' : 'tabs.preview')}
                className="flex min-h-0 flex-1 flex-col overflow-y-auto p-4 [scrollbar-width:thin]"
              >
                {tab === 'json' ? (
                  <JsonPane
                    body={drafts.bodyOf(draft)}
                    onChange={(next) => change(() => drafts.draftOf(next), 'json')}
                  />
                ) : (
                  <Preview body={body} name={name} />
                )}
              </section>
            </div>
          </div>
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged === null ? null : <DragFace name={itemName(dragged)} />}
        </DragOverlay>
      </DndContext>
      {isSaving ? (
        <SaveDialog
          name={name}
          before={state.base}
          after={drafts.bodyOf(draft)}
          nextVersion={Math.max(nextVersion, (state.base.version ?? -1) + 1)}
          onClose={() => setIsSaving(false)}
          onSave={put}
        />
      ) : null}
      {guard}
    </div>
  );
}

function bodyOf({ name: _name, version: _version, createdAt: _createdAt, ...body }: UserTaskDef): UserTaskDefBody {
  return body;
}

const isForm = (given: unknown): given is UserTaskDef =>
  typeof given === 'object' && given !== null && 'fields' in given && 'version' in given;
