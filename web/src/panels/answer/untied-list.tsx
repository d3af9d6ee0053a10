import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId, NodeType } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { tiedWithoutBuyer, type Tie } from '../../exploration/answer.ts';
import type { KnownNode } from '../../exploration/known.ts';
import { kilometresBetween } from '../../exploration/spot.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import '../analysis.css';
import { byKeyboard, focusDetails } from '../focus-details.ts';
import { RADII } from '../gaps/asked.ts';
import { NodeChoice } from '../node-choice.tsx';
import { stepThroughRows } from './row-keys.ts';
import { usePointing } from './tie-row.tsx';
import { useUntiedWords } from './untied.tsx';

const PLACES: readonly NodeType[] = ['Province', 'Regency', 'Locality'];

/** A place that clusters are to be near, and how near in kilometres. */
interface Near {
  readonly place: NodeId | null;
  readonly km: number;
}

/** A cluster, and how far it is from the place; null where none is asked for. */
interface Row {
  readonly node: KnownNode;
  readonly km: number | null;
  /** How it is tied, though no large firm buys from it. */
  readonly ties: readonly Tie[];
}

/**
 * The clusters without a tie, by name; near a place, the nearest first. Under them those that have no large buyer either: support, a
 * programme or goods that they get are a tie, but nobody buys from them.
 */
export default function UntiedList({ back }: { readonly back: () => void }): ReactElement {
  const { t } = useTranslation();
  const words = useUntiedWords();
  const nodes = useExploration((exploration) => exploration.nodes);
  const asked = useExploration(({ answered }) => answered?.largeIndustry ?? null);
  // Those without a tie to one firm may well be tied to another.
  const firm = asked === null ? undefined : nodes[asked]?.name;
  const [near, setNear] = useState<Near>({ place: null, km: 100 });
  const { untied, without, all, unplaced } = useRows(near);
  const backButton = useRef<HTMLButtonElement>(null);
  // The button that opened the list is gone: the keyboard goes on at its way back.
  useEffect(() => backButton.current?.focus(), []);
  return (
    <>
      <header className="untied-head">
        <IconButton icon="back" label={t('app.back')} onPress={back} ref={backButton} />
        <div>
          <h1 className="untied-title">{words}</h1>
          <p className="answer-counts">{t('answer.untiedNote', { object: firm ?? t('question.anyLarge') })}</p>
        </div>
      </header>
      <NearSentence near={near} change={setNear} />
      {near.place !== null && <NearCount shown={untied.length + without.length} all={all} unplaced={unplaced} />}
      <div className="answer-scroll" data-rows>
        <ul>
          {untied.map((row) => (
            <li key={row.node.id}>
              <UntiedRow row={row} />
            </li>
          ))}
        </ul>
        {without.length > 0 && <WithoutBuyer rows={without} firm={firm} />}
        <CutTies />
      </div>
    </>
  );
}

