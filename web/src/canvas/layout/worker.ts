import { arrange, type ArrangeRequest } from './arrange.ts';

// Runs beside the page, so that a large picture is laid out while the page still answers.
self.addEventListener('message', (event: MessageEvent<{ readonly id: number; readonly request: ArrangeRequest }>) => {
  const { id, request } = event.data;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the page that started it, not a window
  self.postMessage({ id, places: arrange(request) });
});
