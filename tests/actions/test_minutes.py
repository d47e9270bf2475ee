"""Minutes of a review as PDF: whole, in both languages, as frozen, and no name can do harm in them."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from tests.pdf_text import pdf_text
from virtualcio.actions import edit
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import reviewing
from virtualcio.actions.review.minutes import minutes_of, write_minutes
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedFile
from virtualcio.exchange.minutes_document import MinutesDocument
from virtualcio.exchange.typst_pdf import pdf_of
from virtualcio.model import Asset, Decision, Person, Review, ReviewPerson, Task
from virtualcio.model.review import ReviewStation
from virtualcio.texts import speaking

HARMFUL = '#panic("ran") $x$ [a] *b* _c_ `d` @e <f> \\ // /* = "q" #sys.inputs'


def section(document: MinutesDocument, title: str) -> list[list[str]]:
    found = next(one for one in document.sections if one.title == title)
    if found.listed is None:
        return [[*found.said, *found.note]]
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in found.listed.rows]


def text_of(path: Path) -> str:
    """What a reader of the PDF can select and copy."""
    return pdf_text(path.read_bytes())


def held_review(company: OpenCompany) -> Review:
    review = reviewing.start_review(company, date(2026, 10, 1))
    reviewing.write_note(company, review, ReviewStation.KPIS, "Erste Zeile\n\nDritte Zeile")
    return review


def test_minutes_of_a_closed_review_say_who_what_and_until_when(demo: OpenCompany, tmp_path: Path) -> None:
    last = demo.results.last_closed
    assert last is not None
    path = tmp_path / "Protokoll.pdf"
    write_minutes(demo, last, path)
    text = text_of(path)
    for words in (
        "Brenner Metallbau GmbH",
        "Quartals-Review Q3 2026",
        "Martin Brenner, Geschäftsführer",
        "Überfällige Systeme",
        "Neue Website zurückstellen",
        "Klaus Riedel",
        "31.03.2027",
        "8 Plätze Microsoft 365 abbestellen",
        "Die Monteure nutzen den zweiten Faktor",
        "Seite 1 von",
        "€",
    ):
        assert words in text, words
    assert "Entwurf" not in text


def test_key_figures_stand_beside_those_of_the_review_before(demo: OpenCompany) -> None:
    last = demo.results.last_closed
    assert last is not None
    rows = {row[0]: row[1:] for row in section(minutes_of(demo, last), "Kennzahlen")}
    # 76.082 and 74.102,28 were frozen
    assert rows["Investitionsstau"][1:] == ["74.102 €", "−1.980 €"]
    assert rows["Überfällige Aufgaben"] == ["0", "1", "+1"]
    assert rows["Manuelle Übergaben"] == ["7", "7", ""]


def test_minutes_of_a_closed_review_stay_when_the_company_changes(demo: OpenCompany) -> None:
    last = demo.results.last_closed
    assert last is not None
    before = [section(minutes_of(demo, last), title) for title in ("Kennzahlen", "Offen geblieben")]
    edit.delete_records(demo, [demo.data.all(Asset)[0]])
    shown = table("assets")
    edit.set_value(demo, shown, shown.column("cost"), demo.data.all(Asset)[0], Decimal("99999.00"))
    assert [section(minutes_of(demo, last), title) for title in ("Kennzahlen", "Offen geblieben")] == before


def test_an_open_review_gives_a_draft_with_the_figures_of_today(
    make_company: MakeCompany, tmp_path: Path
) -> None:
    old = Asset(name="HV01", cost=Decimal("4000.00"), purchase_date=date(2015, 1, 1), service_life_years=5)
    company = make_company(old)
    review = held_review(company)
    document = minutes_of(company, review)
    assert document.draft and "Entwurf vom 22.11.2026" in document.made
    assert ["Überfällige Systeme", "1"] in section(document, "Kennzahlen")
    path = tmp_path / "draft.pdf"
    write_minutes(company, review, path)
    assert "Entwurf: noch nicht abgeschlossen" in text_of(path)
    reviewing.close_review(company, review, leave_open=True)
    assert not minutes_of(company, review).draft


def test_a_first_review_has_no_column_for_the_one_before(make_company: MakeCompany) -> None:
    company = make_company(Task(name="T", due_on=TODAY - timedelta(days=1)))
    review = held_review(company)
    rows = section(minutes_of(company, review), "Kennzahlen")
    assert ["Überfällige Aufgaben", "1"] in rows


def test_a_name_with_signs_of_the_typesetter_is_shown_and_never_run(
    make_company: MakeCompany, tmp_path: Path
) -> None:
    anna = Person(name=HARMFUL)
    review = Review(name="Q4 2026", quarter_start=date(2026, 10, 1), held_on=TODAY, summary=HARMFUL)
    company = make_company(
        anna,
        review,
        ReviewPerson(review_id=review.id, person_id=anna.id),
        Decision(name=HARMFUL, review_id=review.id, reason=HARMFUL),
        Task(name=HARMFUL, review_id=review.id),
    )
    path = tmp_path / "harmful.pdf"
    write_minutes(company, review, path)
    text = text_of(path)
    assert text.count("#panic(") >= 4 and '"q"' in text


@pytest.mark.parametrize("name", ["W" * 300, "会社 🎉 שלום", "", "\u0000\u0007\t", "{number}", "\\u{41}"])
def test_any_name_gives_minutes(make_company: MakeCompany, tmp_path: Path, name: str) -> None:
    review = Review(name=name, quarter_start=date(2026, 10, 1), held_on=TODAY, summary=name)
    company = make_company(review, Task(name=name, review_id=review.id))
    write_minutes(company, review, tmp_path / "any.pdf")
    assert (tmp_path / "any.pdf").read_bytes().startswith(b"%PDF")


def test_long_words_stay_on_the_page(make_company: MakeCompany, tmp_path: Path) -> None:
    review = Review(name="Q4 2026", quarter_start=date(2026, 10, 1), held_on=TODAY)
    company = make_company(review, Task(name="x" * 400, review_id=review.id))
    path = tmp_path / "long.pdf"
    write_minutes(company, review, path)
    assert text_of(path).count("x") == 400


def test_lines_of_a_note_stay_lines(make_company: MakeCompany) -> None:
    company = make_company()
    review = held_review(company)
    assert section(minutes_of(company, review), "Kennzahlen")  # figures come first
    station = [one for one in minutes_of(company, review).sections if one.level == 3]
    assert station[0].note == ("Erste Zeile", "", "Dritte Zeile")


def test_the_next_review_is_named_by_its_day_or_by_the_end_of_its_quarter(make_company: MakeCompany) -> None:
    company = make_company()
    review = held_review(company)
    assert section(minutes_of(company, review), "Nächstes Review") == [["Q1 2027, bis 31. März 2027"]]
    reviewing.close_review(company, review, leave_open=True)
    reviewing.plan_review(company, date(2027, 2, 3))
    assert section(minutes_of(company, review), "Nächstes Review") == [["Q1 2027, am 3. Februar 2027"]]


def test_minutes_speak_both_languages(demo: OpenCompany, tmp_path: Path) -> None:
    last = demo.results.last_closed
    assert last is not None
    with speaking("en"):
        write_minutes(demo, last, tmp_path / "en.pdf")
    text = text_of(tmp_path / "en.pdf")
    assert "Quarterly review Q3 2026" in text and "Page 1 of" in text and "Participants" in text


def test_the_same_minutes_are_the_same_file(demo: OpenCompany, tmp_path: Path) -> None:
    last = demo.results.last_closed
    assert last is not None
    write_minutes(demo, last, tmp_path / "a.pdf")
    write_minutes(demo, last, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_where_nothing_can_be_written_a_sentence_says_so_and_nothing_is_left(
    demo: OpenCompany, tmp_path: Path
) -> None:
    last = demo.results.last_closed
    assert last is not None
    with pytest.raises(RefusedFile):
        write_minutes(demo, last, tmp_path)
    with pytest.raises(RefusedFile):
        write_minutes(demo, last, tmp_path / "not there" / "x.pdf")
    assert [one.suffix for one in tmp_path.iterdir() if one.suffix == ".pdf"] == []


def test_signs_beyond_the_own_fonts_are_looked_for_on_the_machine() -> None:
    data = {"language": "de", "company": "A 会", "kind": "", "title": "T", "draft": "", "made": "",
            "page_words": ["", "/", ""], "facts": [], "sections": []}  # fmt: skip
    assert pdf_of("review_minutes.typ", data, TODAY).startswith(b"%PDF")
