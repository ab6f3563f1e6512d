import type { suggestionContract } from '../../../shared/contract/suggestion.ts';
import {
  acceptSuggestions,
  countSuggestions,
  dismissSuggestions,
  listSuggestions,
  reopenSuggestions,
} from '../domain/suggestions/index.ts';
import type { Handlers } from './handler.ts';

export const suggestionHandlers: Handlers<typeof suggestionContract> = {
  'suggestion.list': ({ work }, order) => listSuggestions(work(), order),
  'suggestion.count': ({ work }, order) => countSuggestions(work(), order),
  'suggestion.accept': ({ work }, order) => acceptSuggestions(work(), order),
  'suggestion.dismiss': ({ vault, now }, { caseId, suggestions }) => dismissSuggestions(vault(), caseId, suggestions, now()),
  'suggestion.reopen': ({ vault }, { caseId, suggestions }) => reopenSuggestions(vault(), caseId, suggestions),
};
