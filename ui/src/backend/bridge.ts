// In a browser, for tests: the same commands over loopback. The page carries the token that the bridge printed;
// a browser cannot choose a path, so a dialog asks for it in words.

import { askPath } from './pathRequest';
import { ApiFailure, isApiError, localFailure, type Transport } from './transport';

function token(): string {
  const fromAddress = new URLSearchParams(window.location.hash.slice(1)).get('token');
  const meta = document.querySelector<HTMLMetaElement>('meta[name="x-standvast-token"]');
  return fromAddress ?? meta?.content ?? '';
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
  };
}
