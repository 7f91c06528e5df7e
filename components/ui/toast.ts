import type { ExternalToast } from 'sonner';

let isReady: () => void;
const ready = new Promise<void>((resolve) => {
  isReady = resolve;
});

/** Said by the toaster once it hears what it is to show. */
export const toasterIsReady = (): void => isReady();

type Kind = 'success' | 'error' | 'info' | 'warning';

const show = (kind: Kind) => (message: string, options?: ExternalToast) => {
  void Promise.all([import('sonner'), ready]).then(([{ toast }]) => toast[kind](message, options), nothing);
};

const dismiss = (id: string) => {
  void import('sonner').then(({ toast }) => toast.dismiss(id), nothing);
};
/** What shows messages could not be fetched, and nobody could be told. */
const nothing = () => undefined;

/** Short messages for parts of a page that are there from the start: nothing is fetched for them before there is something to say. */
export const toast = {
  success: show('success'),
  error: show('error'),
  info: show('info'),
  warning: show('warning'),
  dismiss,
};
