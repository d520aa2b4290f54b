// Inside the application: one command of the shell carries every call; dialogs are the system's own.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { ApiFailure, isApiError, localFailure, type PickOptions, type Transport } from './transport';

const pick = (command: string, options: PickOptions) => invoke<string | null>(command, { options });

export const tauriTransport: Transport = {
  async call(name, payload, lang) {
    try {
      return await invoke<unknown>('call', { name, payload, lang });
    } catch (reason) {
      if (isApiError(reason)) throw new ApiFailure(reason);
      throw localFailure('core_unreachable', { reason: String(reason) });
    }
  },
  pickFolder: (options) => pick('pick_folder', options),
  pickFile: (options) => pick('pick_file', options),
  saveFile: (options) => pick('save_file', options),
  // Not window.print: in the web view of macOS that does nothing by itself.
  async print() {
    try {
      await invoke('print_window');
      return true;
    } catch {
      return false;
    }
  },
  onFileDrag(hear) {
    const heard = [
      listen('files-over', () => hear({ what: 'over' })),
      listen('files-away', () => hear({ what: 'away' })),
      listen<string[]>('files-dropped', ({ payload }) => hear({ what: 'dropped', paths: payload })),
    ];
    return () => {
      for (const stop of heard) void stop.then((end) => end());
    };
  },
};
