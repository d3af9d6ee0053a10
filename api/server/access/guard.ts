/**
 * The one place where who asks is found out and a route's right is asked for, before anything of the body is read. What a question needs beyond
 * that of `/graphql` itself is asked for where it was read (asked-rights.ts), from the same principal.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessControl, Unidentified } from '../../access/access-control.ts';
import type { AuditedWho } from '../../access/audit/audit-log.ts';
import type { Refusals, Refused } from '../../access/audit/refusals.ts';
import { holdsKey } from '../../access/keys/key-text.ts';
import { limitedAddress } from '../../access/limits/address-of.ts';
import type { Buckets } from '../../access/limits/buckets.ts';
import { may, NOBODY, type Principal } from '../../access/principal.ts';
import type { Right } from '../../access/rights.ts';
import { closesLong } from '../door/origin.ts';
import { errorBody } from '../error-answers.ts';
import { requireRouteRules, ruleOfRoute } from './route-rules.ts';

export interface GuardParts {
  readonly control: AccessControl;
  /** Keys that open nothing and failed sign-ins, by address. */
  readonly attempts: Buckets;
  /** Sign-ins that are begun, by address. */
  readonly beginnings: Buckets;
  /** What questions cost, by who asks. */
  readonly spending: Buckets;
  readonly refusals: Refusals | null;
  /** What of signing in is possible, for whoever is told that they have to. */
  readonly waysIn: { readonly key: boolean; readonly provider: boolean };
}

export function auditedWho(principal: Principal): AuditedWho {
  if (principal.kind === 'anybody' || principal.kind === 'nobody') return { kind: principal.kind };
  const { kind, id, name, role } = principal;
  return { kind, id, name, role };
}

/** Header fields as they came: Node keeps the first of several, and so would hide a second. */
function authorizationsOf({ raw }: FastifyRequest): readonly string[] {
  const { rawHeaders } = raw;
  return rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization');
}

/** Tells the page that somebody is known, so that it asks who only then. */
const ACCESS_HEADER = 'sentra-access';

const KEY_IN_ADDRESS =
  'The address holds a key. Addresses stand in logs and histories: revoke it, and send the next one as Authorization: Bearer.';

/** What is answered where somebody has to be known or has not the right. */
export class Guard {
  readonly #parts: GuardParts;
  readonly #principals = new WeakMap<FastifyRequest, Principal>();

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** Who asks; nobody where that was not looked at. */
  principalOf(request: FastifyRequest): Principal {
    return this.#principals.get(request) ?? NOBODY;
  }

