import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the lock screen is made of. */
const firstPicture = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|react-i18next|i18next|zustand|use-sync-external-store|clsx|@tanstack/(react-query|query-core))/',
    'renderer/ui/(words|Button|Icon|ErrorNote|TextField|toasts|ToastBar|EmptyState)\\.',
    'renderer/ask/(session|queries|bridge|jobs)\\.',
    'shared/(locales|result)',
  ].join('|'),
);

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      // One file less to find is time won before the window stands; zod is sixty.
      externalizeDeps: { exclude: ['zod'] },
      // Flat, because parts of it look for the core and the preload script beside themselves.
      rolldownOptions: {
        input: { index: at('electron/main/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload script can require nothing but Electron, and only as CommonJS.
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('electron/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: {
        input: at('renderer/index.html'),
        // What the lock screen stands on comes as one file, not as a dozen that later screens share with it in parts.
        output: { codeSplitting: { groups: [{ name: 'base', test: firstPicture }] } },
      },
      // The content security policy forbids data: addresses and inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // What is read before the lock screen stands counts; the sources beside it are the ones to read.
      minify: true,
      chunkSizeWarningLimit: 800,
    },
  },
});
