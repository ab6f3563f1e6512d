import type { ExhibitId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { PageImage } from '../../tasks/exhibit.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from './exhibit.ts';
import { copyOriginal } from './original.ts';

/** Draws one page, counted from 1, at `width` pixels. Throws exhibit.unknown, exhibit.no-picture, reader.* and object.*. */
export async function drawExhibitPage(
  { vault, workers, job }: Work,
  exhibitId: ExhibitId,
  page: number,
  width: number,
): Promise<PageImage> {
  const exhibit = requireExhibit(vault.read, exhibitId);
  if (exhibit.pages === null || page > exhibit.pages) throw new FailureError('exhibit.no-picture', { page });
  const bytes = await copyOriginal(vault, exhibit);
  return workers.run(
    'exhibit.pageImage',
    { bytes, mediaType: exhibit.mediaType, page, width },
    { signal: job.signal, transfer: [bytes.buffer] },
  );
}
