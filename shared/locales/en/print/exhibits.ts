import { words } from '../words.ts';

/** The pages of exhibits, and the slip sheets of those without pages. */
export const exhibits = {
  'exhibits.title': words['verdict-check.exhibits'],
  'exhibits.note':
    'Pages of exhibits are drawn inside a frame, so that no stamp covers them; a page larger than the frame is reduced to fit. What fields and comments show is drawn with them; nothing in them can act. An exhibit that is not shown as pages is represented by a slip sheet, which says whether its original is attached to this file.',
  'exhibits.stamp': ' · page {{page}} of {{pages}}',
  'slip.file': words['label.file-name'],
  'slip.type': words['label.type'],
  'slip.size': words['label.size'],
  'slip.sha256': words['label.sha256'],
  'slip.source': words['label.source'],
  'slip.acquired': 'Acquired',
  'slip.findings': 'Content',
  'slip.native': 'This exhibit has no pages of its own.',
  'slip.covered':
    'The investigator covered this exhibit as intimate or graphic. It is withheld from this file; its hash stands here so that it can be identified.',
  'slip.encrypted': 'This PDF is encrypted, and its pages cannot be shown without its password.',
  'slip.damaged': 'The pages of this exhibit cannot be shown: the file is damaged, or is not what its type says.',
  'slip.differs':
    'Page {{problem}} of this exhibit, drawn for print, was not what Casewright shows of it on the screen. So that nothing else is signed than what the exhibit shows, none of its pages is drawn here.',
  'slip.unread': 'The reader could not open this exhibit or had to be stopped, so none of its pages is drawn here.',
  'slip.too-many-pixels': 'This picture claims {{problem}} pixels, more than can be shown.',
  'slip.too-large': 'This exhibit is too large to be attached to a PDF. Its original is kept in the vault.',
  'slip.too-heavy': 'Preparing the pages of this exhibit took more time or memory than is allowed, and was stopped: {{problem}}',
  'slip.empty': 'This exhibit is an empty file.',
  'slip.attached': 'The original is attached to this PDF as {{name}}.',
  'slip.not-attached': 'The original is not attached to this PDF.',
  'slip.text-read': 'Text as Casewright read it',
  'slip.text-note': 'A help for reading; the original is the evidence.',
  'slip.text-note-left':
    'A help for reading; the original is the evidence. The first {{shown}} passages are printed, {{left}} more are not.',
} as const;
