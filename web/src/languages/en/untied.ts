/** The list of clusters without a tie, or without a large buyer, near a place. */
export const untied = {
  sentence: 'Within <distance/> of <place/>',
  distance: 'Distance',
  place: 'Near which place',
  anyPlace: 'any place',
  km: '{{km}} km',
  letGo: 'Anywhere again',
  shown: 'Shown {{shown}} of {{total}}, nearest first.',
  rough: 'Between the centres of the places; sea is not considered.',
  unplaced_one: '{{shown}} is not known to lie anywhere and left out.',
  unplaced_other: '{{shown}} are not known to lie anywhere and left out.',
  withoutBuyer: 'Tied, but without a large buyer',
  withoutThisBuyer: 'Tied to {{firm}}, but not as its supplier',
  withoutBuyerWhy:
    'By support, a programme or goods that they get; nothing says that goods of theirs go to a large firm.',
  tiedBy: '{{kind}}: {{firm}}',
  cut: 'Of {{total}} ties {{shown}} are here; with the others more clusters may turn out to be tied.',
};
