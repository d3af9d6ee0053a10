import { LANGUAGES } from '#vocabulary';
import type { Explorer } from '../../actions/explorer.ts';
import { chooseLanguage } from '../../languages/i18n.ts';
import { LANGUAGE_NAMES } from '../bar/language-menu.tsx';
import type { Command } from './commands.ts';
import { gapCommands } from '../gaps/gap-commands.ts';
import { inputOutputCommands } from '../input-output/io-commands.ts';
import { libraryCommands } from '../questions/question-commands.ts';
import { pathCommands } from '../paths/path-commands.ts';
import { tierCommands } from '../tiers/tier-commands.ts';
import { placeCommands } from '../places/place-commands.ts';
import { programmeCommands } from '../programmes/programme-commands.ts';
import { structureCommands } from '../ranks/structure-commands.ts';
import { whatIfCommands } from '../what-if/what-if-commands.ts';
import { historyCommands, markedCommands } from './marked-commands.ts';
import { nodeCommands, type CommandWords } from './node-commands.ts';
import { questionCommands, viewCommands } from './question-commands.ts';

/** The actions of the explorer as commands: on the selected node, on the marked ones, on the question and the steps. */
export function explorerCommands(explorer: Explorer, words: CommandWords): readonly Command[] {
  return [
    ...nodeCommands(explorer, words),
    ...markedCommands(explorer, words),
    ...historyCommands(explorer, words),
    ...viewCommands(explorer, words),
    ...questionCommands(explorer, words),
    ...libraryCommands(words),
    ...pathCommands(explorer, words),
    ...gapCommands(explorer, words),
    ...tierCommands(explorer, words),
    ...structureCommands(explorer, words),
    ...whatIfCommands(explorer, words),
    ...inputOutputCommands(words),
    ...programmeCommands(explorer, words),
    ...placeCommands(explorer, words),
    ...LANGUAGES.filter((choice) => choice !== words.language).map((choice): Command => ({
      id: `language-${choice}`,
      group: 'page',
      text: words.t('palette.language', { language: LANGUAGE_NAMES[choice] }),
      run: () => void chooseLanguage(choice).then(() => explorer.speak(choice)),
    })),
  ];
}
