import { type ReactElement, useEffect, useState } from 'react';
import type { Language } from '../../../shared/model/language.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { type Say, useLanguage, useWords } from '../../ui/words.ts';
import type { View } from './canvas/view.ts';
import type { ViewStore } from './view-store.ts';
import './picture-bar.css';

/** Words need not follow every frame of a drag. */
const FOLLOWS = 100;

/** The stretch in view, to the day; below two days, to the minute. Its zone stands at the head of the axis. */
export function ViewSpan({ store, zone }: { readonly store: ViewStore; readonly zone: string }): ReactElement {
  const say = useWords('timeline');
  const language = useLanguage();
  const [view, setView] = useState(store.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let behind = false;
    function follow(): void {
      behind = timer !== undefined;
      if (behind) return;
      setView(store.getState());
      timer = setTimeout(() => {
        timer = undefined;
        if (behind) follow();
      }, FOLLOWS);
    }
    const stop = store.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return <span className="timeline-span">{spanWords(view, zone, say, language)}</span>;
}

export function spanWords({ from, to }: View, zone: string, say: Say<'timeline'>, language: Language): string {
  const style = to - from < 2 * 86_400_000 ? 'minute' : 'day';
  const format = { language, zone, finest: style, zoneShown: false } as const;
  return say('span', { from: formatInstant(from, format), to: formatInstant(to, format) });
}
