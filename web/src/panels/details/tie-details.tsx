import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePartialDate, REFERENCE_DAY, type NodeId, type RelationId } from '#vocabulary';
import { distinctSources, useTieEvidence } from '../../actions/asking-details.ts';
import type { RelationWithEvidenceFragment } from '../../actions/asking.ts';
import { useExploration, useExplorer } from '../../actions/explorer-context.ts';
import { LineGlyph } from '../../appearance/line-glyph.tsx';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import type { Tie, TieChain, TieFactors, TieId } from '../../exploration/answer.ts';
import { dateText, periodText } from '../../exploration/period-text.ts';
import { tieHeld } from '../../exploration/tie-held.ts';
import { useFormats } from '../../languages/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { openPanel } from '../open-panel.ts';
import { Failure, Waiting } from '../states.tsx';
import { capitalised, comesFromFirm, isMutual, relationWord, TIE_FAMILY } from '../words.ts';
import { EvidenceList } from './evidence-list.tsx';

type EvidenceById = Readonly<Record<string, RelationWithEvidenceFragment>>;

/** Why a cluster counts as tied to a firm: the route in words, the five factors, every way, and who says so. */
export function TiePanel({ id }: { readonly id: TieId }): ReactElement | null {
  const { t } = useTranslation();
  const tie = useExploration((exploration) => exploration.answer?.ties.find((candidate) => candidate.id === id));
  return tie === undefined ? <p className="details-text">{t('state.emptyAnyTitle')}</p> : <TieBody tie={tie} />;
}

function TieBody({ tie }: { readonly tie: Tie }): ReactElement {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const question = useExploration((exploration) => exploration.answered ?? exploration.question);
  const evidence = useTieEvidence(tie, question);
  const byId: EvidenceById = evidence.status === 'ready' ? evidence.value : {};
  const sources = distinctSources(
    tie.chains.flatMap((chain) => chain.relations.flatMap((relation) => byId[relation]?.evidence ?? [])),
    language,
  );
  const [best, ...others] = tie.chains;
  const ways = tie.evidenceClass === 'DOCUMENTED' ? tie.chainCount : tie.chainCountAnyEvidence;
  return (
    <>
      <TieHead tie={tie} />
      <div className="details-actions">
        <Button onPress={() => openPanel({ kind: 'PATHS', from: tie.cluster, to: tie.largeIndustry })}>
          {t('paths.findMarked')}
        </Button>
      </div>
      <section className="strength">
        <div className="section-head">
          <h3 className="section-title">{t('details.strength')}</h3>
          <span className="strength-value">{number(tie.strength, 4)}</span>
        </div>
        <Factors factors={tie.factors} />
        <p className="details-note">
          {t('details.strengthNote')}
          {tie.strengthAnyEvidence !== tie.strength &&
            ` ${t('details.strengthAny', { value: number(tie.strengthAnyEvidence, 4) })}`}
        </p>
      </section>
      {best !== undefined && (
        <section className="route">
          <div className="section-head">
            <h3 className="section-title">{t('details.route')}</h3>
            <span className="section-note">{t('details.steps', { count: best.relations.length })}</span>
          </div>
          <Chain chain={best} evidence={byId} />
        </section>
      )}
      {others.length > 0 && (
        <section className="groups">
          <p className="details-note">
            {tie.chains.length < ways
              ? t('details.chainsCut', { shown: number(tie.chains.length), total: number(ways) })
              : t('details.chains', { count: ways })}
          </p>
          {others.map((chain, index) => (
            <Disclosure
              key={chain.relations.join(' ')}
              summary={
                <>
                  <span className="group-words">{t('details.chain', { number: number(index + 2) })}</span>
                  <span className="group-count">{number(chain.strength, 4)}</span>
                </>
              }
            >
              {() => <Chain chain={chain} evidence={byId} />}
            </Disclosure>
          ))}
        </section>
      )}
      {evidence.status === 'failed' && <Failure fault={evidence.fault} again={evidence.again} />}
      {evidence.status === 'loading' && <Waiting awaited={t('state.waitingDetails')} rows={3} />}
      {evidence.status === 'ready' && <EvidenceList sources={sources} note={null} nothing={t('details.noEvidence')} />}
    </>
  );
}

