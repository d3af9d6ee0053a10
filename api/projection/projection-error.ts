/** The records streamed to a projection do not make a graph; `message` names the first fault. A store never streams such. */
export class ProjectionError extends Error {
  override readonly name = 'ProjectionError';
}
