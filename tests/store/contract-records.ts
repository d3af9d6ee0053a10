import { describe, expect, it } from 'vitest';
import { figureId, relationId, parseDisagreementId, parseSourceId } from '#vocabulary';
import { tinyIndustry } from '../fixtures/tiny-industry/tiny-industry.ts';
import { id, ids } from './asking.ts';
import type { StoreOfCase } from './contract.ts';
import { Model, storedFigure, storedNode, storedRelation } from './model.ts';

const model = new Model(tinyIndustry);
const FORGE = id('cluster:forge');
const ENGINE = id('large-industry:engine');
const DEPOT = id('facility:depot');

export function recordCases(store: StoreOfCase): void {
  describe('records by id', () => {
    it('gives every node back as it was put, without its evidence', async () => {
      const nodes = await store().nodesById(tinyIndustry.nodes.map((node) => node.id));
      expect([...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(model.nodes);
      expect(nodes.get(FORGE)).toEqual(tinyIndustry.nodes.filter((node) => node.id === FORGE).map(storedNode)[0]);
    });

    it('gives every relation back with its bounds and its strongest evidence', async () => {
      const relations = await store().relationsById(tinyIndustry.relations.map((relation) => relation.id));
      expect(relations.size).toBe(15);
      for (const relation of tinyIndustry.relations) {
        expect(relations.get(relation.id)).toEqual(storedRelation(relation));
      }
    });

    it('classes a relation by general knowledge and inference as general knowledge', async () => {
      const relation = relationId(id('cluster:forge-2'), 'SUPPLIES', ENGINE);
      expect((await store().relationsById([relation])).get(relation)?.evidenceClass).toBe('GENERAL_KNOWLEDGE');
    });

    it('gives every figure and source back as it was put', async () => {
      const figures = await store().figuresById(tinyIndustry.figures.map((figure) => figure.id));
      for (const figure of tinyIndustry.figures) expect(figures.get(figure.id)).toEqual(storedFigure(figure));
      const sources = await store().sourcesById(tinyIndustry.sources.map((source) => source.id));
      for (const source of tinyIndustry.sources) expect(sources.get(source.id)).toEqual(source);
    });

    it('leaves unknown ids out instead of failing', async () => {
      const stranger = id('cluster:stranger');
      const figure = figureId(stranger, 'MAKERS');
      expect([...(await store().nodesById([stranger, FORGE])).keys()]).toEqual([FORGE]);
      expect((await store().relationsById([relationId(stranger, 'SUPPLIES', ENGINE)])).size).toBe(0);
      expect((await store().figuresById([figure])).size).toBe(0);
      expect((await store().sourcesById([parseSourceId('source:stranger')])).size).toBe(0);
      expect((await store().disagreementsById([parseDisagreementId('disagreement:stranger')])).size).toBe(0);
      expect((await store().evidenceOf([stranger, figure])).size).toBe(0);
    });

    it('answers nothing for no ids', async () => {
      expect((await store().nodesById([])).size).toBe(0);
      expect((await store().relationsById([])).size).toBe(0);
      expect((await store().evidenceOf([])).size).toBe(0);
      expect((await store().citedBy([])).size).toBe(0);
      expect((await store().relatedNodes({ of: [], first: 3 })).size).toBe(0);
    });
  });

  describe('evidence', () => {
    it('comes strongest first, then newest source, undated last', async () => {
      const subject = relationId(FORGE, 'SUPPLIES', ENGINE);
      const pieces = (await store().evidenceOf([subject])).get(subject) ?? [];
      expect(pieces.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
        'DOCUMENTED source:survey',
        'DOCUMENTED source:news',
        'DOCUMENTED source:undated',
        'GENERAL_KNOWLEDGE source:news',
        'INFERRED source:old-report',
      ]);
    });

    it('of nodes, relations and figures may be asked for together, and ids asked for twice count once', async () => {
      const figure = figureId(FORGE, 'HISTORY');
      const scrap = relationId(FORGE, 'SUPPLIES', ENGINE, 'scrap');
      const answer = await store().evidenceOf([FORGE, figure, scrap, FORGE, ...ids('person:nobody')]);
      expect([...answer.keys()].sort()).toEqual([FORGE, scrap, figure].sort());
      expect(answer.get(FORGE)).toEqual([
        { source: 'source:news', kind: 'DOCUMENTED', note: 'ours', facts: ['A002', 'A003'] },
        { source: 'source:old-report', kind: 'DOCUMENTED', note: null, facts: [] },
      ]);
      expect(answer.get(figure)).toHaveLength(2);
    });
  });

  describe('figures and disagreements of a node', () => {
    it('orders figures by measure, then last certain day, undated last', async () => {
      const answer = await store().figuresOf([FORGE, DEPOT, ...ids('person:nobody')]);
      expect(answer.get(FORGE)?.map((figure) => figure.id)).toEqual([
        'cluster:forge~HISTORY',
        'cluster:forge~MAKERS#2015',
        'cluster:forge~MAKERS#2010',
        'cluster:forge~MAKERS#undated',
      ]);
      expect(answer.get(DEPOT)?.map(({ value }) => value)).toEqual([10, 20]);
      expect(answer.size).toBe(2);
    });

    it('does not give a figure to the node that only narrows it', async () => {
      expect((await store().figuresOf(ids('sector:named-metal'))).size).toBe(0);
    });

    it('keeps every side of a disagreement', async () => {
      const [depot] = (await store().disagreementsOf([DEPOT])).get(DEPOT) ?? [];
      expect(depot).toEqual({
        id: 'disagreement:depot',
        about: DEPOT,
        question: 'How the depot is supplied',
        relations: [relationId(ENGINE, 'SUPPLIES', DEPOT), relationId(ENGINE, 'SUPPLIES', DEPOT, 'other')],
        figures: [figureId(DEPOT, 'WORKERS', 'a'), figureId(DEPOT, 'WORKERS', 'b')],
      });
    });

    it('gives a disagreement without sides too, and nothing for nodes without one', async () => {
      const empty = parseDisagreementId('disagreement:empty');
      expect((await store().disagreementsById([empty, empty])).get(empty)).toMatchObject({
        relations: [],
        figures: [],
      });
      expect([...(await store().disagreementsOf([ENGINE, FORGE])).keys()]).toEqual([FORGE]);
    });
  });
}
