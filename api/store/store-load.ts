/** Questions that are with an engine now, and those that wait until it takes more. */
export interface StoreLoad {
  readonly asking: number;
  readonly waiting: number;
}
