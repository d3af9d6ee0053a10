import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NodeMarks, NodeNumbers } from '../../api/analysis/node-marks.ts';

const NODES = 6;
const UNKNOWN = -1;

/** A clearing, or a node with its number. */
const step = fc.option(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES)), { nil: null });

describe('marks and numbers of nodes', () => {
  test('are those given since the last clearing, and of no other node', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [marks, numbers] = [new NodeMarks(NODES), new NodeNumbers(NODES, UNKNOWN)];
        const known = new Map<number, number>();
        for (const given of steps) {
          if (given === null) {
            marks.clear();
            numbers.clear();
            known.clear();
          } else {
            marks.add(given[0]);
            numbers.set(...given);
            known.set(...given);
          }
          for (let node = 0; node < NODES; node += 1) {
            expect(marks.has(node)).toBe(known.has(node));
            expect(numbers.get(node)).toBe(known.get(node) ?? UNKNOWN);
          }
        }
      }),
    );
  });

  test('stay right when numbers have been lifted as high as they go', () => {
    const numbers = new NodeNumbers(NODES, UNKNOWN);
    for (let round = 0; round < 5; round += 1) {
      numbers.set(1, 400_000_000);
      numbers.set(2, 0);
      expect([numbers.get(0), numbers.get(1), numbers.get(2)]).toEqual([UNKNOWN, 400_000_000, 0]);
      numbers.clear();
      expect([numbers.get(1), numbers.get(2)]).toEqual([UNKNOWN, UNKNOWN]);
    }
  });
});
