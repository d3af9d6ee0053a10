/** Signing in, and who one is. */
export const access = {
  title: 'Masuk ke Sentra',
  why: 'Sentra ini hanya menjawab orang yang dikenalnya.',
  provider: 'Masuk dengan akun organisasi Anda',
  or: 'atau',
  key: 'Kunci',
  keyHint: 'Diawali dengan sentra_. Hanya disimpan di tab ini dan dilupakan saat tab ditutup.',
  open: 'Buka dengan kunci',
  who: 'Masuk sebagai {{name}}, {{role}}',
  signOut: 'Keluar',
  role: {
    reader: 'Pembaca',
    administrator: 'Pengelola',
  },
  keyFault: {
    EMPTY: 'Tempelkan kunci yang Anda terima.',
    WRONG: 'Kunci ini tidak berlaku di sini: salah, kedaluwarsa, atau sudah dicabut.',
    TOO_MUCH: 'Terlalu banyak percobaan dari sini. Tunggu beberapa menit, lalu coba lagi.',
    UNREACHABLE: 'Server tidak dapat dijangkau atau belum dapat memeriksa kunci. Coba lagi sebentar lagi.',
    UNEXPECTED: 'Jawaban server tidak dipahami halaman ini. Muat ulang halaman.',
  },
  fault: {
    PROVIDER_UNAVAILABLE: 'Layanan masuk organisasi Anda sedang tidak menjawab. Coba lagi nanti.',
    SIGN_IN_EXPIRED: 'Proses masuk ini dimulai di tempat lain atau sudah terlalu lama. Mulai lagi.',
    SIGN_IN_REFUSED: 'Layanan masuk organisasi Anda tidak mengizinkan Anda masuk.',
    SIGN_IN_FAILED:
      'Jawaban layanan masuk organisasi Anda tidak dapat dipercaya. Mulai lagi; jika tetap terjadi, beri tahu pengelola Sentra ini.',
    NO_ROLE: 'Anda dikenal, tetapi belum punya peran di sini. Mintalah kepada pengelola Sentra ini.',
    AUDIT_UNAVAILABLE:
      'Tidak ada yang dapat masuk selama server tidak dapat mencatat siapa yang masuk. Coba lagi nanti.',
  },
};
