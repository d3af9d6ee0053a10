"""Values of the schema's own scalars for Schemathesis: right ones, nearly right ones and any text."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

texts = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.integers(min_value=1800, max_value=2100).map(str),
    st.sampled_from(["..", "2025-13-45", "2025-02-30", "0000", "99999-01", "2025-1", ""]),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=12),
)

for name in ("PartialDate", "PeriodEnd"):
    schemathesis.graphql.scalar(name, texts.map(nodes.String))
