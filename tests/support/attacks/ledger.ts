import type { Attack } from './attack.ts';
import { type Body, inLine, renumber, withForgedLedger, withLedger } from './contents.ts';

const first = (lines: readonly string[]): string => lines[0] as string;
const without = (lines: readonly string[], at: number): string[] => lines.filter((_, index) => index !== at);
const firstLine = (by: (line: string) => string): Attack['build'] => withLedger((lines) => [by(first(lines)), ...lines.slice(1)]);
const body = (line: Record<string, unknown>): Record<string, unknown> => line['body'] as Record<string, unknown>;
const forged = (by: (custody: Body[], audit: Body[]) => void): Attack['build'] =>
  withForgedLedger((custody, audit) => {
    by(custody, audit);
    renumber(custody);
    renumber(audit);
  });
const acquired = (custody: Body[]): Body => custody.find((one) => one.act === 'acquired') as Body;
const strange = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001';
const others = (chain: string, from: number, leaves: number): string =>
  `{"chain":"${chain}","from":${from},"leaves":${leaves},"node":"${'A'.repeat(43)}="}`;

/** The ledger is not whole, not written by the rules, or records something else than the manifest says. */
export const ledger: readonly Attack[] = [
  { done: 'The first custody entry is missing.', build: withLedger((lines) => without(lines, 0)) },
  { done: 'A custody entry in the middle is missing.', build: withLedger((lines) => without(lines, 3)) },
  {
    done: 'The last custody entry is missing.',
    build: withLedger((lines) => without(lines, lines.findIndex((line) => line.includes('"chain":"audit"')) - 1)),
  },
  {
    done: 'The first audit entry is missing.',
    build: withLedger((lines) =>
      without(
        lines,
        lines.findIndex((line) => line.includes('"chain":"audit"')),
      ),
    ),
  },
  { done: 'The last audit entry is missing.', build: withLedger((lines) => lines.slice(0, -1)) },
  { done: 'The whole custody ledger is missing.', build: withLedger((lines) => lines.filter((line) => line.includes('"chain":"audit"'))) },
  { done: 'The whole audit ledger is missing.', build: withLedger((lines) => lines.filter((line) => !line.includes('"chain":"audit"'))) },
  { done: 'The ledger is empty.', build: withLedger(() => '') },
  { done: 'An entry stands twice.', build: withLedger((lines) => [first(lines), ...lines]) },
  { done: 'Two entries are exchanged.', build: withLedger((lines) => [lines[1] as string, first(lines), ...lines.slice(2)]) },
  { done: 'The lines stand backwards.', build: withLedger((lines) => [...lines].reverse()) },
  {
    done: 'Audit stands before custody.',
    build: withLedger((lines) => [
      ...lines.filter((line) => line.includes('"chain":"audit"')),
      ...lines.filter((line) => !line.includes('"chain":"audit"')),
    ]),
  },
  { done: 'A custody entry stands behind the audit entries.', build: withLedger((lines) => [...lines.slice(1), first(lines)]) },
  {
    done: 'A custody entry is said to be one of another case.',
    build: withLedger((lines) => [others('custody', 1, 1), ...lines.slice(1)]),
  },
  { done: 'Two entries are hidden under one node.', build: withLedger((lines) => [others('custody', 1, 2), ...lines.slice(2)]) },
  {
    done: 'A node begins where none of its size can.',
    build: withLedger((lines) => [first(lines), others('custody', 2, 2), ...lines.slice(3)]),
  },
  { done: 'A node is over three entries.', build: withLedger((lines) => [others('custody', 1, 3), ...lines.slice(3)]) },
  { done: 'A node is over no entry.', build: withLedger((lines) => [others('custody', 1, 0), ...lines]) },
  { done: 'A node is over more entries than there are.', build: withLedger((lines) => [others('custody', 1, 1024), ...lines]) },
  {
    done: 'A gap is written as two halves.',
    build: withLedger((lines) => [others('custody', 1, 1), others('custody', 2, 1), ...lines.slice(2)]),
  },
  {
    done: 'A custody entry is withheld as a working note.',
    build: withLedger((lines) => [
      `{"act":"acquired","at":1,"chain":"custody","leaf":"${'A'.repeat(43)}=","sequence":1,"withheld":"working-notes"}`,
      ...lines.slice(1),
    ]),
  },
  {
    done: 'The entry that created the case is withheld.',
    build: withLedger((lines) => [
      ...lines.slice(0, -1),
      `{"act":"case.created","at":1,"chain":"audit","leaf":"${'A'.repeat(43)}=","sequence":2,"withheld":"working-notes"}`,
    ]),
  },
  { done: 'A key of a line stands twice.', build: firstLine((line) => line.replace('"hash"', '"hash":"x","hash"')) },
  {
    done: 'A key of an entry stands twice, the wrong one first.',
    build: firstLine((line) => line.replace('"act":', '"act":"read","act":')),
  },
  { done: 'A key of the facts stands twice.', build: firstLine((line) => line.replace('"bytes":', '"bytes":1,"bytes":')) },
  { done: 'A line has a field more.', build: inLine(0, (line) => void (line['note'] = 'x')) },
  { done: 'An entry has a field more.', build: inLine(0, (line) => void (body(line)['note'] = 'x')) },
  { done: 'An actor has a field more.', build: inLine(0, (line) => void ((body(line)['actor'] as Record<string, unknown>)['role'] = 'x')) },
  { done: 'An entry has no actor.', build: inLine(0, (line) => void delete body(line)['actor']) },
  { done: 'A line has no signature.', build: inLine(0, (line) => void delete line['signature']) },
  { done: 'A line has a proof, as in form 1.', build: inLine(0, (line) => void (line['proof'] = [])) },
  {
    done: 'A line has its keys in another order.',
    build: firstLine((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse()))),
  },
  { done: 'A line has blanks.', build: firstLine((line) => line.replace('{', '{ ')) },
  { done: 'A line ends with a blank.', build: firstLine((line) => `${line} `) },
  { done: 'A line ends as on another system.', build: withLedger((lines) => lines.map((line) => `${line}\r\n`).join('')) },
  { done: 'An empty line stands between two.', build: withLedger((lines) => [first(lines), '', ...lines.slice(1)]) },
  { done: 'The last line has no end.', build: withLedger((lines) => lines.join('\n')) },
  { done: 'Something stands behind the last line.', build: withLedger((lines) => `${lines.join('\n')}\n{}\n`) },
  { done: 'A mark of byte order stands in front.', build: withLedger((lines) => `\uFEFF${lines.join('\n')}\n`) },
  { done: 'A byte is no UTF-8.', build: withLedger((lines) => Buffer.concat([Buffer.from([0xff]), Buffer.from(`${lines.join('\n')}\n`)])) },
  { done: 'A number is written as a decimal.', build: firstLine((line) => line.replace('"sequence":1}', '"sequence":1.0}')) },
  { done: 'A number is written with an exponent.', build: firstLine((line) => line.replace('"sequence":1}', '"sequence":1e0}')) },
  { done: 'A character is written as an escape.', build: firstLine((line) => line.replace('"acquired"', '"acquire\\u0064"')) },
  { done: 'A line is a list.', build: firstLine((line) => `[${line}]`) },
  { done: 'A line is nested without end.', build: firstLine(() => '['.repeat(200_000)) },
  { done: 'A hash is another one.', build: inLine(0, (line) => void (line['hash'] = '0'.repeat(64))) },
  { done: 'A hash is written in capitals.', build: inLine(0, (line) => void (line['hash'] = (line['hash'] as string).toUpperCase())) },
  { done: 'A signature is another one.', build: inLine(0, (line) => void (line['signature'] = `${'A'.repeat(86)}==`)) },
  {
    done: 'A signature has bits that mean nothing.',
    build: inLine(0, (line) => void (line['signature'] = (line['signature'] as string).replace(/.==$/, 'B=='))),
  },
  { done: 'A key is another one.', build: inLine(0, (line) => void (line['publicKey'] = `${'A'.repeat(43)}=`)) },
  { done: 'An entry was changed and not signed again.', build: inLine(0, (line) => void (body(line)['at'] = 1)) },
  { done: 'An entry’s chain is another one.', build: inLine(0, (line) => void (body(line)['chain'] = 'audit')) },
  { done: 'The time of an entry is no time.', build: inLine(0, (line) => void (body(line)['at'] = 9e15)) },
  { done: 'Written anew, an exhibit is acquired twice.', build: forged((custody) => void custody.push({ ...acquired(custody) })) },
  {
    done: 'Written anew, an exhibit is acquired never.',
    build: forged((custody) => void custody.splice(custody.indexOf(acquired(custody)), 1)),
  },
  {
    done: 'Written anew, an exhibit is acquired after it was read.',
    build: forged((custody) => void custody.splice(0, 2, custody[1] as Body, custody[0] as Body)),
  },
  {
    done: 'Written anew, an acquisition states another hash.',
    build: forged((custody) => void (acquired(custody).detail['sha256'] = '0'.repeat(64))),
  },
  { done: 'Written anew, an acquisition states another size.', build: forged((custody) => void (acquired(custody).detail['bytes'] = 1)) },
  {
    done: 'Written anew, an acquisition states another number.',
    build: forged((custody) => void (acquired(custody).detail['number'] = 'EX-0009')),
  },
  {
    done: 'Written anew, an acquisition states no hash.',
    build: forged((custody) => void delete (acquired(custody).detail as Record<string, unknown>)['sha256']),
  },
  {
    done: 'Written anew, an exhibit more is acquired.',
    build: forged((custody) => void custody.push({ ...acquired(custody), exhibitId: strange as never, detail: { number: 'EX-0009' } })),
  },
  {
    done: 'Written anew, an exhibit more is read.',
    build: forged((custody) => void custody.push({ ...(custody[1] as Body), exhibitId: strange as never })),
  },
  {
    done: 'Written anew, a custody entry is about no exhibit.',
    build: forged((custody) => void ((custody[1] as Body).exhibitId = null as never)),
  },
  {
    done: 'Written anew, a reading states another type.',
    build: forged((custody) => void ((custody[1] as Body).detail['mediaType'] = 'text/html')),
  },
  {
    done: 'Written anew, a covered exhibit was uncovered.',
    build: forged((custody) => void custody.push({ ...(custody.find((one) => one.act === 'covered') as Body), act: 'uncovered' })),
  },
  {
    done: 'Written anew, an exhibit that is shown was covered.',
    build: forged((custody) => void custody.push({ ...acquired(custody), act: 'covered' })),
  },
  {
    done: 'Written anew, an entry is about another case.',
    build: forged((custody) => void ((custody[1] as Body).caseId = strange as never)),
  },
  { done: 'Written anew, the case was created twice.', build: forged((_, audit) => void audit.push({ ...(audit[1] as Body) })) },
  { done: 'Written anew, the case was never created.', build: forged((_, audit) => void audit.splice(1, 1)) },
  {
    done: 'Written anew, the case was created under another name.',
    build: forged((_, audit) => void ((audit[1] as Body).detail['reference'] = 'X-1')),
  },
  {
    done: 'Written anew, the case was renamed.',
    build: forged((_, audit) => void audit.push({ ...(audit[1] as Body), act: 'case.updated', detail: { 'title.after': 'Another' } })),
  },
  {
    done: 'Written anew, a release more was signed before.',
    build: forged((_, audit) => void audit.push({ ...(audit[1] as Body), act: 'release.signed', detail: { release: 1 } })),
  },
  { done: 'Written anew, the vault is another one.', build: forged((_, audit) => void ((audit[0] as Body).detail['vault'] = strange)) },
  {
    done: 'Written anew, the vault was made by somebody else.',
    build: forged((_, audit) => void ((audit[0] as Body).detail['user'] = strange)),
  },
  {
    done: 'Written anew, the first entry names no log key.',
    build: forged((_, audit) => void delete ((audit[0] as Body).detail as Record<string, unknown>)['checkpointKey']),
  },
  { done: 'Written anew, the first entry makes no vault.', build: forged((_, audit) => void ((audit[0] as Body).act = 'vault.opened')) },
  { done: 'Written anew, the vault was made twice.', build: forged((_, audit) => void audit.push({ ...(audit[0] as Body) })) },
  {
    done: 'Written anew, an entry names an actor whom nothing brought in.',
    build: forged((custody) => void Object.assign(custody[0] as Body, { actor: { id: strange, name: 'Eve' } })),
  },
  {
    done: 'Written anew, a user was added whom nothing needs.',
    build: forged(
      (_, audit) => void audit.push({ ...(audit[0] as Body), act: 'user.added', detail: { user: strange, name: 'Eve', publicKey: 'x' } }),
    ),
  },
  { done: 'Written anew, numbers begin at 2.', build: withForgedLedger((custody) => custody.forEach((one) => void (one.sequence += 1))) },
  {
    done: 'Written anew, a number is left out.',
    build: withForgedLedger((custody) => custody.slice(3).forEach((one) => void (one.sequence += 1))),
  },
  {
    done: 'Written anew, a number stands twice.',
    build: withForgedLedger((custody) => custody.slice(3).forEach((one) => void (one.sequence -= 1))),
  },
  {
    done: 'Written anew, a line is left out afterwards.',
    build: withForgedLedger(
      () => undefined,
      ({ lines }) => lines.slice(1),
    ),
  },
];
