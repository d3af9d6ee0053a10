import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import '../src/theme/fonts.css';
import '../src/theme/tokens.css';
import './console.css';
import { firstLanguage } from '../src/languages/first-language.ts';
import { startTheme } from '../src/theme/theme.ts';
import { Console } from './console.tsx';
import { TEXTS } from './texts.ts';

startTheme();
document.title = TEXTS.title[firstLanguage()];
const place = document.getElementById('console');
if (place === null) throw new Error('index.html has no element with id console');
createRoot(place).render(<Console />);
