// In a browser, for tests: the same commands over loopback. The page carries the token that the bridge printed;
// a browser cannot choose a path, so a dialog asks for it in words.

import { askPath } from './pathRequest';
import { ApiFailure, isApiError, localFailure, type FileDrag, type Transport } from './transport';

function token(): string {
  const fromAddress = new URLSearchParams(window.location.hash.slice(1)).get('token');
  const meta = document.querySelector<HTMLMetaElement>('meta[name="x-standvast-token"]');
  return fromAddress ?? meta?.content ?? '';
}

const FILE = /^file:\/\//;

/** A browser tells no paths of real files; it passes on addresses that a test drops. */
function listenForDrags(hear: (drag: FileDrag) => void): () => void {
  const over = (event: DragEvent) => {
    event.preventDefault();
    hear({ what: 'over' });
  };
  const away = (event: DragEvent) => {
    if (event.relatedTarget === null) hear({ what: 'away' });
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    const lines = event.dataTransfer?.getData('text/uri-list').split(/\r?\n/) ?? [];
    const paths = lines.filter((line) => FILE.test(line)).map((line) => decodeURI(line.replace(FILE, '')));
    hear(paths.length > 0 ? { what: 'dropped', paths } : { what: 'away' });
  };
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', away);
  window.addEventListener('drop', dropped);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', away);
    window.removeEventListener('drop', dropped);
  };
}

export function bridgeTransport(): Transport {
  const secret = token();
  return {
    async call(name, payload, lang) {
      let response: Response;
      let body: unknown;
      try {
        response = await fetch('/api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-standvast-token': secret },
          body: JSON.stringify({ name, payload, lang }),
        });
        body = await response.json();
      } catch (reason) {
        throw localFailure('core_unreachable', { reason: String(reason) });
      }
      if (response.ok) return body;
      if (isApiError(body)) throw new ApiFailure(body);
      throw localFailure('answer_not_understood', { status: response.status });
    },
    pickFolder: (options) => askPath('folder', options),
    pickFile: (options) => askPath('file', options),
    saveFile: (options) => askPath('save', options),
    onFileDrag: listenForDrags,
  };
}
