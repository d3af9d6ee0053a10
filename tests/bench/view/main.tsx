/**
 * The page that the canvas benchmarks look at: a generated view in our canvas, or in a plain Cytoscape. `?who=ours&nodes=3000&relations=5000`;
 * built by tests/bench/view-page.ts, never shipped.
 */
import cytoscape from 'cytoscape';
import { createRoot } from 'react-dom/client';
import { z } from 'zod/mini';
import '../../../web/src/theme/fonts.css';
import '../../../web/src/theme/tokens.css';
import '../../../web/src/theme/base.css';
import './view.css';
import GraphCanvas from '../../../web/src/canvas/graph-canvas.tsx';
import { createExploration } from '../../../web/src/exploration/store.ts';
import { generatedView } from '../../fixtures/generated-view.ts';
import { showing } from './showing.ts';

const Asked = z.object({
  who: z.enum(['ours', 'plain']),
  layout: z.enum(['grid', 'cose']),
  nodes: z.coerce.number(),
  relations: z.coerce.number(),
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
const asked = Asked.parse(Object.fromEntries(new URLSearchParams(location.search)));
const view = generatedView(asked.nodes, asked.relations);

const drawn = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

if (asked.who === 'ours') {
  const store = createExploration();
  createRoot(root).render(
    <div className="picture">
      <GraphCanvas store={store} language="en" theme="light" onExpand={() => {}} onOpenDetails={() => {}} />
    </div>,
  );
  Reflect.set(window, 'arrive', () => store.setState((exploration) => showing(exploration, view)));
  Reflect.set(window, 'openAndClose', async (pairs: number) => {
    const whole = store.getState();
    for (let pair = 0; pair < pairs; pair += 1) {
      // Closed the view has its first half; each is drawn before the next comes.
      store.setState({ ...whole, placed: whole.placed.slice(0, whole.placed.length / 2), expansions: [] });
      await drawn();
      store.setState(whole);
      await drawn();
    }
  });
} else {
  Reflect.set(window, 'arrive', () => {
    cytoscape({
      container: root,
      elements: [
        ...view.nodes.map(({ id, name }) => ({ data: { id, name } })),
        ...view.relations.map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
      ],
      style: [{ selector: 'node', style: { label: 'data(name)' } }],
      layout: asked.layout === 'cose' ? { name: 'cose', animate: false } : { name: 'grid' },
    });
  });
}
