"""The quadrant as the pages draw it: words and tones of the nine cells."""

from django.utils.translation import gettext as _

from kinerja.rules.assessment import quadrant
from kinerja.rules.codes import Predicate, Rating
from kinerja.tools.ui.quadrants import Quadrant

TONES = {
    Predicate.SANGAT_BAIK: "baik",
    Predicate.BAIK: "baik",
    Predicate.BUTUH_PERBAIKAN: "perhatian",
    Predicate.KURANG: "bahaya",
    Predicate.SANGAT_KURANG: "bahaya",
}


def grid(work: str = "", behaviour: str = "") -> Quadrant:
    """Rows: hasil kerja from above; columns: perilaku kerja from below, as the regulation prints it."""
    rows = [(rating.value, _(rating.label)) for rating in Rating]
    columns = [(rating.value, _(rating.label)) for rating in reversed(Rating)]
    cells = {
        (row.value, column.value): (_(result.label), TONES[result])
        for (row, column), result in quadrant.TABLE.items()
    }
    return Quadrant(rows, columns, cells, (work, behaviour) if (work, behaviour) in cells else None)
