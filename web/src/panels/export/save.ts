import { tellExported } from '../../actions/signing-in.ts';

/** A file to be handed over. */
export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Hands a file to the browser, which asks or saves as it is set to; a server that knows who asks is told of what kind it was. */
export function save({ name, blob }: MadeFile): void {
  tellExported(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken the bytes by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
