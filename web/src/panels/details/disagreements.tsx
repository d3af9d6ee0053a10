import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asRelationId, parseSourceId, type NodeId } from '#vocabulary';
import type {
  DisagreementSidesFragment,
  EvidencePieceFragment,
  NodeSummaryFragment,
  RelationWithEvidenceFragment,
} from '../../actions/asking.ts';
import { useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { dateText } from '../../exploration/period-text.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import { capitalised, relationWord } from '../words.ts';
import { EnglishText } from './english-text.tsx';
import { partialDate } from './evidence-list.tsx';
import { FigureValue } from './figures.tsx';
import { RestrictedTag } from './restricted-mark.tsx';

type Sided = RelationWithEvidenceFragment & {
  readonly fromNode: NodeSummaryFragment;
  readonly toNode: NodeSummaryFragment;
};

/** Questions on which sources differ: every side, side by side, nothing smoothed over. */
export function Disagreements({
  of,
  seenFrom,
}: {
  readonly of: readonly DisagreementSidesFragment[];
  readonly seenFrom: NodeId | null;
}): ReactElement | null {
  const { t } = useTranslation();
  if (of.length === 0) return null;
  return (
    <div className="disagreements">
      {of.map((disagreement) => {
        const sides = disagreement.relations.length + disagreement.figures.length;
        return (
          <section key={disagreement.id} className="disagreement">
            <h3 className="disagreement-title">
              <Icon name="warning" />
              <span>
                {sides === 2 ? t('details.disagreeTwo') : t('details.disagree')}
                {': '}
                <EnglishText text={disagreement.question} /> <RestrictedTag restricted={disagreement.restricted} />
              </span>
            </h3>
            <dl className="sides">
              {disagreement.figures.map((figure) => (
                <div key={figure.id} className="side">
                  <dt>
                    <FigureValue figure={figure} />
                    {figure.definition !== null && (
                      <span className="side-note">
                        <EnglishText text={figure.definition} />
                      </span>
                    )}
                  </dt>
                  <dd>
                    <SideSources pieces={figure.evidence} />
                  </dd>
                </div>
              ))}
              {disagreement.relations.map((relation) => (
                <RelationSide key={relation.id} relation={relation} seenFrom={seenFrom} />
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

function RelationSide({
  relation,
  seenFrom,
}: {
  readonly relation: Sided;
  readonly seenFrom: NodeId | null;
}): ReactElement {
  const language = useLanguage();
  const { selectRelation } = useExplorer();
  const out = relation.to !== seenFrom;
  const other = out ? relation.toNode : relation.fromNode;
  return (
    <div className="side">
      <dt>
        <button type="button" className="inline-button" onClick={() => selectRelation(asRelationId(relation.id))}>
          {capitalised(relationWord(relation.type, out ? 'OUT' : 'IN', language))} {nameIn(other, language)}
        </button>
      </dt>
      <dd>
        <SideSources pieces={relation.evidence} />
      </dd>
    </div>
  );
}

function SideSources({ pieces }: { readonly pieces: readonly EvidencePieceFragment[] }): ReactElement {
  const language = useLanguage();
  const { selectSource } = useExplorer();
  return (
    <>
      {pieces.map(({ source }) => (
        <button
          key={source.id}
          type="button"
          className="inline-button"
          onClick={() => selectSource(parseSourceId(source.id))}
        >
          {source.publisher}
          {source.date === null ? '' : `, ${dateText(partialDate(source.date), language)}`}
        </button>
      ))}
    </>
  );
}
