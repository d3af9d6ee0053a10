/** Requests as `fetch` would not send them: whatever path, headers, body and pace. */
import { request, type Agent } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Bytes of a body that is announced and never sent. */
  readonly announced?: number | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export function send(
  url: string,
  { method, path, headers, body, announced }: RawRequest,
  agent?: Agent,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const bytes = announced ?? (body === undefined ? 0 : Buffer.byteLength(body));
    const length: Record<string, string> = bytes === 0 ? {} : { 'content-length': String(bytes) };
    const options = { hostname, port, path, method, headers: { ...length, ...headers } };
    const call = request(agent === undefined ? options : { ...options, agent }, (response) => {
      const parts: Buffer[] = [];
      const finish = (): void => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        if (announced !== undefined) call.destroy();
      };
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', finish);
      response.on('error', finish);
    });
    call.on('error', reject);
    if (announced === undefined) call.end(body);
    else call.flushHeaders();
  });
}

/** A connection that is opened and left to whoever opened it. */
export function openConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.off('error', reject);
      // What the server does to it is looked at, not thrown.
      socket.on('error', () => undefined);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** All that the server says until it closes the connection. */
export function untilClosed(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}
