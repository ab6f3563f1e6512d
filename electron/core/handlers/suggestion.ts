import type { suggestionContract } from '../../../shared/contract/suggestion.ts';
import type { Work } from '../domain/ports/work.ts';
import {
  acceptSuggestions,
  countSuggestions,
  dismissSuggestions,
  listSuggestions,
  reopenSuggestions,
} from '../domain/suggestions/index.ts';
import type { HandlerContext, Handlers } from './handler.ts';

export const suggestionHandlers: Handlers<typeof suggestionContract> = {
  'suggestion.list': (context, order) => listSuggestions(workOf(context), order),
  'suggestion.count': (context, order) => countSuggestions(workOf(context), order),
  'suggestion.accept': async (context, order) => {
    const accepted = await acceptSuggestions(workOf(context), order);
    context.changed('event', 'suggestion', 'ledger');
    return accepted;
  },
  'suggestion.dismiss': ({ vault, changed, now }, { caseId, suggestions }) => {
    const answer = dismissSuggestions(vault(), caseId, suggestions, now());
    changed('suggestion', 'ledger');
    return answer;
  },
  'suggestion.reopen': ({ vault, changed }, { caseId, suggestions }) => {
    const answer = reopenSuggestions(vault(), caseId, suggestions);
    changed('event', 'suggestion', 'ledger');
    return answer;
  },
};

function workOf({ vault, workers, job, now, version, changed }: HandlerContext): Work {
  return { vault: vault(), workers, job, now, version, changed };
}
