/** /access/…: who one is here, signing in and out, and that a file was taken away. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccessControl } from '../../access/access-control.ts';
import type { AuditLog } from '../../access/audit/audit-log.ts';
import { AccessFault } from '../../access/access-fault.ts';
import type { Principal } from '../../access/principal.ts';
import type { SignIn } from '../../access/sign-in/sign-in.ts';
import { SignInFault } from '../../access/sign-in/sign-in-fault.ts';
import { ownOriginOnly, type OriginOptions } from '../door/origin.ts';
import { errorBody } from '../error-answers.ts';
import { auditedWho, type Guard } from './guard.ts';

export interface AccessRouteParts {
  readonly guard: Guard;
  readonly control: AccessControl;
  readonly audit: AuditLog | null;
  readonly signIn: SignIn | null;
  readonly origins: OriginOptions;
}

/** What whoever asks is told of themselves. */
function told(principal: Principal): Readonly<Record<string, unknown>> {
  const { kind, rights } = principal;
  if (kind === 'anybody' || kind === 'nobody') return { kind, rights: [...rights] };
  return { kind, name: principal.name, role: principal.role, rights: [...rights] };
}

const To = z.object({ to: z.string().optional() }).catch({});

const Exported = z.object({ form: z.string().regex(/^[a-z0-9-]{1,20}$/) });

function searchOf({ url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark);
}

/** A page for whoever looks at one: the explorer says what went wrong in their language. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}

class AccessRoutes {
  readonly #parts: AccessRouteParts;

  constructor(parts: AccessRouteParts) {
    this.#parts = parts;
  }

  me(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return reply.header('cache-control', 'no-store').send(told(this.#parts.guard.principalOf(request)));
  }

  /** Which keys there are, without what would open anything. */
  keys(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const keys = this.#parts.control.keys?.all() ?? [];
    const told = keys.map(({ id, name, role, added, expires, revoked }) => ({
      id,
      name,
      role,
      added,
      expires,
      revoked,
    }));
    return reply.header('cache-control', 'no-store').send({ keys: told });
  }

  /** The end of the audit log. */
  recent(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const recent = this.#parts.audit?.recent() ?? { lines: [], whole: true };
    return reply.header('cache-control', 'no-store').send(recent);
  }

  async begin(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { guard } = this.#parts;
    if (!guard.mayBegin(request, reply)) return reply;
    try {
      const { location, cookies } = await signIn.begin(To.parse(request.query).to);
      return reply.header('cache-control', 'no-store').header('set-cookie', cookies).redirect(location, 303);
    } catch (error) {
      return this.#failed(request, reply, error);
    }
  }

  async finish(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { cookie } = request.headers;
    try {
      const { person, to } = await signIn.finish(cookie, searchOf(request));
      this.#tell(request, person, 'signed-in');
      const { location, cookies } = signIn.enter(person, to, cookie);
      return reply.header('cache-control', 'no-store').header('set-cookie', cookies).redirect(location, 303);
    } catch (error) {
      return this.#failed(request, reply, error);
    }
  }

  leave(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { guard, signIn } = this.#parts;
    const principal = guard.principalOf(request);
    // First of all they are out.
    const cookies = signIn?.leave(request.headers.cookie) ?? [];
    if (principal.kind === 'person') this.#tryToTell(request, () => this.#tell(request, principal, 'signed-out'));
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    return reply.code(204).header('cache-control', 'no-store').send();
  }

  exported(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { guard, audit } = this.#parts;
    const parsed = Exported.safeParse(request.body);
    if (!parsed.success) {
      return reply
        .code(400)
        .send(errorBody({ message: 'Send {"form": "csv"}: what kind of file it is.', code: 'BAD_REQUEST' }));
    }
    try {
      const { form } = parsed.data;
      audit?.write(auditedWho(guard.principalOf(request)), { event: 'exported', form }, whereOf(request));
    } catch (error) {
      if (!(error instanceof AccessFault)) throw error;
      request.log.error({ reason: error.message }, 'not audited');
      return reply.code(503).header('retry-after', '5').send(errorBody(NOT_AUDITED));
    }
    return reply.code(204).send();
  }

  #tell(request: FastifyRequest, person: Principal, event: 'signed-in' | 'signed-out'): void {
    try {
      this.#parts.audit?.write(auditedWho(person), { event }, whereOf(request));
    } catch (error) {
      if (error instanceof AccessFault) throw new SignInFault('AUDIT_UNAVAILABLE', error.message);
      throw error;
    }
  }

  #tryToTell(request: FastifyRequest, tell: () => void): void {
    try {
      tell();
    } catch (error) {
      if (!(error instanceof AccessFault || error instanceof SignInFault)) throw error;
      request.log.error({ reason: error.message }, 'not audited');
    }
  }

  #failed(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    if (!(error instanceof SignInFault)) throw error;
    const { guard, audit } = this.#parts;
    const { status, code, message, reason } = error;
    request.log.warn({ code, reason }, 'nobody was signed in');
    // A provider that is away is nobody's attempt.
    if (status !== 503 && !guard.mayFail(request, reply)) return reply;
    this.#tryToTell(request, () =>
      audit?.write({ kind: 'nobody' }, { event: 'sign-in-failed', reason: code }, whereOf(request)),
    );
    void reply.header('cache-control', 'no-store');
    if (wantsPage(request)) return reply.redirect(`/?access=${code}`, 303);
    if (status === 503) void reply.header('retry-after', '10');
    return reply.code(status).send(errorBody({ message, code }));
  }
}

const NOT_AUDITED = {
  message: 'Nothing can be taken away while this server cannot write down who does; try again later.',
  code: 'AUDIT_UNAVAILABLE',
};

function whereOf({ ip, id }: FastifyRequest): { readonly address: string; readonly requestId: string } {
  return { address: ip, requestId: id };
}

const NO_PROVIDER = errorBody({
  message: 'There is no provider to sign in with here; send a key as Authorization: Bearer sentra_…',
  code: 'NOT_FOUND',
});

export function registerAccess(app: FastifyInstance, parts: AccessRouteParts): void {
  const routes = new AccessRoutes(parts);
  const { signIn, origins } = parts;
  const onRequest = ownOriginOnly(origins);
  // A HEAD would begin, or use up, what only a GET is meant to.
  const options = { exposeHeadRoute: false } as const;
  app.get('/access/me', (request, reply) => routes.me(request, reply));
  app.get('/access/keys', (request, reply) => routes.keys(request, reply));
  app.get('/access/audit', (request, reply) => routes.recent(request, reply));
  app.post('/access/sign-out', { onRequest }, (request, reply) => routes.leave(request, reply));
  app.post('/access/exported', { onRequest }, (request, reply) => routes.exported(request, reply));
  if (signIn === null) {
    const none = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => reply.code(404).send(NO_PROVIDER);
    app.get('/access/sign-in', options, none);
    app.get('/access/callback', options, none);
    return;
  }
  app.get('/access/sign-in', options, (request, reply) => routes.begin(signIn, request, reply));
  app.get('/access/callback', options, (request, reply) => routes.finish(signIn, request, reply));
}
