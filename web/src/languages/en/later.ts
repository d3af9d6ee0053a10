import { access } from './access.ts';
import { away } from './away.ts';
import { communities } from './communities.ts';
import { details } from './details.ts';
import { exported } from './export.ts';
import { gaps } from './gaps.ts';
import { fragility } from './fragility.ts';
import { grouping } from './grouping.ts';
import { history } from './history.ts';
import { inputOutput } from './input-output.ts';
import { keys } from './keys.ts';
import { marked } from './marked.ts';
import { paths } from './paths.ts';
import { palette } from './palette.ts';
import { map } from './map.ts';
import { questions } from './questions.ts';
import { places } from './places.ts';
import { programmes } from './programmes.ts';
import { ranks } from './ranks.ts';
import { table } from './table.ts';
import { tiers } from './tiers.ts';
import { time } from './time.ts';
import { tour } from './tour.ts';
import { unit } from './unit.ts';
import { untied } from './untied.ts';
import { views } from './views.ts';
import { whatIf } from './what-if.ts';

/** What is said once something is opened; it travels with the first part of the page that is loaded when needed. */
export const later = {
  access,
  away,
  export: exported,
  communities,
  details,
  gaps,
  fragility,
  grouping,
  map,
  history,
  inputOutput,
  keys,
  marked,
  palette,
  paths,
  questions,
  places,
  programmes,
  ranks,
  table,
  tiers,
  time,
  tour,
  unit,
  untied,
  views,
  whatIf,
};
