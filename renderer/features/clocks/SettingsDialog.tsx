import { type ReactElement, type SubmitEvent, useState } from 'react';
import type { ClockSettingsChange, ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import { clockKind, type Setting, setting, type SourceClock } from '../../../shared/model/clock.ts';
import type { ClockId } from '../../../shared/model/identifier.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { ChangePreview } from './ChangePreview.tsx';
import { ClockZoneField } from '../../parts/clock/ClockZoneField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { readSeconds, writeSeconds } from '../../ui/seconds.ts';
import { usePreview } from './use-preview.ts';

interface SettingsDialogProps {
  readonly matter: Case;
  /** The clock to change; without one a clock is added. */
  readonly status?: ClockStatus;
  readonly onClose: () => void;
  readonly onSaved: (clockId: ClockId) => void;
}

type Fields = Pick<
  SourceClock,
  | 'name'
  | 'kind'
  | 'make'
  | 'model'
  | 'serial'
  | 'zone'
  | 'daylightSaving'
  | 'networkTime'
  | 'storesUtc'
  | 'changed'
  | 'limitReason'
  | 'note'
> & { readonly drift: string; readonly limit: string };

/** Everything that can be looked up about a clock. Changing it shows what moves before it is saved, and asks for a reason. */
export function SettingsDialog({ matter, status, onClose, onSaved }: SettingsDialogProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const clock = status?.clock;
  const [first] = useState(() => fieldsOf(clock));
  const [fields, setFields] = useState(first);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand('clock.add');
  const change = useCommand('clock.change');
  const settings = settingsOf(fields);
  const sound = settings !== null && fields.name.trim() !== '' && (!clock || reason.trim() !== '');

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound || !settings) return;
    const saved = clock
      ? await change.mutateAsync({ ...settings, clockId: clock.id, reason, language }).then(
          ({ status }) => status,
          () => null,
        )
      : await add.mutateAsync({ ...settings, name: fields.name, caseId: matter.id, language }).catch(() => null);
    if (!saved) return;
    useToasts.getState().tell(say(clock ? 'saved' : 'added', { name: saved.clock.name }));
    onSaved(saved.clock.id);
    onClose();
  }

  return (
    <Dialog title={clock ? say('form.edit', { name: clock.name }) : say('form.add')} isOpen onClose={onClose} size="wide">
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <SettingFields fields={fields} onChange={(part) => setFields({ ...fields, ...part })} tried={tried} />
        {status && (
          <>
            <ReasonField value={reason} onChange={setReason} tried={tried} />
            <SettingsPreview status={status} settings={fields === first ? null : settings} zone={matter.zone} />
          </>
        )}
        <ErrorNote error={add.error ?? change.error} />
        <FormFoot isDisabled={add.isPending || change.isPending || (clock !== undefined && fields === first)} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function SettingsPreview({
  status,
  settings,
  zone,
}: {
  readonly status: ClockStatus;
  readonly settings: ClockSettingsChange | null;
  readonly zone: string;
}): ReactElement | null {
  const { outcome, error } = usePreview(status, settings && { settings });
  if (!settings) return null;
  return error ? <ErrorNote error={error} /> : <ChangePreview outcome={outcome} zone={zone} />;
}

interface SettingFieldsProps {
  readonly fields: Fields;
  readonly onChange: (part: Partial<Fields>) => void;
  readonly tried: boolean;
}

function SettingFields({ fields, onChange, tried }: SettingFieldsProps): ReactElement {
  const say = useWords('clock');
  const settingOptions = setting.options.map((key) => ({ key, label: say(`setting.${key}`) }));
  const pick = (name: 'daylightSaving' | 'networkTime' | 'storesUtc'): ReactElement => (
    <Select
      label={say(name)}
      options={settingOptions}
      value={fields[name]}
      onChange={(value: Setting) => onChange({ [name]: value })}
      {...(name === 'storesUtc' ? { hint: say('storesUtc.hint') } : {})}
    />
  );
  const number = (text: string): string | undefined => (readSeconds(text) === undefined ? say('number.invalid') : undefined);
  return (
    <>
      <div className="side-by-side">
        <TextField
          label={say('name')}
          hint={say('name.hint')}
          isRequired
          autoFocus
          maxLength={200}
          value={fields.name}
          onChange={(name) => onChange({ name })}
          error={tried && fields.name.trim() === '' ? say('name.missing') : undefined}
        />
        <Select
          label={say('kind')}
          options={clockKind.options.map((key) => ({ key, label: say(`clock-kind.${key}`) }))}
          value={fields.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      <div className="side-by-side">
        <TextField label={say('make')} maxLength={200} value={fields.make} onChange={(make) => onChange({ make })} />
        <TextField label={say('model')} maxLength={200} value={fields.model} onChange={(model) => onChange({ model })} />
        <TextField label={say('serial')} maxLength={200} value={fields.serial} onChange={(serial) => onChange({ serial })} />
      </div>
      <div className="side-by-side">
        <ClockZoneField value={fields.zone} onChange={(zone) => onChange({ zone })} />
        <TextField
          label={say('changed')}
          hint={say('changed.hint')}
          maxLength={200}
          value={fields.changed}
          onChange={(changed) => onChange({ changed })}
        />
      </div>
      <div className="side-by-side">
        {pick('daylightSaving')}
        {pick('networkTime')}
        {pick('storesUtc')}
      </div>
      <div className="side-by-side">
        <TextField
          label={say('driftAllowance')}
          hint={say('driftAllowance.hint')}
          value={fields.drift}
          onChange={(drift) => onChange({ drift })}
          error={number(fields.drift)}
        />
        <TextField
          label={say('limit')}
          hint={say('limit.hint')}
          value={fields.limit}
          onChange={(limit) => onChange({ limit })}
          error={number(fields.limit)}
        />
        {fields.limit.trim() !== '' && (
          <TextField
            label={say('limitReason')}
            maxLength={2000}
            value={fields.limitReason}
            onChange={(limitReason) => onChange({ limitReason })}
          />
        )}
      </div>
      <TextField
        label={say('note')}
        hint={say('note.hint')}
        lines={2}
        maxLength={4000}
        value={fields.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}

function fieldsOf(clock: SourceClock | undefined): Fields {
  return {
    name: clock?.name ?? '',
    kind: clock?.kind ?? 'recorder',
    make: clock?.make ?? '',
    model: clock?.model ?? '',
    serial: clock?.serial ?? '',
    zone: clock?.zone ?? null,
    daylightSaving: clock?.daylightSaving ?? 'unknown',
    networkTime: clock?.networkTime ?? 'unknown',
    storesUtc: clock?.storesUtc ?? 'unknown',
    changed: clock?.changed ?? '',
    limitReason: clock?.limitReason ?? '',
    note: clock?.note ?? '',
    drift: writeSeconds(clock?.driftAllowance ?? 0),
    limit: writeSeconds(clock?.limit ?? null),
  };
}

/** Null where a figure is none. */
function settingsOf({ drift, limit: limitText, ...fields }: Fields): ClockSettingsChange | null {
  const [driftAllowance, limit] = [readSeconds(drift), readSeconds(limitText)];
  return driftAllowance === undefined || limit === undefined ? null : { ...fields, driftAllowance: driftAllowance ?? 0, limit };
}
