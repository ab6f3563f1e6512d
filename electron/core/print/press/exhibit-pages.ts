import type { ExhibitPagesInput, ExhibitPagesOutput } from '../../tasks/pages.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { packImage } from './image-pages.ts';
import { packPdf } from './pdf-pages.ts';

/** Media types whose exhibits can stand in the file as pages. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp', 'image/avif'] as const;

export function hasPages(mediaType: string): boolean {
  return mediaType === 'application/pdf' || pictureTypes.some((one) => one === mediaType);
}

/** Worker task: turns a foreign PDF or picture into pages that can be drawn into a case file. Never throws for what a file contains. */
export async function exhibitPagesTask(input: ExhibitPagesInput, _port: TaskPort): Promise<ExhibitPagesOutput> {
  if (input.bytes.length === 0) return { as: 'slip', reason: 'empty', problem: '' };
  try {
    if (input.mediaType === 'application/pdf') return await packPdf(input.bytes);
    return hasPages(input.mediaType) ? await packImage(input.bytes, input.mediaType) : { as: 'slip', reason: 'native', problem: '' };
  } catch {
    return { as: 'slip', reason: 'damaged', problem: '' };
  }
}
