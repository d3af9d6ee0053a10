/** /access/…: who one is here. */
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../access/principal.ts';
import type { Guard } from './guard.ts';

/** What whoever asks is told of themselves. */
function told(principal: Principal): Readonly<Record<string, unknown>> {
  const { kind, rights } = principal;
  if (kind === 'anybody' || kind === 'nobody') return { kind, rights: [...rights] };
  return { kind, name: principal.name, role: principal.role, rights: [...rights] };
}

export interface AccessRouteParts {
  readonly guard: Guard;
}

export function registerAccess(app: FastifyInstance, { guard }: AccessRouteParts): void {
  app.get('/access/me', (request, reply) =>
    reply.header('cache-control', 'no-store').send(told(guard.principalOf(request))),
  );
}
