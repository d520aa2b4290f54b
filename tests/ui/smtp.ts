// A mail server on this computer for the specs: TLS from the first byte, its own authority, everything kept.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';

export type Received = { to: string; text: string };

export type MailServer = {
  port: number;
  /** The certificate that signs it, as a file. */
  root: string;
  received: Received[];
  /** Hangs up after the next message, without an answer. */
  hangUpOnce: () => void;
  close: () => void;
};

const ask = (args: readonly string[], cwd: string) =>
  execFileSync('openssl', [...args], { cwd, stdio: 'pipe' });

function certificates(folder: string): void {
  const days = ['-days', '2'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  ask(
    ['req', '-x509', ...key, ...days, '-subj', '/CN=Proefgezag', '-keyout', 'root.key', '-out', 'root.pem'],
    folder,
  );
  ask(['req', ...key, '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr'], folder);
  writeFileSync(join(folder, 'names.txt'), 'subjectAltName=DNS:localhost\n');
  ask(
    [
      'x509',
      '-req',
      '-in',
      'server.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-CAcreateserial',
      ...days,
    ].concat(['-extfile', 'names.txt', '-out', 'server.pem']),
    folder,
  );
}

/** Starts one; `password` is the only one it takes. */
export async function mailServer(password: string): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'standvast-smtp-'));
  certificates(folder);
  const received: Received[] = [];
  let hangUp = false;

  const talk = (socket: TLSSocket) => {
    let to = '';
    let message: string[] | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (message !== null) {
        if (line !== '.') {
          message.push(line.replace(/^\./, ''));
          return;
        }
        received.push({ to, text: message.join('\r\n') });
        message = null;
        if (hangUp) {
          hangUp = false;
          socket.destroy();
        } else say('250 2.0.0 aangenomen');
        return;
      }
      const word = (line.split(' ')[0] ?? '').toUpperCase();
      if (word === 'EHLO') say('250-localhost\r\n250 AUTH PLAIN');
      else if (word === 'AUTH') {
        const given = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString('utf8')
          .split('\0')[2];
        say(given === password ? '235 2.7.0 welkom' : '535 5.7.8 wachtwoord onjuist');
      } else if (word === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (word === 'DATA') {
        message = [];
        say('354 kom maar');
      } else if (word === 'QUIT') {
        say('221 dag');
        socket.end();
      } else say('250 ok');
    };
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      const lines = (rest + piece).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    // Who hangs up ends the conversation, not the test.
    socket.on('error', () => undefined);
    say('220 localhost klaar');
  };

  const server: Server = createServer(
    { key: readFileSync(join(folder, 'server.key')), cert: readFileSync(join(folder, 'server.pem')) },
    talk,
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    root: join(folder, 'root.pem'),
    received,
    hangUpOnce: () => {
      hangUp = true;
    },
    close: () => server.close(),
  };
}
