import { type ReactElement, useState } from 'react';
import type { LogResult } from '../../../shared/contract/log.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { formatCount } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';

const PAGE = 200;

/** What came of an import, every row that was not read in its own words, and the way back. */
export function ResultStep({
  result,
  exhibit,
  onClose,
}: {
  readonly result: LogResult;
  readonly exhibit: string;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords('log');
  const sayShell = useWords('shell');
  const language = useLanguage();
  const withdraw = useJob('log.withdraw');
  const restore = useJob('log.restore');
  const tell = useToasts((state) => state.tell);
  const { import: one, blank, ragged, strangers, lostCitations } = result;
  const importId = one.id;
  const counted = (count: number): string => formatCount(count, language);

  async function takeBack(): Promise<void> {
    const done = await withdraw.run({ importId }).catch(() => undefined);
    if (!done) return;
    tell(say('withdrawn', { exhibit }), { undo: () => void restore.run({ importId }).catch(() => undefined) });
    onClose();
  }

  return (
    <>
      <Verdict tone="good" role="status">
        {say('result.imported', { imported: counted(one.imported), rows: counted(one.rows), exhibit })}
      </Verdict>
      {(blank > 0 || ragged > 0) && <p className="quiet">{say('result.odd', { blank: counted(blank), ragged: counted(ragged) })}</p>}
      {strangers.length > 0 && (
        <p>
          {say('result.strangers', {
            names: strangers
              .slice(0, 12)
              .map(({ name, rows }) => `${name} (${counted(rows)})`)
              .join(', '),
          })}
        </p>
      )}
      {lostCitations > 0 && <p>{say('result.lost', { count: lostCitations })}</p>}
      {one.unparsed > 0 && <Unparsed importId={importId} total={one.unparsed} />}
      <ErrorNote error={withdraw.error ?? restore.error} />
      <Actions>
        <Button isDisabled={withdraw.running} onPress={() => void takeBack()}>
          {say(withdraw.running ? 'withdrawing' : 'withdraw')}
        </Button>
        <Button look="primary" onPress={onClose}>
          {sayShell('close')}
        </Button>
      </Actions>
    </>
  );
}

function Unparsed({ importId, total }: { readonly importId: LogResult['import']['id']; readonly total: number }): ReactElement {
  const say = useWords('log');
  const [from, setFrom] = useState(0);
  const { data, error } = useQuery('log.problems', { importId, from, count: PAGE });
  return (
    <>
      <h3 className="small-heading">{say('result.unparsed', { count: total })}</h3>
      <ErrorNote error={error} />
      <div className="log-table" tabIndex={0} role="region" aria-label={say('result.unparsed', { count: total })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              <th scope="col">{say('reason')}</th>
              <th scope="col">{say('text')}</th>
            </tr>
          </thead>
          <tbody>
            {(data?.problems ?? []).map(({ row, reason, text }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{reason}</td>
                <td className="quiet">{text.slice(0, 300)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > PAGE && (
        <p className="log-pages">
          <Button size="small" isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - PAGE))}>
            {say('page.before')}
          </Button>
          <Button size="small" isDisabled={from + PAGE >= total} onPress={() => setFrom(from + PAGE)}>
            {say('page.after')}
          </Button>
        </p>
      )}
    </>
  );
}
