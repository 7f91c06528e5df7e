'use client';

import { DismissableLayer, Popper } from 'radix-ui/internal';
import { type ReactNode, useEffect, useId, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './kbd.tsx';
import { cn } from './styles.ts';

export type Tip = {
  /** The control that it is about. */
  anchor: Element;
  content: ReactNode;
  keys?: readonly string[] | undefined;
  side: 'top' | 'right' | 'bottom' | 'left';
  /** Classes of the bubble, for instance to hide it at widths where the label stands in the open. */
  className?: string | undefined;
  /** It shows at once, and so does not fade in. */
  isQuick: boolean;
};

export type TooltipBubbleProps = { tip: Tip; onEnter: () => void; onLeave: () => void; onClose: () => void };

/** The bubble beside a control, which it describes while it is there. */
export function TooltipBubble({ tip, onEnter, onLeave, onClose }: TooltipBubbleProps) {
  const { anchor, content, keys, side, className, isQuick } = tip;
  const id = useId();
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor]);

  useEffect(() => {
    const own = anchor.getAttribute('aria-describedby');
    anchor.setAttribute('aria-describedby', own ? `${own} ${id}` : id);
    return () => {
      if (own === null) anchor.removeAttribute('aria-describedby');
      else anchor.setAttribute('aria-describedby', own);
    };
  }, [anchor, id]);

  useEffect(() => {
    const onScroll = ({ target }: Event) => target instanceof Node && target.contains(anchor) && onClose();
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', onScroll, { capture: true });
  }, [anchor, onClose]);

  return createPortal(
    <Popper.Root>
      <Popper.Anchor virtualRef={anchorRef} />
      <DismissableLayer.Root asChild onFocusOutside={(event) => event.preventDefault()} onDismiss={onClose}>
        <Popper.Content
          id={id}
          role="tooltip"
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onPointerEnter={onEnter}
          onPointerLeave={onLeave}
          className={cn(
            'z-50 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-md',
            !isQuick && 'animate-fade-in',
            className,
          )}
        >
          {content}
          {keys ? <Kbd keys={keys} /> : null}
        </Popper.Content>
      </DismissableLayer.Root>
    </Popper.Root>,
    document.body,
  );
}
