/** A real small file system of its own, that can be filled and made read-only. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export interface SmallDisk {
  readonly folder: string;
  /** To the last byte. @param leaving bytes that stay free, about */
  fill(leaving?: number): void;
  free(): void;
  /** The system refuses it while a file there is open for writing. */
  readOnly(): void;
  writable(): void;
  end(): void;
}

/**
 * @param at a folder that is made
 * @param megabytes what fits
 * @returns null where this process may not mount one, which is said, and which root in CI has to be able to
 */
export function smallDisk(at: string, megabytes: number): SmallDisk | null {
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    console.warn(`NOT RUN: ${at}: this process may not mount a file system`);
    expect(process.getuid?.() === 0 && process.env['CI'] === 'true', 'root in CI has to mount one').toBe(false);
    return null;
  }
  const filler = join(at, 'filler');
  const remount = (how: 'ro' | 'rw'): void => {
    execFileSync('mount', ['-o', `remount,${how}`, at]);
  };
  return {
    folder: at,
    fill: (leaving = 0) => {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4_096));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
      if (leaving > 0) truncateSync(filler, statSync(filler).size - leaving);
    },
    free: () => rmSync(filler),
    readOnly: () => remount('ro'),
    writable: () => remount('rw'),
    end: () => execFileSync('umount', ['-l', at]),
  };
}
