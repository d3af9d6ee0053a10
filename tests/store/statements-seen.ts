/** Every text of a statement that an engine's driver is handed in this process, whoever hands it. */
import Database from 'libsql';
import { Session, Transaction } from 'neo4j-driver';
import { vi } from 'vitest';

export interface StatementsSeen {
  /** Those since the last look. */
  take(): ReadonlySet<string>;
  stop(): void;
}

export function watchStatements(): StatementsSeen {
  const spies = [
    vi.spyOn(Database.prototype, 'prepare'),
    vi.spyOn(Database.prototype, 'exec'),
    vi.spyOn(Session.prototype, 'run'),
    vi.spyOn(Transaction.prototype, 'run'),
  ];
  return {
    take: () => {
      const texts = spies.flatMap((spy) => spy.mock.calls.map(([first]: readonly unknown[]) => textOf(first)));
      for (const spy of spies) spy.mockClear();
      return new Set(texts);
    },
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  if (typeof statement === 'object' && statement !== null && 'text' in statement) return String(statement.text);
  throw new Error('a statement without a text');
}
