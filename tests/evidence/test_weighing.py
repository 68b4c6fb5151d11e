"""Status without sources: whose words they are, or nobody's."""

from claimcheck.evidence import weigh
from claimcheck.pipeline import extract
from claimcheck.readers import parse_plain


def test_every_claim_has_a_reason_and_none_is_sourced_by_silence() -> None:
    weighed = weigh(extract(parse_plain("Twelve miners were killed. The mine was closed in 1994.")))
    assert weighed.claims
    assert all(claim.why and claim.status != "sourced" for claim in weighed.claims)
