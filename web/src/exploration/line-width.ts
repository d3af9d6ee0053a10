import type { RelationFamily } from '#vocabulary';

/** Width of a line by what it carries and how many relations it counts, in pixels at zoom 1. */
export function lineWidth(family: RelationFamily, relations: number): number {
  switch (family) {
    case 'supply':
    case 'agreement':
      return Math.min(7, 1.4 + 0.75 * relations);
    case 'support':
      return 1.6;
    case 'inputOutput':
      return 5;
    default:
      return 1.3;
  }
}
