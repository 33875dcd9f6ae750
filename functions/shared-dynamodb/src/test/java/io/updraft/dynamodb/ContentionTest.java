package io.updraft.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.updraft.dynamodb.Commit.Committed;
import io.updraft.dynamodb.Commit.Refused;
import io.updraft.dynamodb.Dynamo.Reading;
import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What no local server does: contention, throttling, outages. */
class ContentionTest {
  private static final int ATTEMPTS = 4;
  private static final Backoff QUICK =
      new Backoff(ATTEMPTS, Duration.ofNanos(1), Duration.ofNanos(1));
  private static final Guarded WRITE = Guarded.put("table", new Key("acme#a", "b").attributes());
  private static final Transaction TRANSACTION =
      new Transaction().add("first", WRITE).add("second", WRITE);

  private final ScriptedClient client = new ScriptedClient();
  private final Dynamo dynamo = new Dynamo(client, QUICK);

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Stream.of(codes).map(c -> CancellationReason.builder().code(c).build()).toList())
        .build();
  }

  private static Stream<SdkException> passing() {
    return Stream.of(
        TransactionConflictException.builder().build(),
        TransactionInProgressException.builder().build(),
        ProvisionedThroughputExceededException.builder().build(),
        RequestLimitExceededException.builder().build(),
        ThrottlingException.builder().build());
  }

  private static Stream<SdkException> passingForTransactions() {
    return Stream.concat(
        passing(),
        Stream.of(
            cancelled("TransactionConflict", "None"),
            cancelled("None", "ThrottlingError"),
            cancelled("ProvisionedThroughputExceeded", "None")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void writesAgainUntilItSucceeds(SdkException failure) {
    client.failing(ATTEMPTS - 1, failure);

    assertThat(dynamo.write(WRITE)).isEqualTo(new Committed());
    assertThat(client.calls).isEqualTo(ATTEMPTS);
  }

  @ParameterizedTest
  @MethodSource("passingForTransactions")
  void commitsAgainUntilItSucceeds(SdkException failure) {
    client.failing(ATTEMPTS - 1, failure);

    assertThat(dynamo.commit(TRANSACTION)).isEqualTo(new Committed());
    assertThat(client.calls).isEqualTo(ATTEMPTS);
  }

  @ParameterizedTest
  @MethodSource("passingForTransactions")
  void givesUpWithATimeToComeBack(SdkException failure) {
    client.failing(ATTEMPTS, failure);

    assertThatThrownBy(() -> dynamo.commit(TRANSACTION))
        .isInstanceOfSatisfying(
            DependencyUnavailable.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)))
        .hasCause(failure);
    assertThat(client.calls).isEqualTo(ATTEMPTS);
  }

  @Test
  void readsAtOnceAgainWhileATransactionWrites() {
    client.failing(ATTEMPTS - 1, cancelled("TransactionConflict", "None"));
    List<Key> keys = List.of(new Key("acme", "a"), new Key("acme", "b"));

    assertThat(dynamo.getAllAtOnce("table", keys)).isEmpty();
    assertThat(client.calls).isEqualTo(ATTEMPTS);
  }

  @Test
  void sendsOneTokenWithAllAttemptsOfATransaction() {
    client.failing(2, TransactionInProgressException.builder().build());
    dynamo.commit(TRANSACTION);
    dynamo.commit(TRANSACTION);

    List<String> tokens =
        client.transactions.stream().map(TransactWriteItemsRequest::clientRequestToken).toList();
    assertThat(tokens).hasSize(4).doesNotContainNull();
    assertThat(tokens.subList(0, 3)).containsOnly(tokens.getFirst());
    assertThat(tokens.getLast()).isNotEqualTo(tokens.getFirst());
  }

  @Test
  void takesAFailedConditionForTheAnswerAlsoBesideAConflict() {
    client.failing(1, cancelled("TransactionConflict", "ConditionalCheckFailed"));

    assertThat(dynamo.commit(TRANSACTION))
        .isEqualTo(new Refused(Map.of("second", new Item(Map.of()))));
    assertThat(client.calls).isEqualTo(1);
  }

  @Test
  void doesNotRepeatARequestThatIsWrong() {
    TransactionCanceledException wrong = cancelled("ValidationError", "None");
    client.failing(1, wrong);

    assertThatThrownBy(() -> dynamo.commit(TRANSACTION)).isSameAs(wrong);
    assertThat(client.calls).isEqualTo(1);
  }

  @Test
  void takesAnOutageForUnavailability() {
    client
        .failing(1, SdkClientException.create("no route"))
        .failing(1, DynamoDbException.builder().statusCode(500).build())
        .failing(1, ThrottlingException.builder().build());

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> dynamo.get("table", new Key("acme", "b"), Reading.EVENTUAL))
          .isInstanceOf(DependencyUnavailable.class);
    }
  }

  @Test
  void takesARefusalOfTheRequestForADefect() {
    SdkException denied = (SdkException) DynamoDbException.builder().statusCode(400).build();
    client.failing(1, denied);

    assertThatThrownBy(() -> dynamo.get("table", new Key("acme", "b"), Reading.EVENTUAL))
        .isSameAs(denied);
  }

  @Test
  void asksAgainForKeysThatABatchLeftOut() {
    client.answering(request -> firstOnly(request, 40));
    List<Key> keys =
        IntStream.range(0, 120).mapToObj(i -> new Key("acme", String.valueOf(i))).toList();

    assertThat(dynamo.getAll("table", keys, Reading.EVENTUAL)).hasSize(120);
    assertThat(client.batches).hasSize(4);
  }

  @Test
  void givesUpOnABatchThatIsNeverAnswered() {
    client.answering(request -> firstOnly(request, 0));

    assertThatThrownBy(
            () -> dynamo.getAll("table", List.of(new Key("acme", "b")), Reading.EVENTUAL))
        .isInstanceOf(DependencyUnavailable.class);
    assertThat(client.calls).isEqualTo(ATTEMPTS);
  }

  private static BatchGetItemResponse firstOnly(BatchGetItemRequest request, int most) {
    var keys = requireNonNull(request.requestItems().get("table")).keys();
    var answered = keys.subList(0, Math.min(most, keys.size()));
    var left = keys.subList(answered.size(), keys.size());
    return BatchGetItemResponse.builder()
        .responses(Map.of("table", answered))
        .unprocessedKeys(
            left.isEmpty()
                ? Map.of()
                : Map.of("table", KeysAndAttributes.builder().keys(left).build()))
        .build();
  }
}
