import { exhibitTerms, type ExhibitTasks } from './exhibit.ts';
import { logTerms, type LogTasks } from './log.ts';
import { objectTerms, type ObjectTasks } from './object.ts';
import { printTerms, type PrintTasks } from './print.ts';
import { suggestionTerms, type SuggestionTasks } from './suggestion.ts';
import type { TermsOf } from './task.ts';
import { verifyTerms, type VerifyTasks } from './verify.ts';

/**
 * Everything a thread can be asked, as `shared/contract` is everything the window can ask. `core/workers` fills it; whoever asks
 * knows these declarations and no reader, printing house or key.
 */
export type Tasks = ExhibitTasks & LogTasks & ObjectTasks & PrintTasks & SuggestionTasks & VerifyTasks;

export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Tasks[N]['input'];
export type TaskOutput<N extends TaskName> = Tasks[N]['output'];

export const terms: TermsOf<Tasks> = {
  ...exhibitTerms,
  ...logTerms,
  ...objectTerms,
  ...printTerms,
  ...suggestionTerms,
  ...verifyTerms,
};
