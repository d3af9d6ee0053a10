import { fileName } from '../../export/file-name.ts';
import { viewFile, type NamedView } from '../../sharing/view-file.ts';
import type { ViewSharing } from './view-sharing.ts';

/** Hands views over as a file. */
export function saveFile(views: readonly NamedView[], title: string): void {
  const url = URL.createObjectURL(new Blob([viewFile(views)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(title, new Date(), 'json');
  link.click();
  // The download has taken the bytes by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Hands the view as it is over as a file. */
export function saveViews(sharing: ViewSharing, name: string): void {
  const view = sharing.view();
  if (view !== null) saveFile([{ name, keptAt: new Date().toISOString(), view }], name);
}
