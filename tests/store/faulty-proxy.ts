/** Stands between a store and its server and does to the connections what networks do. */
import { connect, createServer, type Socket } from 'node:net';
import { z } from 'zod';

export interface FaultyProxy {
  readonly port: number;
  /** Bytes stay where they are, on old and new connections, until `pass`. */
  hold(): void;
  /** Old connections are cut; new ones are cut too until `pass`. */
  cut(): void;
  pass(): void;
  close(): void;
}

export async function faultyProxy(to: { readonly host: string; readonly port: number }): Promise<FaultyProxy> {
  let mode: 'pass' | 'hold' | 'cut' = 'pass';
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    if (mode === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(to.port, to.host);
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => onto.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        onto.destroy();
      });
      if (mode === 'hold') from.pause();
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
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
    pass: () => {
      mode = 'pass';
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      cutAll();
      proxy.close();
    },
  };
}
