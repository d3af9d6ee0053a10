/** Why Sentra did not start, in words that say what to do: one message, no stack. */
import { AccessFault } from '../access/access-fault.ts';
import { StoreError } from '../store/graph-store.ts';
import { ConfigurationError } from './configuration.ts';

/** A reason not to start that a person can do something about. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

interface SystemFault {
  readonly code: string;
  readonly syscall: string | undefined;
}

function systemFault(error: Error): SystemFault | null {
  if (!('code' in error) || typeof error.code !== 'string') return null;
  return {
    code: error.code,
    syscall: 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : undefined,
  };
}

/** Failures to listen, by the system's code. */
export function listenFailure(error: unknown, host: string, port: number): unknown {
  const fault = error instanceof Error ? systemFault(error) : null;
  switch (fault?.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is already in use. Stop what uses it, or choose another port: SENTRA_PORT=${port + 1 > 65_535 ? 4000 : port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(`Port ${port} may not be used by this user. Choose one above 1023: SENTRA_PORT=4000`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`This machine has no address ${host}. Set SENTRA_HOST to one it has, such as 127.0.0.1`);
    default:
      return error;
  }
}

const FORESEEN = [ConfigurationError, StartError, StoreError, AccessFault];

/** The message for standard error. What nobody foresaw is named without its stack, with the way to see more. */
export function startFailureMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (FORESEEN.some((kind) => error instanceof kind)) return `Sentra did not start.\n${reason}`;
  return `Sentra did not start, for a reason it does not know: ${reason}\nSENTRA_LOG_LEVEL=debug shows where.`;
}
