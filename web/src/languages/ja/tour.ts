import type { Translated } from '../texts.ts';
import type { tour as english } from '../en/tour.ts';

export const tour: Translated<typeof english> = {
  label: 'ツアー',
  count: '{{step}}／{{steps}}',
  next: '次へ',
  back: '戻る',
  done: '終了',
  skip: 'ツアーを閉じる',
  command: 'ツアーを見る',
  questions: 'はじめの問いを表示',
  answer: {
    title: 'まず答えから',
    text: '数を示す一文があり、その下に数の裏付けとなるつながりが、根拠の確かな順に並びます。開くと、誰がいつ述べたかを読めます。',
  },
  question: {
    title: '問いも一文です',
    text: '印のついた語はメニューです。地域・業種・時点・根拠で絞り込めます。推定だけのものは、求めるまで含まれません。',
  },
  picture: {
    title: '図が裏付けます',
    text: '塗りは確認済み、中抜きは合意のみ、またはつながりなし、点線は推定です。ノードを押すと詳細が開き、Eで隣を加えます。どの操作も元に戻せます。',
  },
  views: {
    title: '一つの問いを、いくつもの表示で',
    text: '一覧・グラフ・地図・表は、同じノードと同じ選択を示します。表示を変えても、ほかは何も変わりません。',
  },
  search: {
    title: '何でも探せます',
    text: '覚えているとおりに名前を入力してください。別の綴りでも見つかります。Ctrl Kで、できることがすべて並びます。',
  },
  help: {
    title: 'ここから先へ',
    text: '疑問符を押すとショートカットの一覧が開き、このツアーとはじめの問いにも戻れます。言語と配色はその隣です。',
  },
};
