import type { ReactElement } from 'react';
import { formatBounds, formatMoment } from '../../../shared/time/index.ts';
import { Consequence } from '../../ui/Consequence.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import type { Preview } from './use-log-preview.ts';

/** The first rows as they would stand in the timeline; those that could not, with the reason. */
export function DraftTable({ preview, zone }: { readonly preview: Preview; readonly zone: string }): ReactElement {
  const say = useWords('log');
  const language = useLanguage();
  const { drafts, sample, total } = preview;
  return (
    <>
      <p role="status">{say('sample', { rows: sample.rows, unparsed: sample.unparsed, total })}</p>
      <div className="log-table" tabIndex={0} role="region" aria-label={say('step.rows')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              <th scope="col">{say('heading.when')}</th>
              <th scope="col">{say('heading.bounds')}</th>
              <th scope="col">{say('heading.title')}</th>
              <th scope="col">{say('heading.location')}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr key={draft.row} className={draft.moment ? undefined : 'unparsed'}>
                <th scope="row">{draft.row}</th>
                {draft.moment ? (
                  <>
                    <td>{formatMoment(draft.moment, { language, zone })}</td>
                    <td className="quiet">{formatBounds(draft.moment, { language, zone, zoneShown: false })}</td>
                    <td>{draft.title}</td>
                    <td>{draft.location}</td>
                  </>
                ) : (
                  <td colSpan={4}>
                    <strong>{draft.problem}</strong> <span className="quiet">{draft.title}</span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Consequence text={say('consequence')} />
    </>
  );
}
