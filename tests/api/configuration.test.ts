import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../api/start/configuration.ts';

describe('configuration', () => {
  it('has a default for everything; empty is absent', () => {
    expect(readConfiguration({ SENTRA_HOST: '', OTHER: 'x' })).toEqual({
      store: 'sqlite:.sentra/graph.db',
      neo4j: { user: '', password: '', database: null },
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
      hosts: [],
      introspection: null,
      metrics: null,
      questions: null,
      dataset: null,
      inputOutput: null,
      answerSeconds: null,
      access: {
        folder: '.sentra/access',
        control: null,
        audit: null,
        proxies: [],
        allowance: { most: 300_000, perSecond: 5_000 },
        oidc: null,
        publicUrl: null,
        session: { idle: 60, whole: 720 },
      },
    });
  });

  const OIDC = {
    SENTRA_PUBLIC_URL: 'https://sentra.example.id/',
    SENTRA_OIDC_ISSUER: 'https://id.example.id/realms/one',
    SENTRA_OIDC_CLIENT_ID: 'sentra',
    SENTRA_OIDC_READERS: 'staff, guests',
  };

  it('takes a provider to sign in with', () => {
    const { access } = readConfiguration({ ...OIDC, SENTRA_SESSION: '15,480' });
    expect(access).toMatchObject({
      publicUrl: 'https://sentra.example.id',
      session: { idle: 15, whole: 480 },
      oidc: {
        issuer: OIDC.SENTRA_OIDC_ISSUER,
        clientId: 'sentra',
        clientSecret: null,
        scope: 'openid profile',
        roles: { claim: 'groups', readers: ['staff', 'guests'], administrators: [] },
      },
    });
  });

  it.each(Object.keys(OIDC))('names what signing in needs besides, without %s', (name) => {
    expect(() => readConfiguration({ ...OIDC, [name]: '' })).toThrow(new RegExp(name));
  });

  it.each([
    ['SENTRA_OIDC_ISSUER', 'http://id.example.id'],
    ['SENTRA_OIDC_ISSUER', 'https://user:secret@id.example.id'],
    ['SENTRA_PUBLIC_URL', 'http://sentra.example.id'],
    ['SENTRA_PUBLIC_URL', 'https://sentra.example.id/below'],
    ['SENTRA_PUBLIC_URL', 'sentra.example.id'],
    ['SENTRA_OIDC_SCOPE', 'profile'],
    ['SENTRA_SESSION', '60'],
  ])('refuses %s=%s', (name, value) => {
    let message = '';
    try {
      readConfiguration({ ...OIDC, [name]: value });
    } catch (error) {
      message = error instanceof ConfigurationError ? error.message : '';
    }
    expect(message).toMatch(new RegExp(`^${name} is `));
    expect(message).not.toContain('secret');
  });

  it('takes how to sign in to Neo4j', () => {
    const given = { SENTRA_NEO4J_USER: 'me', SENTRA_NEO4J_PASSWORD: 'secret', SENTRA_NEO4J_DATABASE: 'sentra' };
    expect(readConfiguration(given).neo4j).toEqual({ user: 'me', password: 'secret', database: 'sentra' });
  });

  it.each(['-1', '4000.5', 'http', '65536', '1e3'])('refuses the port %s', (port) => {
    expect(() => readConfiguration({ SENTRA_PORT: port })).toThrow(ConfigurationError);
  });

  it('takes how long an answer may take, shorter than the explorer waits', () => {
    expect(readConfiguration({ SENTRA_ANSWER_SECONDS: '28' }).answerSeconds).toBe(28);
    for (const wrong of ['0', '29', '2.5', '5s']) {
      expect(() => readConfiguration({ SENTRA_ANSWER_SECONDS: wrong })).toThrow(/SENTRA_ANSWER_SECONDS .* 1 to 28/);
    }
  });

  it('does not repeat what may hold a password', () => {
    let message = '';
    try {
      readConfiguration({ SENTRA_STORE: 'NEO4J+S//neo4j:secret@host' });
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(message).toMatch(/SENTRA_STORE/);
    expect(message).not.toMatch(/secret/);
  });
});
