import { type ReactElement, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type TimelineFormat, timelineFormats } from '../../../../shared/contract/timeline-export.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { useJob } from '../../../ask/jobs.ts';
import { ExportFoot } from '../../../parts/export/ExportFoot.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox } from '../../../ui/Field.tsx';
import { formatBytes } from '../../../ui/sizes.ts';
import { useToasts } from '../../../ui/toasts.ts';
import { useLanguage, useWords } from '../../../ui/words.ts';
import './timeline-export.css';

interface TimelineExportDialogProps {
  readonly matter: Case;
  /** What the picture shows now; empty and false for all of it. */
  readonly filter: string;
  readonly differing: boolean;
  readonly format: TimelineFormat;
  readonly onClose: () => void;
}

/** Says what leaves and in which form before the system's dialog asks where to. */
export function TimelineExportDialog({ matter, filter, differing, format: first, onClose }: TimelineExportDialogProps): ReactElement {
  const say = useWords('log');
  const language = useLanguage();
  const job = useJob('desk.exportTimeline');
  const tell = useToasts((state) => state.tell);
  const [format, setFormat] = useState<TimelineFormat>(first);
  const narrowed = filter.trim() !== '' || differing;
  const [onlyShown, setOnlyShown] = useState(narrowed);

  async function start(): Promise<void> {
    const selection = onlyShown ? { filter, differing } : {};
    const done = await job.run({ caseId: matter.id, format, ...selection }).catch(() => null);
    if (!done) return;
    tell(say('export.done', { count: done.events, size: formatBytes(done.bytes, language) }));
    onClose();
  }

  return (
    <Dialog title={say('export.title')} isOpen onClose={onClose}>
      <RadioGroup className="export-formats" value={format} onChange={(value) => setFormat(value as TimelineFormat)}>
        <Label className="label">{say('export.format')}</Label>
        {timelineFormats.map((one) => (
          <Radio key={one} value={one} className="export-format">
            <span className="export-mark" aria-hidden="true" />
            <span>
              <strong>{say(`export.${one}`)}</strong>
              <span className="quiet small">{say(`export.${one}.detail`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {narrowed && (
        <Checkbox isSelected={onlyShown} onChange={setOnlyShown}>
          {say('export.shown')}
        </Checkbox>
      )}
      <ExportFoot
        job={job}
        title={say('export.title')}
        consequence={say('export.consequence')}
        choose={say('export.choose')}
        onStart={() => void start()}
        onCancel={onClose}
      />
    </Dialog>
  );
}
