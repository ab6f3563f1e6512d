import type { ReactElement } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useWords } from '../../ui/words.ts';
import type { OriginalProps } from './cite-target.ts';
import { MediaOriginal, PlainImage } from './MediaOriginal.tsx';
import { PagedOriginal } from './PagedOriginal.tsx';
import { TextOriginal } from './TextOriginal.tsx';

const SHOWN_IMAGES = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;

/** The original in the form its content has: pages, a recording, text, or only its record. */
export function Original({ exhibit, place, onTarget }: OriginalProps & { readonly exhibit: Exhibit }): ReactElement {
  if (exhibit.pages !== null) return <PagedOriginal exhibit={exhibit} pages={exhibit.pages} place={place} onTarget={onTarget} />;
  if (exhibit.kind === 'video' || exhibit.kind === 'audio') return <MediaOriginal exhibit={exhibit} place={place} onTarget={onTarget} />;
  if (SHOWN_IMAGES.test(exhibit.mediaType)) return <PlainImage exhibit={exhibit} />;
  if (exhibit.reading === 'read' || exhibit.reading === 'pending')
    return <TextOriginal exhibit={exhibit} place={place} onTarget={onTarget} />;
  return <MinimalOriginal exhibit={exhibit} />;
}

function MinimalOriginal({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  return (
    <div className="minimal">
      <h2>{say('minimal.title')}</h2>
      <p>{say('minimal.text')}</p>
      {exhibit.readingNote && <p className="quiet">{exhibit.readingNote}</p>}
    </div>
  );
}
