import { z } from 'zod';
import { caseRecord, caseSummary, standardOfProof, type StandardOfProof } from '../../../shared/model/case.ts';
import { type Command, defineCommand } from '../command.ts';
import { opening, vaultFolder } from '../options.ts';
import { listOf } from '../table.ts';
import { word } from '../words.ts';

const create = defineCommand({
  name: 'case create',
  arguments: [vaultFolder],
  options: {
    reference: { value: 'R', help: word('option.reference'), required: true },
    title: { value: 'T', help: word('option.title'), required: true },
    zone: { value: 'Z', help: word('option.zone'), required: true },
    mandate: { value: 'TEXT', help: word('option.mandate') },
    standard: { value: 'S', help: word('option.standard'), choices: standardOfProof.options },
    ...opening,
  },
  output: caseRecord,
  async run({ openVault, ask, option, required }) {
    await openVault();
    const standard = option('standard') as StandardOfProof | undefined;
    const created = await ask('case.create', {
      reference: required('reference'),
      title: required('title'),
      zone: required('zone'),
      mandate: option('mandate') ?? '',
      ...(standard === undefined ? {} : { standardOfProof: standard }),
    });
    return { json: created, text: word('done.case-created', { reference: created.reference, title: created.title, zone: created.zone }) };
  },
});

const { case: _case, ...counts } = caseSummary.unwrap().shape;

const list = defineCommand({
  name: 'case list',
  arguments: [vaultFolder],
  options: opening,
  output: z.array(caseRecord.unwrap().extend(counts)),
  async run({ openVault, ask }) {
    await openVault();
    const found = (await ask('case.list', {})).map(({ case: one, ...counts }) => ({ ...one, ...counts }));
    return listOf(found, ['reference', 'title', 'zone', 'parties', 'exhibits', 'events', 'releases']);
  },
});

export const caseCommands: readonly Command[] = [create, list];
