import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { LogMapping } from '../../../shared/model/log.ts';
import { ask } from '../../ask/bridge.ts';
import { useLanguage } from '../../ui/words.ts';

export type Preview = Output<'log.preview'>;
type Hints = NonNullable<Input<'log.preview'>['hints']>;

export interface LogPreviewState {
  readonly preview: Preview | null;
  readonly asking: boolean;
  readonly error: Error | null;
  /** Another mapping: the same log, read differently. */
  readonly change: (mapping: Partial<LogMapping>) => void;
  /** Another sheet, encoding or delimiter: everything is looked at afresh. */
  readonly lookAgain: (hints: Hints) => void;
}

/** What the log would become, asked again at every change; an answer that was overtaken is dropped. */
export function useLogPreview(exhibitId: ExhibitId): LogPreviewState {
  const language = useLanguage();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [asking, setAsking] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const [hints, setHints] = useState<Hints>({});
  const latest = useRef(0);
  // Another language of the screen says the next answer in it; it is no reason to forget what was chosen.
  const [firstLanguage] = useState(language);
  const look = useCallback(
    async (how: Pick<Input<'log.preview'>, 'mapping' | 'hints' | 'language'>) => {
      const number = (latest.current += 1);
      setAsking(true);
      setError(null);
      try {
        const answer = await ask('log.preview', { exhibitId, ...how });
        if (number === latest.current) setPreview(answer);
      } catch (caught) {
        if (number === latest.current) setError(caught as Error);
      } finally {
        if (number === latest.current) setAsking(false);
      }
    },
    [exhibitId],
  );
  useEffect(() => void look({ hints: {}, language: firstLanguage }), [look, firstLanguage]);
  return {
    preview,
    asking,
    error,
    change(mapping) {
      if (!preview) return;
      const next = { ...preview.mapping, ...mapping };
      // Shown at once, so that no field lags behind the hand.
      setPreview({ ...preview, mapping: next });
      void look({ mapping: next, hints, language });
    },
    lookAgain(change) {
      const next = { ...hints, ...change };
      setHints(next);
      void look({ hints: next, language });
    },
  };
}
