/** All resolvers, by type. A field that is not here stands on its parent under its own name. */
import type { Resolvers } from '../schema/generated/resolver-types.ts';
import { Community, communityQueries } from './communities.ts';
import { domainResolvers } from './domain.ts';
import { Disagreement, Evidence, Figure, Period, Source } from './evidence.ts';
import { inputOutputFileQueries } from './input-output-file.ts';
import { InputOutputSector, InputOutputTableFields, inputOutputQueries } from './input-output.ts';
import { gapQueries, gapResolvers } from './gaps.ts';
import { Neighbourhood, neighbourhoodQueries } from './neighbourhood.ts';
import { Node } from './node.ts';
import { Path, pathQueries, PathStep } from './paths.ts';
import { Picture, PictureGroups, PictureNodes, pictureQueries, PictureRelations } from './picture.ts';
import { Dataset, lookUps, NodeTypeWords, RelationTypeWords, SearchMatch, SearchResult } from './query.ts';
import { Relation, RelationGroup } from './relation.ts';
import { NumberColumn, PartialDate, PeriodEnd, TextColumn, WholeNumberColumn } from './scalars.ts';
import { placeProfileQueries, placeProfileResolvers } from './place-profiles.ts';
import { programmeQueries, programmeResolvers } from './programmes.ts';
import { namedQuestionQueries, questionResolvers } from './questions.ts';
import { structureQueries, structureResolvers } from './structure.ts';
import { TierNode, TierPath, tierQueries, TierStep } from './tiers.ts';
import { Route, Tie, TieChain, tieQueries, TieSummary } from './ties.ts';
import {
  ClosedNode,
  ClusterComparison,
  ClusterEffect,
  ClusterTier,
  KnownCount,
  LosingSupplier,
  SectorClusters,
  ShortBuyer,
  whatIfQueries,
} from './what-if.ts';

export const resolvers: Resolvers = {
  Query: {
    ...lookUps,
    ...neighbourhoodQueries,
    ...tieQueries,
    ...pathQueries,
    ...tierQueries,
    ...structureQueries,
    ...pictureQueries,
    ...communityQueries,
    ...inputOutputQueries,
    ...inputOutputFileQueries,
    ...gapQueries,
    ...whatIfQueries,
    ...programmeQueries,
    ...namedQuestionQueries,
    ...placeProfileQueries,
  },
  ...domainResolvers,
  ...structureResolvers,
  ...gapResolvers,
  ...programmeResolvers,
  ...questionResolvers,
  ...placeProfileResolvers,
  Community,
  Dataset,
  Disagreement,
  Evidence,
  Figure,
  ClosedNode,
  ClusterComparison,
  ClusterEffect,
  ClusterTier,
  KnownCount,
  LosingSupplier,
  SectorClusters,
  ShortBuyer,
  InputOutputSector,
  InputOutputTable: InputOutputTableFields,
  Neighbourhood,
  Node,
  NodeTypeWords,
  NumberColumn,
  PartialDate,
  Path,
  PathStep,
  Period,
  PeriodEnd,
  Picture,
  PictureGroups,
  PictureNodes,
  PictureRelations,
  Relation,
  RelationGroup,
  RelationTypeWords,
  Route,
  SearchMatch,
  SearchResult,
  Source,
  TextColumn,
  Tie,
  TieChain,
  TieSummary,
  TierNode,
  TierPath,
  TierStep,
  WholeNumberColumn,
};
