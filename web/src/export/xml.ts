/** Signs that XML 1.0 cannot hold, not even escaped: most control characters, lone halves of pairs, and two non-characters. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML cannot hold becomes U+FFFD, the sign for a sign that cannot be shown; all else stays. */
export function possibleInXml(text: string): string {
  return text.replace(IMPOSSIBLE, '\uFFFD');
}

/** A text as it stands between tags or in an attribute of XML or HTML. Reading gives back {@link possibleInXml} of it. */
export function xmlText(text: string): string {
  return possibleInXml(text).replace(/[&<>"'\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Attributes in the order given; null ones are left out. Names are our own and are not escaped. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === null ? [] : [` ${name}="${xmlText(String(value))}"`]))
    .join('');
}

/** An id that XML takes as a name token, or null when it is none. */
export function nameToken(id: string): string | null {
  return /^[A-Za-z0-9._:-]+$/.test(id) ? id : null;
}
