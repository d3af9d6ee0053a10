import { REQUEST_FAULTS, type RequestFault } from '../requests/request-error.ts';

/** As the client names it. */
export type { RequestFault } from '../requests/request-error.ts';
export { secondsUntilAsking } from '../requests/allowance.ts';

/** A fault as the exploration keeps it: its name. Anything else is unexpected. */
export function faultNamed(message: string): RequestFault {
  return REQUEST_FAULTS.find((fault) => fault === message) ?? 'UNEXPECTED';
}
