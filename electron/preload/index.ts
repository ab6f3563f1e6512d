import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { WindowMessage } from '../../shared/contract/bridge.ts';

/**
 * All the window is given: `call` and `on` (shared/contract/bridge.ts). A dropped file's path is read here and goes to the
 * main process beside the input; the window never sees it, and a file it made up itself has none.
 */
contextBridge.exposeInMainWorld('casewright', {
  call: (name: string, input: unknown, options: { readonly jobId?: string; readonly files?: readonly File[] } = {}) =>
    ipcRenderer.invoke('call', {
      name,
      input,
      jobId: options.jobId ?? null,
      paths: options.files?.map((file) => webUtils.getPathForFile(file)).filter(Boolean) ?? null,
    }),
  on: (listener: (message: WindowMessage) => void) => {
    const forward = (_event: unknown, message: WindowMessage) => listener(message);
    ipcRenderer.on('message', forward);
    return () => void ipcRenderer.off('message', forward);
  },
});
