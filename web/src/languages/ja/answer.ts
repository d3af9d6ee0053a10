import type { Translated } from '../texts.ts';
import type { answer as english } from '../en/answer.ts';

export const answer: Translated<typeof english> = {
  region: '回答',
  documentedCLUSTER_other:
    '中小企業クラスター{{count}}件中{{tied}}件に、{{object}}との文書で確認できるつながりがあります',
  documentedGROUP_other: '中小企業グループ{{count}}件中{{tied}}件に、{{object}}との文書で確認できるつながりがあります',
  generalCLUSTER_other:
    '中小企業クラスター{{count}}件中{{tied}}件に、文書または一般知識で確認できる{{object}}とのつながりがあります',
  generalGROUP_other:
    '中小企業グループ{{count}}件中{{tied}}件に、文書または一般知識で確認できる{{object}}とのつながりがあります',
  anyCLUSTER_other:
    '中小企業クラスター{{count}}件中{{tied}}件に、{{object}}とのつながりがあります（文書の有無を問わず）',
  anyGROUP_other: '中小企業グループ{{count}}件中{{tied}}件に、{{object}}とのつながりがあります（文書の有無を問わず）',
  noneCLUSTER: '中小企業クラスターの記録はありません',
  noneGROUP: '中小企業グループの記録はありません',
  certainty: '{{sentence}}：確実{{certain}}件、可能性のみ{{possible}}件',
  inPlace: '地域：{{place}}。',
  inSector: '業種：{{sector}}。',
  asOf: '時点：{{date}}。',
  ties_other: 'つながり{{count}}件',
  relations_other: 'それを支える関係{{count}}件',
  sources_other: '出典{{count}}件',
  newest: '最新の根拠：{{date}}。',
  inferredAdds_other: 'ほかに推定のみのつながりが{{count}}件',
  kind: {
    GOODS_OBSERVED: '供給を確認',
    SUPPLY_AGREED: '供給合意、実績は未確認',
    SUPPORT: '支援',
    SAME_PROGRAMME: '同じプログラム',
    POTENTIAL: '可能性のみ、文書なし',
  },
  undated: '日付なし',
  strength: '強さ {{value}}',
  inferredTie: '推定',
  possibleTie: '可能性のみ',
  generalTie: '一般知識',
  untiedDocumentedCLUSTER_other: '文書で確認できるつながりのないクラスター{{count}}件',
  untiedDocumentedGROUP_other: '文書で確認できるつながりのないグループ{{count}}件',
  untiedGeneralCLUSTER_other: '文書または一般知識で確認できるつながりのないクラスター{{count}}件',
  untiedGeneralGROUP_other: '文書または一般知識で確認できるつながりのないグループ{{count}}件',
  untiedAnyCLUSTER_other: 'つながりのないクラスター{{count}}件',
  untiedAnyGROUP_other: 'つながりのないグループ{{count}}件',
  withoutBuyer_other: 'ほかに{{count}}件は、つながりはあるが大口の買い手がない',
  untiedNote: '確認した出典には{{object}}とのつながりが見当たりません。知識の空白か、産業そのものの空白です。',
  cut: 'つながり{{total}}件中{{shown}}件を表示（根拠が確かで強い順）。',
  more: 'さらに表示',
  strip: 'つながりあり{{tied}}件、なし{{untied}}件',
  placeUnknown: '場所の記録なし',
};
