import type { CaseFileContent } from '../../../tasks/case-file.ts';
import type { Typesetter } from '../../press/design.ts';
import type { Say } from '../../sentences.ts';

/** What every chapter is given. */
export interface ChapterInput {
  readonly content: CaseFileContent;
  readonly set: Typesetter;
  readonly say: Say;
}
