import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExplorer } from '../../actions/explorer-context.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { ShownTable } from './shown-table.ts';
import { placeOf } from './twins.ts';
import { useFigures } from './use-figures.ts';

/** One sector closely: its linkages, what would be missing without it, and its node in the graph. */
export function SectorFacts({
  shown: { table, asked, change },
  close,
}: {
  readonly shown: ShownTable;
  readonly close: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { rupiah } = useFigures(table);
  const { openNode } = useExplorer();
  const place = placeOf(table, asked.sector) ?? -1;
  const [sector, linkages] = [table.sectors[place], table.linkages[place]];
  const extraction = table.extractions.find((one) => one.sector.code === asked.sector);
  if (sector === undefined || linkages === undefined || extraction === undefined) return null;
  const { node } = sector;
  const amount = (value: number, part: number): string =>
    t('inputOutput.amountPart', { value: rupiah(value), part: percent(part / 100) });
  const index = (sum: number, of: number): string =>
    t('inputOutput.sumIndex', { sum: number(sum, 4), index: number(of, 4) });
  const facts: readonly (readonly [string, string])[] = [
    [t('inputOutput.fact.output'), rupiah(sector.output)],
    [t('inputOutput.fact.finalDemand'), rupiah(sector.finalDemand)],
    [t('inputOutput.fact.valueAdded'), rupiah(sector.valueAdded)],
    [t('inputOutput.fact.imports'), rupiah(sector.imports)],
    [t('inputOutput.bar.backward'), index(linkages.backward, linkages.backwardIndex)],
    [t('inputOutput.bar.sensitivity'), index(linkages.sensitivity, linkages.sensitivityIndex)],
    [t('inputOutput.bar.forward'), index(linkages.forward, linkages.forwardIndex)],
    [t('inputOutput.fact.extraction'), amount(extraction.total.value, extraction.total.percent)],
    [t('inputOutput.fact.others'), amount(extraction.others.value, extraction.others.percent)],
    [t('inputOutput.fact.lostValueAdded'), amount(extraction.valueAdded.value, extraction.valueAdded.percent)],
    [t('inputOutput.fact.backwardOnly'), amount(extraction.backward.value, extraction.backward.percent)],
    [t('inputOutput.fact.forwardOnly'), amount(extraction.forward.value, extraction.forward.percent)],
  ];
  return (
    <section className="io-sector" aria-label={sector.name}>
      <div className="io-sector-head">
        <h3 className="io-head">{sector.name}</h3>
        <IconButton icon="close" label={t('inputOutput.letGo')} onPress={close} />
      </div>
      <dl className="io-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="io-caution">{t('inputOutput.extractionNote')}</p>
      <div className="rank-buttons">
        <Button onPress={() => change({ picture: 'EXTRACTION' })}>{t('inputOutput.seeLosses')}</Button>
        <Button onPress={() => change({ picture: 'FLOWS' })}>{t('inputOutput.seeFlows')}</Button>
        {node !== null && <Button onPress={() => openNode(node)}>{t('inputOutput.openNode')}</Button>}
      </div>
    </section>
  );
}
