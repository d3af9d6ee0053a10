/** While the database is away. */
export const away = {
  title: 'The database is away.',
  text: 'The list, the picture, search and ways are answered from memory, as they were last read. Evidence, details and counts are not available until it is back, and then come by themselves.',
};
