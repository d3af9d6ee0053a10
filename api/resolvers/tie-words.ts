/** A chain in words, in the three languages: what is claimed, over how many steps of supply, and who stands in. */
import type { Language } from '#vocabulary';
import type { StandInType, TieChain, TieClaim, TieDirection } from '../analysis/ties/tie-types.ts';

interface Words {
  /** What the cluster does or gets, by the claim that decides the chain's weight. */
  readonly claim: Readonly<Record<TieClaim, string>>;
  /** Where goods go from the firm to the cluster. */
  readonly inputClaim: Readonly<Partial<Record<TieClaim, string>>>;
  readonly standIn: Readonly<Record<StandInType, string>>;
  readonly steps: (count: number) => string;
  readonly facility: string;
  readonly separator: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    claim: {
      SUPPLIES: 'Supplies goods',
      DISTRIBUTES_THROUGH: 'Sells its goods through the firm',
      AGREED_TO_SUPPLY: 'Supply agreed, none seen',
      POTENTIAL_SUPPLY: 'Could supply; nobody documents that it does',
      FOSTERS: 'Fostered',
      AGREED_TO_COOPERATE: 'Cooperation agreed',
      FUNDS: 'Funded',
      TRAINS: 'Trained',
      SHARED_PROGRAMME: 'Takes part in the same programme',
    },
    inputClaim: {
      SUPPLIES: 'Gets its inputs',
      DISTRIBUTES_THROUGH: "Sells the firm's goods",
      AGREED_TO_SUPPLY: 'Inputs agreed, none seen',
      POTENTIAL_SUPPLY: 'Could get inputs; nobody documents that it does',
    },
    standIn: {
      MEMBER_OF: 'through a member',
      REPRESENTS: 'through an organisation that represents it',
      PART_OF: 'through a part of it',
      SAME_AS_PROBABLY: 'through a record that is probably the same',
    },
    steps: (count) => `over ${count} steps of supply`,
    facility: 'at a facility of the firm',
    separator: ', ',
  },
  id: {
    claim: {
      SUPPLIES: 'Memasok barang',
      DISTRIBUTES_THROUGH: 'Menjual barangnya lewat perusahaan',
      AGREED_TO_SUPPLY: 'Pasokan disepakati, belum terlihat',
      POTENTIAL_SUPPLY: 'Berpotensi memasok; belum terdokumentasi',
      FOSTERS: 'Menjadi mitra binaan',
      AGREED_TO_COOPERATE: 'Kerja sama disepakati',
      FUNDS: 'Didanai',
      TRAINS: 'Dilatih',
      SHARED_PROGRAMME: 'Ikut dalam program yang sama',
    },
    inputClaim: {
      SUPPLIES: 'Mendapat bahan',
      DISTRIBUTES_THROUGH: 'Menjual barang perusahaan',
      AGREED_TO_SUPPLY: 'Pasokan bahan disepakati, belum terlihat',
      POTENTIAL_SUPPLY: 'Berpotensi mendapat bahan; belum terdokumentasi',
    },
    standIn: {
      MEMBER_OF: 'melalui anggota',
      REPRESENTS: 'melalui organisasi yang mewakilinya',
      PART_OF: 'melalui bagiannya',
      SAME_AS_PROBABLY: 'melalui catatan yang kemungkinan sama',
    },
    steps: (count) => `melalui ${count} tahap pasokan`,
    facility: 'di fasilitas milik perusahaan',
    separator: ', ',
  },
  ja: {
    claim: {
      SUPPLIES: '製品を供給',
      DISTRIBUTES_THROUGH: '企業を通じて販売',
      AGREED_TO_SUPPLY: '供給に合意、実績は未確認',
      POTENTIAL_SUPPLY: '供給の可能性（文書なし）',
      FOSTERS: '育成を受ける',
      AGREED_TO_COOPERATE: '協力に合意',
      FUNDS: '資金を受ける',
      TRAINS: '研修を受ける',
      SHARED_PROGRAMME: '同じプログラムに参加',
    },
    inputClaim: {
      SUPPLIES: '原材料を受ける',
      DISTRIBUTES_THROUGH: '企業の製品を販売',
      AGREED_TO_SUPPLY: '原材料の供給に合意、実績は未確認',
      POTENTIAL_SUPPLY: '原材料を受ける可能性（文書なし）',
    },
    standIn: {
      MEMBER_OF: '会員を通じて',
      REPRESENTS: '代表団体を通じて',
      PART_OF: 'その一部を通じて',
      SAME_AS_PROBABLY: 'おそらく同一の記録を通じて',
    },
    steps: (count) => `${count}段階の供給を経て`,
    facility: '企業の施設で',
    separator: '、',
  },
};

function claimInWords(words: Words, claim: TieClaim, direction: TieDirection): string {
  return (direction === 'INPUT' ? words.inputClaim[claim] : undefined) ?? words.claim[claim];
}

/** Such as "Supplies goods, over 2 steps of supply, through a member". */
export function chainInWords(chain: TieChain, language: Language): string {
  const words = WORDS[language];
  const parts = [claimInWords(words, chain.claim, chain.direction)];
  if (chain.goodsStepCount > 1) parts.push(words.steps(chain.goodsStepCount));
  for (const standIn of chain.standIns) parts.push(words.standIn[standIn]);
  if (chain.throughFacility) parts.push(words.facility);
  return parts.join(words.separator);
}
