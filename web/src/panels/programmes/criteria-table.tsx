import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../actions/known.ts';
import type { ProgrammeCriteria } from '../../actions/programmes.ts';
import { useFormats } from '../../languages/use-language.ts';
import { NodeName } from '../fragility/found-list.tsx';
import { RelationRows } from '../fragility/relation-row.tsx';

/** Place by place, what the data hold of each thing that the criteria ask for; silence is no answer and says so. */
export function CriteriaOf({
  criteria: { programme, criteria, places },
}: {
  readonly criteria: ProgrammeCriteria;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  return (
    <>
      <p className="fragile-reason">{t('programmes.criteriaWhy', { name: nameIn(programme, language) })}</p>
      <ul className="criteria">
        {criteria.map(({ criterion, demands }) => (
          <li key={criterion.id}>
            <NodeName node={criterion} />
            <ul className="criteria-demands">
              {demands.map(({ demand, evidence }) => (
                <li key={demand.id}>
                  <p className="criteria-demand">
                    <NodeName node={demand} />
                    {evidence !== 'DOCUMENTED' && <span className="tag">{t(`programmes.evidence.${evidence}`)}</span>}
                  </p>
                  <Findings places={places} of={[criterion.id, demand.id]} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is recorded place by place; what is not is said once for all places alike. */
function Findings({
  places,
  of: [criterion, demand],
}: {
  readonly places: ProgrammeCriteria['places'];
  readonly of: readonly [criterion: string, demand: string];
}): ReactElement {
  const { t } = useTranslation();
  const { language, list } = useFormats();
  const found = places.flatMap(({ place, findings }) =>
    findings
      .filter((one) => one.criterion.id === criterion && one.demand.id === demand)
      .map((finding) => ({ name: nameIn(place, language), ...finding })),
  );
  return (
    <ul className="criteria-places">
      {found
        .filter(({ finding }) => finding === 'RECORDED')
        .map(({ name, relations }) => (
          <li key={name}>
            <span className="criteria-place">{name}</span> {t('programmes.finding.RECORDED')}
            <RelationRows relations={relations} asOf={null} />
          </li>
        ))}
      {(['NONE_RECORDED', 'NOT_HELD'] as const).map((silence) => {
        const names = found.filter(({ finding }) => finding === silence).map(({ name }) => name);
        return (
          names.length > 0 && (
            <li key={silence} className="finding-silent">
              {t(`programmes.finding.${silence}`)}: {list(names)}
            </li>
          )
        );
      })}
    </ul>
  );
}
