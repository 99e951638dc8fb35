"""Which column of a SIASN file holds what: the header variants we know.

Where each variant was seen is told in docs/reference/siasn-import.md.
"""

from kinerja.tools.tables.columns import Column, Kind

PEOPLE = Kind(
    "pegawai",
    (
        Column("nip", "NIP BARU", ("NIP", "NIPBARU", "NO NIP", "NOMOR INDUK PEGAWAI"), required=True),
        Column("name", "NAMA", ("NAMA LENGKAP", "NAMA PEGAWAI", "NAMA ASN"), required=True),
        Column("title_front", "GELAR DEPAN", ("GELAR DPN", "GLR DEPAN")),
        Column("title_back", "GELAR BLK", ("GELAR BELAKANG", "GELAR BLKG", "GELAR BLKNG", "GLR BELAKANG")),
        Column("birth_date", "TANGGAL LAHIR", ("TGL LAHIR", "TGLLAHIR")),
        Column("sex", "JENIS KELAMIN", ("KELAMIN", "JK", "L/P", "GENDER")),
        Column("nik", "NIK", ("NO NIK", "NOMOR NIK", "NOMOR INDUK KEPENDUDUKAN")),
        Column("phone", "NOMOR HP", ("NO HP", "NOMOR HANDPHONE", "NOMOR TELEPON", "TELEPON", "HP")),
        Column("email", "EMAIL", ("E-MAIL", "EMAIL PRIBADI", "ALAMAT EMAIL")),
        Column("status", "STATUS CPNS PNS", ("STATUS CPNS/PNS", "STATUS CPNS", "STATUS PNS")),
        Column("employment", "JENIS PEGAWAI NAMA", ("JENIS PEGAWAI",)),
        Column(
            "standing",
            "KEDUDUKAN HUKUM NAMA",
            ("KEDUDUKAN HUKUM", "KEDUDUKAN PNS NAMA", "KEDUDUKAN NAMA"),
        ),
        Column("cpns_date", "TMT CPNS", ("TMT CPNS PPPK",)),
        Column("golongan", "GOL AKHIR NAMA", ("GOL NAMA", "GOLONGAN AKHIR NAMA", "GOL AKHIR", "GOLONGAN")),
        Column("golongan_date", "TMT GOLONGAN", ("TMT GOL", "TMT GOL AKHIR", "TMT GOLONGAN AKHIR")),
        Column("position_kind", "JENIS JABATAN NAMA", ("JENIS JABATAN",), required=True),
        Column("position_name", "JABATAN NAMA", ("NAMA JABATAN", "JABATAN"), required=True),
        Column("position_date", "TMT JABATAN", ("TMT JAB",), required=True),
        Column("eselon", "ESELON NAMA", ("ESELON",)),
        Column("education", "TINGKAT PENDIDIKAN NAMA", ("TINGKAT PENDIDIKAN",)),
        Column("unor_id", "UNOR ID", ("ID UNOR", "UNORID", "KODE UNOR"), required=True),
        Column("unor_name", "UNOR NAMA", ("NAMA UNOR",)),
        Column("instansi_induk", "INSTANSI INDUK NAMA", ("INSTANSI INDUK",)),
        Column("instansi_kerja", "INSTANSI KERJA NAMA", ("INSTANSI KERJA",)),
        Column("siasn_id", "PNS ID", ("PNSID", "ID PNS", "ASN ID")),
    ),
    enough=3,
    source="SIASN",
)

UNITS = Kind(
    "unit",
    (
        Column("unor_id", "UNOR ID", ("ID", "ID UNOR", "UNORID", "KODE UNOR"), required=True),
        Column(
            "name", "NAMA", ("NAMA UNOR", "UNOR NAMA", "NAMA UNIT", "NAMA UNIT ORGANISASI"), required=True
        ),
        Column(
            "parent_id",
            "ATASAN UNOR ID",
            ("UNOR ATASAN ID", "DIATASAN ID", "ID ATASAN", "ID UNOR ATASAN", "UNOR ATASAN"),
            required=True,
        ),
        Column("head_position", "JABATAN PIMPINAN", ("NAMA JABATAN", "JABATAN NAMA", "JABATAN")),
        Column("eselon", "ESELON", ("ESELON NAMA",)),
        Column("eselon_id", "ESELON ID"),
    ),
    enough=2,
    source="SIASN",
)

KINDS = (PEOPLE, UNITS)
