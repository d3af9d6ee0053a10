import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, heldAt, periodBounds, RELATION_TYPES, type PartialDate, type RelationType } from '#vocabulary';
import type { FoundWay } from '../../actions/analysis.ts';
import type { NodeSummaryFragment, RelationWithEvidenceFragment } from '../../actions/asking.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { IconButton } from '../../ui/button.tsx';
import { capitalised, isMutual, periodOf, relationWord } from '../words.ts';

/** What is left out by a press in a way; absent: nothing can be. */
export interface LeavingOut {
  readonly type: (type: RelationType) => void;
  readonly node: (node: NodeSummaryFragment) => void;
}

/** A way from top to bottom: every node, and between two of them every relation as it reads downwards. */
export function WaySteps({
  way: { nodes, steps },
  asOf,
  leaveOut,
}: {
  readonly way: Pick<FoundWay, 'nodes'> & { readonly steps: readonly Pick<FoundWay['steps'][number], 'relations'>[] };
  readonly asOf: PartialDate | null;
  readonly leaveOut?: LeavingOut;
}): ReactElement {
  return (
    <ol className="way-steps">
      {nodes.map((node, index) => {
        const inner = index > 0 && index < nodes.length - 1;
        return (
          <li key={node.id}>
            <WayNode node={node} {...(inner && leaveOut !== undefined ? { leaveOut: leaveOut.node } : {})} />
            {steps[index] !== undefined && (
              <StepRelations relations={steps[index].relations} above={node.id} asOf={asOf} leaveOut={leaveOut?.type} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function WayNode({
  node,
  leaveOut,
}: {
  readonly node: NodeSummaryFragment;
  readonly leaveOut?: LeavingOut['node'];
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode } = useExplorer();
  const name = nameIn(node, language);
  return (
    <div className="way-node">
      <button type="button" className="node-name" onClick={() => openNode(node)}>
        <NodeGlyph type={node.type} size={18} />
        <span>{name}</span>
      </button>
      {leaveOut !== undefined && (
        <IconButton icon="minus" label={t('paths.leaveOut', { name })} onPress={() => leaveOut(node)} />
      )}
    </div>
  );
}

function StepRelations({
  relations,
  above,
  asOf,
  leaveOut,
}: {
  readonly relations: readonly RelationWithEvidenceFragment[];
  /** The node that the step starts from. */
  readonly above: string;
  readonly asOf: PartialDate | null;
  readonly leaveOut: LeavingOut['type'] | undefined;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="way-relations">
      {relations.map((relation, index) => (
        <li key={relation.id}>
          {index === 1 && <p className="way-parallel">{t('paths.parallel', { count: relations.length - 1 })}</p>}
          <WayRelation relation={relation} above={above} asOf={asOf} leaveOut={leaveOut} />
        </li>
      ))}
    </ul>
  );
}

function WayRelation({
  relation,
  above,
  asOf,
  leaveOut,
}: {
  readonly relation: RelationWithEvidenceFragment;
  readonly above: string;
  readonly asOf: PartialDate | null;
  readonly leaveOut: LeavingOut['type'] | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  const { type, family, evidenceClass } = relation;
  const reversed = relation.from !== above;
  const period = periodOf(relation.period);
  const possible = asOf !== null && heldAt(periodBounds(period), asOf) === 'POSSIBLY';
  const sources = new Set(relation.evidence.map(({ source }) => source.id)).size;
  return (
    <div className="way-relation">
      <button type="button" className="step" onClick={() => selectRelation(asRelationId(relation.id))}>
        <LineGlyph
          family={family}
          inferred={evidenceClass !== 'DOCUMENTED'}
          possible={possible}
          disputed={relation.disagreement !== null}
          directed={!isMutual(type)}
          reversed={reversed}
        />
        <span className="step-words">
          {relationWord(type, reversed ? 'IN' : 'OUT', language)}
          <span className="way-when">
            {periodText(period, language)} · {t('answer.sources', { count: sources })}
          </span>
          {evidenceClass !== 'DOCUMENTED' && (
            <span className="tag">
              {evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
            </span>
          )}
          {possible && <span className="tag">{t('answer.possibleTie')}</span>}
          {relation.disagreement !== null && <span className="tag tag-warn">{t('paths.disputed')}</span>}
        </span>
      </button>
      {leaveOut !== undefined && (
        <IconButton
          icon="minus"
          label={t('paths.leaveOut', { name: typeName(type, language) })}
          onPress={() => leaveOut(type)}
        />
      )}
    </div>
  );
}

/** A kind of relation by its name, as in "Implements". */
export function typeName(type: RelationType, language: 'en' | 'id' | 'ja'): string {
  return capitalised(RELATION_TYPES[type].label[language]);
}
