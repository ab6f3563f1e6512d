import type { logContract } from '../../../shared/contract/log.ts';
import type { Work } from '../domain/ports/work.ts';
import { importLog, listLogImports, listLogProblems, previewLog, readLogRow, restoreLog, withdrawLog } from '../domain/logs/index.ts';
import type { HandlerContext, Handlers } from './handler.ts';

export const logHandlers: Handlers<typeof logContract> = {
  'log.preview': (context, order) => previewLog(workOf(context), order),
  'log.import': (context, order) => importLog(workOf(context), order),
  'log.list': ({ vault }, { caseId }) => listLogImports(vault(), caseId),
  'log.problems': ({ vault }, { importId, from, count }) => listLogProblems(vault(), importId, from, count),
  'log.withdraw': (context, { importId }) => withdrawLog(workOf(context), importId),
  'log.restore': (context, { importId }) => restoreLog(workOf(context), importId),
  'log.row': (context, place) => readLogRow(workOf(context), place),
};

/** The vault is asked for once: a work that outlives a lock must not find its way into the next vault. */
function workOf({ vault, workers, job, now, version, changed }: HandlerContext): Work {
  return { vault: vault(), workers, job, now, version, changed };
}
