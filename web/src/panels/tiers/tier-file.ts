import type { Language } from '#vocabulary';
import type { Trace, TraceAsked } from '../../actions/tracing.ts';
import { nameIn, placeNames } from '../../actions/known.ts';
import { csvText, type Cell } from '../../export/cells.ts';
import type { PackedFile } from '../../export/zip.ts';
import { routeText } from './route.tsx';

/** What a file says of itself: a key for programs, and the text. */
export type About = readonly (readonly [key: string, text: string])[];

const list = (values: Iterable<string>): string => [...new Set(values)].join('; ');

/**
 * The shown ways as tables: `about` (question, filters, date, revision, how much is shown), `ways` (a row a way), `steps` (a
 * row a relation on a step) and `sources`. Column names are the same in every language; cells are safe for spreadsheets.
 */
export function tierFiles(
  { direction }: Pick<TraceAsked, 'direction'>,
  { ways, reached }: Pick<Trace, 'ways' | 'reached'>,
  about: About,
  language: Language,
): readonly PackedFile[] {
  const clusters = new Map(reached.map((one) => [one.node.id, one.clusters.map((each) => nameIn(each, language))]));
  const steps = new Map(
    ways.flatMap((way) =>
      way.steps.flatMap((step, index) =>
        step.relations.map((relation) => [relation.id, { step, relation, tier: index + 1 }] as const),
      ),
    ),
  );
  const names = new Map(ways.flatMap((way) => way.nodes.map((node) => [node.id, nameIn(node, language)] as const)));
  const sources = new Map(
    [...steps.values()].flatMap(({ relation }) => relation.evidence.map(({ source }) => [source.id, source] as const)),
  );
  const table = (name: string, rows: readonly (readonly Cell[])[]): PackedFile => ({ name, text: csvText(rows) });
  return [
    table('about.csv', [['key', 'text'], ...about]),
    table('ways.csv', [
      [
        'tier',
        'node',
        'node_name',
        'node_type',
        'clusters',
        'places',
        'share_low',
        'share_high',
        'route',
        'end',
        'held',
        'evidence',
        'relations',
      ],
      ...ways.flatMap((way): readonly (readonly Cell[])[] => {
        const node = way.nodes.at(-1);
        if (node === undefined) return [];
        const { low, high } = way.contribution;
        const relations = list(way.steps.flatMap((step) => step.relations.map(({ id }) => id)));
        return [
          [
            way.tier,
            node.id,
            nameIn(node, language),
            node.type,
            list(clusters.get(node.id) ?? []),
            list(placeNames(node, language)),
            low,
            high,
            routeText(way, direction, language),
            way.end,
            way.held,
            way.evidenceClass,
            relations,
          ],
        ];
      }),
    ]),
    table('steps.csv', [
      [
        'tier',
        'relation',
        'type',
        'supplier',
        'supplier_name',
        'buyer',
        'buyer_name',
        'share',
        'period_from',
        'period_to',
        'attested',
        'held',
        'evidence',
        'sources',
      ],
      ...[...steps.values()].map(({ step, relation, tier }): readonly Cell[] => [
        tier,
        relation.id,
        relation.type,
        relation.from,
        names.get(relation.from) ?? relation.from,
        relation.to,
        names.get(relation.to) ?? relation.to,
        relation.share,
        relation.period.from,
        relation.period.to,
        list(relation.period.attested),
        step.held,
        relation.evidenceClass,
        list(relation.evidence.map(({ source }) => source.id)),
      ]),
    ]),
    table('sources.csv', [
      ['id', 'title', 'publisher', 'url', 'date'],
      ...[...sources.values()].map(({ id, title, publisher, url, date }): readonly Cell[] => [
        id,
        title,
        publisher,
        url,
        date,
      ]),
    ]),
  ];
}
