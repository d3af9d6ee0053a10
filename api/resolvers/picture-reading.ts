/** What a picture's columns are read from: the projection, and the store in bulk, each asked only for columns that are wanted. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parsePartialDate, REFERENCE_DAY, type PartialDate, type Period } from '#vocabulary';
import { mainSectorsOf } from './main-sectors.ts';
import { membershipsOf, type Membership } from '../analysis/memberships.ts';
import type { PictureExtract } from '../analysis/picture-types.ts';
import type { NodeIndex, Projection } from '../projection/projection.ts';
import type { GraphQuestions, StoredNode, StoredRelation } from '../store/graph-store.ts';

/** Records a question to the store: a few milliseconds of work, after which others have their turn. */
const SLICE = 1_000;

const NONE = -1;
const SEVERAL = -2;

/** What the columns of memberships are codes of, and the columns. */
export interface MembershipColumns {
  readonly belongTo: readonly NodeIndex[];
  readonly countries: readonly number[];
  readonly provinces: readonly number[];
  readonly regencies: readonly number[];
  readonly sectors: readonly number[];
  readonly clusters: readonly number[];
}

/** Values of a column with those that repeat named once. */
export interface CodedColumn<T> {
  readonly list: readonly T[];
  readonly codes: readonly number[];
}

/** @param key what makes two values the same */
export function coded<T>(values: Iterable<T>, key: (value: T) => unknown = (value) => value): CodedColumn<T> {
  const list: T[] = [];
  const known = new Map<unknown, number>();
  const codes: number[] = [];
  for (const value of values) {
    const name = key(value);
    let code = known.get(name);
    if (code === undefined) {
      code = list.push(value) - 1;
      known.set(name, code);
    }
    codes.push(code);
  }
  return { list, codes };
}

async function inSlices<I extends string, T>(
  ids: readonly I[],
  ask: (ids: readonly I[]) => Promise<ReadonlyMap<I, T>>,
): Promise<readonly (T | null)[]> {
  const found: (T | null)[] = [];
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    const records = await ask(slice);
    for (const id of slice) found.push(records.get(id) ?? null);
    await nextTurn();
  }
  return found;
}

export class PictureReading {
  readonly projection: Projection;
  readonly extract: PictureExtract;
  readonly #store: GraphQuestions;
  readonly #asOf: PartialDate;
  #nodes: Promise<readonly (StoredNode | null)[]> | null = null;
  #relations: Promise<readonly (StoredRelation | null)[]> | null = null;
  #groups: Promise<readonly (StoredNode | null)[]> | null = null;
  #memberships: Promise<MembershipColumns> | null = null;
  #periods: Promise<CodedColumn<Period>> | null = null;

  constructor(projection: Projection, extract: PictureExtract, store: GraphQuestions, asOf: PartialDate | undefined) {
    this.projection = projection;
    this.extract = extract;
    this.#store = store;
    this.#asOf = asOf ?? parsePartialDate(REFERENCE_DAY);
  }

  get shown(): { readonly nodes: number; readonly relations: number } {
    return { nodes: this.extract.nodes.length, relations: this.extract.relations.length };
  }

  /** By position; null where a write has removed one since. */
  storedNodes(): Promise<readonly (StoredNode | null)[]> {
    this.#nodes ??= inSlices(
      this.extract.nodes.map((node) => this.projection.nodeId(node)),
      (ids) => this.#store.nodesById(ids),
    );
    return this.#nodes;
  }

  /** By position; null where a write has removed one since. */
  storedRelations(): Promise<readonly (StoredRelation | null)[]> {
    this.#relations ??= inSlices(
      this.extract.relations.map((relation) => this.projection.relationId(relation)),
      (ids) => this.#store.relationsById(ids),
    );
    return this.#relations;
  }

  /** Of `belongTo`, in its order. */
  storedGroups(): Promise<readonly (StoredNode | null)[]> {
    this.#groups ??= this.memberships().then(({ belongTo }) =>
      inSlices(
        belongTo.map((node) => this.projection.nodeId(node)),
        (ids) => this.#store.nodesById(ids),
      ),
    );
    return this.#groups;
  }

  memberships(): Promise<MembershipColumns> {
    this.#memberships ??= this.#readMemberships();
    return this.#memberships;
  }

  /** @param of the relations, by position */
  periods(of: readonly StoredRelation[]): Promise<CodedColumn<Period>> {
    this.#periods ??= Promise.resolve(
      coded(
        of.map(({ period }) => period),
        ({ from, to, attested }) => `${from ?? ''} ${to ?? ''} ${attested.join(' ')}`,
      ),
    );
    return this.#periods;
  }

  async #readMemberships(): Promise<MembershipColumns> {
    const { projection, extract } = this;
    const mainSectors = await mainSectorsOf(this.#store, projection);
    const memberships: Membership[] = [];
    for (let start = 0; start < extract.nodes.length; start += SLICE) {
      const nodes = extract.nodes.slice(start, start + SLICE);
      memberships.push(...membershipsOf(projection, { nodes, asOf: this.#asOf, mainSectors }));
      await nextTurn();
    }
    const belongTo: NodeIndex[] = [];
    const known = new Map<NodeIndex, number>();
    const codeOf = ([only, second]: readonly NodeIndex[]): number => {
      if (only === undefined) return NONE;
      if (second !== undefined) return SEVERAL;
      const code = known.get(only) ?? belongTo.push(only) - 1;
      known.set(only, code);
      return code;
    };
    const column = (name: keyof Membership): readonly number[] => memberships.map((of) => codeOf(of[name]));
    return {
      countries: column('countries'),
      provinces: column('provinces'),
      regencies: column('regencies'),
      sectors: column('sectors'),
      clusters: column('clusters'),
      belongTo,
    };
  }
}
