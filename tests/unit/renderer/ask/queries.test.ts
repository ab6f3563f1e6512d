import { MutationObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../../../renderer/ask/queries.ts';

const kept = () =>
  JSON.stringify(
    queryClient
      .getMutationCache()
      .getAll()
      .map((mutation) => mutation.state.variables),
  );

afterEach(() => {
  vi.useRealTimers();
  queryClient.clear();
});

describe('what was sent with a command', () => {
  it('is forgotten as soon as the form that sent it is gone, so that no passphrase waits in the window', async () => {
    vi.useFakeTimers();
    const form = new MutationObserver(queryClient, {
      mutationFn: (input: { readonly passphrase: string }) => Promise.resolve(input.passphrase.length),
    });
    const leave = form.subscribe(() => undefined);
    await form.mutate({ passphrase: 'a passphrase nobody may read' });
    expect(kept()).toContain('a passphrase nobody may read');
    leave();
    await vi.advanceTimersByTimeAsync(1);
    expect(kept()).toBe('[]');
  });
});
