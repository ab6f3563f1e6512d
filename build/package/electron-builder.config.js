/**
 * What a package for strangers is made of. It is always made from the official Electron of our version, which the packager
 * downloads and checks; the substitute that development may use never gets here.
 */

/** What the window needs is bundled into out/renderer; its packages would only be carried twice. */
const BUNDLED = [
  '@fontsource-variable',
  '@internationalized',
  '@react-aria',
  '@react-stately',
  '@react-types',
  '@swc',
  '@tanstack',
  'd3-*',
  'react',
  'react-*',
  'use-sync-external-store',
  'zustand',
];

/** Weights of the fonts that the report does not use. */
const OTHER_WEIGHTS = '{100,200,300,500,600,800,900}*';

/** Per platform, the one prebuilt driver of the database; all of them together are 34 MB. @param {string} platform */
const driver = (platform) => [`!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`];

export default {
  appId: 'org.casewright.desktop',
  productName: 'Casewright',
  copyright: 'Apache-2.0',
  directories: { output: 'dist', buildResources: 'build/package/resources' },
  asar: true,
  // Native code is loaded by the system, and WebAssembly and fonts are read by libraries that do not know archives.
  asarUnpack: ['**/*.node', '**/*.wasm', '**/*.ttf'],
  files: [
    'out/**',
    'package.json',
    'LICENSE',
    '!**/*.map',
    '!**/*.{d.ts,d.cts,d.mts}',
    `!node_modules/{${BUNDLED.join(',')}}/**`,
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}{,/**}',
    `!node_modules/@expo-google-fonts/*/${OTHER_WEIGHTS}/**`,
    '!node_modules/@expo-google-fonts/**/*{Italic,.png}*',
    '!node_modules/pdfmake/{build,fonts}/**',
    '!node_modules/{electron,node-linux-*,node-win-*}/**',
  ],
  extraResources: [
    { from: 'build/sample-case', to: 'sample-case', filter: ['story.json', 'evidence/**'] },
    { from: 'LICENSE', to: 'LICENSE' },
    { from: 'THIRD-PARTY-NOTICES.md', to: 'THIRD-PARTY-NOTICES.md' },
  ],
  npmRebuild: false,
  // What cannot be switched off by an environment variable or a command line argument cannot be switched off by an intruder.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'dir'], category: 'Office', files: driver('linux') },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    files: driver('darwin'),
  },
  win: { target: ['nsis'], files: driver('win32') },
  publish: null,
};
