import type { ReportLocale } from '../../../../shared/contract/release.ts';
import { report } from '../../../../shared/locales/en/report.ts';
import { report as reportChinese } from '../../../../shared/locales/zh-CN/report.ts';
import { verdict } from '../../../../shared/locales/en/verdict.ts';
import { verdict as verdictChinese } from '../../../../shared/locales/zh-CN/verdict.ts';
import { fillSentence, type FailureValues } from '../../../../shared/result.ts';

export type ReportSentence = keyof typeof report;
export type VerdictSentence = keyof typeof verdict;
/** Says one sentence of the report in the case file's language. */
export type Say = (name: ReportSentence, values?: FailureValues) => string;

const reports = { en: report, 'zh-CN': reportChinese } as const;
const verdicts = { en: verdict, 'zh-CN': verdictChinese } as const;

export function sayReport(locale: ReportLocale): Say {
  return (name, values = {}) => fillSentence(reports[locale][name], values);
}

export function sayVerdict(locale: ReportLocale): (name: VerdictSentence, values?: FailureValues) => string {
  return (name, values = {}) => fillSentence(verdicts[locale][name], values);
}
