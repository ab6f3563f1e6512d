import type { ReactElement } from 'react';
import { setPreferences, useDeskState } from '../../ask/session.ts';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

export function AppearanceSection(): ReactElement {
  const say = useWords('settings');
  const preferences = useDeskState((desk) => desk.preferences);
  return (
    <section className="panel">
      <h2>{say('appearance')}</h2>
      <div className="side-by-side">
        <Select
          label={say('language')}
          value={preferences.language}
          options={(['system', 'en', 'zh-CN'] as const).map((key) => ({ key, label: say(`language.${key}`) }))}
          onChange={(language) => void setPreferences({ language })}
        />
        <Select
          label={say('theme')}
          value={preferences.theme}
          options={(['system', 'light', 'dark'] as const).map((key) => ({ key, label: say(`theme.${key}`) }))}
          onChange={(theme) => void setPreferences({ theme })}
        />
        <Select
          label={say('density')}
          value={preferences.density}
          options={(['dense', 'comfortable'] as const).map((key) => ({ key, label: say(`density.${key}`) }))}
          onChange={(density) => void setPreferences({ density })}
        />
      </div>
    </section>
  );
}
