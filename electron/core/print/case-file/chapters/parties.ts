import type { Content } from 'pdfmake/interfaces.js';
import { partyRole } from '../../../../../shared/model/party.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { ChapterInput } from './chapter.ts';

/** By role, in the order of the roles; working notes about people are not printed. */
export function composeParties({ content, set, say }: ChapterInput): Content[] {
  const roles = partyRole.options.filter((role) => content.parties.some((party) => party.role === role));
  const body: Content[][] = [
    [say('parties.role'), say('parties.name'), say('parties.position')].map((text) => set.text(text, { fontSize: 8, color: colour.faint })),
    ...roles.flatMap((role) =>
      content.parties
        .filter((party) => party.role === role)
        .map((party, index): Content[] => [
          set.text(index === 0 ? say(`role.${role}`) : '', { bold: true, color: colour.soft }),
          set.text(party.name),
          set.text(
            [party.position, party.kind === 'organisation' ? say('parties.organisation') : ''].filter((part) => part !== '').join(' · '),
            { color: colour.soft },
          ),
        ]),
    ),
  ];
  return [
    ...chapterHeading(set, { title: say('parties.title'), id: 'parties' }),
    content.parties.length === 0
      ? set.text(say('parties.none'), { color: colour.soft })
      : { table: { headerRows: 1, dontBreakRows: true, widths: [110, 150, '*'], body }, layout: ruledTable },
  ];
}
