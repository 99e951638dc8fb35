"""Every tag of `{% load ui %}`, drawn once as a template would."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from kinerja.tools import clock
from kinerja.tools.ui import markup, samples
from kinerja.tools.ui.forms import IndonesianDecimalField, KinerjaForm, PhotoInput
from kinerja.tools.ui.tests.conftest import Draw


def test_numbers_as_filter_and_as_tag(draw: Draw) -> None:
    assert draw("{{ n|angka }} {{ n|angka:2 }} {% angka n 1 %}", n=1234.56) == "1.234,56 1.234,56 1.234,6"
    assert draw("{{ 87.5|persen }} {{ 1250000|rupiah }} {{ missing|angka }}") == "87,5% Rp1.250.000 –"


def test_days_as_filter_and_as_tag(draw: Draw) -> None:
    day = datetime(2026, 3, 3, 8, tzinfo=clock.WIB)
    assert (
        draw("{{ d|tanggal }}, {% tanggal d %}, {{ d|tanggal_pendek }}", d=day)
        == "3 Maret 2026, 3 Maret 2026, 3 Mar 2026"
    )


def test_a_moment_shows_the_exact_time_on_focus(draw: Draw) -> None:
    moment = datetime(2026, 3, 3, 14, 5, tzinfo=clock.WIB)
    with clock.at(datetime(2026, 3, 3, 16, tzinfo=clock.WIB)):
        drawn = draw("{% moment m %}", m=moment)
    assert ">hari ini 14.05 WIB</time>" in drawn
    assert 'title="Selasa, 3 Maret 2026, 14.05 WIB"' in drawn
    assert 'datetime="2026-03-03T14:05:00+07:00"' in drawn
    assert draw("{% moment nothing %}", nothing=None) == "–"


def test_the_pace_tag_takes_missing_variables(draw: Draw) -> None:
    drawn = draw('{% pace target=60 achieved=42 expected=x low=y high=z tone="baik" %}', y=None, z="")
    assert "pace-expected" not in drawn
    assert "42 dari 60" in drawn


def test_a_button_or_a_link_like_one(draw: Draw) -> None:
    assert draw('{% button "Simpan" %}') == '<button class="btn btn-primary" type="submit">Simpan</button>'
    link = draw('{% button "Lihat" url=u variant="secondary btn-sm" icon="eye" %}', u="/x?a=1&b=2")
    assert link.startswith('<a class="btn btn-secondary btn-sm" href="/x?a=1&amp;b=2">')
    assert "#eye" in link


def test_other_arguments_of_a_button_become_attributes(draw: Draw) -> None:
    drawn = draw('{% button "Hapus" name="act" value="delete" hx_post="/x" disabled=True data_empty="" %}')
    assert 'name="act"' in drawn
    assert 'value="delete"' in drawn
    assert 'hx-post="/x"' in drawn
    assert " disabled" in drawn
    assert "data-empty" not in drawn


def test_a_class_given_to_a_button_joins_its_own(draw: Draw) -> None:
    assert 'class="btn btn-secondary thumb"' in draw('{% button "x" variant="secondary" class="thumb" %}')


def test_an_attribute_of_a_button_cannot_break_out(draw: Draw) -> None:
    assert 'value="&quot; onclick=&quot;x"' in draw('{% button "x" value=v %}', v='" onclick="x')


def test_a_label_of_a_button_is_escaped(draw: Draw) -> None:
    assert "<b>" not in draw("{% button word %}", word="<b>x</b>")


def test_the_page_header_holds_the_one_h1(draw: Draw) -> None:
    source = (
        '{% page_header "Hari ini" lead="Selasa" crumbs=crumbs %}{% button "Catat" %}{% endpage_header %}'
    )
    drawn = draw(source, crumbs=[("Laporan", "/l/")])
    assert drawn.count("<h1>") == 1
    assert '<a href="/l/">Laporan</a>' in drawn
    assert '<button class="btn btn-primary"' in drawn


def test_a_page_header_without_action_has_no_empty_box(draw: Draw) -> None:
    assert "page-actions" not in draw('{% page_header "Hari ini" %} {% endpage_header %}')


def test_content_inside_a_card_was_escaped_by_its_template(draw: Draw) -> None:
    drawn = draw(
        '{% card title=title level=3 more="/semua/" %}<p>{{ x }}</p>{% endcard %}', title="<i>", x="<b>"
    )
    assert '<h3 class="box-title">&lt;i&gt;</h3>' in drawn
    assert "<p>&lt;b&gt;</p>" in drawn
    assert 'href="/semua/"' in drawn


def test_an_empty_state_says_what_will_be_here_and_starts_it(draw: Draw) -> None:
    drawn = draw('{% empty_state sentence="Belum ada laporan." url="/baru/" action="Catat progres" %}')
    assert "Belum ada laporan." in drawn
    assert '<a class="btn btn-primary" href="/baru/">Catat progres</a>' in drawn
    assert "<a" not in draw('{% empty_state "Belum ada laporan." %}')


def test_a_refusal_says_what_why_what_to_do_and_who(draw: Draw) -> None:
    drawn = draw('{% refusal what="A" why="B" do="C" who="D" %}')
    assert 'role="alert"' in drawn
    for heading, words in [("Sebabnya", "B"), ("Yang dapat dilakukan", "C"), ("Yang dapat membantu", "D")]:
        assert f"<dt>{heading}</dt><dd>{words}</dd>" in drawn
    assert "<dl>" not in draw('{% refusal what="A" %}')


def test_a_person_line(draw: Draw) -> None:
    source = '{% person name=name post="Kepala" url="/p/" note="kemarin" pace=bar %}<a>x</a>{% endperson %}'
    drawn = draw(source, name="dr. Sari Wulandari, M.Kes.", bar=markup.pace(markup.Pace(60, 42)))
    for part in (
        ">SW<",
        '<a href="/p/">dr. Sari Wulandari, M.Kes.</a>',
        "Kepala",
        "kemarin",
        "<svg",
        "<a>x</a>",
    ):
        assert part in drawn


def test_the_quadrant_marks_the_current_cell_and_says_it(draw: Draw) -> None:
    drawn = draw("{% quadrant grid %}", grid=samples.quadrant(("sesuai", "sesuai")))
    assert drawn.count('aria-current="true"') == 1
    assert drawn.count('tabindex="0"') == 1
    assert "Predikat: Baik" in drawn
    assert drawn.count("data-row=") == 9


def test_an_undecided_quadrant_asks_for_both_choices(draw: Draw) -> None:
    drawn = draw('{% quadrant grid live_rows="a" live_columns="b" %}', grid=samples.quadrant(None))
    assert "aria-current" not in drawn
    assert "Pilih kedua penilaian" in drawn
    assert 'data-module="/static/ui/quadrant' in drawn


def test_a_tree_folds_its_branches_and_names_their_state(draw: Draw) -> None:
    drawn = draw("{% tree nodes %}", nodes=samples.TREE)
    assert drawn.count("<details open>") == 2
    assert drawn.count('<li class="tree-node">') == 5
    assert "chip-bahaya" in drawn
    assert '<a href="#isi">Kunjungan ibu hamil</a>' in drawn


def test_a_receipt_keeps_lines_sums_and_references(draw: Draw) -> None:
    drawn = draw(
        '{% receipt "Kwitansi" lines=lines number="7" foot="Kaki" qr=qr %}<a>buka</a>{% endreceipt %}',
        lines=samples.RECEIPT,
        qr=mark_safe("<svg></svg>"),
    )
    assert '<tr class="receipt-total">' in drawn
    assert '<a href="#kwitansi">Perbup contoh ps. 12</a>' in drawn
    assert '<div class="receipt-qr"><svg></svg></div>' in drawn
    assert "<a>buka</a>" in drawn


def test_a_month_starts_on_monday_and_says_its_marks_in_words(draw: Draw) -> None:
    drawn = draw(
        '{% month_calendar weeks "Maret 2026" next_url="/april/" legend=marks %}',
        weeks=samples.month(),
        marks=samples.MARKS,
    )
    assert drawn.index("Sen") < drawn.index("Min")
    assert '<span class="day-word">cukup</span>' in drawn
    assert 'aria-current="date"' in drawn
    assert "Bulan berikutnya" in drawn
    assert "Bulan sebelumnya" not in drawn


def test_tabs_are_links_with_the_current_one_named(draw: Draw) -> None:
    drawn = draw(
        "{% tabs items %}",
        items=[{"url": "/a/", "label": "A", "current": True}, {"url": "/b/", "label": "B", "count": 0}],
    )
    assert '<a class="tab" href="/a/" aria-current="page">A</a>' in drawn
    assert '<span class="count">0</span>' in drawn


def paged(draw: Draw, number: int, address: str = "/?q=budi&page=9&unit=3", total: int = 60) -> str:
    """A list of pages of ten, as it stands at the foot of a list."""
    page = Paginator(range(total), 10).page(number)
    return draw("{% pagination page %}", page=page, request=RequestFactory().get(address))


def test_pagination_keeps_the_rest_of_the_address(draw: Draw) -> None:
    drawn = paged(draw, 2)
    assert 'href="?q=budi&amp;page=1&amp;unit=3"' in drawn
    assert 'href="?q=budi&amp;page=3&amp;unit=3"' in drawn
    assert "Halaman 2 dari 6" in drawn


def test_pagination_ends_at_both_ends(draw: Draw) -> None:
    assert 'rel="prev"' not in paged(draw, 1)
    assert 'rel="next"' not in paged(draw, 6)
    assert paged(draw, 1, total=8) == ""


def test_addresses_of_pages_beyond_a_thousand_carry_no_points(draw: Draw) -> None:
    assert "page=1235" in paged(draw, 1234, "/", total=20_000)


def test_a_search_box_keeps_what_was_typed_and_may_search_while_typing(draw: Draw) -> None:
    drawn = draw('{% search_box value=q label="Cari nama" action="/orang/" target="#hasil" %}', q='"budi"')
    assert 'value="&quot;budi&quot;"' in drawn
    assert 'hx-get="/orang/"' in drawn
    assert 'role="search"' in drawn
    assert "hx-" not in draw("{% search_box %}")


def test_a_dialog_is_named_by_its_title(draw: Draw) -> None:
    drawn = draw('{% dialog "hapus" title="Hapus?" %}<p>isi</p>{% enddialog %}')
    assert 'aria-labelledby="dialog-hapus"' in drawn
    assert '<h2 id="dialog-hapus">Hapus?</h2>' in drawn


def test_progress_polls_until_an_answer_does_not_ask_for_it(draw: Draw) -> None:
    assert 'hx-get="/p/"' in draw('{% progress 1.5 10 "Impor" poll="/p/" %}')
    assert 'value="1.5"' in draw('{% progress 1.5 10 "Impor" %}')
    assert "hx-" not in draw('{% progress 10 10 "Selesai" %}')


def test_a_code_is_shown_with_its_warning(draw: Draw) -> None:
    assert "hanya ditampilkan sekali" in draw('{% copy_code "7KQ2" label="Kode" %}')


class Sample(KinerjaForm):
    """A field of each shape."""

    amount = IndonesianDecimalField(label="Realisasi", help_text="Contoh 12,5")
    grade = forms.ChoiceField(label="Hasil", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Benar", required=False)
    proof = forms.FileField(label="Bukti", widget=PhotoInput, required=False)
    token = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> None:
        """Something wrong with the whole."""
        self.add_error(None, "Semuanya bertentangan.")


def test_a_field_ties_label_help_and_error_together(draw: Draw) -> None:
    drawn = draw("{% field form.amount %}", form=Sample({"amount": "1.234"}))
    assert 'for="id_amount"' in drawn
    assert 'aria-describedby="id_amount_help id_amount_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_amount_error"' in drawn
    assert 'inputmode="decimal"' in drawn
    assert 'value="1.234"' in drawn


def test_a_good_field_carries_no_error(draw: Draw) -> None:
    drawn = draw('{% field form.amount help="Lain" label="Jumlah" %}', form=Sample())
    assert "aria-invalid" not in drawn
    assert "field-error" not in drawn
    assert "Lain" in drawn
    assert "Jumlah" in drawn
    assert "(wajib)" in drawn


def test_radios_stand_in_a_fieldset_with_a_legend(draw: Draw) -> None:
    drawn = draw("{% field form.grade %}", form=Sample())
    assert "<fieldset" in drawn
    assert "<legend" in drawn


def test_the_whole_form_lists_its_mistakes_first_each_a_link(draw: Draw) -> None:
    drawn = draw("{% fields form %}", form=Sample({"amount": "x"}))
    summary = drawn[: drawn.index("</ul>")]
    assert "Ada 4 hal" in summary
    assert "<li>Semuanya bertentangan.</li>" in summary
    assert 'href="#id_amount"' in summary
    assert 'href="#id_grade_0"' in summary
    assert 'href="#id_token"' not in summary
    assert '<input type="hidden" name="token"' in drawn


def test_a_file_picker_works_without_javascript_and_asks_for_it(draw: Draw) -> None:
    drawn = draw("{% field form.proof %}", form=Sample())
    assert 'type="file"' in drawn
    assert 'data-module="/static/ui/photo' in drawn
    assert 'accept="image/*,application/pdf"' in drawn


@pytest.mark.parametrize(
    ("level", "tone"),
    [(10, "keterangan"), (20, "keterangan"), (25, "baik"), (30, "perhatian"), (40, "bahaya")],
)
def test_flash_messages_speak_in_tones(draw: Draw, level: int, tone: str) -> None:
    drawn = draw('{% include "ui/_messages.html" %}', messages=[SimpleNamespace(level=level)])
    assert f"flash-{tone}" in drawn
    assert 'role="status"' in drawn
