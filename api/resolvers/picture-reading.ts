/** What a picture's columns are read from: all of one revision, and each only where it is wanted. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parsePartialDate, REFERENCE_DAY, type PartialDate, type Period } from '#vocabulary';
import { mainSectorsOf } from './main-sectors.ts';
import { membershipsOf, type Membership } from '../analysis/memberships.ts';
import type { PictureExtract } from '../analysis/picture-types.ts';
import type { NodeIndex, Projection } from '../projection/projection.ts';

/** Nodes at a time: a few milliseconds of work, after which others have their turn. */
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

export class PictureReading {
  readonly projection: Projection;
  readonly extract: PictureExtract;
  readonly #asOf: PartialDate;
  #memberships: Promise<MembershipColumns> | null = null;
  #periods: CodedColumn<Period> | null = null;
  #positions: ReadonlyMap<NodeIndex, number> | null = null;

  constructor(projection: Projection, extract: PictureExtract, asOf: PartialDate | undefined) {
    this.projection = projection;
    this.extract = extract;
    this.#asOf = asOf ?? parsePartialDate(REFERENCE_DAY);
  }

  get shown(): { readonly nodes: number; readonly relations: number } {
    return { nodes: this.extract.nodes.length, relations: this.extract.relations.length };
  }

  relationPeriods(): CodedColumn<Period> {
    this.#periods ??= coded(
      this.extract.relations.map((relation) => this.projection.relationPeriod(relation)),
      ({ from, to, attested }) => `${from ?? ''} ${to ?? ''} ${attested.join(' ')}`,
    );
    return this.#periods;
  }

  /** Where each node of the picture stands in it. */
  positions(): ReadonlyMap<NodeIndex, number> {
    this.#positions ??= new Map(this.extract.nodes.map((node, at) => [node, at]));
    return this.#positions;
  }

  memberships(): Promise<MembershipColumns> {
    this.#memberships ??= this.#readMemberships();
    return this.#memberships;
  }

  async #readMemberships(): Promise<MembershipColumns> {
    const { projection, extract } = this;
    const mainSectors = mainSectorsOf(projection);
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
