/** Headers that tell a browser what our page may do: load and ask only from where it came. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const StyleHashes = z.array(z.string().regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*$/));

/**
 * Hashes of the style elements that React Aria and Cytoscape write, from web/csp-style-hashes.json; a browser test says when
 * a new version changes them. None when the file is absent.
 */
export function readStyleHashes(root: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(join(root, 'web', 'csp-style-hashes.json'), 'utf8');
  } catch {
    return [];
  }
  return StyleHashes.parse(JSON.parse(text));
}

/** Of every answer but the console's page. */
export function securityHeaders(styleHashes: readonly string[]): FastifyHelmetOptions {
  return headersWithStyles(styleHashes.map((hash) => `'${hash}'`));
}

/**
 * Of the console's page alone: GraphiQL's editor writes style elements and attributes with positions and colours that no
 * hash can name beforehand. Scripts are as restricted as everywhere.
 */
export function consoleSecurityHeaders(): FastifyHelmetOptions {
  return headersWithStyles(["'unsafe-inline'"]);
}

function headersWithStyles(styles: readonly string[]): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...styles],
        // Cytoscape draws type icons from SVG written into data addresses.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Whether there is TLS is the proxy's to know, and so to promise.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  };
}

/** Whatever does not say how long it may be kept is kept by nobody: answers, and refusals of what may be there tomorrow. */
export function keepNothingUnasked(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}

/** Of answers that are written before any hook runs: nothing in them is a page. */
export const RAW_SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