/** Those that are tied in another way. */
function WithoutBuyer({
  rows,
  firm,
}: {
  readonly rows: readonly Row[];
  readonly firm: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const title = firm === undefined ? t('untied.withoutBuyer') : t('untied.withoutThisBuyer', { firm });
  return (
    <section aria-label={title}>
      <h2 className="group-head">
        <span>{title}</span>
        <span className="group-count">{number(rows.length)}</span>
      </h2>
      <p className="untied-why">{t('untied.withoutBuyerWhy')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.node.id}>
            <UntiedRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of ties that are not there yet nobody knows whether they are with a buyer. */
function CutTies(): ReactElement | null {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { moreTies } = useExplorer();
  const shown = useExploration(({ answer }) => answer?.ties.length ?? 0);
  const total = useExploration(({ answer }) => answer?.totalCount ?? 0);
  if (shown >= total) return null;
  return (
    <div className="cut">
      <p>{t('untied.cut', { shown: number(shown), total: number(total) })}</p>
      <Button onPress={() => void moreTies()}>{t('answer.more')}</Button>
    </div>
  );
}

/** The rows, how many there are without the place, and how many of those are nowhere known to be. */
function useRows({ place, km }: Near): {
  readonly untied: readonly Row[];
  readonly without: readonly Row[];
  readonly all: number;
  readonly unplaced: number;
} {
  const answer = useExploration((exploration) => exploration.answer);
  const nodes = useExploration((exploration) => exploration.nodes);
  const otherwise = useMemo(() => tiedWithoutBuyer(answer?.ties ?? []), [answer]);
  const rows = (ids: Iterable<NodeId>): readonly Row[] =>
    [...ids].flatMap((id) => {
      const node = nodes[id];
      if (node === undefined) return [];
      const far = place === null ? null : kilometresBetween(nodes[place]?.at ?? null, node.at);
      return [{ node, km: far, ties: otherwise.get(id) ?? [] }];
    });
  const near = (all: readonly Row[]): readonly Row[] =>
    place === null
      ? all
      : all
          .filter((row) => row.km !== null && row.km <= km)
          .toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity));
  const [untied, without] = [rows(answer?.untied ?? []), rows(otherwise.keys())];
  const all = [...untied, ...without];
  return {
    untied: near(untied),
    without: near(without),
    all: all.length,
    unplaced: place === null ? 0 : all.filter((row) => row.km === null).length,
  };
}

function NearSentence({ near, change }: { readonly near: Near; readonly change: (near: Near) => void }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const kilometres = (km: number): string => t('untied.km', { km: number(km) });
  const distance = (
    <ChoiceMenu
      label={t('untied.distance')}
      value={kilometres(near.km)}
      look="word"
      chosen={String(near.km)}
      sections={[{ id: 'km', title: null, choices: RADII.map((km) => ({ id: String(km), text: kilometres(km) })) }]}
      onChoose={(id) => change({ ...near, km: Number(id) })}
    />
  );
  const place = (
    <NodeChoice
      label={t('untied.place')}
      node={near.place}
      none={t('untied.anyPlace')}
      types={PLACES}
      onChoose={(id) => change({ ...near, place: id })}
    />
  );
  return (
    <div className="analysis-sentence untied-near">
      <p>
        <Trans i18nKey="untied.sentence" components={{ distance, place }} />
      </p>
      {near.place !== null && (
        <IconButton icon="close" label={t('untied.letGo')} onPress={() => change({ ...near, place: null })} />
      )}
    </div>
  );
}

function NearCount({
  shown,
  all,
  unplaced,
}: {
  readonly shown: number;
  readonly all: number;
  readonly unplaced: number;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <p className="analysis-note untied-count">
      <span role="status">{t('untied.shown', { shown: number(shown), total: number(all) })}</span> {t('untied.rough')}
      {unplaced > 0 && ` ${t('untied.unplaced', { count: unplaced, shown: number(unplaced) })}`}
    </p>
  );
}

function UntiedRow({ row: { node, km, ties } }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { selectNode } = useExplorer();
  const names = useExploration((exploration) => exploration.nodes);
  const selected = useExploration(({ selection }) => selection?.kind === 'node' && selection.id === node.id);
  const pointing = usePointing({ kind: 'node', id: node.id });
  return (
    <button
      type="button"
      className={`tie${selected ? ' tie-touched' : ''}`}
      aria-current={selected}
      data-row
      onKeyDown={stepThroughRows}
      onClick={(event) => {
        selectNode(node.id);
        if (byKeyboard(event)) focusDetails();
      }}
      {...pointing}
    >
      <NodeGlyph type={node.type} size={17} hollow={ties.length === 0} />
      <span className="tie-lines">
        <span className="tie-cluster">{node.name}</span>
        <span className="tie-when">
          {km !== null && `${t('untied.km', { km: number(Math.round(km)) })} · `}
          {node.places.length > 0 ? node.places.join(', ') : t('answer.placeUnknown')}
        </span>
        {ties.map(({ id, kind, largeIndustry }) => (
          <span key={id} className="tie-when">
            {t('untied.tiedBy', { kind: t(`answer.kind.${kind}`), firm: names[largeIndustry]?.name ?? largeIndustry })}
          </span>
        ))}
      </span>
    </button>
  );
}
