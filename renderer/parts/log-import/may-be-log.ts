import type { Exhibit } from '../../../shared/model/exhibit.ts';

/** Whether it is worth offering to put an exhibit into the timeline; what it really is, its bytes say when it is looked at. */
export function mayBeLog({ fileName, mediaType, kind }: Pick<Exhibit, 'fileName' | 'mediaType' | 'kind'>): boolean {
  return (
    kind === 'data' ||
    /\.(csv|tsv|tab|txt|log|json|jsonl|ndjson|xlsx|ods)$/i.test(fileName) ||
    /csv|tab-separated|spreadsheet|jsonl/.test(mediaType)
  );
}
