import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CertificateSection } from './CertificateSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { QuarantineSection } from './QuarantineSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';
import './settings.css';
import { UsersSection } from './UsersSection.tsx';

export function SettingsPage(): ReactElement {
  const say = useWords('settings');
  return (
    <div className="page settings">
      <h1>{say('title')}</h1>
      <AppearanceSection />
      <SecuritySection />
      <UsersSection />
      <CertificateSection />
      <CheckSection />
      <QuarantineSection />
      <AboutSection />
    </div>
  );
}
