import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_KINDS, RELATION_FAMILIES } from '#vocabulary';
import type { Exploration } from '../../exploration/exploration.ts';
import { sourceIds, type ExportedRelation } from '../../export/content.ts';
import { useFormats } from '../../languages/use-language.ts';
import { capitalised } from '../words.ts';
import { EvidenceCell, NameCell, RelationCell, Words } from './cells.tsx';
import type { DataColumn } from './columns.ts';
import { disputedColumn, heldColumn, restrictedColumn } from './state-columns.tsx';

/** The columns of the relations of the view. `come` says whether a relation's sources are known yet. */
export function useRelationColumns(
  nodes: Exploration['nodes'],
  come: (relation: ExportedRelation) => boolean,
  dated: boolean,
  hasDisputed: boolean,
  hasRestricted: boolean,
): readonly DataColumn<ExportedRelation>[] {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  return useMemo(() => {
    const end = (which: 'from' | 'to'): Pick<DataColumn<ExportedRelation>, 'value' | 'text' | 'show'> => {
      const name = (relation: ExportedRelation): string => (which === 'from' ? relation.fromName : relation.toName);
      return {
        value: name,
        text: name,
        show: (relation) => {
          const known = nodes[relation[which]];
          return known === undefined ? (
            <Words>{name(relation)}</Words>
          ) : (
            <NameCell type={known.type} name={name(relation)} />
          );
        },
      };
    };
    const family = (relation: ExportedRelation): string => RELATION_FAMILIES[relation.family].label[language];
    const columns: readonly (DataColumn<ExportedRelation> | null)[] = [
      {
        id: 'from',
        title: t('table.from'),
        flexible: true,
        width: [150, 380],
        keeps: 250,
        aside: 28,
        card: 'first',
        ...end('from'),
      },
      {
        id: 'relation',
        flexible: true,
        title: t('table.relation'),
        width: [130, 240],
        aside: 38,
        choices: true,
        card: 'second',
        value: ({ typeLabel }) => typeLabel,
        text: ({ typeLabel }) => capitalised(typeLabel),
        show: (relation) => <RelationCell relation={relation} />,
      },
      {
        id: 'to',
        title: t('table.to'),
        flexible: true,
        width: [150, 380],
        keeps: 250,
        aside: 28,
        card: 'first',
        ...end('to'),
      },
      {
        id: 'family',
        title: t('table.family'),
        width: [84, 130],
        choices: true,
        value: family,
        text: family,
        show: (relation) => <Words>{family(relation)}</Words>,
      },
      {
        id: 'period',
        title: t('table.period'),
        width: [90, 150],
        card: 'second',
        value: ({ period }) => period.attested.at(-1) ?? period.to ?? period.from ?? '',
        text: ({ periodText }) => periodText,
        show: ({ periodText }) => <Words>{periodText}</Words>,
      },
      {
        id: 'evidence',
        title: t('table.evidence'),
        width: [110, 170],
        aside: 14,
        choices: true,
        card: 'second',
        value: ({ evidenceClass }) => EVIDENCE_KINDS[evidenceClass].rank,
        text: ({ evidenceLabel }) => evidenceLabel,
        show: ({ evidenceClass, evidenceLabel }) => <EvidenceCell kind={evidenceClass} label={evidenceLabel} />,
      },
      {
        id: 'sources',
        title: t('table.sources'),
        width: [64, 90],
        numeric: true,
        value: (relation) => (come(relation) ? sourceIds(relation.evidence).length : -1),
        text: (relation) => (come(relation) ? number(sourceIds(relation.evidence).length) : ''),
        show: (relation) => (come(relation) ? number(sourceIds(relation.evidence).length) : '…'),
      },
      dated ? heldColumn(t) : null,
      hasDisputed ? disputedColumn(t) : null,
      hasRestricted ? restrictedColumn(t) : null,
    ];
    return columns.filter((column) => column !== null);
  }, [t, language, number, nodes, come, dated, hasDisputed, hasRestricted]);
}
