import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_KINDS, parseNodeId, parseSourceId, type RelationId } from '#vocabulary';
import { useRelationDetails } from '../../actions/asking-details.ts';
import type { EvidencePieceFragment, RelationDetails } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { dateText, periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Failure, Waiting } from '../states.tsx';
import { capitalised, endText, isMutual, relationWord } from '../words.ts';
import { Disagreements } from './disagreements.tsx';
import { ExternalLink, partialDate } from './evidence-list.tsx';
import { RestrictedMark, RestrictedTag } from './restricted-mark.tsx';

/** One relation, or those drawn as one line. */
export function RelationsPanel({ ids }: { readonly ids: readonly RelationId[] }): ReactElement {
  const { t } = useTranslation();
  const [only, ...rest] = ids;
  if (only !== undefined && rest.length === 0) return <RelationPanel id={only} />;
  return (
    <>
      <header className="details-head">
        <p className="details-type">{t('details.relation')}</p>
        <h2 className="details-title">{t('details.manyRelations', { count: ids.length })}</h2>
      </header>
      <ul className="rows">
        {ids.map((id) => (
          <li key={id}>
            <RelationLink id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RelationLink({ id }: { readonly id: RelationId }): ReactElement | null {
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  const relation = useExploration((exploration) => exploration.relations[id]);
  const nodes = useExploration((exploration) => exploration.nodes);
  if (relation === undefined) return null;
  return (
    <button type="button" className="row row-relation" onClick={() => selectRelation(id)}>
      <LineGlyph
        family={relation.family}
        inferred={relation.evidenceClass !== 'DOCUMENTED'}
        directed={!isMutual(relation.type)}
      />
      <span className="row-words">
        {nodes[relation.from]?.name} {relationWord(relation.type, 'OUT', language)} {nodes[relation.to]?.name}
      </span>
      <span className="row-date">{periodText(relation.period, language)}</span>
    </button>
  );
}

function RelationPanel({ id }: { readonly id: RelationId }): ReactElement {
  const { t } = useTranslation();
  const details = useRelationDetails(id);
  if (details.status === 'ready') return <RelationBody relation={details.value} />;
  if (details.status === 'failed') return <Failure fault={details.fault} again={details.again} />;
  return <Waiting awaited={t('state.waitingDetails')} rows={5} />;
}

function RelationBody({ relation }: { readonly relation: RelationDetails }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { openNode } = useExplorer();
  const { fromNode, toNode } = relation;
  return (
    <>
      <header className="details-head">
        <p className="details-type">
          <LineGlyph
            family={relation.family}
            inferred={relation.evidenceClass !== 'DOCUMENTED'}
            disputed={relation.disagreement !== null}
            directed={!isMutual(relation.type)}
          />{' '}
          {t('details.relation')}
          {relation.evidenceClass !== 'DOCUMENTED' && (
            <span className="tag">{EVIDENCE_KINDS[relation.evidenceClass].label[language]}</span>
          )}
        </p>
        <h2 className="details-title tie-ends">
          <button type="button" className="node-name" onClick={() => openNode(fromNode)}>
            <NodeGlyph type={fromNode.type} size={18} />
            <span>{nameIn(fromNode, language)}</span>
          </button>
          <span className="relation-word">{relationWord(relation.type, 'OUT', language)}</span>
          <button type="button" className="node-name" onClick={() => openNode(toNode)}>
            <NodeGlyph type={toNode.type} size={18} />
            <span>{nameIn(toNode, language)}</span>
          </button>
        </h2>
        <RestrictedMark restricted={relation.restricted} />
      </header>
      <Facts relation={relation} />
      <Disagreements
        of={relation.disagreement === null ? [] : [relation.disagreement]}
        seenFrom={parseNodeId(relation.from)}
      />
      <section className="evidence">
        <div className="section-head">
          <h3 className="section-title">{t('details.evidence')}</h3>
          <span className="section-note">
            {t('answer.sources', { count: new Set(relation.evidence.map(({ source }) => source.id)).size })}
          </span>
        </div>
        <ul>
          {relation.evidence.map((piece) => (
            <Piece key={`${piece.source.id} ${piece.kind} ${piece.facts.join(' ')}`} piece={piece} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Period and what the type of relation says besides. */
function Facts({ relation }: { readonly relation: RelationDetails }): ReactElement {
  const { t } = useTranslation();
  const { language, number, percent, list } = useFormats();
  const date = (text: string): string => dateText(partialDate(text), language);
  const unknown = t('details.unknown');
  const { period } = relation;
  const facts: (readonly [string, string])[] = [
    [t('details.began'), endText(period.from, { open: t('details.openBeginning'), unknown }, date)],
    [t('details.ended'), endText(period.to, { open: t('details.open'), unknown }, date)],
  ];
  if (period.attested.length > 0) {
    facts.push([t('details.period'), t('details.attested', { dates: list(period.attested.map(date)) })]);
  }
  if (relation.type === 'SUPPLIES' || relation.share !== null) {
    facts.push([t('details.share'), relation.share === null ? t('details.shareUnknown') : percent(relation.share)]);
  }
  if (relation.carries !== null) facts.push([t('details.carriesLabel'), t(`details.carries.${relation.carries}`)]);
  if (relation.valueMillionRp !== null) {
    facts.push([t('details.value'), `${number(relation.valueMillionRp)} ${t('unit.MILLION_RUPIAH')}`]);
  }
  if (relation.coefficient !== null) facts.push([t('details.coefficient'), number(relation.coefficient, 4)]);
  if (relation.role !== null) facts.push([t('details.role'), relation.role]);
  if (relation.status !== null) facts.push([t('details.status'), t(`details.targetStatus.${relation.status}`)]);
  return (
    <dl className="facts">
      {facts.map(([label, text]) => (
        <div key={label} className="fact">
          <dt>{capitalised(label)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One piece of evidence: what kind, who says it, where, and our note. */
function Piece({ piece }: { readonly piece: EvidencePieceFragment }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectSource } = useExplorer();
  const { source } = piece;
  const date = source.date === null ? t('details.undatedSource') : dateText(partialDate(source.date), language);
  return (
    <li className="source piece">
      <button type="button" className="source-button" onClick={() => selectSource(parseSourceId(source.id))}>
        <span className="source-title">{source.title}</span>
        <span className="source-from">
          {source.publisher}, {date} <RestrictedTag restricted={source.restricted} />
        </span>
        <span className="source-from">
          {EVIDENCE_KINDS[piece.kind].label[language]}
          {piece.facts.length > 0 && ` · ${piece.facts.join(', ')}`}
        </span>
        {piece.note !== null && <span className="source-note">{piece.note}</span>}
      </button>
      <ExternalLink url={source.url} title={source.title} />
    </li>
  );
}
