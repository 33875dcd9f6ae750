package io.updraft.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Commit.Committed;
import io.updraft.dynamodb.Commit.Refused;
import io.updraft.testing.DynamoDbServer;
import io.updraft.testing.TestDatabase;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbServer.class)
class StampsTest {
  private final TestDatabase database;
  private final Dynamo dynamo;
  private final Stamps stamps;

  StampsTest(TestDatabase database) {
    this.database = database;
    this.dynamo = new Dynamo(database.client());
    this.stamps = new Stamps(database.table("MetricsTable"), "things");
  }

  @BeforeEach
  void empty() {
    database.clear();
  }

  @Test
  void anOrganizationWithoutAnythingHasNone() {
    dynamo.commit(stamps.replaced("other", "a", 1));

    assertThat(stamps.read(dynamo, "org")).isEmpty();
    assertThat(stamps.count(dynamo, "org")).isZero();
  }

  @Test
  void everyReaderGetsTheLatest() {
    dynamo.commit(stamps.replaced("org", "a", 1));
    dynamo.commit(stamps.replaced("org", "b", 0));

    Set<String> read = new HashSet<>();
    for (int i = 0; i < 10 * Stamps.COPIES; i++) {
      read.add(stamps.read(dynamo, "org").orElseThrow());
    }
    assertThat(read).containsExactly("b");
    assertThat(stamps.count(dynamo, "org")).isEqualTo(1);
  }

  @Test
  void countsUpToTheMost() {
    assertThat(add(1)).isEqualTo(new Committed());
    assertThat(add(1)).isEqualTo(new Committed());

    assertThat(add(1)).isInstanceOfSatisfying(Refused.class, this::full);
    assertThat(stamps.read(dynamo, "org")).contains("stamp");

    assertThat(add(0)).isEqualTo(new Committed());
    assertThat(add(-1)).isEqualTo(new Committed());
    assertThat(add(1)).isEqualTo(new Committed());
    assertThat(stamps.count(dynamo, "org")).isEqualTo(2);
  }

  private Commit add(int more) {
    return dynamo.commit(stamps.replaced("org", "stamp", more, 2));
  }

  private void full(Refused refused) {
    assertThat(refused.parts()).containsExactly(Stamps.FULL);
  }
}
