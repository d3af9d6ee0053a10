import { useEffect, useMemo, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { parseNodeId, type NodeId } from '#vocabulary';
import { useExploration, useExplorer, useVisibleGraph } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { nodeIds, useRemoval, type Removal } from '../../actions/structure.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { tieId } from '../../exploration/answer.ts';
import type { Question } from '../../exploration/question.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { LINKING } from '../ranks/asked.ts';
import { save } from '../export/save.ts';
import { Failure, Waiting } from '../states.tsx';
import { UnderFilters, useFilterWords } from '../under-filters.tsx';
import { capitalised, typesWord } from '../words.ts';
import { useWorking, WorkFailed } from '../working.tsx';
import { NodeName } from './found-list.tsx';
import { removalCsv } from './fragility-csv.ts';

/** "What falls off without …?": asked as a sentence, answered in words and lists, and dimmed in the picture. */
export function RemovalPart({
  gone,
  choose,
  question,
}: {
  readonly gone: NodeId | null;
  readonly choose: (gone: NodeId | null) => void;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const removal = useRemoval(gone, question);
  const choice = <NodeChoice label={t('fragility.node')} node={gone} onChoose={choose} />;
  return (
    <div className="removal">
      <div className="analysis-sentence">
        <p>
          <Trans i18nKey="fragility.sentence" components={{ node: choice }} />
        </p>
      </div>
      {gone === null && <p className="analysis-under">{t('fragility.sentenceNote')}</p>}
      {gone !== null && removal.status === 'failed' && <Failure fault={removal.fault} again={removal.again} />}
      {gone !== null && removal.status === 'loading' && <Waiting awaited={t('fragility.waiting')} rows={4} />}
      {gone !== null && removal.status === 'ready' && (
        <FallsOff gone={gone} removal={removal.value} question={question} end={() => choose(null)} />
      )}
    </div>
  );
}

function FallsOff({
  gone,
  removal,
  question,
  end,
}: {
  readonly gone: NodeId;
  readonly removal: Removal;
  readonly question: Question;
  readonly end: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number, language } = useFormats();
  const { placeMembers } = useExplorer();
  const working = useWorking();
  const name = useExploration((exploration) => exploration.nodes[gone]?.name ?? gone);
  const drawn = useVisibleGraph().nodes.some((node) => node.id === gone);
  useLookedAt(gone, removal);
  const { tieCount, lostCount, weakenedCount, cutOffCount, cutOffByType, partCount } = removal;
  return (
    <>
      <h3 className="removal-sum">
        {t('fragility.without', {
          name,
          lost: number(lostCount),
          ties: number(tieCount),
          weakened: number(weakenedCount),
          apart: t('fragility.apartOf', { count: cutOffCount, shown: number(cutOffCount) }),
        })}
      </h3>
      <UnderFilters question={question} />
      <p className="analysis-under">{t('fragility.withoutNote')}</p>
      <div className="fragile-actions">
        <Button look="solid" onPress={end}>
          {t('fragility.end')}
        </Button>
        {!drawn && (
          <Button onPress={() => working.run(() => placeMembers([gone], LINKING))}>{t('fragility.addGone')}</Button>
        )}
        {removal.cutOff.length > 0 && (
          <Button
            onPress={() =>
              working.run(() => placeMembers([gone, ...nodeIds(removal.cutOff.map(({ node }) => node))], LINKING))
            }
          >
            {t('fragility.addApart')}
          </Button>
        )}
        <DownloadRemoval name={name} removal={removal} question={question} />
      </div>
      <WorkFailed working={working} />
      <h4 className="removal-title">{t('fragility.apart', { count: cutOffCount, shown: number(cutOffCount) })}</h4>
      <p className="fragile-reason">
        {partCount < 2 ? t('fragility.holdsNothing') : t('fragility.apartWhy', { parts: number(partCount) })}
      </p>
      {cutOffCount > 0 && (
        <ul className="removal-types" aria-label={t('fragility.byType')}>
          {cutOffByType.map(({ type, count }) => (
            <li key={type}>
              <NodeGlyph type={type} size={15} />
              <span>{capitalised(typesWord(type, language))}</span>
              <span className="removal-count">{number(count)}</span>
            </li>
          ))}
        </ul>
      )}
      {stepsOf(removal).map(([steps, nodes]) => (
        <div key={steps}>
          <p className="removal-steps">{t('fragility.steps', { count: steps, shown: number(nodes.length) })}</p>
          <ul className="removal-nodes">
            {nodes.map((node) => (
              <li key={node.id}>
                <NodeName node={node} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Cut shown={removal.cutOff.length} total={cutOffCount} />
      <Ties removal={removal} />
    </>
  );
}

/** Nodes that fell off, by their steps from the one that is gone. */
function stepsOf({ cutOff }: Removal): readonly (readonly [number, readonly Removal['cutOff'][number]['node'][]])[] {
  const bySteps = new Map<number, Removal['cutOff'][number]['node'][]>();
  for (const { node, steps } of cutOff) bySteps.set(steps, [...(bySteps.get(steps) ?? []), node]);
  return [...bySteps];
}

/** Draws the picture as if the node were gone, for as long as it is looked at. */
function useLookedAt(gone: NodeId, removal: Removal): void {
  const { lookWithout } = useExplorer();
  const removed = useMemo(
    () => ({
      node: gone,
      apart: nodeIds(removal.cutOff.map(({ node }) => node)),
      lost: removal.lost.map(({ cluster, largeIndustry }) =>
        tieId(parseNodeId(cluster.id), parseNodeId(largeIndustry.id)),
      ),
    }),
    [gone, removal],
  );
  useEffect(() => {
    lookWithout(removed);
    return () => lookWithout(null);
  }, [removed, lookWithout]);
}

function Cut({ shown, total }: { readonly shown: number; readonly total: number }): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (shown === total) return null;
  return <p className="fragile-reason">{t('ranks.shown', { shown: number(shown), total: number(total) })}</p>;
}

function Ties({ removal: { lost, lostCount, weakened, weakenedCount } }: { readonly removal: Removal }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <>
      <h4 className="removal-title">{t('fragility.lost', { count: lostCount, shown: number(lostCount) })}</h4>
      <ul>
        {lost.map(({ cluster, largeIndustry, strength }) => (
          <li key={`${cluster.id} ${largeIndustry.id}`} className="removal-tie">
            <NodeName node={cluster} />
            <NodeName node={largeIndustry} />
            <span className="fragile-figure">{t('answer.strength', { value: number(strength, 2) })}</span>
          </li>
        ))}
      </ul>
      <Cut shown={lost.length} total={lostCount} />
      <h4 className="removal-title">
        {t('fragility.weakened', { count: weakenedCount, shown: number(weakenedCount) })}
      </h4>
      <ul>
        {weakened.map(({ before, after }) => (
          <li key={`${before.cluster.id} ${before.largeIndustry.id}`} className="removal-tie">
            <NodeName node={before.cluster} />
            <NodeName node={before.largeIndustry} />
            <span className="fragile-figure">
              {t('fragility.strengths', { before: number(before.strength, 2), after: number(after.strength, 2) })}
            </span>
          </li>
        ))}
      </ul>
      <Cut shown={weakened.length} total={weakenedCount} />
    </>
  );
}

function DownloadRemoval({
  name,
  removal,
  question,
}: {
  readonly name: string;
  readonly removal: Removal;
  readonly question: Question;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const filters = useFilterWords(question);
  const download = (): void => {
    const ground = { evidence: filters.evidence, asOf: filters.date };
    const text = removalCsv(name, removal, ground, (node) => nameIn(node, language));
    const file = fileName(t('fragility.file', { name }), new Date(), 'csv');
    save({ name: file, blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}
