import type { Told } from './told.ts';
import type { ViewSharing } from './view-sharing.ts';

/** A link as it is mailed. */
export function addressWith(fragment: string): string {
  const { origin, pathname, search } = window.location;
  return `${origin}${pathname}${search}${fragment}`;
}

/** Copies a link to the view as it is; answers what there is to be said of it. */
export async function copyLink(sharing: ViewSharing): Promise<Told> {
  const link = await sharing.link();
  if (link === null || !link.fits) return { kind: 'TOO_LONG' };
  try {
    await navigator.clipboard.writeText(addressWith(link.fragment));
    return { kind: 'COPIED' };
  } catch {
    return { kind: 'NOT_COPIED' };
  }
}
