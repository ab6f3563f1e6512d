import type { ReactElement } from 'react';
import type { Exhibit, MetadataField } from '../../../shared/model/exhibit.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import type { OriginalProps } from './cite-target.ts';
import { useDatedPlaces } from '../../parts/suggestion/ExhibitSuggestions.tsx';
import { PassageList } from './PassageList.tsx';
import './original.css';
import './text-original.css';

/** The headers a person reads first; all of them stand under Metadata. */
const LETTER_HEADS = ['from', 'to', 'cc', 'bcc', 'date', 'subject'];
const DECODED = / \(decoded\)$/i;

/** What is read as text: lines, paragraphs, and for an e-mail its headers before and its parts after the body. */
export function TextOriginal({ exhibit, place, target, onTarget }: OriginalProps & { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  const { data, error } = useQuery('exhibit.content', {
    exhibitId: exhibit.id,
  });
  const dated = useDatedPlaces(exhibit);
  if (error) return <ErrorNote error={error} />;
  if (!data) return <div />;
  const message = exhibit.kind === 'message';
  const heads = message ? letterHeads(data.metadata) : [];
  return (
    <div className="text-original">
      {heads.length > 0 && (
        <section className="letter-head" aria-label={say('message.headers')}>
          <Facts
            facts={heads.map((field, index) => ({
              name: heads.findIndex((one) => one.name === field.name) === index ? field.name : `${field.name} ${index + 1}`,
              value: field.value,
            }))}
          />
        </section>
      )}
      {data.passages.length > 0 ? (
        <PassageList
          label={say('original')}
          passages={data.passages}
          place={place}
          target={target}
          onTarget={onTarget}
          voice={voiceOf(exhibit)}
          dated={dated}
        />
      ) : (
        <NoText exhibit={exhibit} />
      )}
      {message && data.parts.length > 0 && (
        <section className="letter-parts">
          <h2 className="small-heading">{say('message.parts')}</h2>
          <ul>
            {data.parts.map((part, index) => (
              <li key={index}>
                {part.name || '—'} <span className="quiet small">{`${part.mediaType}, ${formatBytes(part.bytes, language)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** In the order of a letter; an encoded header gives way to its readable form, and stands as it was sent under Metadata. */
function letterHeads(metadata: readonly MetadataField[]): readonly MetadataField[] {
  const decoded = new Set(metadata.flatMap((field) => (DECODED.test(field.name) ? headOf(field) : [])));
  return metadata
    .filter((field) => LETTER_HEADS.includes(headOf(field)) && (DECODED.test(field.name) || !decoded.has(headOf(field))))
    .map((field) => ({ ...field, name: field.name.replace(DECODED, '') }))
    .toSorted((a, b) => LETTER_HEADS.indexOf(headOf(a)) - LETTER_HEADS.indexOf(headOf(b)));
}

function headOf(field: MetadataField): string {
  return field.name.replace(DECODED, '').toLowerCase();
}

/** Tables and logs are read by column, so they keep figures of one width. */
export function voiceOf(exhibit: Exhibit): 'people' | 'machine' {
  return exhibit.kind === 'data' || /\.(csv|tsv|log|json|jsonl|xml)$/i.test(exhibit.fileName) ? 'machine' : 'people';
}

export function NoText({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  const job = useJob('exhibit.read');
  const sentence =
    exhibit.findings.status === 'pending' ? 'text.pending' : exhibit.findings.status === 'unreadable' ? 'text.unreadable' : 'text.empty';
  return (
    <div className="no-text">
      <p>{say(sentence)}</p>
      {exhibit.findings.notes.length > 0 && <p className="quiet small">{describeNotes(exhibit.findings.notes, language)}</p>}
      {exhibit.findings.status === 'pending' && (
        <Button
          size="small"
          isDisabled={job.running}
          onPress={() => void job.run({ caseId: exhibit.caseId, exhibitIds: [exhibit.id] }).catch(() => undefined)}
        >
          {say('text.read')}
        </Button>
      )}
      <ErrorNote error={job.error} />
    </div>
  );
}
