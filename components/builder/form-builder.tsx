'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isDocketName } from '#contracts/docket-name.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { UserTaskDef, UserTaskDefBody } from '#contracts/user-task-def.ts';
import { BuilderHeader } from './builder-header.tsx';
import { BuilderPanes } from './builder-panes.tsx';
import type { BuilderTab } from './builder-tabs.tsx';
import { CANVAS, Canvas } from './canvas.tsx';
import { CanvasHead } from './canvas-head.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { type Fault, faultsOf } from './draft-faults.ts';
import { DragFace } from './drag-face.tsx';
import * as drafts from './form-draft.ts';
import { useItemName } from './item-name.ts';
import { JsonPane, type UnreadJson } from './json-pane.tsx';
import { draggedKind, Palette } from './palette.tsx';
import { Preview } from './preview.tsx';
import { PropertiesPane } from './properties-pane.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useBuilderKeys } from './use-builder-keys.ts';
import { useDeeds } from './use-deeds.ts';
import { useDrag } from './use-drag.ts';
import { useFaults } from './use-faults.ts';
import { useFormDraft } from './use-form-draft.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';
import { useSaving } from './use-saving.ts';

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
  const kinds = useTranslations('builder.palette.kinds');
  const ids = useId();
  const root = useRef<HTMLDivElement>(null);
  const [stored] = useState({
    version: latest?.version ?? null,
    body: latest ? drafts.bodyOfDef(latest) : drafts.EMPTY_FORM,
  });
  const state = useFormDraft(latest?.name ?? null, stored, startFrom && drafts.bodyOfDef(startFrom));
  const { draft, change, name } = state;
  const [chosen, setChosen] = useState<string | null>(null);
  const [tab, setTab] = useState<BuilderTab>('fields');
  const [knownNames] = useState(() => new Set(latest?.fields.map((field) => field.name)));
  const saving = useSaving({ latest, state, putUserTaskDef });
  const { checked, faults } = useFaults(draft, saving.refused);
  const body = useMemo(() => drafts.bodyOf(checked), [checked]);
  const guard = useLeaveGuard(state.isDirty && !saving.isOpen, state.discard);
  const isNameWrong = latest === null && !isDocketName(name);
  const ahead = Math.max(nextVersion, (state.base.version ?? -1) + 1);
  // What was chosen can be undone: then the form itself is selected, until it is there again.
  const item = drafts.itemOf(draft, chosen);
  const selected = item?.key ?? null;

  function select(key: string | null) {
    setChosen(key);
    setTab('properties');
  }

  const { deeds, told } = useDeeds({
    draft,
    change,
    selected,
    onSelect: select,
    onRemoved: (beside) => {
      setChosen(beside);
      // The focus goes on, as what it was on is gone.
      requestAnimationFrame(() =>
        root.current?.querySelector<HTMLElement>('[data-canvas] [aria-pressed="true"]')?.focus(),
      );
    },
    onAdded: () => {
      if ((root.current?.offsetWidth ?? 0) < SIDE_BY_SIDE) return;
      requestAnimationFrame(() => document.getElementById(`${ids}-label`)?.focus());
    },
  });
  const itemName = useItemName();
  const nameOf = (key: string) => {
    const kind = draggedKind(key);
    if (kind) return kinds(kind);
    const item = drafts.itemOf(draft, key);
    return item ? itemName(item) : '';
  };
  const { dragged, dropAt, context } = useDrag({
    keys: draft.items.map(({ key }) => key),
    nameOf,
    onAdd: (kind, before) => deeds.add(kind, { key: before === CANVAS ? null : before }),
    onMove: (key, overKey) => change((one) => drafts.moveTo(one, key, overKey)),
  });

  /** What is wrong with the form as it is written here: not its name, nor what was tried in the preview. */
  const findWrong = useCallback(
    () =>
      [...(root.current?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [])].find(
        (element) => element.closest('form') === null && element.id !== `${ids}-name`,
      ),
    [ids],
  );
  // It has the focus once it is drawn, however long that takes.
  const [sought, setSought] = useState(0);
  useEffect(() => {
    if (sought > 0) findWrong()?.focus();
  }, [sought, findWrong]);

  function goTo(fault: Fault) {
    select(fault.key);
    setSought((times) => times + 1);
  }

  function save() {
    // Who saves in the middle of a word is told what is wrong with it as it stands.
    const [first] = checked === draft ? faults : faultsOf(draft);
    if (isNameWrong) document.getElementById(`${ids}-name`)?.focus();
    else if (first) goTo(first);
    // JSON that is none is not part of the form.
    else if (findWrong()) setSought((times) => times + 1);
    else if (state.isDirty || latest === null) saving.open();
  }
  useBuilderKeys({ undo: state.undo, redo: state.redo, save });

  // What was typed there and is no form yet is there again after a look at another tab.
  const unreadJson = useRef<UnreadJson | null>(null);
  const takeJson = useCallback((next: UserTaskDefBody) => change(() => drafts.draftOf(next), 'json'), [change]);

  return (
    <div ref={root} className="@container flex min-h-0 flex-1 flex-col">
      <BuilderHeader
        state={state}
        latest={latest}
        nameId={`${ids}-name`}
        isNameWrong={isNameWrong}
        faults={faults}
        nameOfItem={(key) => (key === null ? t('form.itself') : nameOf(key))}
        onFault={goTo}
        nextVersion={ahead}
        onSave={save}
      />
      <p role="status" className="sr-only">
        {told}
      </p>
      {saving.conflict ? (
        <ConflictNotice
          theirs={saving.conflict}
          mine={body}
          onRebase={saving.keepMine}
          onTake={(theirs) => {
            saving.takeTheirs(theirs);
            setChosen(null);
          }}
        />
      ) : null}
      <DndContext id={ids} {...context}>
        <BuilderPanes
          tab={tab}
          onTab={setTab}
          faults={faults.length}
          palette={<Palette onAdd={deeds.add} />}
          canvas={
            <>
              <CanvasHead
                about={draft.about}
                name={name}
                isSelected={selected === null}
                onSelect={() => select(null)}
                onAdd={deeds.add}
              />
              <Canvas items={draft.items} selected={selected} faults={faults} dropAt={dropAt} deeds={deeds} />
            </>
          }
          properties={
            <PropertiesPane
              key={selected ?? 'form'}
              draft={draft}
              item={item}
              faults={faults}
              labelId={`${ids}-label`}
              knownNames={knownNames}
              change={change}
            />
          }
          outcome={
            tab === 'json' ? (
              <JsonPane body={body} unread={unreadJson} onChange={takeJson} />
            ) : (
              <Preview body={body} name={name} />
            )
          }
        />
        <DragOverlay dropAnimation={null}>{dragged === null ? null : <DragFace name={nameOf(dragged)} />}</DragOverlay>
      </DndContext>
      {saving.isOpen ? (
        <SaveDialog
          name={name}
          before={state.base}
          after={drafts.bodyOf(draft)}
          nextVersion={ahead}
          onClose={saving.close}
          onSave={saving.put}
        />
      ) : null}
      {guard}
    </div>
  );
}
