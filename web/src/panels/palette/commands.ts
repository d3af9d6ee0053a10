import { useEffect, useRef } from 'react';

/** Where a command stands in the palette; in this order. */
export const COMMAND_GROUPS = [
  'node',
  'marked',
  'history',
  'view',
  'layout',
  'grouping',
  'question',
  'analysis',
  'export',
  'page',
] as const;
type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing that can be done. */
export interface Command {
  /** Unique among all commands that can stand in the palette at once. */
  readonly id: string;
  readonly group: CommandGroup;
  /** In the language that is spoken; by it the command is found. */
  readonly text: string;
  /** The key that does the same, as in "Ctrl Z". */
  readonly keys?: string;
  /** Called once the palette is closed. */
  readonly run: () => void;
}

const providers = new Set<() => readonly Command[]>();

/**
 * Adds commands to the palette for as long as the component stands. `provide` is called whenever the palette is opened, never
 * before: its texts may be among those that are loaded later, and what cannot be done now is left out.
 */
export function useCommands(provide: () => readonly Command[]): void {
  const latest = useRef(provide);
  useEffect(() => {
    latest.current = provide;
  });
  useEffect(() => {
    const now = (): readonly Command[] => latest.current();
    providers.add(now);
    return () => {
      providers.delete(now);
    };
  }, []);
}

/** Every command that can be given now, by group; within one the explorer's first, then in the order they were added. */
export function allCommands(ofExplorer: readonly Command[]): readonly Command[] {
  const commands = [...ofExplorer, ...[...providers].flatMap((provide) => provide())];
  return COMMAND_GROUPS.flatMap((group) => commands.filter((command) => command.group === group));
}
