import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId } from '#vocabulary';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import type { Gap, ReasonRelation } from '../../actions/gaps.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { openPanel } from '../open-panel.ts';
import { relationWord } from '../words.ts';

/** The five parts of a score, each with what it rests on; and what to do with the pair. */
export function GapReasons({ gap }: { readonly gap: Gap }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const part = (value: number | null): string =>
    value === null ? t('gaps.unknown') : number(Math.round(value * 100) / 100);
  const { fit, distance, support, relatedness } = gap;
  return (
    <div className="gap-body">
      <Ends gap={gap} />
      <table className="gap-parts">
        <caption className="spoken">{t('gaps.parts')}</caption>
        <tbody>
          <Part name={t('gaps.fit')} value={part(fit.value)} relations={fit.relations}>
            {t(`gaps.fitWhy.${fit.rule}`, {
              cluster: withCode(fit.clusterSide, nameIn(fit.clusterSide, language)),
              firm: withCode(fit.firmSide, nameIn(fit.firmSide, language)),
            })}
          </Part>
          <Part name={t('gaps.distance')} value={part(distance?.value ?? null)}>
            {distance === null
              ? t('gaps.distanceUnknownWhy')
              : t('gaps.distanceWhy', {
                  km: number(Math.round(distance.km * 10) / 10),
                  from: nameIn(distance.clusterPlace, language),
                  to: nameIn(distance.firmPlace, language),
                })}
          </Part>
          <Part name={t('gaps.support')} value={part(support.value)} relations={support.relations}>
            {t(
              support.value === 1
                ? 'gaps.supportLinkage'
                : support.value === 0
                  ? 'gaps.supportNone'
                  : 'gaps.supportAny',
            )}
          </Part>
          <Part name={t('gaps.relatedness')} value={part(relatedness)}>
            {relatedness === null ? t('gaps.relatednessUnknown') : t('gaps.relatednessWhy')}
          </Part>
          <Part name={t('gaps.capacity')} value={part(null)}>
            {t('gaps.capacityUnknown')}
          </Part>
        </tbody>
      </table>
      {gap.documentedTie.length > 0 && <Said title={t('gaps.documentedTie')} relations={gap.documentedTie} />}
      {gap.inferredTie.length > 0 && <Said title={t('gaps.inferredTieLong')} relations={gap.inferredTie} />}
    </div>
  );
}

function withCode({ code }: { readonly code: string | null }, name: string): string {
  return code === null ? name : `${name} (${code})`;
}

function Part({
  name,
  value,
  relations = [],
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly relations?: readonly ReasonRelation[];
  readonly children: string;
}): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="gap-part-value">{value}</td>
      <td>
        {children}
        {relations.length > 0 && <ReasonRelations relations={relations} />}
      </td>
    </tr>
  );
}

function Said({
  title,
  relations,
}: {
  readonly title: string;
  readonly relations: readonly ReasonRelation[];
}): ReactElement {
  return (
    <div className="gap-said">
      <h4 className="gap-said-title">{title}</h4>
      <ReasonRelations relations={relations} />
    </div>
  );
}

/** What a part rests on, as sentences that open the relation with its sources. */
export function ReasonRelations({ relations }: { readonly relations: readonly ReasonRelation[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  return (
    <ul className="gap-relations">
      {relations.map(({ id, type, evidenceClass, fromNode, toNode }) => (
        <li key={id}>
          <button type="button" className="gap-link" onClick={() => selectRelation(asRelationId(id))}>
            {nameIn(fromNode, language)} {relationWord(type, 'OUT', language)} {nameIn(toNode, language)}
          </button>
          {evidenceClass !== 'DOCUMENTED' && (
            <span className="tag">
              {evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Both ends, and both into the picture. */
function Ends({ gap: { cluster, largeIndustry } }: { readonly gap: Gap }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { know, openNode, placeKnown } = useExplorer();
  const placed = useExploration((exploration) =>
    [cluster, largeIndustry].every(({ id }) => exploration.placed.some((other) => other === id)),
  );
  const ends = [cluster, largeIndustry];
  return (
    <div className="gap-ends">
      {ends.map((node) => (
        <button key={node.id} type="button" className="node-name" onClick={() => openNode(node)}>
          <NodeGlyph type={node.type} size={18} />
          <span>{nameIn(node, language)}</span>
        </button>
      ))}
      <div className="way-actions">
        <Button look="solid" isDisabled={placed} onPress={() => placeKnown(ends.map(know))}>
          {placed ? t('gaps.placed') : t('gaps.place')}
        </Button>
        <Button onPress={() => openPanel({ kind: 'PATHS', from: know(cluster), to: know(largeIndustry) })}>
          {t('gaps.paths')}
        </Button>
      </div>
    </div>
  );
}
