/** Who says so: evidence, sources, figures and disagreements. */
import {
  DAY_MAX,
  DAY_MIN,
  dateOfDay,
  MEASURES,
  OPEN,
  periodBounds,
  type FigureId,
  type NodeId,
  type RelationId,
  type Restrictable,
} from '#vocabulary';
import type {
  DisagreementResolvers,
  EvidenceResolvers,
  FigureResolvers,
  PeriodResolvers,
  SourceResolvers,
} from '../schema/generated/resolver-types.ts';
import type { CitedBy, Page, PageRequest, StoredDisagreement } from '../store/graph-store.ts';
import { connectionOf, pageOf } from './connection.ts';
import type { RequestContext } from './context.ts';
import { changedMeanwhile, figuresOfIds, nodeOf, nodesOf, relationsOf } from './lookup.ts';
import type { SourceCounts } from './loaders.ts';
import type { DisagreementParent, SourceParent } from './parents.ts';
import { checkPage } from './user-input.ts';

/** A day that is known, `..` for open, null for unknown. */
export const Period: PeriodResolvers = {
  lastCertain: (period) => {
    const day = periodBounds(period).earliestEnd;
    return day === DAY_MAX ? OPEN : day === DAY_MIN ? null : dateOfDay(day);
  },
};

export const Evidence: EvidenceResolvers = {
  source: async ({ source: id }, _args, { loaders }) => {
    const source = await loaders.source.load(id);
    if (source === null) throw new Error(`evidence names the source ${id}, which the store does not hold`);
    return source;
  },
};

async function countsOf(source: SourceParent, { loaders }: RequestContext): Promise<SourceCounts> {
  return (await loaders.sourceCounts.load(source.id)) ?? { relationCount: 0, nodeCount: 0, figureCount: 0 };
}

async function citedPage<T extends string>(
  source: SourceParent,
  part: string,
  choose: (cited: CitedBy) => readonly T[],
  request: PageRequest,
  { loaders }: RequestContext,
): Promise<Page<T>> {
  const cited = await loaders.citedBy.load(source.id);
  const list = `cited:${source.id}:${part}`;
  return pageOf(cited === null ? [] : choose(cited), { list, keyTypes: ['string'], keys: (id) => [id] }, request);
}

export const Source: SourceResolvers = {
  restricted: ({ restricted }) => restricted === true,
  relationCount: async (source, _args, context) => (await countsOf(source, context)).relationCount,
  nodeCount: async (source, _args, context) => (await countsOf(source, context)).nodeCount,
  figureCount: async (source, _args, context) => (await countsOf(source, context)).figureCount,
  relations: async (source, args, context) => {
    const page = await citedPage(source, 'relations', (cited) => cited.relations, checkPage(args), context);
    return connectionOf({ ...page, items: await relationsOf(page.items, context) });
  },
  figures: async (source, args, context) => {
    const page = await citedPage(source, 'figures', (cited) => cited.figures, checkPage(args), context);
    return connectionOf({ ...page, items: await figuresOfIds(page.items, context) });
  },
  nodes: async (source, args, context) => {
    const page = await citedPage(source, 'nodes', (cited) => cited.nodes, checkPage(args), context);
    return connectionOf({ ...page, items: await nodesOf(page.items, context) });
  },
};

export const Figure: FigureResolvers = {
  restricted: ({ restricted }) => restricted === true,
  about: (figure, _args, context) => nodeOf(figure.about, context),
  within: (figure, _args, context) => (figure.within === null ? null : nodeOf(figure.within, context)),
  label: (figure, { language }) => MEASURES[figure.measure].label[language],
  evidence: (figure, _args, { loaders }) => loaders.evidence.load(figure.id),
  disagreement: ({ disagreement }) => (disagreement === null ? null : { id: disagreement }),
};

/** The record, where only its id is at hand. @throws GraphQLError DATASET_CHANGED */
async function wholeDisagreement(parent: DisagreementParent, context: RequestContext): Promise<StoredDisagreement> {
  if ('question' in parent) return parent;
  const disagreement = await context.loaders.disagreement.load(parent.id);
  if (disagreement === null) throw await changedMeanwhile(context);
  return disagreement;
}

/** Whether a side of a disagreement goes where restricted records go: by a mark of its own, of an end, or of every source it rests on. */
async function sideIsRestricted(
  side: Restrictable & { readonly id: FigureId | RelationId },
  ends: readonly NodeId[],
  { loaders, snapshot }: RequestContext,
): Promise<boolean> {
  const { projection } = snapshot;
  const marked = (id: NodeId): boolean => {
    const node = projection.nodeIndex(id);
    return node !== undefined && projection.nodeRestricted(node);
  };
  if (side.restricted === true || ends.some(marked)) return true;
  const cited = await loaders.evidence.load(side.id);
  const sources = await Promise.all(cited.map(({ source }) => loaders.source.load(source)));
  return sources.every((source) => source?.restricted === true);
}

export const Disagreement: DisagreementResolvers = {
  restricted: async (parent, _args, context) => {
    const { restricted, relations, figures } = await wholeDisagreement(parent, context);
    if (restricted === true) return true;
    const sides = await Promise.all([
      ...(await relationsOf(relations, context)).map((side) => sideIsRestricted(side, [side.from, side.to], context)),
      ...(await figuresOfIds(figures, context)).map((side) =>
        sideIsRestricted(side, [side.about, ...(side.within === null ? [] : [side.within])], context),
      ),
    ]);
    return sides.includes(true);
  },
  question: async (parent, _args, context) => (await wholeDisagreement(parent, context)).question,
  about: async (parent, _args, context) => nodeOf((await wholeDisagreement(parent, context)).about, context),
  relations: async (parent, _args, context) =>
    relationsOf((await wholeDisagreement(parent, context)).relations, context),
  figures: async (parent, _args, context) => figuresOfIds((await wholeDisagreement(parent, context)).figures, context),
};
