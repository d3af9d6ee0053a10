import { userInfo } from 'node:os';
import type { AuditedWho } from '../access/audit/audit-log.ts';

/** Who runs a command on this machine. */
export function commandUser(): AuditedWho {
  return { kind: 'command', name: userName() };
}

/** In a container the system may know no name for the user. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}
