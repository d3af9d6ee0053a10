/** While the database is away. */
export const away = {
  title: 'Basis data tidak menjawab.',
  text: 'Daftar, gambar, pencarian, dan jalur dijawab dari memori, seperti terakhir dibaca. Bukti, rincian, dan jumlah belum tersedia sampai basis data kembali, lalu muncul dengan sendirinya.',
};
