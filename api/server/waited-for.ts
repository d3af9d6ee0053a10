import { GraphQLScalarType } from 'graphql';

/**
 * Resolvers whose failures are always promises. graphql gives up a list at the first item that throws, and with it the promises of the
 * items before, without waiting for them: one that fails later is a rejection that nobody handles, and that ends the process.
 */
export function waitedFor<Types extends object>(resolvers: Types): Record<string, object> {
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]: [string, object]) => [
      type,
      fields instanceof GraphQLScalarType ? fields : Object.fromEntries(Object.entries(fields).map(neverThrows)),
    ]),
  );
}

function neverThrows([name, resolver]: [string, unknown]): [string, unknown] {
  if (typeof resolver !== 'function' || name.startsWith('__')) return [name, resolver];
  return [
    name,
    (...args: readonly unknown[]): unknown => {
      try {
        return Reflect.apply(resolver, undefined, args);
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    },
  ];
}
