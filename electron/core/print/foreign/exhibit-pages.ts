import { formatOf } from '../../../../shared/model/format.ts';
import type { ExhibitPagesInput, ExhibitPagesOutput } from '../../tasks/pages.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { isDrawable } from '../press/drawable.ts';
import { packImage } from './image-pages.ts';
import { packPdf } from './pdf-pages.ts';

/** Worker task: turns a foreign PDF or picture into pages that can be drawn into a case file. Never throws for what a file contains. */
export async function exhibitPagesTask(input: ExhibitPagesInput, _port: TaskPort): Promise<ExhibitPagesOutput> {
  if (input.bytes.length === 0) return { as: 'slip', reason: 'empty', problem: '' };
  try {
    const { drawn, reader } = formatOf(input.mediaType);
    if (!drawn) return { as: 'slip', reason: 'native', problem: '' };
    const packed = reader === 'pdf' ? await packPdf(input.bytes) : await packImage(input.bytes, input.mediaType);
    return packed.as === 'slip' || isDrawable(packed) ? packed : { as: 'slip', reason: 'damaged', problem: '' };
  } catch {
    return { as: 'slip', reason: 'damaged', problem: '' };
  }
}
