import { contentFrom, party, picture, signedCaseFile, textPdf } from '../case-file.ts';
import type { Given } from './attack.ts';
import { takeApart } from './file-model.ts';

/** A small case file with everything in it: pages of a PDF and of a picture, two attached originals, an exhibit that is withheld. */
export async function honestFile(): Promise<Given> {
  const made = await contentFrom({
    parties: (caseId) => [party(caseId, 'Lin Qiao 林桥', 'complainant', 'account manager')],
    originals: [
      { fileName: 'account.pdf', title: 'Written account', mediaType: 'application/pdf', bytes: await textPdf(2) },
      { fileName: 'door.jpg', title: 'Door', mediaType: 'image/jpeg', bytes: picture(60, 40, 'image/jpeg') },
      { fileName: 'chat.txt', title: 'Chat', mediaType: 'text/plain', bytes: Buffer.from('23:02 Lin: here') },
      { fileName: 'film.mp4', title: 'Film', mediaType: 'video/mp4', bytes: Buffer.alloc(400, 7) },
      { fileName: 'private.jpg', title: 'Private', mediaType: 'image/jpeg', bytes: picture(30, 30, 'image/jpeg'), covered: true },
    ],
    events: [{ when: '2031-05-14T23:33:55', title: 'Someone enters', lane: 'incident', cites: [{ exhibit: 1, place: 'page=2' }] }],
  });
  const bytes = await signedCaseFile(made);
  return { bytes, model: takeApart(bytes), identity: made.identity };
}
