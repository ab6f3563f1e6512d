import { allegation } from './en/allegation.ts';
import { clock } from './en/clock.ts';
import { event } from './en/event.ts';
import { evidence } from './en/evidence.ts';
import { ledger } from './en/ledger.ts';
import { log } from './en/log.ts';
import { release } from './en/release.ts';
import { suggestion } from './en/suggestion.ts';
import { timeline } from './en/timeline.ts';
import { desk } from './en/desk.ts';
import { failureSentences as failure } from './en/failure.ts';
import { job } from './en/job.ts';
import { overview } from './en/overview.ts';
import { people } from './en/people.ts';
import { question } from './en/question.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { vault } from './en/vault.ts';
import { allegation as allegationChinese } from './zh-CN/allegation.ts';
import { clock as clockChinese } from './zh-CN/clock.ts';
import { event as eventChinese } from './zh-CN/event.ts';
import { evidence as evidenceChinese } from './zh-CN/evidence.ts';
import { ledger as ledgerChinese } from './zh-CN/ledger.ts';
import { log as logChinese } from './zh-CN/log.ts';
import { release as releaseChinese } from './zh-CN/release.ts';
import { suggestion as suggestionChinese } from './zh-CN/suggestion.ts';
import { timeline as timelineChinese } from './zh-CN/timeline.ts';
import { desk as deskChinese } from './zh-CN/desk.ts';
import { failureSentences as failureChinese } from './zh-CN/failure.ts';
import { job as jobChinese } from './zh-CN/job.ts';
import { overview as overviewChinese } from './zh-CN/overview.ts';
import { people as peopleChinese } from './zh-CN/people.ts';
import { question as questionChinese } from './zh-CN/question.ts';
import { settings as settingsChinese } from './zh-CN/settings.ts';
import { shell as shellChinese } from './zh-CN/shell.ts';
import { vault as vaultChinese } from './zh-CN/vault.ts';

export type { Catalogue, SentenceName } from './catalogue.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const english = {
  allegation,
  clock,
  desk,
  timeline,
  release,
  ledger,
  log,
  evidence,
  event,
  failure,
  job,
  overview,
  people,
  question,
  settings,
  shell,
  suggestion,
  vault,
};

/** Every sentence a person reads on the screen, by language and feature. */
export const catalogues: Readonly<
  Record<Language, { readonly [Feature in keyof typeof english]: { readonly [Key in keyof (typeof english)[Feature]]: string } }>
> = {
  en: english,
  'zh-CN': {
    allegation: allegationChinese,
    clock: clockChinese,
    desk: deskChinese,
    timeline: timelineChinese,
    release: releaseChinese,
    ledger: ledgerChinese,
    log: logChinese,
    evidence: evidenceChinese,
    event: eventChinese,
    failure: failureChinese,
    job: jobChinese,
    overview: overviewChinese,
    people: peopleChinese,
    question: questionChinese,
    settings: settingsChinese,
    shell: shellChinese,
    suggestion: suggestionChinese,
    vault: vaultChinese,
  },
};

export type Feature = keyof typeof english;
export type Sentences<F extends Feature> = (typeof english)[F];

/** The catalogue for a system's language tag: Chinese in any script for `zh`, English for everything else. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}
