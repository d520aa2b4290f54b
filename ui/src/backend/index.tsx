// The door to the core: typed calls, and the dialogs that choose a path. Nothing else leaves this folder.

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { bridgeTransport } from './bridge';
import { underWay } from './calls';
import { heeded } from './ended';
import { watched } from './trouble';
import { tauriTransport } from './tauri';
import type { Closing, CommandName, Commands, FileDrag, PickOptions, Transport } from './transport';
import type { Lang } from './wire';

export type * from './api.gen';
export type * from './api.next';
export type * from './wire';
export {
  ApiFailure,
  type Closing,
  type ClosingWord,
  type CommandName,
  type Commands,
  type LocalCode,
  type FileDrag,
  type FileFilter,
  type PickOptions,
  type Transport,
} from './transport';
export { useLongCall } from './calls';
export { onSessionEnded } from './ended';
export { forgetTrouble, isSaidByFrame, useTrouble } from './trouble';
export { usePathRequest, type PathRequest } from './pathRequest';

export interface Backend {
  call<Name extends CommandName>(name: Name, payload: Commands[Name]['req']): Promise<Commands[Name]['res']>;
  pickFolder(options: PickOptions): Promise<string | null>;
  pickFile(options: PickOptions): Promise<string | null>;
  saveFile(options: PickOptions): Promise<string | null>;
  print(): Promise<boolean>;
  onFileDrag(hear: (drag: FileDrag) => void): () => void;
  closing: Closing | null;
}

export function chooseTransport(): Transport {
  return '__TAURI_INTERNALS__' in window ? tauriTransport : bridgeTransport();
}

function createBackend(transport: Transport, lang: Lang): Backend {
  return {
    // The list of commands is the promise that name and answer belong together; the wire itself has no types.
    call: <Name extends CommandName>(name: Name, payload: Commands[Name]['req']) =>
      watched(name, heeded(underWay(name, transport.call(name, payload, lang)))) as Promise<
        Commands[Name]['res']
      >,
    pickFolder: (options) => transport.pickFolder(options),
    pickFile: (options) => transport.pickFile(options),
    saveFile: (options) => transport.saveFile(options),
    print: async () => {
      if (transport.print) return transport.print();
      if (typeof window.print !== 'function') return false;
      window.print();
      return true;
    },
    onFileDrag: (hear) => transport.onFileDrag(hear),
    closing: transport.closing ?? null,
  };
}

const BackendContext = createContext<Backend | null>(null);

export function BackendProvider(props: { transport: Transport; lang: Lang; children: ReactNode }) {
  const { transport, lang } = props;
  const backend = useMemo(() => createBackend(transport, lang), [transport, lang]);
  return <BackendContext value={backend}>{props.children}</BackendContext>;
}

export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (!backend) throw new Error('useBackend outside BackendProvider');
  return backend;
}
