'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

export type Command = { id: string; label: string; keys?: readonly string[]; run: () => void };

/** What the page that is shown offers to the command palette; `about` is what it is done with, such as a task's title. */
export type Offer = { commands: readonly Command[]; about: string | undefined };

type Register = { current: () => Offer; set: (offer: Offer) => void };

const NOTHING: Offer = { commands: [], about: undefined };
const Registry = createContext<Register>({ current: () => NOTHING, set: () => undefined });

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState<Register>(() => {
    let offer = NOTHING;
    return {
      current: () => offer,
      set: (next) => {
        offer = next;
      },
    };
  });
  return <Registry value={registry}>{children}</Registry>;
}

/** Offers these for as long as the caller is there. */
export function useCommands(commands: readonly Command[], about?: string): void {
  const registry = useContext(Registry);
  // What a command does changes with each render: the latest counts, and the palette asks when it opens.
  useEffect(() => registry.set({ commands, about }));
  useEffect(() => () => registry.set(NOTHING), [registry]);
}

/** What is offered now. */
export const useOffer = (): (() => Offer) => useContext(Registry).current;
