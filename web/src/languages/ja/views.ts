import type { views as english } from '../en/views.ts';
import type { Translated } from '../texts.ts';

export const views: Translated<typeof english> = {
  title: '共有と保存',
  link: 'このビューへのリンク',
  copy: 'このビューへのリンクをコピー',
  copyShort: 'リンクをコピー',
  copied: 'リンクをコピーしました',
  notCopied: 'リンクをコピーできませんでした',
  notCopiedAdvice: 'ブラウザーがコピーを許可しませんでした。リンクは選択済みです。Ctrl Cでコピーしてください。',
  carries:
    '開いた人には同じものが見えます：質問、フィルター、日付、ノード、位置、選択。{{length}}文字（メールで確実に届くのは{{most}}文字まで）。',
  tooLongTitle: 'このビューはリンクには長すぎます',
  tooLong:
    'このビューはリンクには長すぎます。{{length}}文字になりますが、メールで確実に届くのは{{most}}文字までです。ファイルで送ってください。',
  tooLongCommand: '「共有と保存」を開き、ファイルで送ってください。',
  saveThis: 'このビューをファイルに保存',
  untitled: 'ビュー',
  keptTitle: 'このブラウザーに保存したビュー',
  name: 'ビューの名前',
  keep: '保存',
  kept: '「{{name}}」として保存しました。',
  keptAgain: '「{{name}}」を元に戻しました。',
  none: 'まだありません。ここに保存したビューは、今とまったく同じように開きます。',
  openNamed: 'ビュー「{{name}}」を開く',
  renameNamed: 'ビュー「{{name}}」の名前を変更',
  renameDone: '名前を変更',
  forgetNamed: 'ビュー「{{name}}」を削除',
  takeOutNamed: 'ビュー「{{name}}」をファイルに保存',
  forgotten: '「{{name}}」を削除しました。',
  bringBack: '元に戻す',
  takeIn: 'ファイルを読み込む…',
  takeOut: 'すべてをファイルに保存',
  taken_other: '{{of}}件中{{shown}}件のビューを追加しました。',
  takenRenamed_other: '{{shown}}件は名前が使われていたため、番号を付けました。',
  takenSame_other: '{{shown}}件はすでにありました。',
  takenUnreadable_other: '{{shown}}件は読み取れませんでした。',
  unreadable_other: 'このバージョンでは読み取れないビューがほかに{{shown}}件保存されています。そのまま残してあります。',
  keepFault: {
    FULL: 'ブラウザーの保存領域がいっぱいです。ビューを削除するか、先にファイルに保存してください。',
    REFUSED: 'このブラウザーはこのページの保存を許可していません。ビューをファイルに保存してください。',
  },
  fileFault: {
    NO_VIEWS:
      'ビューのファイルではありません。ここで保存したファイル（例：sentra-ビュー-2025-12-31.json）を選んでください。',
    TOO_NEW: 'このファイルは新しいバージョンのSentraで保存されています。何も追加していません。',
  },
  opening: 'ビューを開いています',
  openedLink: 'リンクのビューを開きました。',
  openedNamed: 'ビュー「{{name}}」を開きました。',
  notOpened: 'ビューを開けませんでした',
  fault: {
    DAMAGED:
      'リンクが壊れています。途中で一部が欠けたか変わっています。もう一度送ってもらうか、ファイルで受け取ってください。',
    TOO_NEW: 'このリンクは新しいバージョンのSentraで作られています。',
    BAD_USER_INPUT: '質問に含まれる地域、業種または企業が、データにもうありません。',
  },
  otherData: 'このビューが作られた後にデータが変わりました',
  otherwise: 'このビューのすべてはそろっていません',
  found: {
    NODES: '{{of}}個のノードのうち{{found}}個が図にあります。',
    GROUPS: '{{of}}件の展開のうち{{found}}件を開けました。',
    WAYS: '{{of}}本の経路のうち{{found}}本がまだあります。',
  },
  added_other: 'ビューになかったノードが{{shown}}個加わりました。',
  selectionLost: '選択されていたものはもうありません。',
  regrouped: 'コミュニティの番号が変わったため、グループは閉じて別の位置にあります。',
};
