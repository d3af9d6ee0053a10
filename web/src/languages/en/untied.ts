/** The list of clusters without a tie, near a place. */
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
};
