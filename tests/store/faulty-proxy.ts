/** Stands between a store and its server and does to the connections what networks do. */
import { connect, createServer, type Socket } from 'node:net';
import { z } from 'zod';

export interface FaultyProxy {
  readonly port: number;
  /** Bytes stay where they are, on old and new connections, until `pass`. */
  hold(): void;
  /** Old connections are cut; new ones are cut too until `pass`. */
  cut(): void;
  /** Every piece arrives so many milliseconds late. */
  delay(ms: number): void;
  /** So many more bytes of the server's answers arrive, then old connections are cut; new ones are cut until `pass`. */
  cutAfter(bytes: number): void;
  /** Old connections stay silent for ever, as after the host at the other end vanished; new ones pass. */
  lose(): void;
  pass(): void;
  close(): void;
}

/** @param onSent told of every piece that a client sends */
export async function faultyProxy(
  to: { readonly host: string; readonly port: number },
  onSent: (bytes: Buffer) => void = () => undefined,
): Promise<FaultyProxy> {
  let mode: 'pass' | 'hold' | 'cut' | 'delay' | 'cut soon' = 'pass';
  let lateMs = 0;
  let bytesLeft = 0;
  /** Pieces on their way, and how each arrives. */
  const late = new Map<NodeJS.Timeout, () => void>();
  const deliverLate = (): void => {
    for (const [timer, deliver] of late) {
      clearTimeout(timer);
      deliver();
    }
  };
  const sockets = new Set<Socket>();
  const lost = new Set<Socket>();
  const cutAll = (): void => {
    for (const socket of [...sockets, ...lost]) socket.destroy();
  };
  // A piece goes on at once, as the driver and the server send it: else it waits 40 ms for word of the last one.
  const proxy = createServer({ noDelay: true }, (near) => {
    if (mode === 'cut') {
      near.destroy();
      return;
    }
    const far = connect({ port: to.port, host: to.host, noDelay: true });
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      const deliver = (bytes: Buffer): void => {
        if (!onto.destroyed) onto.write(bytes);
      };
      from.on('data', (bytes: Buffer) => {
        if (from === near) onSent(bytes);
        if (mode === 'delay') {
          const arrive = (): void => {
            late.delete(timer);
            deliver(bytes);
          };
          const timer = setTimeout(arrive, lateMs).unref();
          late.set(timer, arrive);
        } else if (mode === 'cut soon' && from === far && (bytesLeft -= bytes.length) <= 0) {
          mode = 'cut';
          onto.write(bytes.subarray(0, Math.max(1, bytes.length + bytesLeft)), cutAll);
        } else {
          deliver(bytes);
        }
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        lost.delete(from);
        onto.destroy();
      });
      if (mode === 'hold') from.pause();
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: z.object({ port: z.number() }).parse(proxy.address()).port,
    hold: () => {
      mode = 'hold';
      for (const socket of sockets) socket.pause();
    },
    cut: () => {
      mode = 'cut';
      cutAll();
    },
    delay: (ms) => {
      mode = 'delay';
      lateMs = ms;
    },
    cutAfter: (bytes) => {
      mode = 'cut soon';
      bytesLeft = bytes;
    },
    lose: () => {
      mode = 'pass';
      for (const socket of sockets) lost.add(socket.pause());
      sockets.clear();
    },
    pass: () => {
      mode = 'pass';
      deliverLate();
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      for (const timer of late.keys()) clearTimeout(timer);
      cutAll();
      proxy.close();
    },
  };
}
