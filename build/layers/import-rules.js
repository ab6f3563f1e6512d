/**
 * Who may import whom. Paths are regular expressions over paths from the top of the checkout; each rule carries its reason,
 * and tests/unit/build/import-rules.test.ts breaks each of them once.
 */

import { ladderRules } from './domain-ladder.js';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType & { readonly name: string, readonly comment: string }} Rule */

const PURE = '^node_modules/(zod|temporal-polyfill|temporal-spec)/';
const DATABASE = '^node_modules/(better-sqlite3|better-sqlite3-multiple-ciphers)/';

/** @type {readonly Rule[]} */
export const importRules = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file with two names; neither can be read or tested alone.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'shared-stands-alone',
    comment: 'shared runs in the window, in the core and on the command line; whatever it imports would have to run in all three.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', PURE] },
  },
  {
    name: 'domain-knows-no-machine',
    comment: 'The rules of evidence must be testable as values: no files, no SQL, no Electron, no other part of the core than ports.',
    severity: 'error',
    from: { path: '^electron/core/domain/' },
    to: { pathNot: ['^electron/core/domain/', '^electron/core/tasks/', '^shared/', PURE] },
  },
  ...ladderRules,
  {
    name: 'domain-rooms-have-one-door',
    comment: 'What a room of the domain promises stands in its index.ts; behind it things may be moved without asking the neighbours.',
    severity: 'error',
    from: { path: '^electron/core/domain/([^/]+)/' },
    to: { path: '^electron/core/domain/(?!ports/)[^/]+/(?!index\\.ts$)', pathNot: '^electron/core/domain/$1/' },
  },
  {
    name: 'domain-is-entered-by-its-doors',
    comment:
      'Whoever asks the domain asks what it promises. Only the list of tasks goes around the doors, so that a thread loads one task and no room.',
    severity: 'error',
    from: { pathNot: ['^tests/', '^electron/core/domain/', '^electron/core/workers/'] },
    to: { path: '^electron/core/domain/(?!ports/)[^/]+/(?!index\\.ts$)' },
  },
  {
    name: 'time-has-one-door',
    comment: 'Moments are read, ordered and written in one way only; who reaches behind the door finds half of a rule.',
    severity: 'error',
    from: { pathNot: ['^tests/', '^shared/time/'] },
    to: { path: '^shared/time/(?!index\\.ts$)' },
  },
  {
    name: 'handlers-only-pass-on',
    comment:
      'A handler is one line per conversation; a rule or an SQL statement in it would be hidden from the command line and the tests.',
    severity: 'error',
    from: { path: '^electron/core/handlers/' },
    to: { path: ['^electron/core/(vault|readers)/', DATABASE] },
  },
  {
    name: 'handlers-touch-no-machine',
    comment: 'Files, processes and the network are reached through the ports of the domain, where every way of failing has a sentence.',
    severity: 'error',
    from: { path: '^electron/core/handlers/' },
    to: { path: '^(fs|fs/promises|child_process|net|http|https|worker_threads)$' },
  },
  {
    name: 'vault-decides-nothing',
    comment: 'The vault keeps what it is given; of the rules it knows only the ports it has to fill.',
    severity: 'error',
    from: { path: '^electron/core/vault/' },
    to: { path: '^electron/core/(domain|handlers|readers|print|release|verifier)/', pathNot: '^electron/core/domain/ports/' },
  },
  {
    name: 'readers-see-no-vault',
    comment: 'A reader takes in bytes of a stranger; it must not be able to reach a key, a table or another exhibit.',
    severity: 'error',
    from: { path: '^electron/core/readers/' },
    to: { path: ['^electron/core/(vault|domain|handlers|print|release|verifier)/', DATABASE] },
  },
  {
    name: 'readers-start-nothing',
    comment: 'A reader that can start a program or open a connection turns a hostile file into a hostile machine.',
    severity: 'error',
    from: { path: '^electron/core/readers/' },
    to: { path: '^(child_process|net|tls|dgram|dns|http|https|http2|cluster|vm)$' },
  },
  {
    name: 'readers-run-in-threads',
    comment:
      'Bytes of a stranger are read in a limited thread or not at all; a reader called from anywhere else would run beside the keys.',
    severity: 'error',
    from: {
      path: '^electron/',
      pathNot: ['^electron/core/readers/', '^electron/core/print/foreign/', '^electron/core/workers/registry\\.ts$'],
    },
    to: { path: '^electron/core/readers/' },
  },
  {
    name: 'foreign-pages-run-in-threads',
    comment:
      'What a stranger drew is taken apart where his bytes are read, by the engine that shows them; what is signed is set elsewhere.',
    severity: 'error',
    from: { path: '^electron/', pathNot: ['^electron/core/print/foreign/', '^electron/core/workers/registry\\.ts$'] },
    to: { path: '^electron/core/print/foreign/' },
  },
  {
    name: 'tasks-are-types',
    comment: 'What a thread can be asked is known to whoever asks; a declaration that loads a reader or a printing house brings it along.',
    severity: 'error',
    from: { path: '^electron/core/tasks/' },
    to: { pathNot: ['^electron/core/tasks/', '^shared/'] },
  },
  {
    name: 'print-opens-no-vault',
    comment: 'Values in, bytes out: what is composed beside pages of strangers can reach no key, no table and no rule of evidence.',
    severity: 'error',
    from: { path: '^electron/core/print/', pathNot: '^electron/core/print/foreign/' },
    to: { path: ['^electron/', DATABASE], pathNot: '^electron/core/(print|tasks|verifier)/' },
  },
  {
    name: 'foreign-pages-open-no-vault',
    comment: 'Bytes of a stranger in, drawings out: no key, no table and no rule of evidence.',
    severity: 'error',
    from: { path: '^electron/core/print/foreign/' },
    to: { path: ['^electron/', DATABASE], pathNot: '^electron/core/(print/foreign|print/press|tasks|readers)/' },
  },
  {
    name: 'only-release-has-both',
    comment: 'Whoever holds the open vault and the printing house decides what leaves the house; that is one room, behind its gate.',
    severity: 'error',
    from: { path: '^electron/', pathNot: ['^electron/core/(print|release)/', '^electron/core/workers/registry\\.ts$'] },
    to: { path: '^electron/core/print/' },
  },
  {
    name: 'verifier-runs-anywhere',
    comment: 'A stranger verifies a case file without us: no vault, no disk, no network, nothing of the core but the verifier itself.',
    severity: 'error',
    from: { path: '^electron/core/verifier/' },
    to: {
      // Web Crypto is to take the place of crypto, and the PDF library's own inflation that of zlib.
      path: ['^electron/', DATABASE, '^(fs|fs/promises|path|os|child_process|net|tls|dgram|dns|http|https|http2|worker_threads|process)$'],
      pathNot: '^electron/core/verifier/',
    },
  },
  {
    name: 'vault-has-one-door',
    comment:
      'What opens, locks and writes the vault is agreed at its door; a thread is handed the sealing of objects and nothing else of it.',
    severity: 'error',
    from: { path: '^electron/', pathNot: ['^electron/core/vault/', '^electron/core/workers/registry\\.ts$'] },
    to: { path: '^electron/core/vault/', pathNot: '^electron/core/vault/door\\.ts$' },
  },
  {
    name: 'threads-seal-and-read',
    comment:
      'A thread loads whole tasks; a table, a key slot or half a reader in it would be a second way into the vault or around a limit.',
    severity: 'error',
    from: { path: '^electron/core/workers/' },
    to: {
      path: '^electron/core/(vault|readers)/',
      pathNot: ['^electron/core/vault/objects/sealing\\.ts$', '^electron/core/readers/(read|image/page-image|logs/log-[a-z]+)\\.ts$'],
    },
  },
  {
    name: 'vault-folder-is-the-ground',
    comment: 'Who has the folder open is settled before a key is derived or a page read; it can ask none of them.',
    severity: 'error',
    from: { path: '^electron/core/vault/folder/' },
    to: { path: '^electron/core/vault/', pathNot: '^electron/core/vault/folder/' },
  },
  {
    name: 'vault-ground-knows-no-ledger',
    comment:
      'Keys, objects and the database serve the ledger and whoever opens the vault; the reverse would let a page or a key write history.',
    severity: 'error',
    from: { path: '^electron/core/vault/(keys|objects|database)/' },
    to: { path: ['^electron/core/vault/ledger/', '^electron/core/vault/[^/]+$'] },
  },
  {
    name: 'ledger-knows-no-opening',
    comment: 'History is written the same whoever opened the vault and however; it knows neither objects nor the way in.',
    severity: 'error',
    from: { path: '^electron/core/vault/ledger/' },
    to: { path: ['^electron/core/vault/objects/', '^electron/core/vault/[^/]+$'] },
  },
  {
    name: 'only-the-vault-speaks-sql',
    comment: 'One connection, opened in one place: the pragmas that keep plaintext off the disk are set there and nowhere else.',
    severity: 'error',
    from: { path: '^(electron|shared|renderer|build)/', pathNot: '^electron/core/vault/' },
    to: { path: DATABASE },
  },
  {
    name: 'core-without-electron',
    comment: 'The core runs the same in the desktop, on the command line and in tests; Electron exists only in the first.',
    severity: 'error',
    from: { path: '^electron/(core|cli)/' },
    to: { path: ['^node_modules/electron(-log|-store)?/', '^electron/(main|preload)/', '^renderer/'] },
  },
  {
    name: 'cli-asks-the-core',
    comment: 'The command line has the same one door as the desktop; whatever it did behind it, the desktop could not do.',
    severity: 'error',
    from: { path: '^electron/cli/' },
    to: { path: '^electron/core/', pathNot: '^electron/core/index\\.ts$' },
  },
  {
    name: 'core-does-not-know-its-callers',
    comment: 'The command line calls the core; a core that calls back could not serve the desktop.',
    severity: 'error',
    from: { path: '^electron/core/' },
    to: { path: '^electron/cli/' },
  },
  {
    name: 'main-asks-the-core-by-message',
    comment: 'Keys and evidence live in the core process only; main imports none of it, not even a type.',
    severity: 'error',
    from: { path: '^electron/(main|preload)/' },
    to: { path: ['^electron/(core|cli)/', '^renderer/', DATABASE] },
  },
  {
    name: 'preload-is-two-functions',
    comment: 'A preload script runs beside foreign content; it may name Electron and the contract, and nothing of Node.',
    severity: 'error',
    from: { path: '^electron/preload/' },
    to: { pathNot: ['^electron/preload/', '^shared/', '^node_modules/electron/', PURE] },
  },
  {
    name: 'renderer-asks-by-name',
    comment: 'The window never sees a path, a key or SQL: it imports shared and what draws, never Electron, the core or the shell.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: ['^electron/', '^node_modules/electron', '^build/', '^tests/', DATABASE] },
  },
  {
    name: 'renderer-without-node',
    comment: 'There is no Node in a sandboxed window; an import of it would only fail there, at the customer.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'features-know-no-feature',
    comment:
      'A screen that borrows from another cannot be changed alone; what two screens need lies beneath both, and the roof is over all.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/(features|app)/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'parts-know-no-screen',
    comment: 'A piece of a noun is taken by whichever screen needs it; one that knows a screen drags all of it along.',
    severity: 'error',
    from: { path: '^renderer/parts/' },
    to: { path: '^renderer/(features|app)/' },
  },
  {
    name: 'ask-knows-no-piece',
    comment: 'What asks the core is the ground of every screen; it answers whoever asks and knows nobody who does.',
    severity: 'error',
    from: { path: '^renderer/ask/' },
    to: { path: '^renderer/(parts|features|app)/' },
  },
  {
    name: 'ui-has-no-data',
    comment: 'A field or a grid gets what it shows from whoever uses it; one that asks for itself serves one noun only.',
    severity: 'error',
    from: { path: '^renderer/ui/' },
    to: { path: ['^renderer/(ask|parts|features|app)/', '^shared/contract/', '^node_modules/@tanstack/react-(query|router)/'] },
  },
  {
    name: 'migrations-are-frozen',
    comment: 'A migration must do in ten years what it did on its first day; living code changes underneath it.',
    severity: 'error',
    from: { path: '^electron/core/vault/database/migrations/\\d' },
    to: { pathNot: '^electron/core/vault/database/migrations/migration\\.ts$' },
  },
  {
    name: 'product-without-its-tools',
    comment: 'Tests, bundler and installer are not shipped; what imports them works here and nowhere else.',
    severity: 'error',
    from: { path: '^(electron|shared|renderer)/' },
    to: { path: ['^tests/', '^build/(bootstrap|bundle|layers|package)/'] },
  },
  {
    name: 'product-without-development-packages',
    comment: 'Development packages are absent from a package; Electron itself is the exception, it is the ground a package stands on.',
    severity: 'error',
    from: { path: '^(electron|shared|renderer)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(electron|@types)/' },
  },
  {
    name: 'bootstrap-needs-nothing',
    comment: 'The bootstrap runs before there is a single package.',
    severity: 'error',
    from: { path: '^build/(bootstrap/|casewright\\.js)' },
    to: { dependencyTypesNot: ['core'], pathNot: '^build/bootstrap/' },
  },
];
