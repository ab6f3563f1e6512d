import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The core process and its workers. Flat in one folder, because the pool looks for the worker beside itself. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  // Packages stay packages: several carry native code or WebAssembly that they look for beside themselves.
  ssr: { external: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: at('out/core'),
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { process: at('electron/core/process.ts'), worker: at('electron/core/workers/worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
    },
  },
});
