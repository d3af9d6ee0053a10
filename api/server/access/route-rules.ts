/** Which right a route asks for. A route without a rule keeps the server from starting. */
import type { FastifyInstance } from 'fastify';
import type { Right } from '../../access/rights.ts';

/** `OPEN`: for everybody, and nobody looks at who it is. `KNOWN`: for whoever is somebody, whatever they may. */
export type RouteRule = 'OPEN' | 'KNOWN' | Right;

export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  // The page and its files hold nothing of the graph: one has to see where to sign in.
  '/': 'OPEN',
  '/*': 'OPEN',
  '/console': 'OPEN',
  '/console/': 'OPEN',
  '/console/assets/*': 'OPEN',
  '/health/live': 'OPEN',
  '/health/ready': 'OPEN',
  '/graphql': 'askListed',
  '/metrics': 'readMetrics',
  '/access/me': 'KNOWN',
  '/access/keys': 'manageKeys',
  '/access/audit': 'readAudit',
  '/access/sign-in': 'OPEN',
  '/access/callback': 'OPEN',
  '/access/sign-out': 'KNOWN',
  '/access/exported': 'export',
};

/** An address that leads nowhere has none to keep. */
export function ruleOfRoute(route: string | undefined): RouteRule {
  return route === undefined ? 'OPEN' : (ROUTE_RULES[route] ?? 'manageKeys');
}

/** Before any route is made. @throws Error where one is made that has no rule */
export function requireRouteRules(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url }) => {
    if (ROUTE_RULES[url] === undefined) {
      throw new Error(`${url} has no rule: say in api/server/access/route-rules.ts who may ask there`);
    }
  });
}
