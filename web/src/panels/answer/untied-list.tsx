import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId, NodeType } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { KnownNode } from '../../exploration/known.ts';
import { kilometresBetween } from '../../exploration/spot.ts';
import { useFormats } from '../../languages/use-language.ts';
import { IconButton } from '../../ui/button.tsx';
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
}

/** The clusters without a tie, by name; near a place, the nearest first. */
export default function UntiedList({ back }: { readonly back: () => void }): ReactElement {
  const { t } = useTranslation();
  const words = useUntiedWords();
  const nodes = useExploration((exploration) => exploration.nodes);
  const asked = useExploration(({ answered }) => answered?.largeIndustry ?? null);
  // Those without a tie to one firm may well be tied to another.
  const firm = asked === null ? undefined : nodes[asked]?.name;
  const [near, setNear] = useState<Near>({ place: null, km: 100 });
  const { rows, all, unplaced } = useRows(near);
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
      {near.place !== null && <NearCount shown={rows.length} all={all} unplaced={unplaced} />}
      <ul className="answer-scroll" data-rows>
        {rows.map((row) => (
          <li key={row.node.id}>
            <UntiedRow row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rows, how many there are without the place, and how many of those are nowhere known to be. */
function useRows({ place, km }: Near): {
  readonly rows: readonly Row[];
  readonly all: number;
  readonly unplaced: number;
} {
  const untied = useExploration((exploration) => exploration.answer?.untied) ?? [];
  const nodes = useExploration((exploration) => exploration.nodes);
  const known = untied.flatMap((id) => nodes[id] ?? []);
  if (place === null) return { rows: known.map((node) => ({ node, km: null })), all: known.length, unplaced: 0 };
  const at = nodes[place]?.at ?? null;
  const far = known.map((node) => ({ node, km: kilometresBetween(at, node.at) }));
  const rows = far
    .flatMap((row) => (row.km === null || row.km > km ? [] : [{ node: row.node, km: row.km }]))
    .toSorted((a, b) => a.km - b.km);
  return { rows, all: known.length, unplaced: far.filter((row) => row.km === null).length };
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

function UntiedRow({ row: { node, km } }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { selectNode } = useExplorer();
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
      <NodeGlyph type={node.type} size={17} hollow />
      <span className="tie-lines">
        <span className="tie-cluster">{node.name}</span>
        <span className="tie-when">
          {km !== null && `${t('untied.km', { km: number(Math.round(km)) })} · `}
          {node.places.length > 0 ? node.places.join(', ') : t('answer.placeUnknown')}
        </span>
      </span>
    </button>
  );
}
