import type { ArgumentSpec, OptionSpec } from './command.ts';
import { languages } from '../../shared/model/language.ts';
import { word } from './words.ts';

/** Arguments and options that several commands share. */
export const vaultFolder: ArgumentSpec = { name: 'DIR', help: word('argument.DIR') };

/** What opening a vault takes. */
export const opening: Readonly<Record<string, OptionSpec>> = {
  user: { value: 'NAME', help: word('option.user') },
  'passphrase-file': { value: 'FILE', help: word('option.passphrase-file') },
  'go-on': { value: 'WORD', help: word('option.go-on') },
};

export const caseReference: OptionSpec = { value: 'R', help: word('option.case'), required: true };

/** Where evidence is only looked at, a vault with one case needs no telling which. */
export const caseIfSeveral: OptionSpec = { value: 'R', help: word('option.case.several') };

export const languageOption: OptionSpec = { value: 'LANGUAGE', help: word('option.locale'), choices: [...languages] };
