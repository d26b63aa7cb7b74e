package io.heronbridge.integration.guide;

import io.heronbridge.persistence.integration.SetUp;
import io.heronbridge.persistence.integration.Verdict;
import java.time.Instant;
import java.util.Optional;

/** What the last check of the present settings told of both sides. */
record Checked(Verdict plaid, Verdict heron, Instant at) {
  static Optional<Checked> of(SetUp setUp) {
    return setUp
        .checkedAt()
        .map(at -> new Checked(setUp.plaid().orElseThrow(), setUp.heron().orElseThrow(), at));
  }
}
