/** What whoever makes or restores a backup can act on; `message` is fit for a person. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const FULL = 'the disk is full; make room on it, or name a file on another';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: 'no file may be so large here',
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read or written by this user',
  EPERM: 'it may not be read or written by this user',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EROFS: 'the disk takes no writes; name a file on another',
};

/** What the system says of a file, told; anything else as it is. */
export function toldOf(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof BackupError || !(error instanceof Error) || !('syscall' in error)) return error;
  return new BackupError(`${path}: ${REASONS[code] ?? `it cannot be used (${code})`}`, { cause: error });
}
