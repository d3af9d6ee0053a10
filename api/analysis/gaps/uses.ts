import { z } from 'zod';
import uses from './uses.json' with { type: 'json' };

const classCode = z.string().regex(/^\d{4}$/, 'a class of four digits');

const UsesSchema = z.strictObject({
  uses: z.array(
    z.strictObject({
      /** Class whose goods go in. */
      input: classCode,
      /** Class that takes them. */
      user: classCode,
      fit: z.number().gt(0).lt(1),
      why: z.string().min(1),
    }),
  ),
});

/** That one class of KBLI 2020 takes the goods of another. */
export type Use = z.infer<typeof UsesSchema>['uses'][number];

/**
 * The judgement behind fit (ANALYSIS.md §4): which class uses which, and how much of what it buys that is. Judgement, not
 * estimate: the input-output table of 17 products has all of manufacturing as one. Kept as data in uses.json.
 */
export const USES: readonly Use[] = UsesSchema.parse(uses).uses;
