package io.updraft.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.dynamodb.Dynamo;
import io.updraft.dynamodb.PartitionQuery;
import io.updraft.lambda.Environment;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TableQueriesTest {
  private static PartitionQuery of(String table) {
    return PartitionQuery.of(table, "pk = :pk", v -> v.text(":pk", "it"));
  }

  private static String table() {
    return Environment.current().text("TABLE");
  }

  private static Dynamo dynamo() {
    return new Dynamo(DynamoDbClient.create());
  }

  /** What nothing is known of: it comes with the request. */
  private static String fromOutside() {
    return new StringBuilder("no setting").reverse().toString();
  }

  static final class Querying {
    Querying() {
      PartitionQuery query = of(table());
      var _ = dynamo().query(query.newestFirst().limited(2));
    }
  }

  static final class QueryingIndexes {
    QueryingIndexes() {
      PartitionQuery query = of(table());
      var _ = dynamo().query(query.onIndex("due").consistently().after(null));
      var _ = dynamo().query(query.onIndex("by_" + fromOutside()));
    }
  }

  static final class QueryingSomeIndex {
    QueryingSomeIndex() {
      send(of(table()));
      send(of(table()).onIndex(fromOutside()));
    }
  }

  static final class QueryingSomewhere {
    QueryingSomewhere() {
      send(of(table()));
      send(PartitionQuery.of(fromOutside(), "pk = :pk", v -> v.text(":pk", "it")));
    }
  }

  private static void send(PartitionQuery query) {
    var _ = dynamo().query(query);
  }

  static final class QueryNotSent {
    QueryNotSent() {
      var _ = of(table());
    }
  }

  @Test
  void aQueryIsOfItsTable() {
    assertThat(Found.clearlyIn(Querying.class).uses()).containsExactly("dynamodb:Query TABLE");
  }

  @Test
  void aQueryOnAnIndexIsOfThatAlone() {
    assertThat(Found.clearlyIn(QueryingIndexes.class).uses())
        .containsExactly("dynamodb:Query TABLE/index/by_*", "dynamodb:Query TABLE/index/due");
  }

  /** Though what sends it sends others that can. */
  @Test
  void aQueryOfWhatCannotBeToldIsUnclear() {
    assertThat(Found.in(QueryingSomeIndex.class).unclear())
        .containsExactly(QueryingSomeIndex.class.getName() + ".<init> needs dynamodb:Query");
    assertThat(Found.in(QueryingSomewhere.class).unclear())
        .containsExactly(QueryingSomewhere.class.getName() + ".<init> needs dynamodb:Query");
  }

  @Test
  void aQueryThatIsNotSentIsNone() {
    assertThat(Found.in(QueryNotSent.class).uses()).isEmpty();
  }
}
