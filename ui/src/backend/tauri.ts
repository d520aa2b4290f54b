// Inside the application: one command of the shell carries every call; dialogs are the system's own.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { ApiFailure, isApiError, localFailure, type PickOptions, type Transport } from './transport';

const pick = (command: string, options: PickOptions) => invoke<string | null>(command, { options });

/** One word after the other: they would not all arrive in the order in which they were said. */
let said: Promise<unknown> = Promise.resolve();

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
  closing: {
    async say(word) {
      // A word that is not heard makes the window close unasked at worst, as one does that hangs.
      const heard = said.then(() => invoke('closing', { word })).catch(() => undefined);
      said = heard;
      await heard;
    },
    onWanted(hear) {
      const heard = listen('close-wanted', hear);
      return () => void heard.then((end) => end());
    },
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
