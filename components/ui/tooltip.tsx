'use client';

import {
  cloneElement,
  createContext,
  type DOMAttributes,
  type ReactElement,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { later } from './later.tsx';
import type { Tip } from './tooltip-bubble.tsx';

const loadBubble = () => import('./tooltip-bubble.tsx');
const TooltipBubble = later(() => loadBubble().then((part) => part.TooltipBubble));

const DELAY_MS = 450;
/** Who goes from one control to the next need not wait again. */
const SKIP_MS = 200;
/** Time enough to move the pointer onto the bubble, which stays while the pointer is there. */
const LEAVE_MS = 120;

type Tips = ReturnType<typeof makeTips>;
const Shared = createContext<Tips | null>(null);

/** Shows the one tooltip that can be open; the root layout holds one. What draws it is fetched when the first is about to show. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [tip, setTip] = useState<Tip | null>(null);
  const [tips] = useState(() => makeTips(setTip));
  return (
    <Shared value={tips}>
      {children}
      {tip ? (
        <Suspense>
          <TooltipBubble tip={tip} onEnter={tips.stay} onLeave={tips.leave} onClose={tips.close} />
        </Suspense>
      ) : null}
    </Shared>
  );
}

function makeTips(show: (tip: Tip | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Tip | null = null;
  let closedAt = Number.NEGATIVE_INFINITY;
  let pointedAt: Element | null = null;

  const set = (tip: Tip | null) => {
    clearTimeout(timer);
    if (shown && !tip) closedAt = performance.now();
    shown = tip;
    show(tip);
  };
  const close = () => set(null);
  const stay = () => clearTimeout(timer);
  const leave = () => {
    clearTimeout(timer);
    if (shown) timer = setTimeout(close, LEAVE_MS);
  };
  return {
    close,
    stay,
    leave,
    /** The pointer moves over a control; after a press it shows nothing until it has left. */
    point(tip: Tip) {
      if (pointedAt === tip.anchor) return;
      pointedAt = tip.anchor;
      stay();
      if (shown?.anchor === tip.anchor) return;
      void loadBubble();
      const isQuick = shown !== null || performance.now() - closedAt < SKIP_MS;
      timer = setTimeout(() => set({ ...tip, isQuick }), isQuick ? 0 : DELAY_MS);
    },
    unpoint() {
      pointedAt = null;
      leave();
    },
    focus: (tip: Tip) => set(tip),
    /** A control is no longer there. */
    forget(anchor: Element | null) {
      if (pointedAt === anchor) pointedAt = null;
      if (anchor && shown?.anchor === anchor) close();
    },
  };
}

export type TooltipProps = Pick<Tip, 'content' | 'keys' | 'className'> & {
  side?: Tip['side'];
  /** One focusable element; the tooltip describes it. */
  children: ReactElement<DOMAttributes<Element>>;
};

/** A word about a control on hover and focus; never the only place where something is said. */
export function Tooltip({ content, keys, side = 'top', className, children }: TooltipProps) {
  const tips = useContext(Shared);
  const anchor = useRef<Element>(null);
  useEffect(() => () => tips?.forget(anchor.current), [tips]);
  if (!tips) return children;

  const own = children.props;
  const tipOf = (element: Element): Tip => {
    anchor.current = element;
    return { anchor: element, content, keys, side, className, isQuick: true };
  };
  return cloneElement(children, {
    onPointerMove: (event) => {
      own.onPointerMove?.(event);
      if (event.pointerType !== 'touch') tips.point(tipOf(event.currentTarget));
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      tips.unpoint();
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event);
      tips.close();
    },
    onClick: (event) => {
      own.onClick?.(event);
      tips.close();
    },
    onFocus: (event) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) tips.focus(tipOf(event.currentTarget));
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      tips.close();
    },
  });
}
