import type { Language } from '../../../shared/model/language.ts';
import { z } from 'zod';
import { release } from '../../../shared/model/release.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { type Command, defineCommand } from '../command.ts';
import { caseReference, opening, languageOption, vaultFolder } from '../options.ts';
import { table } from '../table.ts';
import { language, word } from '../words.ts';

const caseFile = defineCommand({
  name: 'release case-file',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    out: { value: 'FILE.pdf', help: word('option.out'), required: true },
    locale: languageOption,
    ...opening,
  },
  output: release.unwrap().extend({ file: z.string() }),
  async run({ openCase, ask, option, path, required }) {
    const { id, reference } = await openCase();
    const file = path(required('out'));
    const signed = await ask('release.caseFile', { caseId: id, path: file, language: (option('locale') ?? language) as Language });
    const checks = table(
      [word('column.check'), word('column.outcome'), word('column.detail')],
      signed.gate.map(({ name, outcome, detail }) => [name, outcome, detail]),
    );
    const { number, pages, bytes, sha256 } = signed;
    return {
      json: { ...signed, file },
      text: [checks, word('done.signed', { number, reference, pages, bytes, sha256 }), word('done.written', { path: file })].join('\n'),
    };
  },
});

const list = defineCommand({
  name: 'release list',
  arguments: [vaultFolder],
  options: { case: caseReference, ...opening },
  output: z.array(release).readonly(),
  async run({ openCase, ask }) {
    const { id, zone } = await openCase();
    const found = await ask('release.list', { caseId: id });
    const rows = found.map((one) => [
      one.number,
      formatInstant(one.signedAt, { language, zone }),
      one.signedBy,
      one.pages,
      one.bytes,
      one.fileName,
      one.sha256,
    ]);
    const headings = [
      word('column.number'),
      word('column.signed'),
      word('column.by'),
      word('column.pages'),
      word('column.bytes'),
      word('column.file'),
      word('column.sha256'),
    ];
    return { json: found, text: found.length === 0 ? word('none') : table(headings, rows) };
  },
});

export const releaseCommands: readonly Command[] = [caseFile, list];
