import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { languageOf, setPreferences, useDeskState } from '../../ask/session.ts';
import type { Language } from '../../../shared/model/language.ts';

/** Each language in its own words: whoever cannot read the present one must find theirs. */
const names: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '简体中文' },
];

export function RoomLanguages(): ReactElement {
  const present = useDeskState(languageOf);
  return (
    <div className="room-languages">
      {names.map(({ language, name }) => (
        <Button
          key={language}
          lang={language}
          className="button quiet small"
          aria-pressed={language === present}
          onPress={() => void setPreferences({ language })}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
