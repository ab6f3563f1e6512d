import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { createWords } from '../ui/words.ts';
import { App } from './App.tsx';
import { listen } from '../ask/bridge.ts';
import { useJobs } from '../ask/jobs.ts';
import { invalidate } from '../ask/queries.ts';
import { languageOf, leaveVault, startDesk, useDesk } from '../ask/session.ts';

listen((message) => {
  if (message.kind === 'changed') invalidate(message.queries);
  else if (message.kind === 'progress') useJobs.getState().change(message.jobId, { progress: message.progress, heardAt: Date.now() });
  else if (message.kind === 'preferences') useDesk.setState({ preferences: message.preferences });
  else leaveVault(message.reason);
});

// A file dropped beside a drop zone must not replace the window.
for (const kind of ['dragover', 'drop'] as const) document.addEventListener(kind, (event) => event.preventDefault());

const start = await startDesk();
const language = languageOf(start);
// Two hundred slices of Chinese type, each fetched when a character needs it: at once for those who read it, else when there is time.
if (language === 'zh-CN') await import('./chinese-type.ts');
else requestIdleCallback(() => void import('./chinese-type.ts'));
const root = document.getElementById('root');
// At once, not in slices between frames: there is nothing else on the screen that could wait for it.
if (root) flushSync(() => createRoot(root).render(<App words={createWords(language)} />));
