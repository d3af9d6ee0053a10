/** Asks for the export dialog from elsewhere (the command palette, the table). */
const listeners = new Set<() => void>();

/** Opens the export dialog, if there is something to export. */
export function requestExport(): void {
  for (const listener of listeners) listener();
}

/** Calls the listener whenever the dialog is asked for; returns how to stop. */
export function onExportRequest(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
