import type { ExternalToast } from 'sonner';

let isReady: () => void;
const ready = new Promise<void>((resolve) => {
  isReady = resolve;
});

/** Said by the toaster once it hears what it is to show. */
export const toasterIsReady = (): void => isReady();

type Kind = 'success' | 'error' | 'info' | 'warning';

const show = (kind: Kind) => (message: string, options?: ExternalToast) => {
  void Promise.all([import('sonner'), ready]).then(([{ toast }]) => toast[kind](message, options));
};

/** Short messages for parts of a page that are there from the start: nothing is fetched for them before there is something to say. */
export const toast = { success: show('success'), error: show('error'), info: show('info'), warning: show('warning') };
