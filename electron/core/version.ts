import packageJson from '../../package.json' with { type: 'json' };

/** Casewright's version, as it goes into acquisition methods, case files and the ledger. */
export const VERSION: string = packageJson.version;
