"""The twelve governments: one province, nine kabupaten, two kota (docs/reference/regulations, section 11.1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Government:
    """One government with both code systems, which differ for four kabupaten."""

    code: str
    name: str
    kind: str
    kemendagri: str
    bps: str
    head_title: str
    agency: str = "BKPSDM"


GOVERNMENTS = (
    Government("provinsi-jambi", "Pemerintah Provinsi Jambi", "PROVINSI", "15", "1500", "Gubernur", "BKD"),
    Government("kerinci", "Pemerintah Kabupaten Kerinci", "KABUPATEN", "15.01", "1501", "Bupati"),
    Government("merangin", "Pemerintah Kabupaten Merangin", "KABUPATEN", "15.02", "1502", "Bupati"),
    Government("sarolangun", "Pemerintah Kabupaten Sarolangun", "KABUPATEN", "15.03", "1503", "Bupati"),
    Government("batang-hari", "Pemerintah Kabupaten Batang Hari", "KABUPATEN", "15.04", "1504", "Bupati"),
    Government("muaro-jambi", "Pemerintah Kabupaten Muaro Jambi", "KABUPATEN", "15.05", "1505", "Bupati"),
    Government(
        "tanjab-barat", "Pemerintah Kabupaten Tanjung Jabung Barat", "KABUPATEN", "15.06", "1507", "Bupati"
    ),
    Government(
        "tanjab-timur", "Pemerintah Kabupaten Tanjung Jabung Timur", "KABUPATEN", "15.07", "1506", "Bupati"
    ),
    Government("bungo", "Pemerintah Kabupaten Bungo", "KABUPATEN", "15.08", "1509", "Bupati"),
    Government("tebo", "Pemerintah Kabupaten Tebo", "KABUPATEN", "15.09", "1508", "Bupati"),
    Government("kota-jambi", "Pemerintah Kota Jambi", "KOTA", "15.71", "1571", "Wali Kota"),
    Government("sungai-penuh", "Pemerintah Kota Sungai Penuh", "KOTA", "15.72", "1572", "Wali Kota"),
)
WORKED_EXAMPLE = "kota-jambi"
BY_CODE = {government.code: government for government in GOVERNMENTS}
