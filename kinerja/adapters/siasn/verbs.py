"""What the ledger says of imports. A batch entry names up to 5,000 rows by count and root hash."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

PEOPLE_IMPORTED = verb("siasn.people_imported", _("mengimpor data pegawai dari SIASN"), "root", "count")
UNITS_IMPORTED = verb("siasn.units_imported", _("mengimpor data unit organisasi"), "root", "count")
NOTHING_CHANGED = verb("siasn.nothing_changed", _("mengimpor berkas yang tidak mengubah apa pun"), "sha256")
FILE_SENT = verb("siasn.file_sent", _("mengunggah berkas untuk diimpor"), "sha256", "size")
FILE_DISCARDED = verb("siasn.file_discarded", _("membatalkan impor"), "sha256")
FILE_REFUSED = verb("siasn.file_refused", _("mengunggah berkas yang ditolak"), "sha256", "reason")
PROBLEMS_DOWNLOADED = verb("siasn.problems_downloaded", _("mengunduh daftar masalah impor"), "sha256")
