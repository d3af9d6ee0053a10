/**
 * Which misspellings of a phrasing's own words are taken for them. Only what cannot be another word of the language: a letter doubled or
 * left single, two neighbours swapped in a longer word, and the short forms and slips of the list. Names are not forgiven anything here.
 */

/** Short forms of messages and frequent slips, by the word that is meant. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  off: 'of',
  which: 'wich wihch',
  what: 'wat',
  clusters: 'clusers clustrs',
  suppliers: 'supliyers suplayers',
  supplier: 'supliyer suplayer',
  government: 'goverment govt govermnent',
  industry: 'industy indusrty industri',
  industries: 'industies industris',
  companies: 'companys',
  dependent: 'dependant',
  provinces: 'provincies provinses',
  receive: 'recive',
  received: 'recived',
  documented: 'documentd documeted',
  agreements: 'agreemnts',
  yang: 'yg',
  dengan: 'dgn dg',
  untuk: 'utk',
  dari: 'dr',
  pada: 'pd',
  dalam: 'dlm',
  tidak: 'tdk gak nggak ga',
  belum: 'blm',
  sudah: 'sdh udah',
  terhadap: 'thd',
  berapa: 'brp',
  saja: 'aja sj',
  punya: 'pny',
  dan: 'dn',
  oleh: 'olh',
  perusahaan: 'prsh persh prshaan',
  pemerintah: 'pemrintah pemerinta',
  industri: 'industry indutri idustri',
  sentra: 'sntra senra',
  provinsi: 'propinsi prov prop',
  keterkaitan: 'keterkaian keterikatan',
  terdokumentasi: 'terdokumantasi terdokumetasi',
  dukungan: 'dukngan',
  pemasok: 'pmasok suplier supplier',
  pembeli: 'pmbeli buyer',
  apakah: 'apkah apakh',
  kunci: 'kuncy',
  dipasok: 'disuplai disupply',
  memasok: 'mensuplai menyuplai mensupply suplai supply',
};

const MEANT = new Map<string, Set<string>>();
for (const [meant, written] of Object.entries(WRITTEN_FOR)) {
  for (const word of written.split(' ')) MEANT.set(word, (MEANT.get(word) ?? new Set()).add(meant));
}

/** Shorter words have too many neighbours. */
const LEAST_DOUBLED = 4;
const LEAST_SWAPPED = 5;

/** Whether a typed word may stand for a word of a phrasing; both are plain (`plainWords`). */
export function isWord(typed: string, own: string): boolean {
  return typed === own || MEANT.get(typed)?.has(own) === true || differsByDoubling(typed, own) || isSwapped(typed, own);
}

function differsByDoubling(typed: string, own: string): boolean {
  return typed.length !== own.length && own.length >= LEAST_DOUBLED && single(typed) === single(own);
}

const single = (word: string): string => word.replaceAll(/(.)\1+/g, '$1');

function isSwapped(typed: string, own: string): boolean {
  if (own.length < LEAST_SWAPPED || typed.length !== own.length) return false;
  const at = [...own].findIndex((letter, i) => letter !== typed[i]);
  if (at < 0) return false;
  return typed[at] === own[at + 1] && typed[at + 1] === own[at] && typed.slice(at + 2) === own.slice(at + 2);
}
