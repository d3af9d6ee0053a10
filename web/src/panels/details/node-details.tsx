import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNodeId, type NodeId } from '#vocabulary';
import { distinctSources, useNodeDetails, useNodeRelations } from '../../actions/asking-details.ts';
import type { NodeDetails } from '../../actions/asking.ts';
import { useExploration } from '../../actions/explorer-context.ts';
import { nameIn } from '../../actions/known.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { periodText } from '../../exploration/period-text.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Failure, Waiting } from '../states.tsx';
import { periodOf, typeWord } from '../words.ts';
import { Disagreements } from './disagreements.tsx';
import { EnglishText } from './english-text.tsx';
import { EvidenceList, type SourceNumbers } from './evidence-list.tsx';
import { Figures } from './figures.tsx';
import { NodeActions } from './node-actions.tsx';
import { RelationGroups } from './relation-groups.tsx';
import { RestrictedMark } from './restricted-mark.tsx';
import { WhyHere } from './why-here.tsx';

/** A node: names, place, figures, disagreements, relations and who says so. */
export function NodePanel({ id }: { readonly id: NodeId }): ReactElement {
  const { t } = useTranslation();
  const question = useExploration((exploration) => exploration.question);
  const details = useNodeDetails(id, question);
  const known = useExploration((exploration) => exploration.nodes[id]);
  const { language } = useFormats();
  if (details.status === 'ready') return <NodeBody node={details.value} />;
  return (
    <>
      {known !== undefined && (
        <header className="details-head">
          <p className="details-type">
            <NodeGlyph type={known.type} size={20} /> {typeWord(known.type, language)}
          </p>
          <h2 className="details-title">{known.name}</h2>
        </header>
      )}
      {details.status === 'failed' ? (
        <Failure fault={details.fault} again={details.again} />
      ) : (
        <Waiting awaited={t('state.waitingDetails')} rows={6} />
      )}
    </>
  );
}

function NodeBody({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const question = useExploration((exploration) => exploration.question);
  const id = parseNodeId(node.id);
  const relations = useNodeRelations(id, question);
  const sources = distinctSources(
    [
      ...node.evidence,
      ...node.figures.flatMap((figure) => figure.evidence),
      ...(relations.status === 'ready' ? relations.value.relations.flatMap((relation) => relation.evidence) : []),
    ],
    language,
  );
  const numbers: SourceNumbers = new Map(sources.map((source, index) => [source.id, index + 1]));
  const cut =
    relations.status === 'ready' && relations.value.shown.relations < relations.value.total.relations
      ? t('details.sourcesCut', {
          shown: number(relations.value.shown.relations),
          total: number(relations.value.total.relations),
        })
      : null;
  return (
    <>
      <NodeHead node={node} />
      <NodeActions node={node} />
      <WhyHere id={id} />
      <Figures figures={node.figures} numbers={numbers} />
      <Disagreements of={node.disagreements} seenFrom={id} />
      <RelationGroups id={id} groups={node.relationGroups} />
      <EvidenceList sources={sources} note={cut} nothing={t('details.noEvidence')} />
    </>
  );
}

function NodeHead({ node }: { readonly node: NodeDetails }): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const name = nameIn(node, language);
  const places = node.places
    .filter((place) => place.type !== 'Country')
    .map((place) =>
      place.code === null || place.type === 'Province'
        ? nameIn(place, language)
        : `${nameIn(place, language)} (${place.code})`,
    );
  const also = [...new Set([...node.names.map(({ text }) => text), ...node.aliases.map(({ text }) => text)])].filter(
    (text) => text !== name && text !== node.code,
  );
  const dated = node.period.from !== null || node.period.to !== null || node.period.attested.length > 0;
  return (
    <header className="details-head">
      <p className="details-type">
        <NodeGlyph type={node.type} size={20} /> {typeWord(node.type, language)}
      </p>
      <h2 className="details-title">{name}</h2>
      {(places.length > 0 || node.code !== null) && (
        <p className="details-place">
          {[...places, ...(node.code === null ? [] : [t('details.code', { code: node.code })])].join(', ')}
        </p>
      )}
      <RestrictedMark restricted={node.restricted} />
      {node.description !== null && (
        <p className="details-text">
          <EnglishText text={node.description} />
        </p>
      )}
      {dated && (
        <p className="details-place">
          {t('details.period')}: {periodText(periodOf(node.period), language)}
        </p>
      )}
      {also.length > 0 && (
        <p className="details-also">
          {t('details.aliases')}: {list(also)}
        </p>
      )}
    </header>
  );
}
