import { type SubmitEvent, type ReactElement, useState } from 'react';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { formatInstant, localZone } from '../../../shared/time/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';

export function CertificateSection(): ReactElement {
  const say = useWords('settings');
  const language = useLanguage();
  const { data: certificate, error } = useQuery('vault.certificate', {});
  const [importing, setImporting] = useState(false);
  const zone = localZone();
  return (
    <section className="panel">
      <header>
        <h2>{say('certificate')}</h2>
        <Button size="small" onPress={() => setImporting(true)}>
          {say('certificate.import')}
        </Button>
      </header>
      <ErrorNote error={error} />
      {certificate && (
        <>
          <Facts
            facts={[
              { name: say('certificate.subject'), value: certificate.subject },
              { name: say('certificate.issuer'), value: certificate.issuer },
              {
                name: say('certificate.valid'),
                value: say('certificate.range', {
                  from: formatInstant(certificate.validFrom, { language, zone, finest: 'day', zoneShown: false }),
                  to: formatInstant(certificate.validTo, { language, zone, finest: 'day', zoneShown: false }),
                }),
              },
              { name: say('certificate.fingerprint'), value: <span className="code">{certificate.sha256}</span> },
            ]}
          />
          <p className="quiet small">{say(certificate.ownMade ? 'certificate.own' : 'certificate.foreign')}</p>
        </>
      )}
      <Dialog title={say('certificate.import')} isOpen={importing} onClose={() => setImporting(false)}>
        <ImportCertificate onDone={() => setImporting(false)} />
      </Dialog>
    </section>
  );
}

function ImportCertificate({ onDone }: { readonly onDone: () => void }): ReactElement {
  const say = useWords('settings');
  const [passphrase, setPassphrase] = useState('');
  const read = useCommand('desk.importCertificate');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const certificate = await read.mutateAsync({ passphrase }).catch(() => null);
    if (!certificate) return;
    useToasts.getState().tell(say('certificate.imported', { subject: certificate.subject }));
    onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{say('certificate.import.text')}</p>
      <TextField
        label={say('certificate.passphrase')}
        type="password"
        autoComplete="off"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
      />
      <ErrorNote error={read.error} />
      <FormFoot act={say('certificate.choose')} isDisabled={read.isPending} onCancel={onDone} />
    </form>
  );
}
