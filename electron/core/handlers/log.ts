import type { logContract } from '../../../shared/contract/log.ts';
import { importLog, listLogImports, listLogProblems, previewLog, readLogRow, restoreLog, withdrawLog } from '../domain/logs/index.ts';
import type { Handlers } from './handler.ts';

export const logHandlers: Handlers<typeof logContract> = {
  'log.preview': ({ work }, order) => previewLog(work(), order),
  'log.import': ({ work }, order) => importLog(work(), order),
  'log.list': ({ vault }, { caseId }) => listLogImports(vault(), caseId),
  'log.problems': ({ vault }, { importId, from, count }) => listLogProblems(vault(), importId, from, count),
  'log.withdraw': ({ work }, { importId }) => withdrawLog(work(), importId),
  'log.restore': ({ work }, { importId }) => restoreLog(work(), importId),
  'log.row': ({ work }, place) => readLogRow(work(), place),
};
