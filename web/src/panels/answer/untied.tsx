import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useExploration } from '../../actions/explorer-context.ts';
import { NodeGlyph } from '../../appearance/node-glyph.tsx';
import { tiedWithoutBuyer } from '../../exploration/answer.ts';
import { evidenceReach, FIRST_QUESTION, type EvidenceReach } from '../../exploration/question.ts';
import { Icon } from '../../ui/icon.tsx';

const UNTIED_WORDS = {
  DOCUMENTED: 'untiedDocumented',
  GENERAL: 'untiedGeneral',
  ANY: 'untiedAny',
} as const satisfies Record<EvidenceReach, string>;

/** How many are without a tie, in words that say which ties were asked for. */
export function useUntiedWords(): string {
  const { t } = useTranslation();
  const count = useExploration((exploration) => exploration.answer?.untied.length ?? 0);
  const answered = useExploration((exploration) => exploration.answered);
  const { scope, evidence } = answered ?? FIRST_QUESTION;
  return t(`answer.${UNTIED_WORDS[evidenceReach(evidence)]}${scope}`, { count });
}

/** Stands below the list: what is missing is said, too. */
export function UntiedButton({ open }: { readonly open: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const words = useUntiedWords();
  const answer = useExploration((exploration) => exploration.answer);
  const more = useMemo(() => tiedWithoutBuyer(answer?.ties ?? []).size, [answer]);
  if (answer === null || answer.untied.length + more === 0) return null;
  return (
    <button type="button" className="untied-button" onClick={open}>
      <NodeGlyph type="SmiCluster" size={18} hollow />
      <span className="untied-words">
        {words} {more > 0 && <span className="untied-more">{t('answer.withoutBuyer', { count: more })}</span>}
      </span>
      <Icon name="right" />
    </button>
  );
}
