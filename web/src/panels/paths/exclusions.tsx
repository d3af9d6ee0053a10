import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Asked } from './asked.ts';
import { typeName } from './way-steps.tsx';

/** What is left out, each with the press that counts it again. */
export function Exclusions({
  asked: { withoutTypes, withoutNodes, everyType },
  change,
}: {
  readonly asked: Asked;
  readonly change: (change: Partial<Asked>) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const nodes = useExploration((exploration) => exploration.nodes);
  if (withoutTypes.length === 0 && withoutNodes.length === 0 && !everyType) return null;
  return (
    <ul className="chips">
      {withoutNodes.map((id) => {
        const name = nodes[id]?.name ?? id;
        return (
          <Chip
            key={id}
            text={t('paths.without', { name })}
            label={t('paths.letIn', { name })}
            drop={() => change({ withoutNodes: withoutNodes.filter((other) => other !== id) })}
          />
        );
      })}
      {withoutTypes.map((type) => {
        const name = typeName(type, language);
        return (
          <Chip
            key={type}
            text={t('paths.without', { name: `“${name}”` })}
            label={t('paths.letIn', { name })}
            drop={() => change({ withoutTypes: withoutTypes.filter((other) => other !== type) })}
          />
        );
      })}
      {everyType && (
        <Chip text={t('paths.everyType')} label={t('paths.usualTypes')} drop={() => change({ everyType: false })} />
      )}
    </ul>
  );
}

function Chip({
  text,
  label,
  drop,
}: {
  readonly text: string;
  readonly label: string;
  readonly drop: () => void;
}): ReactElement {
  return (
    <li>
      <button type="button" className="chip" aria-label={label} title={label} onClick={drop}>
        <span>{text}</span>
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}
