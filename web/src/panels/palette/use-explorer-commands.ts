import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#vocabulary';
import { useExplorer } from '../../actions/explorer-context.ts';
import { chooseLanguage } from '../../languages/i18n.ts';
import { useLanguage } from '../../languages/use-language.ts';
import { LANGUAGE_NAMES } from '../bar/settings.tsx';
import { useCommands, type Command } from './commands.ts';
import { historyCommands, markedCommands } from './marked-commands.ts';
import { nodeCommands } from './node-commands.ts';
import { questionCommands, viewCommands } from './question-commands.ts';

/** The actions of the explorer as commands: on the selected node, on the marked ones, on the question and the steps. */
export function useExplorerCommands(): void {
  const { t } = useTranslation();
  const language = useLanguage();
  const explorer = useExplorer();
  useCommands(() => {
    const words = { t, language };
    return [
      ...nodeCommands(explorer, words),
      ...markedCommands(explorer, words),
      ...historyCommands(explorer, words),
      ...viewCommands(explorer, words),
      ...questionCommands(explorer, words),
      ...LANGUAGES.filter((choice) => choice !== language).map((choice): Command => ({
        id: `language-${choice}`,
        group: 'page',
        text: t('palette.language', { language: LANGUAGE_NAMES[choice] }),
        run: () => void chooseLanguage(choice).then(() => explorer.speak(choice)),
      })),
    ];
  });
}
