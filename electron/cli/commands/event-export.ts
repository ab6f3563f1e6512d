import { z } from 'zod';
import { timelineExport, type TimelineFormat, timelineFormats } from '../../../shared/contract/timeline-export.ts';
import { type Command, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { language, word } from '../words.ts';

const exportEvents = defineCommand({
  name: 'event export',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    format: { value: 'FORMAT', help: word('option.format.timeline'), required: true, choices: timelineFormats },
    out: { value: 'FILE', help: word('option.out'), required: true },
    filter: { value: 'TEXT', help: word('option.filter.timeline') },
    differing: { help: word('option.differing') },
    ...opening,
  },
  output: timelineExport.omit({ unrecorded: true }).extend({ file: z.string(), recorded: z.boolean() }),
  async run({ ask, openCase, option, path, required, notice, switch: given }) {
    const { id } = await openCase();
    const file = path(required('out'));
    const { unrecorded, ...written } = await ask('timeline.export', {
      caseId: id,
      format: required('format') as TimelineFormat,
      path: file,
      filter: option('filter') ?? '',
      differing: given('differing'),
      language,
    });
    if (unrecorded !== undefined) notice(word('notice.unrecorded', { problem: unrecorded }));
    const { events, unplaced, sha256 } = written;
    return {
      json: { file, ...written, recorded: unrecorded === undefined },
      text: [
        word('done.timeline-exported', { events, path: file, sha256 }),
        ...(unplaced > 0 ? [word('done.timeline-unplaced', { unplaced })] : []),
      ].join('\n'),
    };
  },
});

export const eventExportCommands: readonly Command[] = [exportEvents];
