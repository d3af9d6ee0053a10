import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATION_FAMILIES } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import type { Ranks } from '../../actions/structure.ts';
import type { SizeBy } from '../../exploration/looks.ts';
import { fileName } from '../../export/file-name.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { save } from '../export/save.ts';
import { useFilterWords } from '../under-filters.tsx';
import { useWorking, WorkFailed } from '../working.tsx';
import { LINKING, type Asked } from './asked.ts';
import { ranksCsv } from './ranks-csv.ts';

/** What can be made of the ranks: sizes and rings on the canvas, nodes of the view, a file. */
export function RankActions({
  ranks,
  asked,
  size,
}: {
  readonly ranks: Ranks;
  readonly asked: Asked;
  readonly size: SizeBy;
}): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { sizeBy, placeJoined } = useExplorer();
  const working = useWorking();
  const sized = useExploration((exploration) => sameSize(exploration.looks.size, size));
  const { measure, families, among } = size;
  return (
    <div className="rank-actions">
      <Switch
        label={t('ranks.sizeSwitch')}
        isOn={sized}
        onChange={(on) => working.run(() => sizeBy(on ? { measure, families, among } : null))}
      />
      <ColourSwitch />
      <div className="rank-buttons">
        <Button
          look="solid"
          onPress={() =>
            working.run(() =>
              placeJoined(
                ranks.nodes.map(({ node }) => node),
                families.length === 0 ? LINKING : families,
              ),
            )
          }
        >
          {t('ranks.addAll', { count: ranks.nodes.length, shown: number(ranks.nodes.length) })}
        </Button>
        <DownloadRanks ranks={ranks} asked={asked} />
      </div>
      <WorkFailed working={working} />
    </div>
  );
}

/** Rings of the communities on the canvas, as they are looked for in their own panel. */
export function ColourSwitch(): ReactElement {
  const { t } = useTranslation();
  const { colourBy, store } = useExplorer();
  const working = useWorking();
  const coloured = useExploration((exploration) => exploration.looks.colour !== null);
  return (
    <>
      <Switch
        label={t('ranks.colourSwitch')}
        isOn={coloured}
        onChange={(on) => working.run(() => colourBy(on ? store.getState().communitiesBy : null))}
      />
      <WorkFailed working={working} />
    </>
  );
}

function sameSize(now: SizeBy | null, size: SizeBy): boolean {
  if (now === null || now.measure !== size.measure) return false;
  const same = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
    a === b || (a !== null && b !== null && a.length === b.length && a.every((id, index) => id === b[index]));
  return same(now.families, size.families) && same(now.among, size.among);
}

function DownloadRanks({ ranks, asked }: { readonly ranks: Ranks; readonly asked: Asked }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const filters = useFilterWords(question);
  const { measure, families, over } = asked;
  const download = (): void => {
    const relations =
      families === 'USUAL'
        ? t('ranks.usual')
        : families === 'ALL'
          ? t('ranks.all')
          : RELATION_FAMILIES[families].label[language];
    const ground = {
      measure: t(`ranks.measures.${measure}`),
      over: t(`ranks.${over}`),
      relations,
      evidence: filters.evidence,
      asOf: filters.date,
    };
    const text = ranksCsv(ranks, ground, (node) => nameIn(node, language));
    const name = fileName(`${t('ranks.title')} ${t(`ranks.measures.${measure}`)}`, new Date(), 'csv');
    save({ name, blob: new Blob([text], { type: 'text/csv' }) });
  };
  return (
    <Button onPress={download}>
      <Icon name="export" /> {t('ranks.download')}
    </Button>
  );
}
