import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefWords } from '../../export/brief.ts';
import type { ExportedFigure } from '../../export/content.ts';
import { useFormats } from '../../languages/use-language.ts';

const UNITS = {
  COUNT: 'unit.COUNT',
  PERCENT: 'unit.PERCENT',
  TONNES_PER_YEAR: 'unit.TONNES_PER_YEAR',
  KG_PER_DAY: 'unit.KG_PER_DAY',
  RUPIAH: 'unit.RUPIAH',
  MILLION_RUPIAH: 'unit.MILLION_RUPIAH',
  HECTARES: 'unit.HECTARES',
  PAIRS: 'unit.PAIRS',
} as const;

const isUnit = (unit: string): unit is keyof typeof UNITS => unit in UNITS;

/** The words of a brief, in the language on screen. */
export function useBriefWords(): BriefWords {
  const { t } = useTranslation();
  const { number } = useFormats();
  return useMemo(() => {
    const figure = ({ value, unit, text, approximate, within }: ExportedFigure): string => {
      if (value === null) return text ?? '';
      const said = number(value);
      const measured = unit === null || !isUnit(unit) ? said : `${said} ${t(UNITS[unit])}`.trim();
      const about = approximate ? t('export.approximately', { value: measured }) : measured;
      return within === null ? about : `${about} (${within})`;
    };
    return {
      madeWith: t('export.madeWith'),
      picture: t('export.picture'),
      relations: t('table.relations'),
      nodes: t('table.nodes'),
      figures: t('details.figures'),
      sources: t('table.sources'),
      from: t('table.from'),
      relation: t('table.relation'),
      to: t('table.to'),
      period: t('table.period'),
      evidence: t('table.evidence'),
      name: t('table.name'),
      type: t('table.type'),
      place: t('table.place'),
      sector: t('table.sector'),
      relationCount: t('table.relationCount'),
      disputed: t('table.disputed'),
      restricted: t('details.restricted'),
      noDate: t('details.undatedSource'),
      figure,
      number,
    };
  }, [t, number]);
}
