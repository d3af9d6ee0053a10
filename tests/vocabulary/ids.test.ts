import { describe, expect, it } from 'vitest';
import {
  asRelationId,
  figureId,
  IdError,
  isNodeId,
  NODE_TYPES,
  nodeTypeOfId,
  parseDisagreementId,
  parseNodeId,
  parseSourceId,
  relationId,
} from '#vocabulary';

describe('ids', () => {
  it('tell a node’s type by their prefix', () => {
    for (const [type, { idPrefix }] of Object.entries(NODE_TYPES)) {
      expect(nodeTypeOfId(parseNodeId(`${idPrefix}:a-1.b`))).toBe(type);
    }
  });

  it.each([
    ['', 'nothing'],
    ['province', 'no name'],
    ['province:', 'an empty name'],
    [':35', 'no prefix'],
    ['planet:mars', 'an unknown prefix'],
    ['Province:35', 'a capital in the prefix'],
    ['province:Jawa', 'a capital in the name'],
    ['province:jawa timur', 'a space'],
    ['province:jawa_timur', 'an underscore'],
    ['province:-35', 'a hyphen at the start'],
    ['province:35.', 'a dot at the end'],
    ['province:a--b', 'two hyphens, which join the parts of a relation’s id'],
    ['province:café', 'an accent'],
    ['source:paper', 'a source'],
    [`province:${'a'.repeat(200)}`, 'too much'],
  ])('refuse %j as a node: %s', (text) => {
    expect(isNodeId(text)).toBe(false);
    expect(() => parseNodeId(text)).toThrow(IdError);
  });

  it('say what would be right, and repeat no more than the start of what was wrong', () => {
    expect(() => parseNodeId('x'.repeat(5_000))).toThrow(/^'x{60}' is not a node id; .*province:35$/);
    expect(() => parseSourceId('paper')).toThrow(/source:netralnews-2017/);
    expect(() => parseDisagreementId('source:paper')).toThrow(/disagreement:/);
  });

  it('of relations and figures follow from what they join', () => {
    const [from, to] = [parseNodeId('cluster:metal-tegal'), parseNodeId('large-industry:kayaba')];
    expect(relationId(from, 'SUPPLIES', to)).toBe('cluster:metal-tegal--SUPPLIES--large-industry:kayaba');
    expect(relationId(from, 'SUPPLIES', to, 'b079')).toBe('cluster:metal-tegal--SUPPLIES--large-industry:kayaba#b079');
    expect(figureId(from, 'MAKERS', '2010')).toBe('cluster:metal-tegal~MAKERS#2010');
    expect(asRelationId('anything')).toBe('anything');
  });

  it.each(['', 'a b', 'a#b', '-a', 'a-', 'é'])('refuse %j as a key', (key) => {
    expect(() => figureId(parseNodeId('province:35'), 'MAKERS', key)).toThrow(IdError);
  });
});
