import type { Language } from '#vocabulary';
import { IDLE } from '../exploration/exploration.ts';
import type { ExplorationStore } from '../exploration/store.ts';
import { remember } from '../exploration/transitions.ts';
import { AnswerCache } from './answer-cache.ts';
import { asking, type Asking } from './ask.ts';
import { counter } from './counting.ts';
import { faultNamed } from './faults.ts';
import { renamed } from './known.ts';
import { lookings, type Looks } from './looks.ts';
import { marking, type Marks } from './mark.ts';
import { picturing, type Picturing } from './picturing.ts';
import { looking, type Looking } from './select.ts';
import { onStoreBack } from './store-away.ts';
import { history, type History } from './undo.ts';
import { walking, type Walking } from './walk.ts';
import type { Workings } from './workings.ts';

/** Everything a panel may do. Each action is one transition, or one request and the transitions around it. */
export interface Explorer extends Workings, Asking, Looking, Walking, Picturing, Looks, Marks, History {
  /** Fills in the counts of nodes that are not counted yet. */
  readonly count: () => Promise<void>;
  /** Names in another language; the ties' words are asked for anew. */
  readonly speak: (language: Language) => void;
}

/** Wires the actions to one exploration. */
export function createExplorer(store: ExplorationStore, firstLanguage: Language): Explorer {
  let language = firstLanguage;
  const workings: Workings = { store, cache: new AnswerCache(), language: () => language };
  const count = counter(workings);
  const asks = asking(workings, count);
  const looks = looking(workings);
  const walks = walking(workings, looks.know, count);
  const pictures = picturing(workings, count);
  onStoreBack(() => {
    const { request } = store.getState();
    const failed = request.status === 'failed' && faultNamed(request.message) === 'STORE_UNAVAILABLE';
    if (failed) asks.askAgain();
    else void count();
  });
  return {
    ...workings,
    ...asks,
    ...looks,
    ...walks,
    ...pictures,
    count,
    ...lookings(workings, count),
    ...marking(workings),
    ...history(workings, asks, walks, count),
    speak: (next) => {
      if (next === language) return;
      language = next;
      workings.cache.clear();
      store.setState((exploration) => {
        const nodes = renamed(Object.values(exploration.nodes), next);
        return remember({ ...exploration, request: IDLE }, { nodes, relations: [] });
      });
      pictures.renameGroups(next);
      asks.askAgain();
    },
  };
}
