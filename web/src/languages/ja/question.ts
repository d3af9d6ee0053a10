import type { Translated } from '../texts.ts';
import type { question as english } from '../en/question.ts';

export const question: Translated<typeof english> = {
  region: '質問',
  sentence: 'どの <subject/> が <object/> とつながっていますか？',
  subject: '対象',
  object: '相手',
  CLUSTER: '中小企業クラスター',
  CLUSTERNote: '一つの場所で働く',
  GROUP: '中小企業グループ',
  GROUPNote: '協同組合など、場所が一つでないもの',
  anyLarge: '大企業',
};
