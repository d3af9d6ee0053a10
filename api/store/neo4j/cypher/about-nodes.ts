/** Figures and disagreements about nodes. */
import { z } from 'zod';
import type { DisagreementId, FigureId, NodeId, RelationId } from '#vocabulary';
import type { StoredDisagreement, StoredFigure } from '../../graph-store.ts';
import { compareAscii } from '../../orders.ts';
import type { Question } from '../question.ts';
import { branded, marked, restricted, storedFigure } from '../row.ts';

/** By measure, last certain day descending, id. */
export const figuresOf: Question<readonly NodeId[], StoredFigure> = {
  text: () => `MATCH (n:Entity)-[:HAS_FIGURE]->(g:Figure) WHERE n.id IN $of AND g.digest IS NOT NULL AND g.about = n.id
    RETURN properties(g) AS figure ORDER BY g.measure, g.earliestEnd DESC, g.id`,
  parameters: (of) => ({ of }),
  row: z.object({ figure: storedFigure }).transform((row) => row.figure),
};

/** Of relations, the evidence is what stands on a side: a relation cannot be an end of another. */
const SIDES = `d.id AS id, n.id AS about, d.question AS question, d.restricted AS restricted,
  [(g:Figure)-[:SIDE_OF]->(d) WHERE g.digest IS NOT NULL AND g.disagreement = d.id | g.id] AS figures, [(e:Evidence)-[:SIDE_OF]->(d) WHERE e.subjectKind = 'relation' | e.subject] AS relations`;

const storedDisagreement = z
  .object({
    id: branded<DisagreementId>(),
    about: branded<NodeId>(),
    question: z.string(),
    restricted,
    figures: z.array(branded<FigureId>()),
    relations: z.array(branded<RelationId>()),
  })
  .transform(({ figures, relations, ...disagreement }): StoredDisagreement => ({
    ...marked(disagreement),
    relations: [...new Set(relations)].sort(compareAscii),
    figures: figures.sort(compareAscii),
  }));

export const disagreementsById: Question<readonly DisagreementId[], StoredDisagreement> = {
  text: () =>
    `MATCH (d:Disagreement)-[:ABOUT]->(n:Entity) WHERE d.id IN $ids AND d.digest IS NOT NULL AND d.about = n.id RETURN ${SIDES}`,
  parameters: (ids) => ({ ids }),
  row: storedDisagreement,
};

/** By id. */
export const disagreementsOf: Question<readonly NodeId[], StoredDisagreement> = {
  text: () =>
    `MATCH (d:Disagreement)-[:ABOUT]->(n:Entity) WHERE n.id IN $of AND d.digest IS NOT NULL AND d.about = n.id RETURN ${SIDES} ORDER BY id`,
  parameters: (of) => ({ of }),
  row: storedDisagreement,
};
