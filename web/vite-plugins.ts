import type { Plugin } from 'vite';

/** React Aria speaks 34 languages; the page speaks three, and Indonesian is none of React Aria's: it falls back to English. */
const SPOKEN: ReadonlySet<string> = new Set(['en-US', 'ja-JP']);
const MESSAGES =
  /\/react-(?:aria|aria-components|stately)\/dist\/private\/(?:.*\/)?intl\/.*?([a-z]{2}-[A-Z]{2})\.m?js$/;

/** Leaves out React Aria's messages in languages that the page never asks for (about 20 kB gzipped). */
export function onlySpokenLanguages(): Plugin {
  return {
    name: 'sentra:only-spoken-languages',
    enforce: 'pre',
    load(id) {
      const locale = MESSAGES.exec(id)?.[1];
      return locale === undefined || SPOKEN.has(locale) ? null : 'export default {};';
    },
  };
}

/** Has index.html ask for the lazy chunk of a module, so that it travels beside the shell and not after it. */
export function preloadLazy(module: string): Plugin {
  return {
    name: 'sentra:preload-lazy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const lazy = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module) === true);
        if (lazy === undefined) throw new Error(`no chunk for ${module}: has it moved, or is it no longer lazy?`);
        const wanted = new Set([lazy]);
        // A set goes on over what is added meanwhile: imports of imports, too.
        for (const { imports } of wanted) {
          for (const chunk of chunks) if (imports.includes(chunk.fileName)) wanted.add(chunk);
        }
        const isNew = (name: string): boolean => !html.includes(`/${name}"`);
        const scripts = [...wanted].map(({ fileName }) => fileName).filter(isNew);
        const styles = new Set(
          [...wanted].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]).filter(isNew),
        );
        return [
          ...scripts.map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
            injectTo: 'head' as const,
          })),
          ...[...styles].map((href) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: true, href: `/${href}` },
            injectTo: 'head' as const,
          })),
        ];
      },
    },
  };
}

/** Has `npm run dev` lead from the console's address on the server to its folder, where Vite finds it. */
export function consoleAtItsAddress(): Plugin {
  return {
    name: 'sentra:console-at-its-address',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/console') return next();
        response.writeHead(302, { location: '/console/' }).end();
      });
    },
  };
}
