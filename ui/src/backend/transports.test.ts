import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeTransport } from './bridge';
import { chooseTransport } from './index';
import { tauriTransport } from './tauri';
import { ApiFailure } from './transport';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const refused = {
  code: 'wrong_key',
  severity: 'error',
  message: 'Past niet.',
  hint: null,
  details: {},
  fields: [],
};

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const reason: unknown = await promise.catch((error: unknown) => error);
  return reason instanceof ApiFailure ? reason.error.code : `not a failure: ${String(reason)}`;
}

describe('inside the application', () => {
  beforeEach(() => invoke.mockReset());

  it('carries every call through one command', async () => {
    invoke.mockResolvedValue({ ok: 1 });
    await expect(tauriTransport.call('today', {}, 'en')).resolves.toEqual({ ok: 1 });
    expect(invoke).toHaveBeenCalledWith('call', { name: 'today', payload: {}, lang: 'en' });
  });

  it('passes on a refusal as the core worded it, and words anything else itself', async () => {
    invoke.mockRejectedValueOnce(refused);
    expect(await codeOf(tauriTransport.call('today', {}, 'nl'))).toBe('wrong_key');
    invoke.mockRejectedValueOnce('ipc is gone');
    expect(await codeOf(tauriTransport.call('today', {}, 'nl'))).toBe('core_unreachable');
  });

  it('is chosen when the application is around it', () => {
    expect(chooseTransport()).not.toBe(tauriTransport);
    vi.stubGlobal('__TAURI_INTERNALS__', {});
    expect(chooseTransport()).toBe(tauriTransport);
    vi.unstubAllGlobals();
  });
});

describe('over the bridge', () => {
  const answer = (status: number, body: unknown) =>
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(JSON.stringify(body), { status })),
    );

  beforeEach(() => {
    window.location.hash = '#token=s3cret';
    return () => vi.unstubAllGlobals();
  });

  it('sends name, payload and language with the token of the page', async () => {
    answer(200, { version: '1' });
    await bridgeTransport().call('app_info', {}, 'nl');
    expect(fetch).toHaveBeenCalledWith(
      '/api/call',
      expect.objectContaining({
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-standvast-token': 's3cret' },
        body: JSON.stringify({ name: 'app_info', payload: {}, lang: 'nl' }),
      }),
    );
  });

  it('tells refusals, broken answers and silence apart', async () => {
    answer(422, refused);
    expect(await codeOf(bridgeTransport().call('today', {}, 'nl'))).toBe('wrong_key');
    answer(500, { oops: true });
    expect(await codeOf(bridgeTransport().call('today', {}, 'nl'))).toBe('answer_not_understood');
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('refused'))),
    );
    expect(await codeOf(bridgeTransport().call('today', {}, 'nl'))).toBe('core_unreachable');
  });
});
