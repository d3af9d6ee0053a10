export const tour = {
  label: 'Tour',
  count: '{{step}} of {{steps}}',
  next: 'Next',
  back: 'Back',
  done: 'Done',
  skip: 'Skip the tour',
  command: 'Take the tour',
  questions: 'Show the questions to start with',
  answer: {
    title: 'The answer comes first',
    text: 'A sentence with a number, and below it the ties behind the number, best evidence first. Open one to read who says so, and when.',
  },
  question: {
    title: 'The question is a sentence, too',
    text: 'Its marked words are menus. Place, sector, date and evidence narrow it; what is only inferred stays out until you ask for it.',
  },
  picture: {
    title: 'The picture proves it',
    text: 'Filled means seen, hollow means agreed or without a tie, dots mean inferred. Click a node for its details; E adds its neighbours, and every step can be undone.',
  },
  views: {
    title: 'One question, several views',
    text: 'List, graph, map and table show the same nodes with the same selection. Changing the view changes nothing else.',
  },
  search: {
    title: 'Find anything',
    text: 'Type a name as you remember it: other spellings are found, too. Ctrl K lists everything that can be done.',
  },
  help: {
    title: 'It goes on from here',
    text: 'The question mark lists the keys, and brings this tour and the questions back. Language and colours are beside it.',
  },
};
