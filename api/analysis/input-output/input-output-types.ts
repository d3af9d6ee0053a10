/** What input-output questions answer. Values are million rupiah; sectors are places in the table's order. */
import type { FinalDemandPart } from '../../projection/input-output-table.ts';

/** How a sector is linked with those it buys from (backward) and sells to (forward). Indices are 1 on average. */
export interface SectorLinkages {
  readonly sector: number;
  /** Column sum of A. */
  readonly directBackward: number;
  /** Row sum of B. */
  readonly directForward: number;
  /** Column sum of L: output of all for a unit of its final demand. */
  readonly backward: number;
  readonly backwardIndex: number;
  /** Row sum of L (Rasmussen 1956, sensitivity): its output when final demand for each sector grows by a unit. */
  readonly sensitivity: number;
  readonly sensitivityIndex: number;
  /** Row sum of G (Jones 1976): output of all that a unit of its primary input allows. */
  readonly forward: number;
  readonly forwardIndex: number;
  /** Backward and sensitivity indices above 1. */
  readonly keyByLeontief: boolean;
  /** Backward and forward (Ghosh) indices above 1. */
  readonly keyByGhosh: boolean;
}

/** A part of the economy and what it is of the whole, in percent. */
export interface Loss {
  readonly value: number;
  readonly percent: number;
}

/** What would be missing without a sector (Dietzenbacher & van der Linden 1997; Miller & Lahr 2001). */
export interface SectorExtraction {
  readonly sector: number;
  /** Output lost when it neither buys, sells nor is demanded. */
  readonly total: Loss;
  /** Of it, by the other sectors; percent of their output. */
  readonly others: Loss;
  /** Their loss for each unit of its own output. */
  readonly othersPerOwnOutput: number;
  /** Percent of all value added. */
  readonly valueAdded: Loss;
  /** Output lost when it only buys no domestic input (percent of all), and that of the others. */
  readonly backward: Loss;
  readonly backwardOthers: number;
  /** By Ghosh's model: output lost when it only sells no input (percent of all), and that of the others. */
  readonly forward: Loss;
  readonly forwardOthers: number;
  /** Loss of output of each sector in total extraction. */
  readonly bySector: readonly number[];
}

/** A change of one sector's final demand: exactly one of percent and value. */
export interface FinalDemandChange {
  readonly sector: number;
  /** Of what `part` is now, at least −100. */
  readonly percent?: number | undefined;
  /** Million rupiah. */
  readonly value?: number | undefined;
  /** Absent: all final demand. */
  readonly part?: FinalDemandPart | undefined;
}

export interface EffectAmounts {
  readonly finalDemand: number;
  readonly output: number;
  /** Of the output now. */
  readonly outputPercent: number;
  readonly valueAdded: number;
  /** Of the value added now. */
  readonly valueAddedPercent: number;
  /** Part of value added. */
  readonly compensation: number;
  readonly imports: number;
  readonly productTaxes: number;
  /** Output asked for as direct input of what final demand changes by, A·Δf. */
  readonly directInput: number;
}

export interface FinalDemandEffect {
  readonly total: EffectAmounts;
  /** Change of output for each unit of final demand; null where final demand does not change in sum. */
  readonly multiplier: number | null;
  /** In how many rounds of buying the effect comes about: part of the change of output reached with (I + A + … + Aᵏ)Δf, k from 1. */
  readonly rounds: readonly number[];
  /** By change of output, largest first, then the table's order; every sector. */
  readonly sectors: readonly (EffectAmounts & { readonly sector: number })[];
}
