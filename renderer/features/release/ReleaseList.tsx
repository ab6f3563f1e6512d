import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatBytes, formatCount } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { Digest } from '../../parts/exhibit/ExhibitFacts.tsx';

/** Every signed export of the case, newest first. */
export function ReleaseList({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('release');
  const language = useLanguage();
  const list = useQuery('release.list', { caseId: matter.id });
  const show = useCommand('desk.showRelease');
  const tell = useToasts((state) => state.tell);
  const releases = (list.data ?? []).toSorted((a, b) => b.number - a.number);

  async function showInFolder(releaseId: string): Promise<void> {
    const answer = await show.mutateAsync({ releaseId }).catch(() => null);
    if (answer && !answer.shown) tell(say('show.missing'), { failed: true });
  }

  return (
    <section className="panel" aria-labelledby="release-list-heading">
      <h2 id="release-list-heading">{say('list')}</h2>
      <ErrorNote error={list.error ?? show.error} />
      {list.isSuccess && releases.length === 0 && <p className="quiet">{say('list.empty')}</p>}
      <ul className="releases">
        {releases.map((release) => (
          <li key={release.id}>
            <div className="release-head">
              <b className="release-number">{release.number}</b>
              <span className="release-file">{release.fileName}</span>
              <Button size="small" look="quiet" onPress={() => void showInFolder(release.id)}>
                {say('show')}
              </Button>
            </div>
            <p className="quiet small">
              {formatInstant(release.signedAt, {
                language,
                zone: matter.zone,
              })}{' '}
              · {release.signedBy} · {say('column.pages')} {formatCount(release.pages, language)} · {formatBytes(release.bytes, language)}
            </p>
            <Digest sha256={release.sha256} />
          </li>
        ))}
      </ul>
    </section>
  );
}