  /** On every request, before its body. */
  async look(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (holdsKey(decoded(request.url))) {
      return this.#refuse(request, reply, { status: 400, code: 'KEY_IN_ADDRESS', message: KEY_IN_ADDRESS });
    }
    const rule = ruleOfRoute(request.routeOptions.url);
    if (rule === 'OPEN') return undefined;
    const known = this.#parts.control.identify({
      authorizations: authorizationsOf(request),
      cookie: request.headers.cookie,
    });
    if ('status' in known) return this.#unidentified(request, reply, known);
    this.#principals.set(request, known);
    if (known.kind === 'nobody') return this.#askToSignIn(request, reply);
    // What is answered to one is nobody else's.
    if (known.kind !== 'anybody') void reply.header('cache-control', 'no-store').header(ACCESS_HEADER, known.kind);
    return rule === 'KNOWN' || may(known, rule) ? undefined : this.forbid(request, reply, rule);
  }

  /** 403, naming the right. */
  forbid(request: FastifyRequest, reply: FastifyReply, right: Right): FastifyReply {
    const message = `This asks for the right ${right}, which ${nameOf(this.principalOf(request))} has not.`;
    return this.#refuse(request, reply, { status: 403, code: 'FORBIDDEN', message, right });
  }

  /** 429. @param more for the answer beside its message */
  tooMuch(
    request: FastifyRequest,
    reply: FastifyReply,
    { waitMs, message, more = {} }: { waitMs: number; message: string; more?: Readonly<Record<string, number>> },
  ): FastifyReply {
    void reply.header('retry-after', String(Math.max(1, Math.ceil(waitMs / 1_000))));
    return this.#refuse(request, reply, { status: 429, code: 'TOO_MUCH', message }, more);
  }

  /** Whether who asks can afford a question; refused already where not. Where nobody signs in nobody is counted. */
  affords(request: FastifyRequest, reply: FastifyReply, cost: number): boolean {
    const principal = this.principalOf(request);
    if (principal.kind !== 'key' && principal.kind !== 'person') return true;
    const { spending } = this.#parts;
    const { most: limit, perSecond } = spending.allowance;
    const { taken, left, waitMs } = spending.spend(`${principal.kind} ${principal.id}`, cost);
    if (taken) return true;
    const message = `This question costs ${cost}, and ${Math.floor(left)} of ${limit} are left to you; ${perSecond} come back every second.`;
    this.tooMuch(request, reply, { waitMs, message, more: { cost, limit, left: Math.floor(left), perSecond } });
    return false;
  }

  /** Whether another attempt that failed is told what was wrong with it; refused already where there were too many from one address. */
  mayFail(request: FastifyRequest, reply: FastifyReply): boolean {
    return this.#within(this.#parts.attempts, request, reply);
  }

  /** Whether a sign-in may be begun; refused already where not. */
  mayBegin(request: FastifyRequest, reply: FastifyReply): boolean {
    return this.#within(this.#parts.beginnings, request, reply);
  }

  #within(attempts: Buckets, request: FastifyRequest, reply: FastifyReply): boolean {
    const { taken, waitMs } = attempts.spend(limitedAddress(request.ip), 1);
    if (taken) return true;
    const message = 'Too many attempts to come in were made from this address; try again later.';
    this.tooMuch(request, reply, { waitMs, message });
    return false;
  }

  #askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { waysIn } = this.#parts;
    void reply.header('www-authenticate', 'Bearer realm="Sentra"');
    const message = !waysIn.provider
      ? 'Sign in: send a key of this server as Authorization: Bearer sentra_…'
      : 'Sign in at /access/sign-in, or send a key of this server as Authorization: Bearer sentra_…';
    return this.#refuse(request, reply, { status: 401, code: 'UNAUTHENTICATED', message }, { waysIn });
  }

  #unidentified(request: FastifyRequest, reply: FastifyReply, fault: Unidentified): FastifyReply {
    if (fault.attempt && !this.mayFail(request, reply)) return reply;
    if (fault.status === 401) {
      void reply.header('www-authenticate', 'Bearer realm="Sentra", error="invalid_token"');
    } else if (fault.status === 503) {
      void reply.header('retry-after', '5');
      request.log.error({ reason: this.#parts.control.fault }, 'nobody can be let in');
    }
    const { waysIn } = this.#parts;
    return this.#refuse(request, reply, fault, fault.status === 401 ? { waysIn } : {});
  }

  #refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    { status, code, message, right }: { status: number; code: string; message: string; right?: Right },
    more: Readonly<Record<string, unknown>> = {},
  ): FastifyReply {
    const { ip, id, routeOptions } = request;
    const named = right === undefined ? {} : { right };
    const refused: Refused = { status, code, route: routeOptions.url ?? 'none', ...named };
    this.#parts.refusals?.tell(auditedWho(this.principalOf(request)), refused, { address: ip, requestId: id });
    closesLong(request, reply);
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send(errorBody({ message, code, ...named, ...more }));
  }
}

function nameOf(principal: Principal): string {
  switch (principal.kind) {
    case 'key':
    case 'person':
      return `${principal.name} (${principal.role})`;
    default:
      return 'nobody here';
  }
}

/** An address that cannot be decoded is looked at as it is. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Before any route is made, after what every answer carries. */
export function registerGuard(app: FastifyInstance, parts: GuardParts): Guard {
  const guard = new Guard(parts);
  requireRouteRules(app);
  app.addHook('onRequest', (request, reply) => guard.look(request, reply));
  return guard;
}
