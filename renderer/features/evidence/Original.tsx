import type { ReactElement } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { formatOf } from '../../../shared/model/format.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import type { OriginalProps } from './cite-target.ts';
import { MediaOriginal, PlainImage } from './MediaOriginal.tsx';
import { PagedOriginal } from './PagedOriginal.tsx';
import { TextOriginal } from './TextOriginal.tsx';
import './original.css';

/** The original in the form its content has: pages, a recording, text, or only its record. */
export function Original({ exhibit, ...rest }: OriginalProps & { readonly exhibit: Exhibit }): ReactElement {
  if (exhibit.pages !== null) return <PagedOriginal exhibit={exhibit} pages={exhibit.pages} {...rest} />;
  if (exhibit.kind === 'video' || exhibit.kind === 'audio') return <MediaOriginal exhibit={exhibit} {...rest} />;
  if (formatOf(exhibit.mediaType).shown) return <PlainImage exhibit={exhibit} />;
  if (exhibit.findings.status === 'read' || exhibit.findings.status === 'pending') return <TextOriginal exhibit={exhibit} {...rest} />;
  return <MinimalOriginal exhibit={exhibit} />;
}

function MinimalOriginal({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  return (
    <div className="minimal">
      <h2>{say('minimal.title')}</h2>
      <p>{say('minimal.text')}</p>
      {exhibit.findings.notes.length > 0 && <p className="quiet">{describeNotes(exhibit.findings.notes, language)}</p>}
    </div>
  );
}
