package io.updraft.firmware.dynamodb;

import io.updraft.dynamodb.Commit;
import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.dynamodb.Item;
import io.updraft.firmware.published.FirmwareFigures;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;

/** The figures of each firmware in one item: a contribution per source, and their sums. */
public final class DynamoFigures implements FirmwareFigures {
  private static final int ATTEMPTS = 10;

  private final Dynamo dynamo;
  private final String table;

  public DynamoFigures(Dynamo dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void record(Contribution contribution) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FiguresItem known = known(contribution);
      if (!known.isNews(contribution) || written(known, contribution)) {
        return;
      }
    }
    throw new DependencyUnavailable("DynamoDB", Duration.ofSeconds(1), null);
  }

  private FiguresItem known(Contribution contribution) {
    Optional<Item> item =
        dynamo.get(
            table,
            Keys.figures(contribution.organization(), contribution.firmwareId()),
            Reading.CONSISTENT);
    return FiguresItem.of(item);
  }

  private boolean written(FiguresItem known, Contribution contribution) {
    return switch (dynamo.write(known.with(table, contribution))) {
      case Commit.Committed() -> true;
      case Commit.Refused _ -> false;
    };
  }
}