function TieHead({ tie }: { readonly tie: Tie }): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const asOf = useExploration(({ answered }) => answered?.asOf ?? null);
  const relations = useExploration((exploration) => exploration.relations);
  const heldThen = tieHeld(tie, relations);
  const uncertain = tie.evidenceClass !== 'DOCUMENTED';
  return (
    <header className="details-head">
      <p className="details-type">
        <LineGlyph
          family={TIE_FAMILY[tie.kind]}
          inferred={uncertain}
          directed={tie.kind !== 'SAME_PROGRAMME'}
          reversed={comesFromFirm(tie)}
        />{' '}
        {t('details.tie')}: {t(`answer.kind.${tie.kind}`)}
        {uncertain && (
          <span className="tag">
            {tie.evidenceClass === 'INFERRED' ? t('answer.inferredTie') : t('answer.generalTie')}
          </span>
        )}
      </p>
      <h2 className="details-title tie-ends">
        <NodeName id={tie.cluster} />
        <NodeName id={tie.largeIndustry} />
      </h2>
      <p className="details-text">{capitalised(tie.description)}</p>
      <p className="details-place">
        {tie.lastCertainDay !== null &&
          `${t('details.lastCertain')}: ${dateText(tie.lastCertainDay, language)}${language === 'ja' ? '。' : '; '}`}
        {asOf !== null && heldThen !== null
          ? t(`details.heldThen.${heldThen}`, { date: dateText(asOf, language) })
          : t(`details.heldNow.${tie.heldAtReferenceDay}`, {
              date: dateText(parsePartialDate(REFERENCE_DAY), language),
            })}
      </p>
    </header>
  );
}

/** A known node's name, as the way to its details. */
function NodeName({ id }: { readonly id: NodeId }): ReactElement {
  const { selectNode } = useExplorer();
  const node = useExploration((exploration) => exploration.nodes[id]);
  return (
    <button type="button" className="node-name" onClick={() => selectNode(id)}>
      {node !== undefined && <NodeGlyph type={node.type} size={18} />}
      <span>{node?.name ?? id}</span>
    </button>
  );
}

/** In the order of the formula. */
const FACTORS = [
  'kind',
  'goodsSteps',
  'standIns',
  'evidence',
  'recency',
] as const satisfies readonly (keyof TieFactors)[];

function Factors({ factors }: { readonly factors: TieFactors }): ReactElement {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <dl className="factors">
      {FACTORS.map((factor) => (
        <div key={factor} className="factor">
          <dt>{t(`details.factor.${factor}`)}</dt>
          <dd>
            <svg className="factor-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="4" fill="var(--sunken)" />
              <rect width={factors[factor] * 100} height="4" fill="var(--ink)" />
            </svg>
            <span className="factor-value">{number(factors[factor], 2)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Node, relation, node …, from the cluster to the firm. */
function Chain({ chain, evidence }: { readonly chain: TieChain; readonly evidence: EvidenceById }): ReactElement {
  return (
    <ol className="chain">
      {chain.nodes.map((node, index) => {
        const relation = chain.relations[index];
        return (
          <li key={node}>
            <NodeName id={node} />
            {relation !== undefined && <Step id={relation} from={node} evidence={evidence} />}
          </li>
        );
      })}
    </ol>
  );
}

function Step({
  id,
  from,
  evidence,
}: {
  readonly id: RelationId;
  readonly from: NodeId;
  readonly evidence: EvidenceById;
}): ReactElement | null {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { selectRelation } = useExplorer();
  const relation = useExploration((exploration) => exploration.relations[id]);
  if (relation === undefined) return null;
  const forwards = relation.from === from;
  const sources = new Set((evidence[id]?.evidence ?? []).map(({ source }) => source.id)).size;
  return (
    <button type="button" className="step" onClick={() => selectRelation(id)}>
      <LineGlyph
        family={relation.family}
        inferred={relation.evidenceClass !== 'DOCUMENTED'}
        possible={relation.held === 'POSSIBLY'}
        disputed={relation.disputed}
        directed={!isMutual(relation.type)}
        reversed={!forwards}
      />
      <span className="step-words">
        {relationWord(relation.type, forwards ? 'OUT' : 'IN', language)}
        <span className="step-when">
          {periodText(relation.period, language)}
          {sources > 0 && ` · ${t('answer.sources', { count: sources })}`}
        </span>
      </span>
    </button>
  );
}
