import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NodeId } from '#vocabulary';
import { useSectorNames, type AskedTable, type DemandChange } from '../../actions/what-if.ts';
import { useFormats, useLanguage } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { NodeChoice } from '../node-choice.tsx';
import { MAKERS, PLACES } from '../open-panel.ts';
import { DEMAND_PARTS, letterOf, PARTS, PERCENTS, type Draft } from './asked.ts';

type Change = (draft: Draft) => void;

/** A shock as a sentence whose words are menus. */
export function ShockCard({
  draft,
  table,
  position,
  change,
  remove,
}: {
  readonly draft: Draft;
  /** Whose sectors there are to choose from. */
  readonly table: AskedTable;
  readonly position: number;
  readonly change: Change;
  readonly remove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const letter = letterOf(position);
  return (
    <section className="wi-card" aria-label={t('whatIf.shock', { letter })}>
      <span className="wi-letter" aria-hidden="true">
        {letter}
      </span>
      <div className="wi-sentence">
        {draft.kind !== 'DEMAND' && <Closing draft={draft} change={change} />}
        {draft.demand !== null && (
          <Demand
            demand={draft.demand}
            table={table}
            also={draft.kind !== 'DEMAND'}
            change={(demand) => change({ ...draft, demand })}
          />
        )}
        {draft.kind !== 'DEMAND' && (
          <Button
            look="text"
            onPress={() =>
              change({ ...draft, demand: draft.demand === null ? { sector: '', percent: -10, part: null } : null })
            }
          >
            {draft.demand === null ? t('whatIf.addDemand') : t('whatIf.dropDemand')}
          </Button>
        )}
      </div>
      <IconButton icon="close" label={t('whatIf.remove', { letter })} onPress={remove} />
    </section>
  );
}

function Closing({ draft, change }: { readonly draft: Draft; readonly change: Change }): ReactElement {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const maker = draft.kind === 'MAKER';
  const ids = maker ? draft.close : draft.closePlaces;
  const put = (next: readonly NodeId[]): void => change({ ...draft, [maker ? 'close' : 'closePlaces']: next });
  const label = t(maker ? 'whatIf.maker' : 'whatIf.place');
  const types = maker ? MAKERS : PLACES;
  const nodes = (
    <span>
      {ids.map((id) => (
        <span key={id} className="wi-node">
          <NodeChoice
            label={label}
            node={id}
            types={types}
            onChoose={(next) => put([...new Set(ids.map((one) => (one === id ? next : one)))])}
          />
          {ids.length > 1 && (
            <IconButton icon="minus" label={t('whatIf.without')} onPress={() => put(ids.filter((one) => one !== id))} />
          )}{' '}
        </span>
      ))}
      <NodeChoice
        label={ids.length === 0 ? label : t('whatIf.another')}
        node={null}
        none={ids.length === 0 ? t('whatIf.choose') : t('whatIf.andAnother')}
        types={types}
        onChoose={(id) => put([...new Set([...ids, id])])}
      />
    </span>
  );
  const part = (
    <ChoiceMenu
      label={t('whatIf.partLabel')}
      value={percent(draft.part)}
      look="word"
      chosen={String(draft.part)}
      sections={[{ id: 'parts', title: null, choices: PARTS.map((id) => ({ id: String(id), text: percent(id) })) }]}
      onChoose={(id) => change({ ...draft, part: PARTS.find((one) => String(one) === id) ?? draft.part })}
    />
  );
  return (
    <p>
      <Trans i18nKey={maker ? 'whatIf.closeMaker' : 'whatIf.closePlace'} components={{ nodes, part }} />
    </p>
  );
}

function Demand({
  demand,
  table,
  also,
  change,
}: {
  readonly demand: DemandChange;
  readonly table: AskedTable;
  readonly also: boolean;
  readonly change: (demand: DemandChange) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const names = useSectorNames(table, useLanguage());
  const sectors = names.status === 'ready' ? names.value.sectors : [];
  const signed = (value: number): string => `${value > 0 ? '+' : '−'}${number(Math.abs(value))} %`;
  const sector = (
    <ChoiceMenu
      label={t('whatIf.sector')}
      value={sectors.find(({ code }) => code === demand.sector)?.name ?? t('whatIf.choose')}
      look="word"
      chosen={demand.sector}
      loaded={names.status === 'ready'}
      instead={<p className="options-empty">{t('filter.loading')}</p>}
      sections={[{ id: 'sectors', title: null, choices: sectors.map(({ code, name }) => ({ id: code, text: name })) }]}
      onChoose={(code) => change({ ...demand, sector: code })}
    />
  );
  const percent = (
    <ChoiceMenu
      label={t('whatIf.percent')}
      value={signed(demand.percent)}
      look="word"
      chosen={String(demand.percent)}
      sections={[
        { id: 'percents', title: null, choices: PERCENTS.map((id) => ({ id: String(id), text: signed(id) })) },
      ]}
      onChoose={(id) => change({ ...demand, percent: PERCENTS.find((one) => String(one) === id) ?? demand.percent })}
    />
  );
  const of = (
    <ChoiceMenu
      label={t('whatIf.demandPart')}
      value={t(`whatIf.parts.${demand.part ?? 'ALL'}`)}
      look="word"
      chosen={demand.part ?? 'ALL'}
      sections={[
        {
          id: 'of',
          title: null,
          choices: (['ALL', ...DEMAND_PARTS] as const).map((id) => ({ id, text: t(`whatIf.parts.${id}`) })),
        },
      ]}
      onChoose={(id) => change({ ...demand, part: DEMAND_PARTS.find((one) => one === id) ?? null })}
    />
  );
  return (
    <p>
      <Trans i18nKey={also ? 'whatIf.alsoDemand' : 'whatIf.changeDemand'} components={{ of, sector, percent }} />
    </p>
  );
}
