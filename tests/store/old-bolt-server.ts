/** A server of another age, on 127.0.0.1: it negotiates the version of Bolt it is told to and says what product it is. */
import { createServer, type Socket } from 'node:net';
import { z } from 'zod';

export interface OldBoltServer {
  readonly port: number;
  close(): void;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([bytes.length < 16 ? Buffer.of(0x80 + bytes.length) : Buffer.of(0xd0, bytes.length), bytes]);
}

/** SUCCESS with a map of so many pairs, in one chunk. */
function success(pairs: number, ...parts: readonly Buffer[]): Buffer {
  const message = Buffer.concat([Buffer.of(0xb1, 0x70, 0xa0 + pairs), ...parts]);
  return Buffer.concat([Buffer.of(0, message.length), message, Buffer.of(0, 0)]);
}

const hello = (agent: string): Buffer => success(2, text('server'), text(agent), text('connection_id'), text('bolt-1'));
/** To whatever else is asked: no fields, no rows. */
const NOTHING = success(1, text('fields'), Buffer.of(0x90));

/** Chunked messages end in two zero bytes after their last chunk. */
function messagesIn(bytes: Buffer): { count: number; rest: Buffer } {
  let at = 0;
  let whole = 0;
  let count = 0;
  while (at + 2 <= bytes.length) {
    const length = bytes.readUInt16BE(at);
    if (at + 2 + length > bytes.length) break;
    at += 2 + length;
    if (length === 0) {
      count += 1;
      whole = at;
    }
  }
  return { count, rest: bytes.subarray(whole) };
}

/** @param version what the handshake is answered with, as in [0, 0, 4, 4]; all zero: none of those offered */
export async function oldBoltServer(version: readonly number[], agent: string): Promise<OldBoltServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let shaken = false;
    let greeted = false;
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more) => {
      bytes = Buffer.concat([bytes, more]);
      if (!shaken) {
        // Four bytes that say Bolt and four versions of four bytes.
        if (bytes.length < 20) return;
        shaken = true;
        bytes = bytes.subarray(20);
        socket.write(Buffer.from(version));
      }
      const { count, rest } = messagesIn(bytes);
      bytes = Buffer.from(rest);
      for (let message = 0; message < count; message += 1) {
        socket.write(greeted ? NOTHING : hello(agent));
        greeted = true;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: z.object({ port: z.number() }).parse(server.address()).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
