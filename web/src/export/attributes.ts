import { sourceIds, type ExportContent } from './content.ts';

/** A property as graph formats declare it. */
export interface Attribute<Item> {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'double';
  /** Null: the item does not have it. */
  readonly value: (item: Item) => string | number | boolean | null;
}

/** `null` where there is nothing to say, so that readers do not take an empty text for a value. */
const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));

/** One attribute more where an item is restricted, so that whoever is handed the file knows; none where nothing is. */
export function markable<Item extends { readonly restricted?: true }>(
  attributes: readonly Attribute<Item>[],
  items: readonly Item[],
): readonly Attribute<Item>[] {
  if (!items.some(({ restricted }) => restricted)) return attributes;
  return [...attributes, { name: 'restricted', type: 'boolean', value: ({ restricted = false }) => restricted }];
}

/** What graph formats carry of a node, beside its id and name. */
export const NODE_ATTRIBUTES: readonly Attribute<ExportContent['nodes'][number]>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'type', type: 'string', value: ({ type }) => type },
  { name: 'type_label', type: 'string', value: ({ typeLabel }) => typeLabel },
  { name: 'family', type: 'string', value: ({ family }) => family },
  { name: 'drawn', type: 'boolean', value: ({ drawn }) => drawn },
  { name: 'group', type: 'string', value: ({ group }) => group },
  { name: 'kind', type: 'string', value: ({ kind }) => kind },
  { name: 'code', type: 'string', value: ({ code }) => code },
  { name: 'places', type: 'string', value: ({ places }) => listed(places) },
  { name: 'sectors', type: 'string', value: ({ sectors }) => listed(sectors) },
  { name: 'latitude', type: 'double', value: ({ latitude }) => latitude },
  { name: 'longitude', type: 'double', value: ({ longitude }) => longitude },
  { name: 'relations_shown', type: 'integer', value: ({ relationsShown }) => relationsShown },
  { name: 'relations_total', type: 'integer', value: ({ relationsTotal }) => relationsTotal },
  { name: 'evidence', type: 'string', value: ({ evidenceClass }) => evidenceClass },
  { name: 'held', type: 'string', value: ({ held }) => held },
  { name: 'disputed', type: 'boolean', value: ({ disputed }) => disputed },
  { name: 'description', type: 'string', value: ({ description }) => description },
  { name: 'sources', type: 'string', value: ({ evidence }) => listed(sourceIds(evidence)) },
];

/** What graph formats carry of a relation, beside its ends. */
export const RELATION_ATTRIBUTES: readonly Attribute<ExportContent['relations'][number]>[] = [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'type', type: 'string', value: ({ type }) => type },
  { name: 'type_label', type: 'string', value: ({ typeLabel }) => typeLabel },
  { name: 'family', type: 'string', value: ({ family }) => family },
  { name: 'drawn', type: 'boolean', value: ({ drawn }) => drawn },
  { name: 'period_from', type: 'string', value: ({ period }) => period.from },
  { name: 'period_to', type: 'string', value: ({ period }) => period.to },
  { name: 'attested', type: 'string', value: ({ period }) => listed(period.attested) },
  { name: 'held', type: 'string', value: ({ held }) => held },
  { name: 'evidence', type: 'string', value: ({ evidenceClass }) => evidenceClass },
  { name: 'disputed', type: 'boolean', value: ({ disputed }) => disputed },
  { name: 'share', type: 'double', value: ({ share }) => share },
  { name: 'carries', type: 'string', value: ({ carries }) => carries },
  { name: 'value_million_rp', type: 'double', value: ({ valueMillionRp }) => valueMillionRp },
  { name: 'coefficient', type: 'double', value: ({ coefficient }) => coefficient },
  { name: 'status', type: 'string', value: ({ status }) => status },
  { name: 'role', type: 'string', value: ({ role }) => role },
  { name: 'sources', type: 'string', value: ({ evidence }) => listed(sourceIds(evidence)) },
];

/** The sources as one text, a line each: id, title, publisher, date, address, licence, and `restricted` where one is. */
export function sourceLines(sources: ExportContent['sources']): string {
  return sources
    .map(({ id, title, publisher, date, url, licence, restricted }) =>
      [id, title, publisher, date, url, licence, restricted ? 'restricted' : null]
        .flatMap((part) => part ?? [])
        .join(' | '),
    )
    .join('\n');
}
