/** What is open to whom, by where Sentra listens: all to this machine, to others what settings ask for. */
import type { Access } from '../server/server.ts';
import type { Configuration } from './configuration.ts';

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export function accessOf({ host, hosts, introspection, metrics, questions }: Configuration): Access {
  const here = isLoopback(host);
  return {
    introspection: introspection ?? here,
    metrics: metrics ?? here,
    anyQuestion: questions === null ? here : questions === 'any',
    hosts,
    loopbackOnly: here,
  };
}
