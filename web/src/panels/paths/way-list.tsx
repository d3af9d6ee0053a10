import { useEffect, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartialDate } from '#vocabulary';
import { broughtBy, drawnWay, type FoundWay, type Ways } from '../../actions/analysis.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { stepThroughRows } from '../answer/row-keys.ts';
import { WaySteps, type LeavingOut } from './way-steps.tsx';

/** The ways, shortest first; the one looked at is open, and lit in the picture. */
export function WayList({
  ways: { nodes, totalCount, hasMore },
  asOf,
  at,
  look,
  leaveOut,
}: {
  readonly ways: Ways;
  readonly asOf: PartialDate | null;
  /** Position of the way that is looked at. */
  readonly at: number;
  readonly look: (at: number) => void;
  readonly leaveOut: LeavingOut;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const current = nodes[at];
  useLit(current, asOf);
  return (
    <>
      <div className="way-bar">
        <h3 className="analysis-sum">
          {hasMore ? t('paths.foundMore', { count: totalCount }) : t('paths.found', { count: totalCount })}
          <span className="analysis-sum-note">{t('paths.shortest')}</span>
        </h3>
        <IconButton icon="up" label={t('paths.previous')} isDisabled={at === 0} onPress={() => look(at - 1)} />
        <IconButton
          icon="down"
          label={t('paths.next')}
          isDisabled={at >= nodes.length - 1}
          onPress={() => look(at + 1)}
        />
      </div>
      <p className="spoken" role="status">
        {t('paths.position', { number: number(at + 1), shown: number(nodes.length) })}
      </p>
      <ul data-rows>
        {nodes.map((way, index) => (
          <li key={way.steps.map(({ relations }) => relations[0]?.id).join(' ')} className="way">
            <WayHead way={way} position={index} open={index === at} look={() => look(index)} />
            {index === at && (
              <div className="way-body">
                <WaySteps way={way} asOf={asOf} leaveOut={leaveOut} />
                <AddWay way={way} asOf={asOf} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Draws and lights the way for as long as it is looked at, and again when a step back has made it unknown. */
function useLit(way: FoundWay | undefined, asOf: PartialDate | null): void {
  const { lightWay } = useExplorer();
  const language = useLanguage();
  const drawn = useMemo(() => (way === undefined ? null : drawnWay(way)), [way]);
  const isLit = useExploration(
    ({ lit, relations }) =>
      (lit?.way ?? null) === drawn && (drawn?.relations.every((id) => relations[id] !== undefined) ?? true),
  );
  useEffect(() => {
    if (isLit) return;
    if (way === undefined || drawn === null) lightWay(null);
    else lightWay(drawn, broughtBy(way, language, asOf));
  }, [way, drawn, isLit, language, asOf, lightWay]);
  useEffect(() => () => lightWay(null), [lightWay]);
}

/** Length and what lies between; opens the way. */
function WayHead({
  way: { nodes, length },
  position,
  open,
  look,
}: {
  readonly way: FoundWay;
  readonly position: number;
  readonly open: boolean;
  readonly look: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { language, number, list } = useFormats();
  const between = nodes.slice(1, -1).map((node) => nameIn(node, language));
  return (
    <button
      type="button"
      className={`way-head${open ? ' way-open' : ''}`}
      aria-expanded={open}
      data-row
      onKeyDown={stepThroughRows}
      onFocus={(event) => {
        // Going from way to way with the arrows looks at each; a press does so by itself.
        if (event.currentTarget.matches(':focus-visible')) look();
      }}
      onClick={look}
    >
      <Icon name={open ? 'down' : 'right'} />
      <span className="way-words">
        <span className="way-title">
          {t('paths.way', { number: number(position + 1) })}
          <span className="way-length">{t('paths.relations', { count: length })}</span>
        </span>
        <span className="way-via">
          {between.length === 0 ? t('paths.direct') : t('paths.via', { names: list(between) })}
        </span>
      </span>
    </button>
  );
}

/** Adds the way to the picture for good, and takes it out again. */
function AddWay({ way, asOf }: { readonly way: FoundWay; readonly asOf: PartialDate | null }): ReactElement {
  const { t } = useTranslation();
  const { addWay, dropWay, setView } = useExplorer();
  const language = useLanguage();
  const phone = useMedia(PHONE);
  const drawn = useMemo(() => drawnWay(way), [way]);
  const added = useExploration((exploration) => exploration.ways.some(({ id }) => id === drawn.id));
  return (
    <div className="way-actions">
      <Button
        look={added ? 'outline' : 'solid'}
        onPress={() => (added ? dropWay(drawn.id) : addWay(drawn, broughtBy(way, language, asOf)))}
      >
        {added ? t('paths.drop') : t('paths.add')}
      </Button>
      {phone && <Button onPress={() => setView('GRAPH')}>{t('view.GRAPH')}</Button>}
    </div>
  );
}
