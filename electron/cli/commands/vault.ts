import { z } from 'zod';
import { certificateSummary, vaultCheck, vaultInfo, vaultSession, vaultUser } from '../../../shared/contract/vault.ts';
import { vaultId } from '../../../shared/model/identifier.ts';
import { formatInstant, localZone } from '../../../shared/time/index.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { type Command, defineCommand } from '../command.ts';
import { opening, vaultFolder } from '../options.ts';
import { fields, table } from '../table.ts';
import { language, word } from '../words.ts';

const newPassphraseFile = { value: 'FILE', help: word('option.new-passphrase-file') } as const;

const create = defineCommand({
  name: 'vault create',
  arguments: [vaultFolder],
  options: {
    user: { value: 'NAME', help: word('option.user.create'), required: true },
    'passphrase-file': { value: 'FILE', help: word('option.passphrase-file') },
  },
  output: z.object({ vaultId, name: z.string(), folder: z.string(), user: vaultUser, recoveryCode: z.string() }),
  async run({ argument, path, required, ask, secretTwice }) {
    const folder = path(argument('DIR'));
    const { session, recoveryCode } = await ask('vault.create', {
      folder,
      user: required('user'),
      passphrase: await secretTwice('passphrase'),
    });
    return {
      json: { vaultId: session.vaultId, name: session.name, folder, user: session.user, recoveryCode },
      text: [
        word('done.vault-created', { name: session.name, folder, user: session.user.name }),
        word('done.recovery-code', { code: recoveryCode }),
        word('done.recovery-advice'),
      ].join('\n'),
    };
  },
});

const info = defineCommand({
  name: 'vault info',
  arguments: [vaultFolder],
  options: opening,
  output: vaultInfo.unwrap().extend({ folder: z.string(), certificate: certificateSummary }),
  async run({ openVault, ask }) {
    const folder = await openVault();
    const found = await ask('vault.info', {});
    const certificate = await ask('vault.certificate', {});
    return { json: { ...found, folder, certificate }, text: `${infoText(found)}\n\n${certificateText(certificate)}` };
  },
});

const check = defineCommand({
  name: 'vault check',
  arguments: [vaultFolder],
  options: { deep: { help: word('option.deep') }, ...opening },
  output: vaultCheck,
  async run({ openVault, ask, switch: given }) {
    await openVault();
    const found = await ask('vault.check', { deep: given('deep') });
    const counts = fields(Object.entries(found.counts));
    const files = found.quarantined.map(({ file }) => file);
    const aside = { count: files.length, files: files.join(', ') };
    const quarantined = word(files.length === 1 ? 'done.quarantined_one' : 'done.quarantined_other', aside);
    const rest = files.length === 0 ? counts : `${counts}\n${quarantined}`;
    if (found.sound) return { json: found, text: `${word('done.sound')}\n${rest}` };
    const problems = table(
      [word('column.area'), word('column.subject'), word('column.problem')],
      found.problems.map(({ area, subject, problem }) => [area, subject, problem]),
    );
    const named = found.problems.map(({ subject, problem }) => `${subject}: ${problem}`).join('; ');
    return {
      json: found,
      text: `${problems}\n\n${rest}`,
      problem: { code: 'vault.unsound', sentence: word('problem.vault-unsound', { problems: named }) },
    };
  },
});

const addUser = defineCommand({
  name: 'vault add-user',
  arguments: [vaultFolder],
  options: {
    name: { value: 'NAME', help: word('option.name.user'), required: true },
    'new-passphrase-file': newPassphraseFile,
    ...opening,
  },
  output: vaultUser,
  async run({ openVault, ask, required, secretTwice }) {
    await openVault();
    const added = await ask('vault.addUser', { name: required('name'), passphrase: await secretTwice('new-passphrase') });
    return { json: added, text: word('done.user-added', { name: added.name }) };
  },
});

const changePassphrase = defineCommand({
  name: 'vault change-passphrase',
  arguments: [vaultFolder],
  options: { 'new-passphrase-file': newPassphraseFile, ...opening },
  output: z.object({ changed: z.literal(true) }),
  async run({ openVault, ask, secret, secretTwice }) {
    await openVault();
    await ask('vault.changePassphrase', { current: await secret('passphrase'), next: await secretTwice('new-passphrase') });
    return { json: { changed: true as const }, text: word('done.passphrase-changed') };
  },
});

const recover = defineCommand({
  name: 'vault recover',
  arguments: [vaultFolder],
  options: {
    user: { value: 'NAME', help: word('option.user.recover'), required: true },
    'recovery-code-file': { value: 'FILE', help: word('option.recovery-code-file') },
    'new-passphrase-file': newPassphraseFile,
  },
  output: vaultSession,
  async run({ argument, path, required, ask, secret, secretTwice }) {
    const folder = path(argument('DIR'));
    await ask('vault.users', { folder });
    const session = await ask('vault.recover', {
      folder,
      user: required('user'),
      recoveryCode: await secret('recovery-code'),
      passphrase: await secretTwice('new-passphrase'),
    });
    return { json: session, text: word('done.recovered', { user: session.user.name }) };
  },
});

const importCertificate = defineCommand({
  name: 'vault import-certificate',
  arguments: [vaultFolder, { name: 'CERTIFICATE', help: word('argument.CERTIFICATE') }],
  options: { 'certificate-passphrase-file': { value: 'FILE', help: word('option.certificate-passphrase-file') }, ...opening },
  output: certificateSummary,
  async run({ openVault, ask, argument, path, secret }) {
    await openVault();
    const certificate = await ask('vault.importCertificate', {
      path: path(argument('CERTIFICATE')),
      passphrase: await secret('certificate'),
    });
    return { json: certificate, text: certificateText(certificate) };
  },
});

export const vaultCommands: readonly Command[] = [create, info, check, addUser, changePassphrase, recover, importCertificate];

function infoText(found: Output<'vault.info'>): string {
  const at = (instant: number): string => formatInstant(instant, { language, zone: localZone() });
  return fields([
    [word('field.vaultId'), found.vaultId],
    [word('field.name'), found.name],
    [word('field.createdAt'), at(found.createdAt)],
    [word('field.format'), found.format],
    [word('field.schema'), found.schema],
    [word('field.cipher'), found.cipher],
    [word('field.keyDerivation'), found.keyDerivation],
    [word('field.users'), found.users.map(({ name }) => name).join(', ')],
    [word('field.cases'), found.cases],
    [word('field.exhibits'), found.exhibits],
    [word('field.objects'), found.objects],
    [word('field.objectBytes'), found.objectBytes],
    ...found.heads.map(({ chain, size, root }) => [word('field.heads'), `${chain} ${size} ${root}`] as const),
    [word('field.checkedAt'), found.checkedAt === null ? '' : at(found.checkedAt)],
  ]);
}

function certificateText({ subject, issuer, validFrom, validTo, sha256 }: Output<'vault.certificate'>): string {
  const at = (instant: number): string => formatInstant(instant, { language, zone: localZone() });
  return fields([
    [word('field.subject'), subject],
    [word('field.issuer'), issuer],
    [word('field.valid'), `${at(validFrom)} - ${at(validTo)}`],
    [word('field.sha256'), sha256],
  ]);
}
