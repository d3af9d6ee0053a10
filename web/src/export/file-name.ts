/** Signs of a question that go into a file's name. */
const LONGEST = 60;

/**
 * `sentra-which-smi-clusters-are-tied-to-large-industry-2026-11-25.csv`: a name that says the question and the day. Letters
 * and digits of any script stay; all else becomes a hyphen, so that no system takes it for a path, an option or a command.
 */
export function fileName(question: string, madeAt: Date, extension: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+/, '');
  const short = [...words].slice(0, LONGEST).join('').replace(/-+$/, '');
  const day = madeAt.toISOString().slice(0, 10);
  return `${['sentra', short, day].filter((part) => part !== '').join('-')}.${extension}`;
}
