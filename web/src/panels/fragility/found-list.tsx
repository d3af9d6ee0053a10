import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId, type NodeId } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import type { NodeSummaryFragment } from '../../actions/asking.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { openPanel } from '../open-panel.ts';
import { LINKING } from '../ranks/asked.ts';
import { useWorking, WorkFailed } from '../working.tsx';

/** Rows of a list that is opened. */
const ROWS_AT_ONCE = 12;

/** One of the lists: what it is, how many there are, why it matters, and its rows. */
export function FoundList<Row>({
  title,
  reason,
  rows,
  total,
  nodesOf,
  startsOpen = false,
  aside,
  children,
}: {
  readonly title: string;
  readonly reason: string;
  readonly rows: readonly Row[];
  /** As many as there are; more than `rows` where the answer was cut. */
  readonly total: number;
  /** The nodes of a row, for adding them to the view. */
  readonly nodesOf: (row: Row) => readonly NodeSummaryFragment[];
  readonly startsOpen?: boolean;
  readonly aside?: ReactNode;
  readonly children: (row: Row) => ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { placeJoined, mark } = useExplorer();
  const working = useWorking();
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const shown = rows.slice(0, most);
  const nodes = [...new Map(shown.flatMap(nodesOf).map((node) => [node.id, node])).values()];
  const add = async (): Promise<void> => {
    await placeJoined(nodes, LINKING);
    mark(
      nodes.map(({ id }) => parseNodeId(id)),
      'SET',
    );
  };
  return (
    <section className="fragile" aria-label={title}>
      <Disclosure
        startsOpen={startsOpen}
        summary={
          <span className="fragile-title">
            {title} <span>{number(total)}</span>
          </span>
        }
      >
        {() => (
          <>
            <p className="fragile-reason">{reason}</p>
            {aside}
            {total > 0 && (
              <>
                <ul className="fragile-rows">{shown.map((row) => children(row))}</ul>
                <div className="fragile-actions">
                  <p role="status">{t('ranks.shown', { shown: number(shown.length), total: number(total) })}</p>
                  {shown.length < rows.length && <Button onPress={() => setMost(most * 2)}>{t('ranks.more')}</Button>}
                  <Button onPress={() => working.run(add)}>{t('fragility.show')}</Button>
                </div>
                <WorkFailed working={working} />
              </>
            )}
          </>
        )}
      </Disclosure>
    </section>
  );
}

/** A node by its name; a press opens its details. */
export function NodeName({ node }: { readonly node: NodeSummaryFragment }): ReactElement {
  const { language } = useFormats();
  const { openNode } = useExplorer();
  return (
    <button type="button" className="node-name fragile-name" onClick={() => openNode(node)}>
      <NodeGlyph type={node.type} size={16} />
      <span>{nameIn(node, language)}</span>
    </button>
  );
}

/** Looks at what falls off with a node. */
export function WithoutButton({ node }: { readonly node: NodeSummaryFragment }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { know } = useExplorer();
  const open = (without: NodeId): void => openPanel({ kind: 'FRAGILITY', without });
  return (
    <Button look="text" onPress={() => open(know(node))}>
      {t('fragility.see', { name: nameIn(node, language) })}
    </Button>
  );
}
