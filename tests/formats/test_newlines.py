from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.newlines import Newlines


@given(text=st.text("a\r\n🎉", max_size=12), data=st.data())
def test_places_are_those_of_a_text_file_that_python_reads(text: str, data: st.DataObject) -> None:
    read = Newlines(text)
    place = data.draw(st.integers(0, len(text)))
    found = read.to_read(place)
    if text[:place].endswith("\r") and text[place:].startswith("\n"):
        assert found is None
    else:
        assert found == len(text[:place].replace("\r\n", "\n"))
        assert read.to_text(found) == place
