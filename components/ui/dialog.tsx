'use client';

import { X } from 'lucide';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { overlayClass, windowStyles } from './overlay-styles.ts';
import { useReturnFocus } from './use-return-focus.ts';

export type DialogProps = {
  open: boolean;
  /** Without it only what is in it closes it: neither Esc nor a click beside it. */
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the bottom right, the one that acts last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
};

/** A window over the page for one short matter; on phones it rises from the bottom. */
export function Dialog({ open, onOpenChange, title, description, footer, size, children }: DialogProps) {
  const t = useTranslations('ui');
  const { frame, head, heading, text, body, foot } = windowStyles({ size });
  const { rememberOpener, returnFocus } = useReturnFocus();
  return (
    <Radix.Root open={open} {...(onOpenChange && { onOpenChange })}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass}>
          <Radix.Content
            className={frame()}
            onOpenAutoFocus={rememberOpener}
            onCloseAutoFocus={returnFocus}
            {...(description ? {} : { 'aria-describedby': undefined })}
          >
            <header className={head()}>
              <Radix.Title className={heading()}>{title}</Radix.Title>
              {description ? <Radix.Description className={text()}>{description}</Radix.Description> : null}
            </header>
            {children ? <div className={body()}>{children}</div> : null}
            {footer ? <footer className={foot()}>{footer}</footer> : null}
            {/* Last, so that the focus starts in what the dialog asks. */}
            {onOpenChange ? (
              <Radix.Close asChild>
                <IconButton label={t('close')} icon={<Icon of={X} />} className="absolute top-3 right-3" />
              </Radix.Close>
            ) : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
