/** What the driver throws, as the interface's errors: a person's words, no query text. */
import { Neo4jError } from 'neo4j-driver';
import { StoreError } from '../graph-store.ts';

const CREDENTIALS = 'SENTRA_NEO4J_USER and SENTRA_NEO4J_PASSWORD';

/** @param server its host and port, as in 127.0.0.1:7687 */
export function unavailable(server: string, cause?: unknown): StoreError {
  return new StoreError(
    'STORE_UNAVAILABLE',
    `Neo4j at ${server} does not answer; start it, or correct the address in SENTRA_STORE`,
    { cause },
  );
}

function foreseen({ code, message }: Neo4jError, server: string): [StoreError['code'], string] | null {
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return ['STORE_UNAVAILABLE', `Neo4j at ${server} refuses the user or the password; correct ${CREDENTIALS}`];
    case 'Neo.ClientError.Security.CredentialsExpired':
      return ['STORE_UNAVAILABLE', `Neo4j at ${server} wants this password changed first; then set ${CREDENTIALS}`];
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return ['STORE_UNAVAILABLE', `Neo4j at ${server} has no such database; correct SENTRA_NEO4J_DATABASE`];
    case 'Neo.ClientError.Security.Forbidden':
    case 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase':
    case 'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase':
    case 'Neo.DatabaseError.General.WriteOnReadOnlyAccessDatabase':
      return ['STORE_NOT_WRITABLE', `Neo4j at ${server} refuses it to this user or in this database: ${code}`];
    case 'Neo.TransientError.Transaction.DeadlockDetected':
    case 'Neo.TransientError.Transaction.LockAcquisitionTimeout':
    case 'Neo.ClientError.Transaction.LockClientStopped':
      return ['STORE_LOCKED', `others write to Neo4j at ${server} at the same time; try again`];
    case 'Neo.ClientError.Schema.ConstraintValidationFailed':
      return ['INVALID_CHANGE', `nothing was written; Neo4j found the change to break a constraint: ${message}`];
    case 'Neo.ClientError.Transaction.TransactionTimedOut':
    case 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration':
      return ['STORE_UNAVAILABLE', `Neo4j at ${server} did not answer in time`];
    default:
      return null;
  }
}

/**
 * Whether a server that answers with this error serves questions all the same: it refuses us, or is busy, or gave one up. One that is
 * still starting, or stopping, answers too, but that its database is not available.
 */
export function canServe(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    /^Neo\.(ClientError\.Security\.|(Client|Transient)Error\.Transaction\.|TransientError\.Request\.)/.test(error.code)
  );
}

/** Whoever answered speaks no Bolt that we know. The driver tells by its message only. */
function stranger(error: Neo4jError, server: string): StoreError | null {
  const { message } = error;
  if (/HTTP/.test(message)) {
    return new StoreError(
      'STORE_FOREIGN',
      `${server} answers as a web server; give the port of Bolt in SENTRA_STORE, mostly 7687`,
      { cause: error },
    );
  }
  if (/protocol version|Unknown Bolt protocol/.test(message)) {
    return new StoreError(
      'STORE_FOREIGN',
      `${server} speaks no version of Bolt that Sentra knows, so it is too old or no Neo4j; Sentra needs Neo4j 5 or newer`,
      { cause: error },
    );
  }
  return null;
}

/** What is wrong with a certificate, and what would be right, by the code that Node gives it. */
function certificateFault(reason: string): string {
  if (reason.includes('ALTNAME_INVALID')) return 'it is made out to another name; give that name in SENTRA_STORE';
  if (reason.includes('HAS_EXPIRED')) return 'it has expired; have it renewed';
  if (reason.includes('NOT_YET_VALID')) return 'it is not valid yet; compare the clocks of both machines';
  const who = reason.includes('SELF_SIGNED') ? 'its owner signed it' : 'whoever signed it is not known here';
  return `${who}; name the file of the signer’s certificate in NODE_EXTRA_CA_CERTS`;
}

/** @returns the messages of an error and of what caused it; a routing driver wraps them */
function messagesOf(error: Error): string {
  return error.message + (error.cause instanceof Error ? `\n${messagesOf(error.cause)}` : '');
}

/** A connection that came about and was then not trusted or not understood. The driver tells by its message only. */
function encryption(error: Neo4jError, server: string): StoreError | null {
  const message = messagesOf(error);
  const reason = /certificate is not trusted[^]*Socket responded with: (\w+)/.exec(message)?.[1];
  if (reason !== undefined) {
    return new StoreError(
      'STORE_UNAVAILABLE',
      `the certificate of Neo4j at ${server} is not trusted (${reason}): ${certificateFault(reason)}. ` +
        'Or write bolt+ssc:// or neo4j+ssc:// in SENTRA_STORE, which encrypts and takes any certificate',
      { cause: error },
    );
  }
  if (/wrong version number|SSL routines|before secure TLS connection/.test(message)) {
    return new StoreError(
      'STORE_UNAVAILABLE',
      `${server} ended the connection before it was encrypted, as one does that does not encrypt; turn that on there, or write bolt:// or neo4j:// in SENTRA_STORE`,
      { cause: error },
    );
  }
  if (message.includes('Connection was closed by server')) {
    return new StoreError(
      'STORE_UNAVAILABLE',
      `Neo4j at ${server} ended the connection; start it anew, or if it wants encryption write bolt+s:// or neo4j+s:// in SENTRA_STORE`,
      { cause: error },
    );
  }
  return null;
}

/** Everything that a question to the server may end in, as a StoreError. */
export function storeError(error: unknown, server: string): StoreError {
  if (error instanceof StoreError) return error;
  if (!(error instanceof Neo4jError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return new StoreError('STORE_UNAVAILABLE', `the question to Neo4j at ${server} failed: ${reason}`, {
      cause: error,
    });
  }
  const [code, message] = foreseen(error, server) ?? [null, ''];
  if (code !== null) return new StoreError(code, message, { cause: error });
  // Of the driver's own: no connection, or none in time, or somebody else at the other end.
  if (!error.code.startsWith('Neo.')) {
    return encryption(error, server) ?? stranger(error, server) ?? unavailable(server, error);
  }
  return new StoreError('STORE_UNAVAILABLE', `Neo4j at ${server} cannot answer now: ${error.code}`, { cause: error });
}
