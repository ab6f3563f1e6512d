import { useMemo } from 'react';
import type { Grouping } from '../../../shared/contract/timeline.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { formatDuration } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { type Say, useLanguage, useWords } from '../../ui/words.ts';
import type { Certain, Period } from './canvas/thing.ts';
import type { Language } from '../../../shared/model/language.ts';

/** The band of periods that belong to none of the bands shown. */
export const PERIODS = '~periods';

type Question = Output<'timeline.questions'>['questions'][number];
type DrawnQuestion = Extract<Question, { kind: 'silence' | 'unaccounted' }>;

export interface Worked {
  readonly periods: readonly Period[];
  /** Of events that are memory gaps, the part that surely belongs to them. */
  readonly gaps: ReadonlyMap<string, Certain>;
}

/** Silence, and times nobody can account for, as the core worked them out, in the bands they belong to. */
export function usePeriods(caseId: CaseId, grouping: Grouping, groups: readonly { readonly key: string }[]): Worked {
  const say = useWords('timeline');
  const language = useLanguage();
  const { data } = useQuery('timeline.questions', { caseId });
  return useMemo(() => {
    const known = new Set(groups.map((group) => group.key));
    const periods: Period[] = [];
    const gaps = new Map<string, Certain>();
    for (const question of data?.questions ?? []) {
      if (question.kind === 'silence' || question.kind === 'unaccounted')
        for (const group of bandsOf(question, grouping, known)) periods.push(periodOf(question, group, say, language));
      if (question.kind === 'memory-gap' && question.certain)
        for (const link of question.events) if (link.part === 'gap') gaps.set(link.eventId, question.certain);
    }
    return { periods, gaps };
  }, [data, grouping, groups, say, language]);
}

function bandsOf(question: DrawnQuestion, grouping: Grouping, known: ReadonlySet<string>): readonly string[] {
  if (grouping === 'lane') return [question.lane];
  const keys = grouping === 'person' ? question.people.map((one) => one.partyId as string) : grouping === 'place' ? question.places : [];
  const shown = keys.filter((key) => known.has(key));
  return shown.length > 0 ? shown : [PERIODS];
}

function periodOf(question: DrawnQuestion, group: string, say: Say<'timeline'>, language: Language): Period {
  const { key, kind, certain, possible, atLeast, atMost } = question;
  const least = formatDuration(atLeast, { language });
  const most = atMost === null ? null : formatDuration(atMost, { language });
  const length = lengthWords(atLeast === 0 ? null : least, most, say);
  const who = question.people.map((one) => one.name).join(', ');
  return {
    periodKey: key,
    kind,
    title:
      kind === 'silence' ? say('period.silence', { length }) : say(who ? 'period.unaccounted.of' : 'period.unaccounted', { length, who }),
    group,
    earliest: possible.from,
    latest: possible.to,
    certain,
  };
}

function lengthWords(least: string | null, most: string | null, say: Say<'timeline'>): string {
  if (most === null) return least === null ? say('period.open') : say('period.atLeast', { least });
  if (least === null) return say('period.atMost', { most });
  return most === least ? least : say('period.between', { least, most });
}
