import { RELATION_FAMILIES, type RelationFamily } from '#vocabulary';
import type { Explorer } from '../../actions/explorer.ts';
import type { QuestionAnswer } from '../../actions/questions.ts';
import { DOCUMENTED_ONLY, FIRST_QUESTION, WITH_INFERRED } from '../../exploration/question.ts';
import { openPanel, type AskedDemand } from '../open-panel.ts';

const EVERY_FAMILY = Object.keys(RELATION_FAMILIES).filter(
  (family): family is RelationFamily => family in RELATION_FAMILIES,
);

type View = QuestionAnswer['view'];
type ViewNode = View['place'];

function demandOf({ sector, percent }: View): { readonly demand?: AskedDemand } {
  const code = sector?.code;
  if (code === null || code === undefined || percent === null || percent === undefined) return {};
  return { demand: { sector: code, percent } };
}

/** Until what was asked is answered, failed or given up: what joins nodes is looked for under the filters of the answer. */
function untilAnswered(store: Explorer['store']): Promise<void> {
  return new Promise((done) => {
    const isDone = (): boolean => store.getState().request.status !== 'loading';
    if (isDone()) return done();
    const stop = store.subscribe(() => {
      if (!isDone()) return;
      stop();
      done();
    });
  });
}

/** Opens the part of the explorer that shows the answer as a picture. */
export async function showView(
  view: View,
  { know, ask, keepAnswer, startJoined, setView, store }: Explorer,
): Promise<void> {
  const known = (node: ViewNode) => (node === null || node === undefined ? null : know(node));
  switch (view.kind) {
    case 'TIES':
      openPanel(null);
      ask({
        ...FIRST_QUESTION,
        place: known(view.place),
        largeIndustry: known(view.largeIndustry),
        evidence: view.inferred ? WITH_INFERRED : DOCUMENTED_ONLY,
      });
      document.getElementById('answer')?.focus();
      await untilAnswered(store);
      return keepAnswer();
    case 'PATHS':
      return openPanel({ kind: 'PATHS', from: known(view.from), to: known(view.to) });
    case 'TIERS':
      return openPanel({ kind: 'TIERS', root: known(view.root), direction: view.direction ?? 'UPSTREAM' });
    case 'GAPS':
      return openPanel({ kind: 'GAPS', cluster: known(view.cluster), firm: known(view.largeIndustry) });
    case 'FRAGILITY':
      return openPanel({ kind: 'FRAGILITY', without: known(view.without) });
    case 'PROGRAMMES': {
      const of = view.of ?? null;
      ask({ ...FIRST_QUESTION });
      return openPanel({ kind: 'PROGRAMMES', of: known(of), type: of?.type ?? null });
    }
    case 'PLACES':
      ask({ ...FIRST_QUESTION });
      return openPanel({ kind: 'PLACES', place: known(view.place) });
    case 'WHAT_IF':
      return openPanel({ kind: 'WHAT_IF', closes: null, ...demandOf(view) });
    case 'INPUT_OUTPUT':
      return openPanel({
        kind: 'INPUT_OUTPUT',
        picture: view.picture ?? 'LINKAGES',
        sector: view.sector?.code ?? null,
      });
    case 'NODES':
      if (view.inferred) {
        ask({ evidence: WITH_INFERRED });
        await untilAnswered(store);
      }
      await startJoined(view.nodes, EVERY_FAMILY);
      setView('GRAPH');
  }
}
