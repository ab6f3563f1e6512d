import type { ReactElement } from 'react';
import type { VaultSession } from '../../shared/contract/vault.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** What was found wrong with the open vault, one by one, in the reader's language; nothing for a sound one. */
export function Findings({ session: { findings = [] } }: { readonly session: VaultSession }): ReactElement {
  return (
    <>
      {findings.map(({ code, values }) => (
        <ErrorNote key={`${code} ${JSON.stringify(values)}`} error={{ code, values, message: '' }} />
      ))}
    </>
  );
}
