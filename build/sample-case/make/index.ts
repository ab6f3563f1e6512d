import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeClip } from './clip.ts';
import { answerFromHumanResources, hotline, reminder, reportToHumanResources, resignations, tripOrder } from './correspondence.ts';
import { makeAccount, makeDocument } from './documents.ts';
import { makeLetter } from './letters.ts';
import { makeDinnerTable, makeLeafletScan, makeRecorderClock, makeTaxiReceipt } from './pictures.ts';
import { makeMeetingNote } from './word.ts';

/** Makes the evidence of the sample case anew. The made files are kept in the tree, because a case needs files that never change. */
const evidence = new URL('../evidence/', import.meta.url);
const texts = new URL('../texts/', import.meta.url);
mkdirSync(evidence, { recursive: true });

const write = (name: string, bytes: Uint8Array): void => writeFileSync(new URL(name, evidence), bytes);
const copy = (name: string, source: string): void => copyFileSync(new URL(source, texts), new URL(name, evidence));

write('01 书面陈述 written account.pdf', await makeAccount());
write(
  '02 policy HR-07 respect at work v3.pdf',
  await makeDocument('policy.txt', {
    title: 'Respect at work, version 3',
    author: 'Human resources',
    created: '2030-08-25T03:00:00Z',
  }),
);
write('03 email 2031-05-12 trip order.eml', makeLetter(tripOrder));
write('04 email 2031-05-19 report to HR.eml', makeLetter(reportToHumanResources));
write('05 email 2031-05-19 answer of HR.eml', makeLetter(answerFromHumanResources));
write('06 email 2031-05-22 reminder.eml', makeLetter(reminder));
copy('07 chat 华东销售部.txt', 'chat-sales-team.txt');
write('08 photo dinner table.jpg', makeDinnerTable());
write('09 photo taxi receipt.jpg', makeTaxiReceipt());
makeClip(fileURLToPath(new URL('10 corridor 12 camera 3.mp4', evidence)));
write('11 photo recorder clock.jpg', makeRecorderClock());
copy('12 door lock 1216.csv', 'door-lock-room-1216.csv');
write('13 leaflet scan.pdf', await makeLeafletScan());
write('14 note of meeting 2031-05-20.docx', makeMeetingNote());
write(
  '15 memo chief executive.pdf',
  await makeDocument('memo-chief-executive.txt', {
    title: 'Memo to all colleagues',
    author: 'Marcus Hale',
    created: '2031-05-27T00:28:00Z',
  }),
);
write(
  '16 dismissal notice.pdf',
  await makeDocument('dismissal-notice.txt', {
    title: 'Notice of decision',
    author: 'Personnel office',
    created: '2031-05-28T09:55:00Z',
  }),
);
write('17 email 2031-05-28 resignations.eml', makeLetter(resignations));
write('18 email 2031-05-30 hotline.eml', makeLetter(hotline));
