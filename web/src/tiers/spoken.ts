import type { TFunction } from 'i18next';
import type { NodeId } from '#vocabulary';
import type { PlacedBox, TierLayout } from './layout.ts';

/** What a box is put into words with. */
interface BoxWords {
  readonly layout: TierLayout;
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM';
  readonly nodeOf: (id: NodeId) => { readonly name: string; readonly part: string | null };
  readonly t: TFunction;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
}

export function nameOfBox(
  { boxes }: TierLayout,
  key: string,
  nodeOf: (id: NodeId) => { readonly name: string },
): string {
  const box = boxes.find((candidate) => candidate.key === key);
  return box === undefined ? '' : nodeOf(box.id).name;
}

/** "UD KS Pro, tier 2, supplies PT Rachmat Perdana Adhimetal, share unknown, nobody further is recorded" */
export function spokenBox(box: PlacedBox, { layout, direction, nodeOf, t, list, number }: BoxWords): string {
  const { name, part } = nodeOf(box.id);
  const near = layout.bands.filter(({ far }) => far === box.key).map((band) => nameOfBox(layout, band.near, nodeOf));
  const further = layout.bands.filter((band) => band.near === box.key).length;
  const upstream = direction === 'UPSTREAM';
  const parts = [
    name,
    box.tier === 0 ? t('tiers.root') : t('tiers.tier', { tier: number(box.tier) }),
    near.length === 0 ? '' : t(upstream ? 'tiers.supplierOf' : 'tiers.buyerOf', { names: list(near) }),
    part ?? '',
    box.end === 'GOES_ON'
      ? t(upstream ? 'tiers.suppliers' : 'tiers.buyers', { count: further })
      : t(`tiers.end.${box.end}`),
    box.alsoIn === null || box.end === 'CYCLE' ? '' : t('tiers.alsoIn', { tier: number(box.alsoIn) }),
  ];
  return parts.filter((text) => text !== '').join(', ');
}
