import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toast } from '../ui/toast.ts';
import { offerUndo, takeUndo, withdrawUndo } from './last-undo.ts';

vi.mock('../ui/toast.ts', () => ({ toast: { success: vi.fn(), dismiss: vi.fn() } }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('takes back what was done last, once, and only as long as the server takes it', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  offerUndo('Claimed', 'Undo', first);
  offerUndo('Released', 'Undo', second);
  takeUndo();
  takeUndo();
  expect(second).toHaveBeenCalledOnce();
  expect(first).not.toHaveBeenCalled();

  offerUndo('Claimed', 'Undo', first);
  vi.advanceTimersByTime(10_001);
  takeUndo();
  expect(first).not.toHaveBeenCalled();
});

it('takes nothing back of a task that has ended since', () => {
  const undo = vi.fn();
  offerUndo('Claimed', 'Undo', undo, 'run/0-1');
  withdrawUndo('run/0-2');
  withdrawUndo('run/0-1');
  takeUndo();
  expect(undo).not.toHaveBeenCalled();
});

it('takes the message before away, and is not taken along by it', () => {
  vi.mocked(toast.success).mockClear();
  vi.mocked(toast.dismiss).mockClear();
  offerUndo('Claimed', 'Undo', vi.fn());
  offerUndo('Released', 'Undo', vi.fn());
  const [first, second] = vi.mocked(toast.success).mock.calls.map(([, options]) => options?.id);
  expect(toast.dismiss).toHaveBeenLastCalledWith(first);
  expect(second).not.toBe(first);
});
