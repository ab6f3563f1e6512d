import type { ReactElement } from 'react';

export function LockedRoom(): ReactElement {
  return <main />;
}
