import { z } from 'zod';
import { party, partyRole, type PartyRole } from '../../../shared/model/party.ts';
import { type Command, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { listOf } from '../table.ts';
import { word } from '../words.ts';

const add = defineCommand({
  name: 'party add',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    name: { value: 'NAME', help: word('option.name'), required: true },
    role: { value: 'ROLE', help: word('option.role'), required: true, choices: partyRole.options },
    kind: { value: 'KIND', help: word('option.kind'), choices: ['person', 'organisation'] },
    position: { value: 'TEXT', help: word('option.position') },
    note: { value: 'TEXT', help: word('option.note') },
    ...opening,
  },
  output: party,
  async run({ openCase, ask, option, required }) {
    const { id } = await openCase();
    const added = await ask('party.add', {
      caseId: id,
      name: required('name'),
      role: required('role') as PartyRole,
      kind: (option('kind') ?? 'person') as 'person' | 'organisation',
      position: option('position') ?? '',
      note: option('note') ?? '',
    });
    return { json: added, text: word('done.party-added', { name: added.name, role: added.role }) };
  },
});

const list = defineCommand({
  name: 'party list',
  arguments: [vaultFolder],
  options: { case: caseReference, ...opening },
  output: z.array(party),
  async run({ openCase, ask }) {
    const { id } = await openCase();
    const found = await ask('party.list', { caseId: id });
    return listOf(found, ['name', 'kind', 'role', 'position']);
  },
});

export const partyCommands: readonly Command[] = [add, list];
