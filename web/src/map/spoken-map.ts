import type { Language, NodeId } from '#vocabulary';
import type { TFunction } from 'i18next';
import { spokenNode } from '../canvas/spoken.ts';
import type { Spot } from '../exploration/spot.ts';
import type { VisibleGraph } from '../exploration/visible-graph.ts';
import { stackKinds, stackName, type NameContext } from './item-names.ts';
import type { MapItem } from './items.ts';

/** What a screen reader hears of the map, in a language. */
export interface MapVoice {
  readonly graph: VisibleGraph;
  readonly language: Language;
  readonly t: TFunction;
  readonly names: Omit<NameContext, 'measure'>;
}

const comma = (language: Language): string => (language === 'ja' ? '、' : ', ');

/** A node as the graph says it, and where it stands on the map, or that it stands nowhere. */
export function spokenPlace({ graph, language, t }: MapVoice, id: NodeId, spot: Spot | null): string {
  const where =
    spot === null ? t('map.nowhere') : spot.place === null ? null : t('map.atPlaceSpoken', { place: spot.place });
  return [spokenNode(graph, id, language), where].filter((part) => part !== null).join(comma(language));
}

/** An item: its node, or what stands there together and how it is shown. */
export function spokenItem(voice: MapVoice, item: MapItem): string {
  const [first, second] = item.nodes;
  if (first === undefined) return '';
  if (second === undefined) return spokenPlace(voice, first.node.id, first.spot);
  const { language, t, names } = voice;
  return [
    stackName(item, names),
    stackKinds(item, names),
    item.nodes.map(({ node }) => node.name).join(comma(language)),
    t('map.stackOpen'),
  ].join(comma(language));
}
